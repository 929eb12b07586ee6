import type { CoordinateHints } from '../../crs/evidence.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import type { Text } from '../../text/text.ts';
import type { ProjectGdal } from '../project-gdal.ts';

/** A ring as a file wrote it: numbers are still text, the axes as the format understands them. */
export interface RawRing {
  /** [point name, east or lon, north or lat] */
  readonly points: readonly (readonly [name: string, x: string, y: string])[];
  /** Whether the file calls it a hole; null where the format leaves that to the nesting. */
  readonly hole: boolean | null;
}

/** What the rings of a parcel stand for. Lines and points become areas by a width (`widen-parcel`). */
export type RawShape = 'area' | 'line' | 'point';

export interface RawParcel {
  /** Number in the file; null or "" where it has none. */
  readonly id: string | null;
  readonly name: string | null;
  readonly rings: readonly RawRing[];
  /** The number as written; its unit is found by comparison. */
  readonly declaredArea: number | null;
  /** Count of points as written in the file. */
  readonly declaredPoints: number | null;
  readonly purpose: string | null;
  readonly shape: RawShape;
  /** Full width of a line, or diameter of a point, as its attributes give it, metres. */
  readonly widthM: number | null;
  /** Layer, sheet or folder of the file that holds it; null where a file has none. */
  readonly layer: string | null;
  /** What else the file says of it, names as written: tells the projects of one file apart. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a format does not say of a parcel, in the words above. */
export const BARE_PARCEL = {
  id: null,
  name: null,
  declaredArea: null,
  declaredPoints: null,
  purpose: null,
  shape: 'area',
  widthM: null,
  layer: null,
  attributes: {},
} as const satisfies Omit<RawParcel, 'rings'>;

/** What a format reads: everything the file says, nothing decided yet. */
export interface RawProject {
  readonly id: string | null;
  readonly name: string | null;
  readonly code: string | null;
  readonly applicant: string | null;
  readonly parcels: readonly RawParcel[];
  readonly hints: CoordinateHints;
  /** Whether a person must choose where several layers hold shapes (drawings), or all are meant. */
  readonly choosesLayers?: boolean | undefined;
  readonly notes: readonly Note[];
}

export interface NamedFile {
  /** Base name, or a path inside a folder or archive, with "/". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadContext {
  readonly name: string;
  /** Files that belong to it: the .dbf and .prj of a .shp, the tables of a .gdb. */
  readonly beside: readonly NamedFile[];
  readonly answers: ImportAnswers;
  /** For formats that this program does not read itself; absent where there is none. */
  readonly gdal?: ProjectGdal | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One project file format. `sniff` gives 0 (not mine) to 1 (surely mine) from the first bytes alone.
 * `read` throws a UserError for a file that is broken, and gives notes for what it tolerated.
 */
export interface ProjectFormat {
  readonly id: string;
  readonly title: Text;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  sniff(head: Uint8Array): number;
  read(bytes: Uint8Array, context: ReadContext): RawProject | Promise<RawProject>;
}
