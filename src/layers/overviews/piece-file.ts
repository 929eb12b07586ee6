import { verticesOf } from '../../files/flatgeobuf/check-geometry.ts';
import type { FlatGeometry } from '../../files/flatgeobuf/flat-geometry.ts';
import type { Column } from '../../files/flatgeobuf/format.ts';
import { hilbertOrder } from '../../files/flatgeobuf/hilbert.ts';
import { extentOf } from '../../files/flatgeobuf/sorted-head.ts';
import type { PropertyValue } from '../../files/flatgeobuf/write-properties.ts';
import { writeFlatGeobuf } from '../../files/flatgeobuf/writer.ts';
import { bboxOf } from '../../geometry/shapes.ts';
import { OVERVIEW_COLUMNS, type OverviewProperties } from '../../tiles/overview-part.ts';
import { EXACT_ZOOMS, type Zooms } from './levels.ts';

/** A FlatGeobuf file of exact pieces, to be put beside the catalog. */
export interface PieceFile extends Zooms {
  /** Relative to the catalog. */
  readonly file: string;
  /** How many files hold the pieces together. */
  readonly parts: number;
  readonly bytes: Uint8Array;
  readonly features: number;
}

export type OverviewFeature = FlatGeometry & {
  readonly properties: OverviewProperties & Readonly<Record<string, PropertyValue>>;
};

/**
 * At most in one file: its header and index then take less than the 64 KB of a first read over HTTP, so
 * that one request opens and verifies the file.
 */
export const FEATURES_PER_FILE = 1400;

/**
 * The pieces of the layer `id` in files: runs along the Hilbert curve.
 *
 * @param columns of the layer's own that the pieces carry
 */
export function* pieceFiles(
  id: string,
  columns: readonly Column[],
  features: readonly OverviewFeature[],
): Generator<PieceFile> {
  const boxes = new Float64Array(4 * features.length);
  features.forEach((feature, i) => {
    boxes.set(bboxOf({ xy: verticesOf(feature) }), 4 * i);
  });
  const order = hilbertOrder(boxes, extentOf(boxes));
  const parts = Math.ceil(features.length / FEATURES_PER_FILE);
  const { minzoom, maxzoom } = EXACT_ZOOMS;
  for (let part = 0; part < parts; part++) {
    const of = order.subarray(part * FEATURES_PER_FILE, (part + 1) * FEATURES_PER_FILE);
    const zooms = `${id}-z${minzoom}-${maxzoom}`;
    const name = parts === 1 ? zooms : `${zooms}-${part + 1}of${parts}`;
    const bytes = writeFlatGeobuf({
      name,
      columns: [...OVERVIEW_COLUMNS, ...columns],
      crs: 4490,
      features: Array.from(of, (i) => features[i]!),
      index: true,
      geometryType: 'Unknown',
    });
    yield { file: `lod/${name}.fgb`, minzoom, maxzoom, parts, bytes, features: of.length };
  }
}
