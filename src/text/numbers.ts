import { toHectares, toMu } from '../units/area.ts';
import { roundHalfUp } from '../units/round.ts';

/** U+2009 between thousands; a value that does not exist; zero width for neither. */
export const THIN_SPACE = '\u2009';
export const NO_VALUE = '—';

/**
 * A number as it is printed: rounded half up once, fixed decimals, thin space between thousands.
 * `formatDecimal(12345.678, 2)` is `12 345.68`.
 */
export function formatDecimal(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(roundHalfUp(value, decimals)).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const sign = roundHalfUp(value, decimals) < 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Whole numbers: counts of parcels, features, vertices. */
export const formatCount = (count: number): string => formatDecimal(count, 0);
/** m² → 公顷, 4 decimals (1 m²). */
export const formatHectares = (areaM2: number): string => formatDecimal(toHectares(areaM2), 4);
/** m² → 亩, 2 decimals. */
export const formatMu = (areaM2: number): string => formatDecimal(toMu(areaM2), 2);
/** m², 2 decimals. */
export const formatM2 = (areaM2: number): string => formatDecimal(areaM2, 2);
/** Share 0..1 → per cent without the sign, 2 decimals. */
export const formatPercent = (share: number): string => formatDecimal(share * 100, 2);
/** Metres as read by people: 1 decimal. */
export const formatMetres = (metres: number): string => formatDecimal(metres, 1);

/**
 * Share 0..1 as per cent where a part must not read as the whole: anything below 1 prints below
 * 100.00 and anything above 0 prints above 0.00.
 */
export function formatPartialPercent(share: number): string {
  if (share < 1 && roundHalfUp(share * 100, 2) >= 100) return '99.99';
  if (share > 0 && roundHalfUp(share * 100, 2) === 0) return '0.01';
  return formatPercent(share);
}
