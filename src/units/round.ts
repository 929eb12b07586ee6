/**
 * Rounds once, half up (away from zero for negatives), to `decimals` places; −0 becomes 0.
 * Works on the shortest decimal text of the number, so that 1.005 rounds to 1.01 as it reads. Away from a
 * half the nearest whole number is beyond doubt, and one correctly rounded division gives the same double as
 * its decimal text: ten times as fast.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const unit = UNITS[decimals];
  if (unit !== undefined) {
    const scaled = value * unit;
    const nearest = Math.round(scaled);
    // below 2^40 what is lost in multiplying is less than 0.001
    const isClear = Math.abs(scaled - nearest) < 0.499 && Math.abs(nearest) < 2 ** 40;
    if (isClear) return nearest / unit + 0;
  }
  return roundDecimalText(value, decimals);
}

/** The same by the decimal text alone, of any finite value. */
export function roundDecimalText(value: number, decimals: number): number {
  const shifted = shiftDecimal(Math.abs(value), decimals);
  const rounded = shiftDecimal(Math.floor(shifted + 0.5), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Powers of ten, by the decimals they stand for. */
const UNITS = [1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

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
/** Degrees: 9 decimals (0.1 mm). */
export const roundDegrees = (degrees: number): number => roundHalfUp(degrees, 9);
