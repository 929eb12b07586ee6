import { NO_VALUE } from '../../text/numbers.ts';
import { toHectares, toMu } from '../../units/area.ts';
import { levelToTotal } from '../../units/level.ts';
import { roundHalfUp } from '../../units/round.ts';
import type { Amount, Cell } from './table.ts';

export interface PrintedArea {
  readonly ha: Amount;
  readonly mu: Amount;
  readonly percent: Amount;
}

export interface LevelledAreas {
  readonly parts: readonly PrintedArea[];
  readonly total: PrintedArea;
}

const amount = (value: number, decimals: number): Amount => ({
  value: roundHalfUp(value, decimals),
  decimals,
});

export const hectares = (areaM2: number): Amount => amount(toHectares(areaM2), 4);
export const mu = (areaM2: number): Amount => amount(toMu(areaM2), 2);
export const m2 = (areaM2: number): Amount => amount(areaM2, 2);

/**
 * 公顷, 亩 and % of parts that make a whole, each column levelled on its own, so that the printed
 * parts add up to the printed total in every column.
 *
 * @param partsM2 areas of the parts, m²
 * @param totalM2 area of the whole, m²; differs from the sum of the parts by their rounding at most
 * @param siteM2 the site, for the percentage
 */
export function levelAreas(
  partsM2: readonly number[],
  totalM2: number,
  siteM2: number,
): LevelledAreas {
  const share = (areaM2: number): number => (siteM2 > 0 ? (areaM2 / siteM2) * 100 : 0);
  const total: PrintedArea = {
    ha: hectares(totalM2),
    mu: mu(totalM2),
    percent: amount(share(totalM2), 2),
  };
  const column = (unit: (m2: number) => number, whole: Amount): number[] =>
    levelToTotal(partsM2.map(unit), whole.decimals, whole.value);
  const ha = column(toHectares, total.ha);
  const muParts = column(toMu, total.mu);
  const percent = column(share, total.percent);
  const parts = partsM2.map((_, i) => ({
    ha: { value: ha[i]!, decimals: 4 },
    mu: { value: muParts[i]!, decimals: 2 },
    percent: { value: percent[i]!, decimals: 2 },
  }));
  return { parts, total };
}

/**
 * The total that goes under pieces: the union when the pieces make it up, else their plain sum.
 * `doubled` tells that pieces overlap each other, so that the sum says more than is occupied.
 */
export function totalOfPieces(
  partsM2: readonly number[],
  unionM2: number,
): { readonly totalM2: number; readonly doubled: boolean } {
  const sumM2 = roundHalfUp(
    partsM2.reduce((sum, part) => sum + part, 0),
    2,
  );
  const rounding = 0.005 * (partsM2.length + 1) + 1e-9;
  if (Math.abs(sumM2 - unionM2) <= rounding) return { totalM2: unionM2, doubled: false };
  return { totalM2: sumM2, doubled: sumM2 > unionM2 };
}

/**
 * A column of hectares of which some may not exist (`—`). Levelled to the total when all are known;
 * otherwise each stands for itself and the total is the given one, or does not exist.
 */
export function hectaresColumn(
  partsM2: readonly (number | null)[],
  totalM2: number | null,
): { readonly parts: readonly Cell[]; readonly total: Cell } {
  const known = partsM2.filter((part) => part !== null);
  if (known.length < partsM2.length) {
    return {
      parts: partsM2.map((part) => (part === null ? NO_VALUE : hectares(part))),
      total: totalM2 === null ? NO_VALUE : hectares(totalM2),
    };
  }
  const sumM2 = known.reduce((sum, part) => sum + part, 0);
  const total = totalM2 === null ? sumM2 : totalOfPieces(known, totalM2).totalM2;
  const levelled = levelAreas(known, total, 0);
  return { parts: levelled.parts.map((part) => part.ha), total: levelled.total.ha };
}
