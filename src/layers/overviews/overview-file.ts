import type { CatalogOverview } from '../../domain/catalog.ts';
import { describeLayer } from '../../files/describe-layer.ts';
import { verticesOf } from '../../files/flatgeobuf/check-geometry.ts';
import type { FlatGeometry } from '../../files/flatgeobuf/flat-geometry.ts';
import type { Column } from '../../files/flatgeobuf/format.ts';
import { hilbertOrder } from '../../files/flatgeobuf/hilbert.ts';
import { extentOf } from '../../files/flatgeobuf/sorted-head.ts';
import type { PropertyValue } from '../../files/flatgeobuf/write-properties.ts';
import { writeFlatGeobuf } from '../../files/flatgeobuf/writer.ts';
import { type BBox, bboxOf } from '../../geometry/shapes.ts';
import { OVERVIEW_COLUMNS, type OverviewProperties } from '../../tiles/overview-part.ts';

/** A level-of-detail file, to be put beside the catalog. */
export interface Overview {
  /** Relative to the catalog. */
  readonly file: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** How many files make up these zooms together. */
  readonly parts: number;
  readonly bytes: Uint8Array;
  readonly features: number;
  readonly extent: BBox;
}

export type OverviewFeature = FlatGeometry & {
  readonly properties: OverviewProperties & Readonly<Record<string, PropertyValue>>;
};

/** Which files a level becomes. */
export interface LevelName {
  readonly id: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Columns of the layer's own that the level carries. */
  readonly columns?: readonly Column[];
}

/**
 * At most in one file: its header and index then take less than the 64 KB of a first read over HTTP, so
 * that one request opens and verifies the file.
 */
export const FEATURES_PER_FILE = 1400;

/** The files of a level whose features are all there: runs along the Hilbert curve. */
export function* levelFiles(
  level: LevelName,
  features: readonly OverviewFeature[],
): Generator<Overview> {
  const boxes = new Float64Array(4 * features.length);
  features.forEach((feature, i) => {
    boxes.set(boxOf(feature), 4 * i);
  });
  const order = hilbertOrder(boxes, extentOf(boxes));
  const parts = Math.ceil(features.length / FEATURES_PER_FILE);
  for (let part = 0; part < parts; part++) {
    const of = order.subarray(part * FEATURES_PER_FILE, (part + 1) * FEATURES_PER_FILE);
    yield overviewFile(
      level,
      Array.from(of, (i) => features[i]!),
      part,
      parts,
    );
  }
}

/** One file of a level: part `part`, from 0, of `parts`. */
export function overviewFile(
  { id, minzoom, maxzoom, columns = [] }: LevelName,
  features: readonly OverviewFeature[],
  part: number,
  parts: number,
): Overview {
  const zooms = minzoom === maxzoom ? `z${minzoom}` : `z${minzoom}-${maxzoom}`;
  const name = parts === 1 ? `${id}-${zooms}` : `${id}-${zooms}-${part + 1}of${parts}`;
  const bytes = writeFlatGeobuf({
    name,
    columns: [...OVERVIEW_COLUMNS, ...columns],
    crs: 4490,
    features,
    index: true,
    geometryType: 'Unknown',
  });
  const boxes = Float64Array.from(features.flatMap((feature) => [...boxOf(feature)]));
  const extent = extentOf(boxes);
  const file = `lod/${name}.fgb`;
  return { file, minzoom, maxzoom, parts, bytes, features: features.length, extent };
}

/** What the catalog says of a level-of-detail file, so that it can be verified like a layer. */
export async function describeOverview(overview: Overview): Promise<CatalogOverview> {
  const { file, minzoom, maxzoom, parts } = overview;
  const weights = await describeLayer(overview.bytes);
  return { file, minzoom, maxzoom, ...weights, ...(parts === 1 ? {} : { parts }) };
}

function boxOf(geometry: FlatGeometry): BBox {
  return bboxOf({ xy: verticesOf(geometry) });
}
