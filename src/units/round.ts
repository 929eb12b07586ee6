/**
 * Rounds once, half up (away from zero for negatives), to `decimals` places; −0 becomes 0.
 * Works on the shortest decimal text of the number, so that 1.005 rounds to 1.01 as it reads.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const shifted = shiftDecimal(Math.abs(value), decimals);
  const rounded = shiftDecimal(Math.floor(shifted + 0.5), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function shiftDecimal(value: number, places: number): number {
  const [mantissa, exponent = '0'] = value.toString().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** m²: 2 decimals. */
export const roundM2 = (areaM2: number): number => roundHalfUp(areaM2, 2);
/** m: 3 decimals. */
export const roundM = (metres: number): number => roundHalfUp(metres, 3);
/** Shares: 6 decimals, kept within 0..1. */
export const roundShare = (share: number): number =>
  roundHalfUp(Math.min(1, Math.max(0, share)), 6);
/**
 * Degrees: 9 decimals (0.1 mm). Away from a half the nearest whole number of 1e-9 is beyond doubt, and one
 * correctly rounded division gives the same double as its decimal text: ten times as fast.
 */
export function roundDegrees(degrees: number): number {
  const scaled = degrees * 1e9;
  const nearest = Math.round(scaled);
  const isClear = Math.abs(scaled - nearest) < 0.499 && Math.abs(nearest) < 2 ** 40;
  return isClear ? nearest / 1e9 + 0 : roundHalfUp(degrees, 9);
}
