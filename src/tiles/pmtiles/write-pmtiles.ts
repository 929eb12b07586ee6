import type { BBox } from '../../geometry/shapes.ts';
import type { TileId } from '../mercator.ts';
import { tileNumber } from '../tile-number.ts';
import { memorySpool, type TileSpool } from '../tile-spool.ts';
import { directories, type Entry } from './directory.ts';
import { HEADER_BYTES, writeHeader } from './header.ts';

/**
 * PMTiles version 3: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 * header | root directory | metadata | leaf directories | tile data
 */
export interface PmtilesTile extends TileId {
  /** A Mapbox Vector Tile as it is, not compressed. Tiles without bytes are left out. */
  readonly bytes: Uint8Array;
}

export interface PmtilesOptions {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Degrees. */
  readonly bounds: BBox;
  /** Name, attribution, `vector_layers`; JSON. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Compresses tiles and directories; without it the archive is not compressed. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** Default: memory. */
  readonly spool?: TileSpool;
}

/** Contents up to this size are looked for among those written before: tiles that are all inside. */
const SHARED_BYTES = 256;

/**
 * The archive of some tiles as pieces to be written one after the other, after all tiles have been seen.
 * In memory are 32 bytes a tile, besides the spool.
 *
 * @param tiles rising by `tileNumber`
 * @throws RangeError for tiles out of order or beyond the zooms
 */
export async function* writePmtiles(
  tiles: Iterable<PmtilesTile> | AsyncIterable<PmtilesTile>,
  options: PmtilesOptions,
): AsyncGenerator<Uint8Array> {
  const pack = options.gzip ?? ((bytes: Uint8Array) => bytes);
  const spool = options.spool ?? memorySpool();
  const { entries, contents, length } = await spoolTiles(tiles, options, pack, spool);

  const { root, leaves } = await directories(entries, HEADER_BYTES, pack);
  const metadata = await pack(new TextEncoder().encode(JSON.stringify(options.metadata)));
  const leafBytes = leaves.reduce((sum, leaf) => sum + leaf.length, 0);
  const metadataStart = HEADER_BYTES + root.length;
  const leavesStart = metadataStart + metadata.length;
  yield writeHeader({
    root: { offset: HEADER_BYTES, length: root.length },
    metadata: { offset: metadataStart, length: metadata.length },
    leaves: { offset: leavesStart, length: leafBytes },
    tiles: { offset: leavesStart + leafBytes, length },
    addressed: entries.reduce((sum, { run }) => sum + run, 0),
    entries: entries.length,
    contents,
    gzip: options.gzip !== undefined,
    minzoom: options.minzoom,
    maxzoom: options.maxzoom,
    bounds: options.bounds,
  });
  yield root;
  yield metadata;
  yield* leaves;
  yield* spool.contents();
}

async function spoolTiles(
  tiles: Iterable<PmtilesTile> | AsyncIterable<PmtilesTile>,
  { minzoom, maxzoom }: PmtilesOptions,
  pack: NonNullable<PmtilesOptions['gzip']>,
  spool: TileSpool,
) {
  const entries: Entry[] = [];
  const known = new Map<string, { readonly offset: number; readonly length: number }>();
  let contents = 0;
  let length = 0;
  for await (const tile of tiles) {
    if (tile.bytes.length === 0) continue;
    const number = tileNumber(tile);
    const last = entries.at(-1);
    const next = last ? last.tile + last.run : 0;
    if (tile.z < minzoom || tile.z > maxzoom || number < next) {
      throw new RangeError(`tile ${tile.z}/${tile.x}/${tile.y} out of order or zooms`);
    }
    const key = tile.bytes.length <= SHARED_BYTES ? String.fromCharCode(...tile.bytes) : null;
    let place = key === null ? undefined : known.get(key);
    if (place === undefined) {
      const packed = await pack(tile.bytes);
      await spool.append(packed);
      place = { offset: length, length: packed.length };
      if (key !== null) known.set(key, place);
      contents++;
      length += packed.length;
    }
    if (last && number === next && last.offset === place.offset) {
      entries[entries.length - 1] = { ...last, run: last.run + 1 };
    } else {
      entries.push({ tile: number, run: 1, ...place });
    }
  }
  return { entries, contents, length };
}
