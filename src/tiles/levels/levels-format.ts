/*
 * The tiles of a layer for the zooms at which it is not drawn from its own features, made when the layer
 * is built. A side file, little-endian:
 *
 *   SXLV | u32 version | 32 bytes SHA-256 of the layer file | u8 first zoom | u8 last zoom | u16 0
 *        | u32 tiles | u32 pages
 *   for each page:  f64 its first tile | u32 its bytes | u32 bytes of its tiles
 *                   | 8 bytes SHA-256 of the page, cut short          all up to here is the head
 *   the pages, one after the other
 *   the tiles, one after the other
 *
 * A page is a run of tiles in the order of `tileNumber`, for each of them:
 *
 *   varint number, less the one before (in a page the first: whole) | varint bytes | varint bytes unpacked
 *   | 8 bytes SHA-256 of its bytes, cut short
 *
 * A tile is a Mapbox Vector Tile (`build-tile.ts`), deflated. Between the zooms, one that is not listed is
 * empty: nothing of the layer touches it. The catalog has the SHA-256 of the head, the head has the sums of
 * pages, pages those of tiles: whatever is drawn was compared with the catalog on the way.
 */
export const LEVELS_MAGIC = Uint8Array.of(0x53, 0x58, 0x4c, 0x56);
export const LEVELS_VERSION = 1;
export const FIXED_BYTES = 52;
export const PAGE_ROW_BYTES = 24;
export const SUM_BYTES = 8;
/** A page takes some 13 kB: with the head no more than a first read. */
export const TILES_IN_PAGE = 1024;
/** No tile is larger once unpacked (bytes): far beyond what a map draws. */
export const LARGEST_TILE = 64 * 1024 * 1024;

export interface LevelsPage {
  /** Number of its first tile. */
  readonly first: number;
  /** Where the page is in the file. */
  readonly start: number;
  readonly bytes: number;
  /** Where its tiles are. */
  readonly tilesStart: number;
  readonly tilesBytes: number;
  readonly sum: Uint8Array;
}

export interface LevelsHead {
  /** 64 hex digits. */
  readonly layerSha256: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly tiles: number;
  readonly pages: readonly LevelsPage[];
  /** Of the whole file, as the pages come to. */
  readonly bytes: number;
}

/** A tile in its page. */
export interface LevelsEntry {
  readonly number: number;
  /** Where it is in the file. */
  readonly start: number;
  readonly bytes: number;
  readonly unpacked: number;
  readonly sum: Uint8Array;
}

/** A file of tiles that breaks its own rules; `what` names the rule in a word. */
export class LevelsError extends Error {
  override readonly name = 'LevelsError';
  readonly what: string;

  constructor(what: string) {
    super(what);
    this.what = what;
  }
}
