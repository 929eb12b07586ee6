import type { CoordinateHints } from '../../crs/evidence.ts';
import type { Note } from '../../domain/note.ts';
import type { Text } from '../../text/text.ts';

/** A ring as a file wrote it: numbers are still text, the axes as the format understands them. */
export interface RawRing {
  /** [point name, east or lon, north or lat] */
  readonly points: readonly (readonly [name: string, x: string, y: string])[];
  /** Whether the file calls it a hole; null where the format leaves that to the nesting. */
  readonly hole: boolean | null;
}

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
}

/** What a format reads: everything the file says, nothing decided yet. */
export interface RawProject {
  readonly id: string | null;
  readonly name: string | null;
  readonly code: string | null;
  readonly applicant: string | null;
  readonly parcels: readonly RawParcel[];
  readonly hints: CoordinateHints;
  readonly notes: readonly Note[];
}

export interface ReadContext {
  readonly name: string;
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
  read(bytes: Uint8Array, context: ReadContext): RawProject;
}
