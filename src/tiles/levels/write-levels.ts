import { PbfWriter } from 'pbf';
import { deflate } from '../../bytes/deflate.ts';
import { bytesOfHex, sha256Bytes } from '../../bytes/sha256.ts';
import type { TileId } from '../mercator.ts';
import { tileNumber } from '../tile-number.ts';
import { memorySpool, type TileSpool } from '../tile-spool.ts';
import {
  FIXED_BYTES,
  LARGEST_TILE,
  LEVELS_MAGIC,
  LEVELS_VERSION,
  PAGE_ROW_BYTES,
  SUM_BYTES,
  TILES_IN_PAGE,
} from './levels-format.ts';

export interface LevelTile extends TileId {
  /** A Mapbox Vector Tile; one without bytes is left out. */
  readonly bytes: Uint8Array;
}

export interface LevelsOptions {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Of the layer file that the tiles are made of. */
  readonly layerSha256: string;
  /** Default: memory. */
  readonly spool?: TileSpool;
}

/** A file of tiles, ready to be written. */
export interface PackedLevels {
  readonly head: Uint8Array;
  readonly tiles: number;
  readonly bytes: number;
  /** The whole file, the head first. */
  contents(): AsyncGenerator<Uint8Array>;
}

/**
 * Packs tiles for a side file of a layer (`levels-format.ts`). The same tiles give the same bytes. In memory
 * are some 13 bytes a tile, besides the spool.
 *
 * @param tiles rising by `tileNumber`
 * @throws RangeError for tiles out of order or beyond the zooms
 */
export async function packLevels(
  tiles: Iterable<LevelTile> | AsyncIterable<LevelTile>,
  { minzoom, maxzoom, layerSha256, spool = memorySpool() }: LevelsOptions,
): Promise<PackedLevels> {
  const pages: Page[] = [];
  let page = new Page();
  let count = 0;
  let last = -1;
  for await (const { z, x, y, bytes } of tiles) {
    const number = tileNumber({ z, x, y });
    if (z < minzoom || z > maxzoom || number <= last || bytes.length > LARGEST_TILE) {
      throw new RangeError(`tile ${z}/${x}/${y} out of order, zooms or size`);
    }
    last = number;
    if (bytes.length === 0) continue;
    const packed = deflate(bytes);
    await spool.append(packed);
    page.add(number, packed, bytes.length);
    count++;
    if (page.tiles < TILES_IN_PAGE) continue;
    pages.push(page);
    page = new Page();
  }
  if (page.tiles > 0) pages.push(page);

  const written = pages.map((one) => one.finish());
  const head = new Uint8Array(FIXED_BYTES + PAGE_ROW_BYTES * pages.length);
  const view = new DataView(head.buffer);
  head.set(LEVELS_MAGIC);
  view.setUint32(4, LEVELS_VERSION, true);
  head.set(bytesOfHex(layerSha256), 8);
  head.set([minzoom, maxzoom], 40);
  view.setUint32(44, count, true);
  view.setUint32(48, pages.length, true);
  let bytes = head.length;
  for (const [i, { first, data }] of pages.entries()) {
    const at = FIXED_BYTES + PAGE_ROW_BYTES * i;
    const own = written[i]!;
    view.setFloat64(at, first, true);
    view.setUint32(at + 8, own.length, true);
    view.setUint32(at + 12, data, true);
    head.set(sumOf(own), at + 16);
    bytes += own.length + data;
  }
  return {
    head,
    tiles: count,
    bytes,
    async *contents() {
      yield head;
      yield* written;
      yield* spool.contents();
    },
  };
}

class Page {
  readonly #pbf = new PbfWriter();
  #last = 0;
  first = 0;
  tiles = 0;
  /** Bytes of its tiles. */
  data = 0;

  add(number: number, packed: Uint8Array, unpacked: number): void {
    if (this.tiles === 0) this.first = number;
    this.#pbf.writeVarint(number - this.#last);
    this.#pbf.writeVarint(packed.length);
    this.#pbf.writeVarint(unpacked);
    const sum = sumOf(packed);
    const view = new DataView(sum.buffer, sum.byteOffset, SUM_BYTES);
    this.#pbf.writeFixed32(view.getUint32(0, true));
    this.#pbf.writeFixed32(view.getUint32(4, true));
    this.#last = number;
    this.tiles++;
    this.data += packed.length;
  }

  finish(): Uint8Array {
    return this.#pbf.finish();
  }
}

/** SHA-256 cut short. */
export function sumOf(bytes: Uint8Array): Uint8Array {
  return sha256Bytes(bytes).subarray(0, SUM_BYTES);
}
