import type { ByteSource } from '../bytes/byte-source.ts';
import { bytesOfHex } from '../bytes/sha256.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { EVERYWHERE, type FlatPolygons } from '../geometry/shapes.ts';
import { indexRings, type LayerIndex } from '../overlay/edge-index.ts';
import { readEdgeIndex, writeEdgeIndex } from '../overlay/edge-index-file.ts';
import { collectRings, type RingSet } from '../overlay/ring-set.ts';

/**
 * Compares an edge index with the layer it belongs to: its header, then every ring and area with the
 * features of the layer, then all that follows from those by building it again.
 *
 * @param layer opened
 * @returns what is wrong, null where everything agrees
 */
export async function verifyEdgeIndex(
  layer: LayerSource,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<UserError | null> {
  const { entry } = layer;
  const { file } = entry.edgeIndex!;
  const faulty = (what: string, value: number | null = null): UserError =>
    new UserError('layer-edge-index', { file, layer: entry.file, what, value });
  const size = await source.size(signal);
  const bytes = Uint8Array.from(await source.read(0, size, signal));
  const sha256 = bytesOfHex(entry.sha256);
  const index = readEdgeIndex(bytes, sha256);
  if (typeof index === 'string') return faulty(index);
  if (index.areaM2.length !== entry.features) return faulty('features', index.areaM2.length);
  const rings = consistent(index.rings);
  if (!rings) return faulty('rings');
  let f = 0;
  for await (const { polygons } of layer.featuresIn(EVERYWHERE, signal)) {
    if (!sameFeature(index, f, polygons)) return faulty('feature', f);
    f++;
  }
  const rebuilt = writeEdgeIndex(indexRings(index.rings, index.areaM2), sha256);
  const differs = rebuilt.length !== bytes.length ? 0 : rebuilt.findIndex((b, i) => b !== bytes[i]);
  return differs < 0 ? null : faulty('tree', differs);
}

/** Starts that rise and end where the arrays do: only then may rings be looked up. */
function consistent({ xy, ringStart, featureRing, ringSign }: RingSet): boolean {
  const rises = (starts: Uint32Array, end: number): boolean =>
    starts[0] === 0 &&
    starts.at(-1) === end &&
    starts.every((start, i) => i === 0 || start >= starts[i - 1]!);
  return rises(ringStart, xy.length / 2) && rises(featureRing, ringSign.length);
}

function sameFeature({ rings, areaM2 }: LayerIndex, f: number, polygons: FlatPolygons): boolean {
  const own = collectRings([polygons]);
  const first = rings.featureRing[f]!;
  const last = rings.featureRing[f + 1]!;
  if (last - first !== own.ringSign.length) return false;
  const start = rings.ringStart[first]!;
  const same = (a: ArrayLike<number>, at: number, b: ArrayLike<number>): boolean => {
    for (let i = 0; i < b.length; i++) if (a[at + i] !== b[i]) return false;
    return true;
  };
  for (let ring = 0; ring <= own.ringSign.length; ring++) {
    if (rings.ringStart[first + ring]! - start !== own.ringStart[ring]) return false;
  }
  return (
    same(rings.xy, 2 * start, own.xy) &&
    same(rings.ringSign, first, own.ringSign) &&
    same(rings.featureBox, 4 * f, own.featureBox) &&
    areaM2[f] === ellipsoidAreaM2(polygons)
  );
}
