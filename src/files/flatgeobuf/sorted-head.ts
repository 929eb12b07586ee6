import type { BBox } from '../../geometry/shapes.ts';
import { buildIndex } from './build-index.ts';
import { type Column, GeometryType, MAGIC, NODE_SIZE } from './format.ts';
import { hilbertOrder } from './hilbert.ts';
import type { WriteGeometryType } from './write-feature.ts';
import { writeHeader } from './write-header.ts';

/** What a layer file is called and made of. */
export interface LayerShape {
  /** Layer name in the file. */
  readonly name: string;
  readonly title?: string;
  readonly columns: readonly Column[];
  /** Lon/lat degrees on CGCS2000. */
  readonly crs: 4490;
  readonly geometryType: WriteGeometryType;
}

export interface SortedHead {
  /** All bytes before the first feature. */
  readonly head: Uint8Array;
  /** Record numbers in the order of the file. */
  readonly order: Uint32Array;
  /** null without features. */
  readonly extent: BBox | null;
}

/**
 * Order of the features along the Hilbert curve, and with it magic, header and index.
 *
 * @param boxes west, south, east, north of each feature
 * @param lengths bytes of their records
 */
export function sortedHead(
  shape: LayerShape,
  boxes: Float64Array,
  lengths: Uint32Array,
): SortedHead {
  const count = lengths.length;
  const { header, extent } = layerHeader(shape, boxes);
  const order = extent === null ? new Uint32Array(0) : hilbertOrder(boxes, extent);
  const index = count === 0 ? new Uint8Array(0) : buildIndex(boxes, lengths, order);
  const head = new Uint8Array(MAGIC.length + header.length + index.length);
  head.set(MAGIC);
  head.set(header, MAGIC.length);
  head.set(index, MAGIC.length + header.length);
  return { head, order, extent };
}

/** The header with its length in front, for features that have these boxes. */
export function layerHeader(
  shape: LayerShape,
  boxes: Float64Array,
): { readonly header: Uint8Array; readonly extent: BBox | null } {
  const features = boxes.length / 4;
  const extent = features === 0 ? null : extentOf(boxes);
  const header = writeHeader({
    name: shape.name,
    ...(shape.title === undefined ? {} : { title: shape.title }),
    columns: shape.columns,
    crs: shape.crs,
    geometryType: GeometryType[shape.geometryType],
    features,
    nodeSize: features === 0 ? 0 : NODE_SIZE,
    extent,
  });
  return { header, extent };
}

/** Around all boxes, given as west, south, east, north one after the other. */
export function extentOf(boxes: Float64Array): BBox {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    extent[0] = Math.min(extent[0], boxes[i]!);
    extent[1] = Math.min(extent[1], boxes[i + 1]!);
    extent[2] = Math.max(extent[2], boxes[i + 2]!);
    extent[3] = Math.max(extent[3], boxes[i + 3]!);
  }
  return extent;
}
