import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import { UserError } from '../domain/user-error.ts';
import type { Text } from '../text/text.ts';
import { type ImportCode, importText } from '../text/words/import.ts';
import { csv } from './formats/csv.ts';
import type { RawShape } from './formats/format.ts';
import { importError } from './import-message.ts';
import { type OpenedProjects, type OpenOptions, openProjects } from './open-project.ts';
import { PASTED_NAME } from './pasted-name.ts';
import { sniffFormat } from './sniff.ts';
import { isPointRow } from './tables/bare-columns.ts';
import { columnName } from './tables/point-rows.ts';
import { readTable } from './tables/read-tables.ts';
import { splitText } from './tables/split-text.ts';
import { type Columns, roleOf } from './tables/table-columns.ts';

/**
 * Text from the clipboard, or from a pipe, to projects: a table of points from Word, Excel or PDF, or the
 * text of any other format that is read here. Errors and questions as `openProjects` has them.
 */
export async function openPasted(
  text: string,
  options: OpenOptions = {},
  name: string = PASTED_NAME,
): Promise<OpenedProjects> {
  if (text.trim() === '') throw importError('err-paste-empty');
  return openProjects({ name, bytes: new TextEncoder().encode(text) }, options);
}

export interface PreviewColumn {
  /** A, B, ... */
  readonly letter: string;
  readonly header: string;
  readonly role: 'north' | 'east' | 'point' | 'ring' | 'parcel' | 'kept' | 'passed-over';
}

/** What pasted text would be read as, before anything is opened. */
export interface PastePreview {
  /** Id of the format; only a table of points (`csv`) has columns. */
  readonly format: string | null;
  readonly columns: readonly PreviewColumn[];
  /** Points that were recognised. */
  readonly points: number;
  /** The first few, as they will be read: north and east (or lat and lon) are told apart already. */
  readonly first: readonly {
    readonly row: number;
    readonly name: string;
    readonly east: string;
    readonly north: string;
  }[];
  readonly parcels: readonly {
    readonly name: string | null;
    readonly points: number;
    readonly rings: number;
    readonly shape: RawShape;
  }[];
  readonly notes: readonly Note[];
  /** Why it cannot be read; null where it can. */
  readonly problem: Text | null;
}

const FIRST_POINTS = 5;

/** For showing while somebody pastes: never throws for what the text holds. */
export function previewPasted(text: string, answers: ImportAnswers = {}): PastePreview {
  try {
    if (text.trim() === '') return EMPTY;
    const format = sniffFormat(PASTED_NAME, new TextEncoder().encode(text)).id;
    if (format !== csv.id) return { ...EMPTY, format };
    const table = splitText(text, isPointRow);
    const reading = table && readTable(table, answers);
    if (!reading) throw importError('err-table-no-coordinates', { file: PASTED_NAME });
    const { found, points, parcels, notes } = reading;
    return {
      format,
      columns: previewColumns(found.blocks[0]!, found.header, table.rows),
      points: points.length,
      first: points
        .slice(0, FIRST_POINTS)
        .map(({ row, name, x, y }) => ({ row, name, east: x, north: y })),
      parcels: parcels.map(({ name, rings, shape }) => ({
        name,
        points: rings.reduce((sum, ring) => sum + ring.points.length, 0),
        rings: rings.length,
        shape,
      })),
      notes,
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...EMPTY, problem: importText(error.code as ImportCode, error.params) };
  }
}

const EMPTY: PastePreview = {
  format: null,
  columns: [],
  points: 0,
  first: [],
  parcels: [],
  notes: [],
  problem: null,
};

function previewColumns(
  columns: Columns,
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): PreviewColumn[] {
  const width = Math.min(Math.max(...rows.map((row) => row.length), 0), columns.to);
  const roles = new Map<number | null, PreviewColumn['role']>([
    [columns.parcelName, 'parcel'],
    [columns.parcel, 'parcel'],
    [columns.ring, 'ring'],
    [columns.point, 'point'],
    [columns.north, 'north'],
    [columns.east, 'east'],
  ]);
  return Array.from({ length: width }, (_, i) => {
    const word = header?.[i] ?? '';
    const kept = roleOf(word)?.is === 'attribute' ? 'kept' : 'passed-over';
    return { letter: columnName(i), header: word, role: roles.get(i) ?? kept };
  });
}
