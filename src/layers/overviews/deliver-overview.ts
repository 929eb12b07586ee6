import { sha256Hex, sha256Stream } from '../../bytes/sha256.ts';
import type { CatalogOverview } from '../../domain/catalog.ts';
import { describeLayer } from '../../files/describe-layer.ts';
import type { PackedLevels } from '../../tiles/levels/write-levels.ts';
import type { Zooms } from './levels.ts';
import type { PieceFile } from './piece-file.ts';

/** The tiles of a layer, to be put beside the catalog. */
export interface TileFile extends Zooms {
  /** Relative to the catalog. */
  readonly file: string;
  readonly packed: PackedLevels;
}

/** A level-of-detail file. */
export type Overview = TileFile | PieceFile;

/**
 * Hands out the bytes of a file, from its beginning, and gives what the catalog says of it, so that it can be
 * verified.
 */
export async function deliverOverview(
  overview: Overview,
  write: (bytes: Uint8Array) => void | Promise<void>,
): Promise<CatalogOverview> {
  const { file, minzoom, maxzoom } = overview;
  if ('bytes' in overview) {
    const { bytes, parts } = overview;
    await write(bytes);
    const weights = await describeLayer(bytes);
    return { file, minzoom, maxzoom, ...weights, ...(parts === 1 ? {} : { parts }) };
  }
  const { head, tiles, bytes, contents } = overview.packed;
  const hash = sha256Stream();
  for await (const piece of contents()) {
    hash.update(piece);
    await write(piece);
  }
  const headSha256 = sha256Hex(head);
  return { file, minzoom, maxzoom, sha256: hash.digestHex(), headSha256, bytes, tiles };
}
