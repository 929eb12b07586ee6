import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer, CatalogOverview } from '../domain/catalog.ts';
import { LevelsError } from '../tiles/levels/levels-format.ts';
import { openLevels } from '../tiles/levels/open-levels.ts';
import { compareHead, levelsError } from '../tiles/ready-tiles.ts';

/**
 * Reads a file of tiles to its end: head, every page and every tile, each against what stands before it.
 *
 * @throws UserError `layer-...`
 */
export async function verifyLevels(
  entry: CatalogLayer,
  lod: CatalogOverview,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<void> {
  const { file, headSha256 } = lod;
  try {
    if (headSha256 === undefined) throw new LevelsError('head');
    const levels = await openLevels(source, headSha256, signal);
    compareHead(entry, lod, levels);
    let tiles = 0;
    for (const place of levels.head.pages.keys()) {
      for (const one of await levels.page(place, signal)) {
        signal?.throwIfAborted();
        await levels.tile(one, signal);
        tiles++;
      }
    }
    if (tiles !== levels.head.tiles) throw new LevelsError('tiles');
  } catch (error) {
    throw levelsError(entry, file, error);
  }
}
