import { PbfWriter } from 'pbf';

/** Where the bytes of a tile, or of `run` tiles that follow each other and are alike, stand. */
export interface Entry {
  readonly tile: number;
  /** 0: not a tile but a leaf directory, which begins with `tile`. */
  readonly run: number;
  /** Bytes from the beginning of the tile data, or of the leaf directories. */
  readonly offset: number;
  readonly length: number;
}

/** What a reader is sure to have after its first request: header and root directory together. */
const FIRST_READ = 16_384;
const ENTRIES_IN_LEAF = 4096;

type Pack = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * The directories over entries in rising order of tile: the root alone where it fits beside the header,
 * else a root that points to leaves of as few entries as still let it fit.
 */
export async function directories(
  entries: readonly Entry[],
  headerBytes: number,
  pack: Pack,
): Promise<{ readonly root: Uint8Array; readonly leaves: readonly Uint8Array[] }> {
  const only = await pack(directory(entries));
  if (only.length <= FIRST_READ - headerBytes) return { root: only, leaves: [] };
  for (let size = ENTRIES_IN_LEAF; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let first = 0; first < entries.length; first += size) {
      const leaf = await pack(directory(entries.slice(first, first + size)));
      pointers.push({ tile: entries[first]!.tile, run: 0, offset, length: leaf.length });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = await pack(directory(pointers));
    if (root.length <= FIRST_READ - headerBytes) return { root, leaves };
  }
}

/** One directory, column after column; an offset of 0 says "right behind the entry before". */
function directory(entries: readonly Entry[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  entries.forEach(({ tile }, i) => {
    pbf.writeVarint(tile - (entries[i - 1]?.tile ?? 0));
  });
  for (const { run } of entries) pbf.writeVarint(run);
  for (const { length } of entries) pbf.writeVarint(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    const follows = before !== undefined && before.offset + before.length === offset;
    pbf.writeVarint(follows ? 0 : offset + 1);
  });
  return pbf.finish();
}
