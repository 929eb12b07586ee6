import { KINDS, kindRank } from '../domain/kinds.ts';
import type { Piece } from '../domain/pieces.ts';
import { cellText } from '../text/cell-text.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { toHectares, toMu } from '../units/area.ts';
import { roundHalfUp } from '../units/round.ts';
import '../text/words/later.ts';

const COLUMN_IDS = [
  'number',
  'line',
  'feature',
  'class',
  'plot',
  'area',
  'mu',
  'net',
  'share',
  'width',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

const NUMERIC: readonly ColumnId[] = ['area', 'mu', 'net', 'share', 'width'];

export function columnsOf(language: Language): { id: ColumnId; title: string; numeric: boolean }[] {
  return COLUMN_IDS.map((id) => ({
    id,
    title: id === 'number' ? '#' : say(`col.${id}`, language),
    numeric: NUMERIC.includes(id),
  }));
}

/** Rows in the order of a column, ties by number; what has no value comes last either way. */
export function sortPieces(
  pieces: readonly Piece[],
  column: ColumnId,
  down: boolean,
): readonly Piece[] {
  return [...pieces].sort((a, b) => {
    const x = sortKey(a, column);
    const y = sortKey(b, column);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (x === y) return a.number - b.number;
    return (x < y ? -1 : 1) * (down ? -1 : 1);
  });
}

function sortKey({ number, kind, overlap }: Piece, column: ColumnId): string | number | null {
  switch (column) {
    case 'number':
      return number;
    case 'line':
      return kindRank(kind);
    case 'feature':
      return overlap.featureId;
    case 'class':
      return overlap.feature.landClass ?? overlap.feature.name;
    case 'plot':
      return overlap.parcel;
    case 'area':
    case 'mu':
      return overlap.areaM2;
    case 'net':
      return overlap.netAreaM2;
    case 'share':
      return overlap.shareOfFeature;
    case 'width':
      return overlap.widthM;
  }
}

/** Tab-separated text for a spreadsheet: whole codes, plain digits, no thin spaces. */
export function tableText(pieces: readonly Piece[], language: Language): string {
  const plain = (value: number | null, decimals: number) =>
    value === null ? '' : roundHalfUp(value, decimals).toFixed(decimals);
  const lines = pieces.map(({ number, kind, overlap }) => [
    number,
    KINDS[kind].short[language],
    overlap.featureId,
    overlap.feature.landClass ?? overlap.feature.name ?? '',
    overlap.parcel,
    plain(toHectares(overlap.areaM2), 4),
    plain(toMu(overlap.areaM2), 2),
    plain(overlap.netAreaM2 === null ? null : toHectares(overlap.netAreaM2), 4),
    plain(overlap.shareOfFeature * 100, 2),
    plain(overlap.widthM, 1),
  ]);
  const titles = columnsOf(language).map(({ title }) => title);
  return [titles, ...lines]
    .map((cells) => cells.map((cell) => cellText(String(cell))).join('\t'))
    .join('\n');
}
