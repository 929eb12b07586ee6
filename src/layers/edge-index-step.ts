import { bytesOfHex, sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex } from '../overlay/edge-index.ts';
import { writeEdgeIndex } from '../overlay/edge-index-file.ts';
import type { Staging } from './layer-store.ts';
import { writeStaged } from './write-layer-file.ts';

/**
 * Up to which size a layer gets its edge index as a file (bytes). The index repeats every vertex, so it is
 * as large as the layer, and is made and read in memory as a whole. Up to here that is a moment for who
 * holds the layer in memory anyway; a larger layer is read by ranges, where no such file helps.
 */
const EDGE_INDEX_UP_TO = 64 * 1024 * 1024;

/** Writes the edge index of a staged layer file of polygons; undefined where it is not worth its bytes. */
export async function writeEdgeIndexFile(
  staging: Staging,
  file: string,
  { bytes, sha256 }: Pick<CatalogLayer, 'bytes' | 'sha256'>,
  signal?: AbortSignal,
): Promise<CatalogLayer['edgeIndex']> {
  if (bytes > EDGE_INDEX_UP_TO) return undefined;
  const shapes: FlatPolygons[] = [];
  const layer = await openFlatGeobuf(staging.open(file), signal);
  for await (const { geometry } of layer.allFeatures(signal)) {
    if (!('polygons' in geometry)) return undefined;
    shapes.push(geometry.polygons);
  }
  const index = writeEdgeIndex(buildLayerIndex(shapes), bytesOfHex(sha256));
  const name = file.replace(/(\.fgb)?$/, '.edges');
  await writeStaged(staging, name, index);
  return { file: name, sha256: sha256Hex(index) };
}
