import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import { openLevels } from '../tiles/levels/open-levels.ts';
import { endOf, readHead } from '../tiles/levels/read-head.ts';

/** What a file of tiles holds, by its own account. */
export interface LevelsSummary {
  readonly layerSha256: string;
  readonly tiles: number;
  readonly bytes: number;
  /** Of each zoom that has any: how many, and the bytes of all of them, packed and unpacked. */
  readonly zooms: readonly {
    readonly zoom: number;
    readonly tiles: number;
    readonly bytes: number;
    readonly unpacked: number;
  }[];
}

/**
 * Reads a file of tiles to its end.
 *
 * @throws LevelsError where it contradicts itself; ByteError
 */
export async function inspectLevels(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<LevelsSummary> {
  const { head, bytes } = await readHead(source, signal);
  const levels = await openLevels(source, sha256Hex(bytes), signal);
  const zooms: { zoom: number; tiles: number; bytes: number; unpacked: number }[] = [];
  for (const place of head.pages.keys()) {
    for (const entry of await levels.page(place, signal)) {
      const { length } = await levels.tile(entry, signal);
      let zoom = zooms.at(-1)?.zoom ?? 0;
      while (entry.number >= endOf(zoom)) zoom++;
      if (zooms.at(-1)?.zoom !== zoom) zooms.push({ zoom, tiles: 0, bytes: 0, unpacked: 0 });
      const own = zooms.at(-1)!;
      own.tiles++;
      own.bytes += entry.bytes;
      own.unpacked += length;
    }
  }
  return { layerSha256: head.layerSha256, tiles: head.tiles, bytes: head.bytes, zooms };
}
