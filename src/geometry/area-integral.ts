import { DEGREE, ECCENTRICITY_2, SEMI_MINOR_M } from './cgcs2000.ts';

/**
 * The area on the ellipsoid between an edge and a reference meridian.
 *
 *      B |        b          I(a -> b) = integral of (L - L0) q'(B) dB along the edge
 *        |.......*
 *        |::::::/            q'(B) = M N cos B = b² cos B / (1 - e² sin² B)²
 *        |:::::/
 *        |....*              M, N: radii of curvature in the meridian and in the prime vertical.
 *        |   a               Counter-clockwise rings sum to a positive area.
 *       L0
 *
 * The edge is straight in lon/lat. Coordinates are degrees from a local origin (L0, B0); subtracting it
 * first is exact and is what keeps areas to 1e-7 m². q' is a Taylor polynomial about B0, so that an edge
 * costs three evaluations (Gauss-Legendre) and no trigonometry. It is the limit of the strip formula for
 * 图斑椭球面积 in the rule book of the third land survey (TD/T 1055) for ever shorter edges.
 */

/** Coefficients of q' in powers of degrees of latitude from B0; m² per square degree at power 0. */
export type AreaSeries = Float64Array;

const TERMS = 8;

/**
 * Taylor coefficients of q' at a latitude in degrees. The first term left out is below 1e-15 of the
 * area within 2.5° of B0 and below 1e-11 within 9°.
 */
export function areaSeries(latitude: number): AreaSeries {
  sin[0] = Math.sin(latitude * DEGREE);
  cos[0] = Math.cos(latitude * DEGREE);
  for (let k = 1; k < TERMS; k++) {
    sin[k] = (cos[k - 1]! * DEGREE) / k;
    cos[k] = (-sin[k - 1]! * DEGREE) / k;
  }
  multiply(sin, sin, w);
  for (let k = 0; k < TERMS; k++) w[k] = (k === 0 ? 1 : 0) - ECCENTRICITY_2 * w[k]!;
  multiply(w, w, w2);
  const series = new Float64Array(TERMS);
  divide(cos, w2, series);
  const scale = SEMI_MINOR_M * SEMI_MINOR_M * DEGREE * DEGREE;
  for (let k = 0; k < TERMS; k++) series[k]! *= scale;
  return series;
}

/** Working space: every site needs a series of its own. */
const [sin, cos, w, w2] = [0, 1, 2, 3].map(() => new Float64Array(TERMS)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/** Product of two power series. */
function multiply(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let k = 0; k < TERMS; k++) {
    let sum = 0;
    for (let i = 0; i <= k; i++) sum += a[i]! * b[k - i]!;
    out[k] = sum;
  }
}

/** Quotient of two power series. */
function divide(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let k = 0; k < TERMS; k++) {
    let rest = a[k]!;
    for (let j = 1; j <= k; j++) rest -= b[j]! * out[k - j]!;
    out[k] = rest / b[0]!;
  }
}

const GAUSS_NODE = Math.sqrt(0.6);

/**
 * I(a -> b) in m². Bit for bit I(b -> a) = -I(a -> b), so what is walked to and fro leaves exactly nothing.
 */
export function stripArea(q: AreaSeries, x1: number, y1: number, x2: number, y2: number): number {
  const dy = y2 - y1;
  if (dy === 0) return 0;
  const xm = (x1 + x2) / 2;
  const ym = (y1 + y2) / 2;
  const gx = ((x2 - x1) / 2) * GAUSS_NODE;
  const gy = (dy / 2) * GAUSS_NODE;
  const middle = xm * areaElement(q, ym);
  const ends = (xm - gx) * areaElement(q, ym - gy) + (xm + gx) * areaElement(q, ym + gy);
  return (dy * (8 * middle + 5 * ends)) / 18;
}

/** q'(B) by Horner's rule. */
function areaElement(q: AreaSeries, y: number): number {
  return (
    ((((((q[7]! * y + q[6]!) * y + q[5]!) * y + q[4]!) * y + q[3]!) * y + q[2]!) * y + q[1]!) * y +
    q[0]!
  );
}
