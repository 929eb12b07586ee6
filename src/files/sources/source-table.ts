import type { DefinedCrs } from '../../crs/projjson.ts';
import type { Note } from '../../domain/note.ts';
import type { FlatPolygons } from '../../geometry/shapes.ts';
import type { Column } from '../flatgeobuf/format.ts';
import type { PropertyValue } from '../flatgeobuf/write-properties.ts';

/** A record as its file has it; coordinates east (or lon) first, in the file's own system. */
export interface SourceFeature {
  /** Every ring closed, with four vertices or more; nothing at all where the record has no area. */
  readonly polygons: FlatPolygons;
  /** Rings left out because they have fewer than three corners. */
  readonly droppedRings: number;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** One table of features of a source, whatever file it came from. */
export interface SourceTable {
  /** What messages call the file: its base name. */
  readonly file: string;
  /** Name of the table in it, e.g. YJJBNTBHTB. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** null where only reading to the end would tell. */
  readonly count: number | null;
  /** null where the file says nothing of its coordinate system. */
  readonly crs: DefinedCrs | null;
  readonly notes: readonly Note[];
  /**
   * In the file's order; may be called again to read from the start.
   *
   * @throws UserError `source-...`
   */
  batches(signal?: AbortSignal): AsyncIterable<readonly SourceFeature[]>;
}

/** Most of one batch: features, and vertices unless one feature alone has more. */
const BATCH_FEATURES = 1000;
const BATCH_VERTICES = 200_000;

/** Gathers features into batches of bounded size. */
export async function* inBatches<T extends { readonly polygons: FlatPolygons }>(
  features: AsyncIterable<T>,
): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  let vertices = 0;
  for await (const feature of features) {
    batch.push(feature);
    vertices += feature.polygons.xy.length / 2;
    if (batch.length === BATCH_FEATURES || vertices >= BATCH_VERTICES) {
      yield batch;
      batch = [];
      vertices = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
