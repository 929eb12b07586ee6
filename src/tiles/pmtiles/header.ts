import type { BBox } from '../../geometry/shapes.ts';

export const HEADER_BYTES = 127;
const MAGIC = 'PMTiles';
const VERSION = 3;
const MVT = 1;

export interface Section {
  readonly offset: number;
  readonly length: number;
}

export interface PmtilesHeader {
  readonly root: Section;
  readonly metadata: Section;
  readonly leaves: Section;
  readonly tiles: Section;
  /** Tiles that have bytes, entries of the directories, different contents. */
  readonly addressed: number;
  readonly entries: number;
  readonly contents: number;
  readonly gzip: boolean;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Degrees. */
  readonly bounds: BBox;
}

/** The fixed beginning of an archive, version 3; little-endian. */
export function writeHeader(header: PmtilesHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  bytes[7] = VERSION;
  const { root, metadata, leaves, tiles } = header;
  const numbers = [root, metadata, leaves, tiles].flatMap(({ offset, length }) => [offset, length]);
  numbers.push(header.addressed, header.entries, header.contents);
  numbers.forEach((number, i) => {
    view.setBigUint64(8 + 8 * i, BigInt(number), true);
  });
  const compression = header.gzip ? 2 : 1;
  // clustered: the bytes of the tiles stand in the order of the tiles
  bytes.set([1, compression, compression, MVT, header.minzoom, header.maxzoom], 96);
  const [west, south, east, north] = header.bounds;
  [west, south, east, north].forEach((degrees, i) => {
    view.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true);
  });
  bytes[118] = header.minzoom;
  view.setInt32(119, Math.round(((west + east) / 2) * 1e7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * 1e7), true);
  return bytes;
}
