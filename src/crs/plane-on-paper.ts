import {
  DEGREE,
  ECCENTRICITY_2,
  FLATTENING,
  SECOND_ECCENTRICITY_2,
  SEMI_MAJOR_M,
} from '../geometry/cgcs2000.ts';
import type { Position } from '../geometry/shapes.ts';

const N = FLATTENING / (2 - FLATTENING);
const N2 = N * N;

/** Meridian arc: of B, sin 2B, sin 4B, sin 6B and sin 8B (Helmert 1880). */
const ARC = [
  1 + N2 / 4 + (N2 * N2) / 64,
  (-3 / 2) * (N - (N * N2) / 8),
  (15 / 16) * (N2 - (N2 * N2) / 4),
  (-35 / 48) * N * N2,
  (315 / 512) * N2 * N2,
].map((term) => (term * SEMI_MAJOR_M) / (1 + N)) as [number, number, number, number, number];

/**
 * CGCS2000 lon/lat to a Gauss-Krüger plane: metres east of its central meridian and north, by the
 * classical series, which within a zone of 6° are good to 0.1 mm. Made of + − × ÷ and sqrt alone: `sin`
 * of two engines may differ in its last bit, and then a drawing would not be the same file in both.
 */
export function planeOnPaper(lon: number, lat: number, meridian: number): Position {
  const b = lat * DEGREE;
  const l = (lon - meridian) * DEGREE;
  const s = sine(b);
  const c = cosine(b);
  const n = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_2 * s * s);
  const t2 = (s * s) / (c * c);
  const t4 = t2 * t2;
  const h2 = SECOND_ECCENTRICITY_2 * c * c;
  const q = l * l * c * c;
  const east =
    1 +
    (q / 6) * (1 - t2 + h2) +
    ((q * q) / 120) * (5 - 18 * t2 + t4 + 14 * h2 - 58 * t2 * h2) +
    ((q * q * q) / 5040) * (61 - 479 * t2 + 179 * t4 - t2 * t4);
  const north =
    1 +
    (q / 12) * (5 - t2 + 9 * h2 + 4 * h2 * h2) +
    ((q * q) / 360) * (61 - 58 * t2 + t4 + 270 * h2 - 330 * t2 * h2) +
    ((q * q * q) / 20160) * (1385 - 3111 * t2 + 543 * t4 - t2 * t4);
  return [n * c * l * east, arc(b, s, c) + (n * s * c * l * l * north) / 2];
}

function arc(b: number, s: number, c: number): number {
  // sin 2kB one from the other: sin(x + 2B) = 2 cos 2B sin x - sin(x - 2B)
  const twice = 2 * (c * c - s * s);
  const s2 = 2 * s * c;
  const s4 = twice * s2;
  const s6 = twice * s4 - s2;
  const s8 = twice * s6 - s4;
  return ARC[0] * b + ARC[1] * s2 + ARC[2] * s4 + ARC[3] * s6 + ARC[4] * s8;
}

/** Taylor's series for up to a right angle; the term after the last is below 1e-20. */
const sine = (x: number): number => series(x, x, 2);
const cosine = (x: number): number => series(x, 1, 1);

function series(x: number, first: number, from: number): number {
  let term = first;
  let sum = first;
  for (let k = from; k < 26; k += 2) {
    term *= (-x * x) / (k * (k + 1));
    sum += term;
  }
  return sum;
}
