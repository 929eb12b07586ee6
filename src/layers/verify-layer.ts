import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { layerError } from '../files/layer-error.ts';

/** Everywhere on earth. */
const EVERYWHERE = [-180, -90, 180, 90] as const;

/**
 * Compares one layer with its catalog entry, whole. Control layers are opened as a check opens them and
 * every feature is read; of the others, which may hold points or lines, the bytes are compared.
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
  let counted = 0;
  for await (const _ of source.featuresIn(EVERYWHERE, signal)) counted++;
  if (counted !== entry.features) {
    throw new UserError('layer-count', { file: entry.file, counted, features: entry.features });
  }
  return counted;
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
