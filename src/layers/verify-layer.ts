import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { layerError } from '../files/layer-error.ts';
import { isHarmful } from '../geometry/defect-weight.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import type { Defect } from '../geometry/validity.ts';
import { roundM2 } from '../units/round.ts';
import { featureDefects, firstOverlap } from './layer-geometry.ts';

/** Everywhere on earth. */
const EVERYWHERE = [-180, -90, 180, 90] as const;

/**
 * Compares one layer with its catalog entry, whole. Control layers are opened as a check opens them and
 * every feature is read, looked at for defects and, where the entry says that features do not overlap,
 * compared with its neighbours; of the others, which may hold points or lines, the bytes are compared.
 *
 * @returns the number of features
 * @throws UserError `layer-...`
 */
export async function verifyLayer(
  source: LayerSource,
  bytes: ByteSource,
  signal: AbortSignal,
): Promise<number> {
  const { entry } = source;
  if (!isControlKind(entry.kind)) return verifyBytes(entry, bytes, signal);
  await source.open(signal);
  const shapes: FlatPolygons[] = [];
  const faulty: { readonly feature: number; readonly defect: Defect }[] = [];
  for await (const { index, polygons } of source.featuresIn(EVERYWHERE, signal)) {
    shapes.push(polygons);
    const defect = featureDefects(polygons).find(isHarmful);
    if (defect) faulty.push({ feature: index, defect });
  }
  const counted = shapes.length;
  const { file } = entry;
  if (counted !== entry.features) {
    throw new UserError('layer-count', { file, counted, features: entry.features });
  }
  const first = faulty[0];
  if (first) {
    const { feature, defect } = first;
    throw new UserError('layer-geometry', {
      file,
      feature,
      what: defect.kind,
      place: defect.at?.join(', ') ?? null,
      count: faulty.length,
    });
  }
  if (!entry.overlapsItself) refuseOverlap(file, shapes, signal);
  return counted;
}

/** Every feature is delivered, in file order: positions in the list are positions in the file. */
function refuseOverlap(file: string, shapes: readonly FlatPolygons[], signal: AbortSignal): void {
  const pair = firstOverlap(shapes, signal);
  if (pair) {
    const areaM2 = roundM2(pair.areaM2);
    throw new UserError('layer-overlaps-itself', { file, a: pair.a, b: pair.b, areaM2 });
  }
}

async function verifyBytes(
  entry: CatalogLayer,
  source: ByteSource,
  signal: AbortSignal,
): Promise<number> {
  const { file } = entry;
  try {
    const size = await source.size(signal);
    if (size !== entry.bytes) {
      throw new UserError('layer-size', { file, size, wanted: entry.bytes });
    }
    const bytes = await source.read(0, size, signal);
    if (sha256Hex(bytes) !== entry.sha256) throw new UserError('layer-sha256', { file });
  } catch (error) {
    throw layerError(entry, error);
  }
  return entry.features;
}
