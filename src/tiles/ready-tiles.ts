import type { ByteSource } from '../bytes/byte-source.ts';
import { SharedWork } from '../bytes/shared-work.ts';
import type { CatalogLayer, CatalogOverview } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { layerError } from '../files/layer-error.ts';
import { LevelsError } from './levels/levels-format.ts';
import { type Levels, openLevels } from './levels/open-levels.ts';
import type { ReadyTiles } from './overview-source.ts';

/** A file of tiles of a layer; none where the catalog does not say enough of it to verify it. */
export function readyTiles(
  entry: CatalogLayer,
  lod: CatalogOverview,
  bytesOf: (file: string) => ByteSource,
): ReadyTiles[] {
  const { file, minzoom, maxzoom, headSha256, bytes } = lod;
  if (headSha256 === undefined || bytes === undefined) return [];
  let opening: SharedWork<Levels> | null = null;
  let source: ByteSource | null = null;
  const open = (signal?: AbortSignal): Promise<Levels> => {
    if (opening === null || opening.lost) {
      source ??= bytesOf(file);
      const own = source;
      opening = new SharedWork(async (shared) => {
        const levels = await openLevels(own, headSha256, shared);
        compareHead(entry, lod, levels);
        return levels;
      });
    }
    return opening.join(signal);
  };
  const tileAt: ReadyTiles['tileAt'] = async (tile, signal) => {
    try {
      return await (await open(signal)).tileAt(tile, signal);
    } catch (error) {
      throw levelsError(entry, file, error);
    }
  };
  // a file that cannot be opened is opened again by the first tile, which tells
  const prepare = (): void => void open().catch(() => {});
  return [{ minzoom, maxzoom, prepare, tileAt }];
}

/**
 * The head of a file of tiles against its entry in the catalog.
 *
 * @throws UserError, LevelsError
 */
export function compareHead(
  { sha256 }: CatalogLayer,
  { file, minzoom, maxzoom, tiles, bytes }: CatalogOverview,
  { head }: Pick<Levels, 'head'>,
): void {
  if (bytes !== undefined && head.bytes !== bytes) {
    const code = head.bytes < bytes ? 'layer-truncated' : 'layer-size';
    throw new UserError(code, { file, size: head.bytes, wanted: bytes });
  }
  if (head.layerSha256 !== sha256) throw new LevelsError('layer');
  if (head.minzoom !== minzoom || head.maxzoom !== maxzoom) throw new LevelsError('zooms');
  if (head.tiles !== tiles) throw new LevelsError('tiles');
}

/** What went wrong with a file of tiles, as the user is told it. */
export function levelsError(entry: CatalogLayer, file: string, error: unknown): unknown {
  if (error instanceof LevelsError)
    return new UserError('layer-levels', { file, what: error.what });
  return layerError({ ...entry, file }, error);
}
