import type { LayerKind } from '../../domain/kinds.ts';
import { numberedPieces, type Piece } from '../../domain/pieces.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { ZoneId } from '../../domain/zones.ts';
import { formatHectares, NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES, TABLE_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { hectaresColumn, levelAreas, totalOfPieces } from './levelled-areas.ts';
import { type Cell, count, left, type Row, right, row, type Table, totalRow } from './table.ts';

const w = TABLE_WORDS;

/** Kinds with a table of their own; the rest share table 8. */
export const OWN_TABLE: readonly LayerKind[] = [
  'permanent-basic-farmland',
  'cultivated-land',
  'ecological-red-line',
  'urban-development-boundary',
];

/** 表4: farmland pieces with graphic and net area. */
export function farmlandTable(report: CheckReport, lang: Language): Table {
  const pieces = piecesOf(report, (kind) => kind === 'permanent-basic-farmland');
  const areas = areasOf(report, pieces, 'permanent-basic-farmland', lang);
  const nets = hectaresColumn(
    pieces.map((piece) => piece.overlap.netAreaM2),
    null,
  );
  const rows: Row[] = pieces.map(({ number, overlap }, i) =>
    row(
      [
        count(number),
        overlap.parcel,
        overlap.featureId,
        overlap.feature.landClass ?? NO_VALUE,
        overlap.feature.owner ?? NO_VALUE,
        overlap.feature.place ?? NO_VALUE,
        areas.parts[i]!.ha,
        nets.parts[i]!,
        overlap.feature.quality ?? NO_VALUE,
      ],
      'all',
    ),
  );
  if (rows.length > 0) {
    const total = REPORT_WORDS.total[lang];
    rows.push(totalRow([total, '', '', '', '', '', areas.total.ha, nets.total, ''], 'all'));
  }
  return {
    id: 't4',
    title: w.t4[lang],
    columns: [
      right(w.piece[lang]),
      left(w.parcel[lang]),
      left(w.featureId[lang]),
      left(w.landClass[lang]),
      left(w.owner[lang]),
      left(w.place[lang]),
      right(w.graphic[lang]),
      right(w.net[lang]),
      left(w.quality[lang]),
    ],
    rows,
    notes: areas.notes,
  };
}

/** 表5: red-line pieces and whether they lie in a core. */
export function redLineTable(report: CheckReport, lang: Language): Table {
  const pieces = piecesOf(report, (kind) => kind === 'ecological-red-line');
  const areas = areasOf(report, pieces, 'ecological-red-line', lang);
  const rows: Row[] = pieces.map(({ number, overlap }, i) =>
    row(
      [
        count(number),
        overlap.parcel,
        overlap.featureId,
        overlap.feature.name ?? NO_VALUE,
        coreCell(report, overlap.zone, lang),
        areas.parts[i]!.ha,
        areas.parts[i]!.mu,
      ],
      'all',
    ),
  );
  if (rows.length > 0) {
    const total = REPORT_WORDS.total[lang];
    rows.push(totalRow([total, '', '', '', '', areas.total.ha, areas.total.mu], 'all'));
  }
  return {
    id: 't5',
    title: w.t5[lang],
    columns: [
      right(w.piece[lang]),
      left(w.parcel[lang]),
      left(w.featureId[lang]),
      left(w.name[lang]),
      left(w.core[lang]),
      right(w.ha[lang]),
      right(w.mu[lang]),
    ],
    rows,
    notes: areas.notes,
  };
}

/** A piece without a zone of its own lies where all of the red line under the site lies. */
function coreCell(report: CheckReport, zone: ZoneId | null, lang: Language): Cell {
  const line = report.lines.find((one) => one.kind === 'ecological-red-line');
  const found = (line?.zones ?? []).filter((one) => one.areaM2 > 0).map((one) => one.id);
  const known = zone ?? (found.length === 1 ? found[0] : undefined);
  if (known === 'core') return REPORT_WORDS.yes[lang];
  if (known === 'outside-core') return REPORT_WORDS.no[lang];
  return found.includes('unknown') || found.length === 0
    ? verdictChip('undetermined', lang)
    : REPORT_WORDS.seeCrosses[lang];
}

/** 表8: pieces of every other control line, a subtotal per line. */
export function otherLinesTable(report: CheckReport, lang: Language): Table {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const line of report.lines) {
    if (OWN_TABLE.includes(line.kind)) continue;
    const pieces = piecesOf(report, (kind) => kind === line.kind);
    const areas = areasOf(report, pieces, line.kind, lang);
    for (const [i, { number, overlap }] of pieces.entries()) {
      rows.push(
        row(
          [
            count(number),
            line.title[lang],
            overlap.parcel,
            overlap.featureId,
            overlap.feature.name ?? NO_VALUE,
            areas.parts[i]!.ha,
            areas.parts[i]!.mu,
          ],
          line.kind,
        ),
      );
    }
    if (pieces.length > 0) {
      const subtotal = REPORT_WORDS.subtotal[lang];
      rows.push(
        totalRow(
          [subtotal, line.title[lang], '', '', '', areas.total.ha, areas.total.mu],
          line.kind,
        ),
      );
    }
    notes.push(...areas.notes);
  }
  return {
    id: 't8',
    title: w.t8[lang],
    columns: [
      right(w.piece[lang]),
      left(w.line[lang]),
      left(w.parcel[lang]),
      left(w.featureId[lang]),
      left(w.name[lang]),
      right(w.ha[lang]),
      right(w.mu[lang]),
    ],
    rows,
    notes,
  };
}

function piecesOf(report: CheckReport, wanted: (kind: LayerKind) => boolean): Piece[] {
  return numberedPieces(report).filter((piece) => wanted(piece.kind));
}

function areasOf(report: CheckReport, pieces: readonly Piece[], kind: LayerKind, lang: Language) {
  const partsM2 = pieces.map((piece) => piece.overlap.areaM2);
  const unionM2 = report.lines.find((line) => line.kind === kind)?.areaM2 ?? 0;
  const { totalM2, doubled } = totalOfPieces(partsM2, unionM2);
  const notes = doubled ? [SENTENCES.piecesOverlap(formatHectares(unionM2))[lang]] : [];
  return { ...levelAreas(partsM2, totalM2, report.project.areaM2), notes };
}
