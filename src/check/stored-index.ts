import type { LayerFeature } from '../domain/layer-source.ts';
import type { LayerIndex } from '../overlay/edge-index.ts';
import { type EdgeIndexFault, readEdgeIndex } from '../overlay/edge-index-file.ts';

/** The edge index that is stored beside a layer file. */
export interface StoredIndex {
  /** Its bytes, as the catalog vouches for them; null where they are not, and that was told already. */
  read(signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Told that the bytes are of no use; the index is then built from the layer. */
  unused(why: EdgeIndexFault | 'features'): void;
}

/** The stored index, used where it lies; null where it has to be built. */
export async function mapIndex(
  stored: StoredIndex,
  fgbSha256: string,
  signal?: AbortSignal,
): Promise<LayerIndex | null> {
  const bytes = await stored.read(signal);
  if (bytes === null) return null;
  const index = readEdgeIndex(bytes, bytesOfHex(fgbSha256));
  if (typeof index !== 'string') return index;
  stored.unused(index);
  return null;
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

/** Whether a feature of the layer stands in the index with these very vertices. */
export function holdsFeature(
  { rings }: LayerIndex,
  { index: f, polygons }: Pick<LayerFeature, 'index' | 'polygons'>,
): boolean {
  const { xy, ringStart, featureRing } = rings;
  const first = featureRing[f]!;
  const { ringEnds } = polygons;
  if (f + 1 >= featureRing.length || featureRing[f + 1]! - first !== ringEnds.length) return false;
  const start = ringStart[first]!;
  for (let r = 0; r < ringEnds.length; r++) {
    if (ringStart[first + r + 1]! - start !== ringEnds[r]) return false;
  }
  const given = polygons.xy;
  for (let i = 0; i < given.length; i++) {
    if (given[i] !== xy[2 * start + i]) return false;
  }
  return true;
}
