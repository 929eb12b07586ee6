import { ByteError, type ByteSource } from '../../bytes/byte-source.ts';
import { inflate } from '../../bytes/deflate.ts';
import { sha256Hex } from '../../bytes/sha256.ts';
import { SharedWork } from '../../bytes/shared-work.ts';
import type { TileId } from '../mercator.ts';
import { tileNumber } from '../tile-number.ts';
import {
  type LevelsEntry,
  LevelsError,
  type LevelsHead,
  type LevelsPage,
} from './levels-format.ts';
import { endOf, readHead } from './read-head.ts';
import { readPage } from './read-page.ts';
import { sumOf } from './write-levels.ts';

export interface Levels {
  readonly head: LevelsHead;
  /**
   * A tile between the zooms of the file; without bytes where nothing of the layer touches it.
   *
   * @throws LevelsError, ByteError
   */
  tileAt(tile: TileId, signal?: AbortSignal): Promise<Uint8Array>;
  /** The tiles of a page, compared with the head. */
  page(index: number, signal?: AbortSignal): Promise<readonly LevelsEntry[]>;
  /** The tile of an entry, compared with its page. */
  tile(entry: LevelsEntry, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * Opens a file of tiles and compares its head with the SHA-256 given. Pages are kept once read.
 *
 * @throws LevelsError, ByteError
 */
export async function openLevels(
  source: ByteSource,
  headSha256: string,
  signal?: AbortSignal,
): Promise<Levels> {
  const { head, bytes } = await readHead(source, signal);
  if (sha256Hex(bytes) !== headSha256) throw new LevelsError('head');
  const kept = new Map<number, SharedWork<LevelsEntry[]>>();

  const read = async (index: number, abort: AbortSignal): Promise<LevelsEntry[]> => {
    const page = head.pages[index]!;
    const own = await source.read(page.start, page.bytes, abort);
    if (!isSum(page.sum, own)) throw new LevelsError('page');
    return readPage(own, page, head.pages[index + 1]?.first ?? endOf(head.maxzoom));
  };
  const page = (index: number, abort?: AbortSignal): Promise<readonly LevelsEntry[]> => {
    let work = kept.get(index);
    if (!work || work.lost) {
      work = new SharedWork((shared) => read(index, shared));
      kept.set(index, work);
    }
    return work.join(abort);
  };
  const tile = async (
    { start, bytes: length, unpacked, sum }: LevelsEntry,
    abort?: AbortSignal,
  ): Promise<Uint8Array> => {
    const packed = await source.read(start, length, abort);
    if (!isSum(sum, packed)) throw new LevelsError('tile');
    return unpackedTile(packed, unpacked);
  };
  return {
    head,
    page,
    tile,
    async tileAt(id, abort) {
      const number = tileNumber(id);
      const index = lastUpTo(head.pages, number, ({ first }: LevelsPage) => first);
      if (index < 0) return NOTHING;
      const entries = await page(index, abort);
      const entry = entries[lastUpTo(entries, number, (one) => one.number)];
      return entry?.number === number ? tile(entry, abort) : NOTHING;
    },
  };
}

const NOTHING = new Uint8Array(0);

function unpackedTile(packed: Uint8Array, length: number): Uint8Array {
  try {
    return inflate(packed, length);
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    throw new LevelsError('deflate');
  }
}

function isSum(sum: Uint8Array, bytes: Uint8Array): boolean {
  return sumOf(bytes).every((byte, i) => byte === sum[i]);
}

/** Position of the last of some rising items that is not above a number; -1 where all are. */
function lastUpTo<T>(items: readonly T[], number: number, of: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(items[middle]!) <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
