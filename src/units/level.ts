import { roundHalfUp } from './round.ts';

/**
 * Rounds the parts of a table so that what is printed adds up to the printed total: largest
 * remainder, ties to the earlier row (强制平差).
 *
 * @param parts unrounded non-negative values
 * @param total printed total; defaults to the rounded sum of the parts
 */
export function levelToTotal(
  parts: readonly number[],
  decimals: number,
  total = roundHalfUp(
    parts.reduce((sum, part) => sum + part, 0),
    decimals,
  ),
): number[] {
  const unit = 10 ** decimals;
  const floors = parts.map((part) => Math.floor(part * unit + 1e-9));
  let left = Math.round(total * unit) - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = parts
    .map((part, row) => ({ row, remainder: part * unit - floors[row]! }))
    .sort((a, b) => b.remainder - a.remainder || a.row - b.row);
  for (let i = 0; left > 0 && byRemainder.length > 0; i = (i + 1) % byRemainder.length, left--) {
    floors[byRemainder[i]!.row]!++;
  }
  for (let i = byRemainder.length - 1; left < 0 && byRemainder.length > 0; left++) {
    while (floors[byRemainder[i]!.row]! === 0 && i > 0) i--;
    floors[byRemainder[i]!.row]!--;
    i = i > 0 ? i - 1 : byRemainder.length - 1;
  }
  return floors.map((floor) => roundHalfUp(floor / unit, decimals));
}
