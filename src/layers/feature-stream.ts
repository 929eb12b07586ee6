import type { Column } from '../files/flatgeobuf/format.ts';
import type { WriteFeature, WriteGeometryType } from '../files/flatgeobuf/writer.ts';

/**
 * The features a layer is built from, whatever file they came from: lon/lat degrees on CGCS2000, rings
 * closed, columns as the source names them. Nothing is repaired or dropped here.
 */
export interface FeatureStream {
  /** What messages call the source. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly geometryType: WriteGeometryType;
  /** How many features there will be, where the source can tell. */
  readonly count: number | null;
  /**
   * In the source's order, in batches of bounded size; may be called again to read from the start.
   *
   * @throws UserError for a source that cannot be read to its end
   */
  batches(signal?: AbortSignal): AsyncIterable<readonly WriteFeature[]>;
}
