import type { FlatPolygons } from '../geometry/shapes.ts';
import type { Text } from '../text/text.ts';
import type { Claim } from './claim.ts';
import type { DatumShift } from './import-answers.ts';
import type { Note } from './note.ts';
import type { Override } from './report.ts';

/** How the coordinate system of a project became known. */
export interface ProjectCrs {
  readonly epsg: number;
  readonly how: 'declared' | 'detected' | 'chosen';
  /** In words, with the evidence: "带号 35，中央经线 105°". */
  readonly detail: Text;
  /** Set when the coordinates came from an internet map and were corrected approximately. */
  readonly shift: 'gcj02' | 'bd09' | null;
  /** Set when they are in a local datum and were brought to CGCS2000 by parameters somebody gave. */
  readonly datumShift?: DatumShift | undefined;
}

/** A ring exactly as the file wrote it; numbers keep the file's own digits. */
export interface GivenRing {
  readonly hole: boolean;
  /** [point name, x (east or lon), y (north or lat)] */
  readonly points: readonly (readonly [name: string, x: string, y: string])[];
}

/** A parcel that is a line or a point, widened: `given` holds the line or the point itself. */
export interface Widening {
  readonly shape: 'line' | 'point';
  /** Distance to each side, or radius, metres. */
  readonly distanceM: number;
  readonly ends: 'round' | 'flat';
}

export interface Parcel {
  /** Number in the file, unique within the project, "1", "2", ... where the file has none. */
  readonly id: string;
  readonly name: string;
  /**
   * CGCS2000 lon/lat, valid rings, outer first. Plane edges are densified before transforming and
   * projected coordinates snapped to 1e-9 degree; given lon/lat is kept as written.
   */
  readonly polygons: FlatPolygons;
  /** Area in the project's own Gauss-Krüger plane, m²; null when given in lon/lat. */
  readonly planeAreaM2: number | null;
  readonly declaredAreaM2: number | null;
  readonly purpose: string | null;
  /** Vertices as given, closing points not counted. */
  readonly vertices: number;
  readonly given: readonly GivenRing[];
  readonly widened?: Widening | undefined;
}

/** One proposed project: what a boundary file becomes, whatever its format was. */
export interface Project {
  /** The file's own number, else the first 12 hex digits of the source's SHA-256 plus `-n`. */
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly applicant: string | null;
  readonly purpose: string | null;
  readonly source: { readonly file: string; readonly sha256: string };
  readonly crs: ProjectCrs;
  readonly parcels: readonly Parcel[];
  readonly claim: Claim;
  /** Verdicts that a person put beside the rules' own; absent is none. */
  readonly overrides?: readonly Override[] | undefined;
  readonly notes: readonly Note[];
}

/** One answer to "which coordinate system is this?". */
export interface CrsCandidate {
  readonly epsg: number;
  readonly title: Text;
  /** Evidence in words: easting, place it falls in, what the file says. */
  readonly reason: Text;
  /** Preselect only when every other candidate falls outside the region. */
  readonly likely: boolean;
  /** Where it would put the project: first ring and bounding box, lon/lat. */
  readonly bbox: readonly [number, number, number, number];
  readonly outline: readonly (readonly [number, number])[];
}
