import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import type { RawParcel, RawProject } from '../formats/format.ts';
import { importNote } from '../import-message.ts';
import { type FoundColumns, findColumns } from './find-columns.ts';
import { parcelsOfPoints } from './parcels-of-points.ts';
import { columnName, type PointRow, type PointRows, pointRows } from './point-rows.ts';
import type { Table } from './table.ts';
import type { Columns } from './table-columns.ts';

/** What one table, or one sheet, was understood to say. */
export interface TableReading {
  readonly table: Table;
  readonly found: FoundColumns;
  readonly points: readonly PointRow[];
  readonly parcels: readonly RawParcel[];
  readonly notes: readonly Note[];
}

/** A table of points to parcels, or null where it holds no coordinates. */
export function readTable(table: Table, answers: ImportAnswers): TableReading | null {
  const found = findColumns(table);
  if (!found) return null;
  const { sheet } = table;
  const parts = found.blocks.map((block) => pointRows(table.rows, found.firstRow, block, sheet));
  const points = found.blocks.flatMap((block, i) =>
    movedTo(found.blocks[0]!, block, parts[i]!.points),
  );
  if (points.length === 0) return null;
  const closes = found.titledBoundary || answers.closeLines === true;
  const { parcels, told, closings, filled } = parcelsOfPoints(points, found.blocks[0]!, {
    sheet,
    closes,
  });
  const notes = [
    ...columnNotes(found, sheet),
    ...rowNotes(parts, filled, sheet),
    ...(closings > 0
      ? [importNote('note-table-rings', 'warning', { sheet: sheet ?? '', count: closings })]
      : []),
    ...(parcels.length > 1 && told.some((way) => way !== 'columns')
      ? [
          importNote('note-table-told', 'warning', {
            sheet: sheet ?? '',
            count: parcels.length,
            by: told.filter((way) => way !== 'columns').join(','),
          }),
        ]
      : []),
  ];
  return { table, found, points, parcels, notes };
}

/** Points of a table to the right, as if they stood in the columns of the first. */
function movedTo(first: Columns, block: Columns, points: readonly PointRow[]): PointRow[] {
  if (block === first) return [...points];
  return points.map((point) => ({ ...point, cells: point.cells.slice(block.from) }));
}

/** One project of all that was read; `file` has one table or several sheets. */
export function projectOf(
  readings: readonly TableReading[],
  notes: readonly Note[],
  answers: ImportAnswers,
): RawProject {
  const chosen = answers.layers
    ? readings.filter(({ table }) => answers.layers!.includes(table.sheet ?? ''))
    : readings;
  const parcels = readings.flatMap((reading) => reading.parcels);
  const one = (...names: string[]) => onlyAttribute(parcels, names);
  return {
    id: one('项目编号', '项目编码', 'XMBH'),
    name: one('项目名称', 'XMMC'),
    code: one('项目代码', 'XMDM'),
    applicant: one('建设单位', '用地单位', '申请单位', 'SQDW'),
    parcels,
    hints: commonHints(chosen.map(({ found }) => found.said.hints)),
    choosesLayers: true,
    notes: [...notes, ...readings.flatMap((reading) => reading.notes)],
  };
}

/** What all parcels agree on; the projects of one table are told apart by `nameField`. */
function onlyAttribute(parcels: readonly RawParcel[], names: readonly string[]): string | null {
  for (const name of names) {
    const values = new Set(parcels.map(({ attributes }) => attributes[name] ?? ''));
    const [value] = values;
    if (values.size === 1 && value) return value;
  }
  return null;
}

/** Sheets that say different things leave them unsaid: the question is asked. */
function commonHints(all: readonly CoordinateHints[]): CoordinateHints {
  const first = all[0] ?? NO_HINTS;
  const agreed = <K extends keyof CoordinateHints>(key: K) =>
    all.every((hints) => hints[key] === first[key]) ? first[key] : null;
  return {
    epsg: agreed('epsg'),
    datum: agreed('datum'),
    zoneWidth: agreed('zoneWidth'),
    zone: agreed('zone'),
    centralMeridian: agreed('centralMeridian'),
  };
}

function columnNotes({ header, blocks, both, said }: FoundColumns, sheet: string | null): Note[] {
  const [columns] = blocks;
  const word = (at: number | null) =>
    at === null ? '' : `${columnName(at)} ${header?.[at] ?? ''}`.trim();
  const params = {
    sheet: sheet ?? '',
    north: word(columns!.north),
    east: word(columns!.east),
    point: word(columns!.point),
    ring: word(columns!.ring),
    parcel: word(columns!.parcel ?? columns!.parcelName),
    bare: header === null,
  };
  const place = { sheet: sheet ?? '' };
  return [
    importNote('note-table-columns', header === null ? 'warning' : 'info', params),
    ...(both ? [importNote('note-table-both', 'info', place)] : []),
    ...(blocks.length > 1
      ? [importNote('note-table-side-by-side', 'warning', { ...place, count: blocks.length })]
      : []),
    ...(said.datums.length > 1 ? [importNote('note-table-datums', 'warning', place)] : []),
  ];
}

function rowNotes(parts: readonly PointRows[], filled: number, sheet: string | null): Note[] {
  const place = { sheet: sheet ?? '' };
  const angles = parts.reduce((sum, part) => sum + part.angles, 0);
  const passed = new Map(parts.flatMap(({ passedOver }) => passedOver.map((p) => [p.row, p.text])));
  const [first] = passed;
  return [
    ...(angles > 0 ? [importNote('note-table-angles', 'info', { ...place, count: angles })] : []),
    ...(filled > 0 ? [importNote('note-table-filled', 'info', { ...place, count: filled })] : []),
    ...(first
      ? [
          importNote('note-table-passed-over', 'info', {
            ...place,
            count: passed.size,
            row: first[0],
            text: first[1],
          }),
        ]
      : []),
  ];
}
