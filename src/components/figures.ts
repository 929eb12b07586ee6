import { formatDecimal, formatPartialPercent, NO_VALUE } from '../text/numbers.ts';
import { toHectares, toMu } from '../units/area.ts';
import { roundHalfUp } from '../units/round.ts';

/** Numbers on the screen: as `text/numbers.ts` prints them, and `—` for none. */
export const NO_FIGURE = NO_VALUE;

/** Fixed decimals, rounded half up once. */
export function figure(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined) return NO_FIGURE;
  return formatDecimal(value, decimals);
}

/** m² as 公顷, 4 decimals. */
export function hectares(areaM2: number | null | undefined): string {
  return figure(typeof areaM2 === 'number' ? toHectares(areaM2) : areaM2, 4);
}

/** m² as 亩, 2 decimals. */
export function mu(areaM2: number | null | undefined): string {
  return figure(typeof areaM2 === 'number' ? toMu(areaM2) : areaM2, 2);
}

/**
 * A share 0..1 as percent, 2 decimals, without the sign. A part never reads as the whole, and what is
 * there never reads as nothing.
 */
export function percent(share: number | null | undefined): string {
  if (typeof share !== 'number') return NO_FIGURE;
  return formatPartialPercent(share);
}

/**
 * A coverage share as percent, 1 decimal, cut instead of rounded: what is not wholly covered never
 * reads 100.
 */
export function coveragePercent(share: number): string {
  return figure(Math.floor(share * 1000 + 1e-9) / 10, 1);
}

/** A distance: metres to a decimetre, kilometres from 10 km on. */
export function distance(metres: number): string {
  return metres >= 10_000 ? `${figure(metres / 1000, 1)} km` : `${figure(metres, 1)} m`;
}

/** A signed difference, "+" or "−" always there unless it is zero. */
export function difference(value: number, decimals: number): string {
  const text = figure(value, decimals);
  return roundHalfUp(value, decimals) > 0 ? `+${text}` : text;
}
