/**
 * 图斑椭球面积: the closed strip formula of the rule book of the third land survey (TD/T 1055, appendix),
 * cut into pieces along each edge. Written down here on its own, as an independent reference for tests.
 */
const A = 6378137;
const F = 1 / 298.257222101;
const B = A * (1 - F);
const E2 = F * (2 - F);
const RAD = Math.PI / 180;

const KA = 1 + (3 / 6) * E2 + (30 / 80) * E2 ** 2 + (35 / 112) * E2 ** 3 + (630 / 2304) * E2 ** 4;
const KB = (1 / 6) * E2 + (15 / 80) * E2 ** 2 + (21 / 112) * E2 ** 3 + (420 / 2304) * E2 ** 4;
const KC = (3 / 80) * E2 ** 2 + (7 / 112) * E2 ** 3 + (180 / 2304) * E2 ** 4;
const KD = (1 / 112) * E2 ** 3 + (45 / 2304) * E2 ** 4;
const KE = (5 / 2304) * E2 ** 4;

/** Signed area in m² between an edge and the meridian `lon0`, radians. */
function strip(l1: number, b1: number, l2: number, b2: number, lon0: number): number {
  const dB = b2 - b1;
  const bm = (b1 + b2) / 2;
  const lm = (l1 + l2) / 2;
  return (
    2 *
    B *
    B *
    (lm - lon0) *
    (KA * Math.sin(dB / 2) * Math.cos(bm) -
      KB * Math.sin((3 * dB) / 2) * Math.cos(3 * bm) +
      KC * Math.sin((5 * dB) / 2) * Math.cos(5 * bm) -
      KD * Math.sin((7 * dB) / 2) * Math.cos(7 * bm) +
      KE * Math.sin((9 * dB) / 2) * Math.cos(9 * bm))
  );
}

/** Area in m² of one ring of lon/lat degrees, each edge cut into `pieces`. */
export function stripFormulaAreaM2(
  ring: readonly (readonly [number, number])[],
  pieces: number,
): number {
  const lon0 = ring[0]![0] * RAD;
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    for (let k = 0; k < pieces; k++) {
      const s = k / pieces;
      const t = (k + 1) / pieces;
      sum += strip(
        (x1 + (x2 - x1) * s) * RAD,
        (y1 + (y2 - y1) * s) * RAD,
        (x1 + (x2 - x1) * t) * RAD,
        (y1 + (y2 - y1) * t) * RAD,
        lon0,
      );
    }
  }
  return Math.abs(sum);
}
