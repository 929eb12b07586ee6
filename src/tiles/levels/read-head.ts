import type { ByteSource } from '../../bytes/byte-source.ts';
import {
  FIXED_BYTES,
  LEVELS_MAGIC,
  LEVELS_VERSION,
  LevelsError,
  type LevelsHead,
  type LevelsPage,
  PAGE_ROW_BYTES,
  SUM_BYTES,
} from './levels-format.ts';

/** No map has more zooms. */
const LAST_ZOOM = 24;

/**
 * The beginning of a file of tiles: which pages there are, and where. What it says of lengths is compared
 * with the length of the file before anything is read by it.
 *
 * @throws LevelsError, ByteError
 */
export async function readHead(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<{ readonly head: LevelsHead; readonly bytes: Uint8Array }> {
  const size = await source.size(signal);
  const fixed = await source.read(0, Math.min(size, FIXED_BYTES), signal);
  if (LEVELS_MAGIC.some((byte, i) => fixed[i] !== byte)) throw new LevelsError('magic');
  if (fixed.length < FIXED_BYTES) throw new LevelsError('length');
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  if (view.getUint32(4, true) !== LEVELS_VERSION) throw new LevelsError('version');
  const [minzoom, maxzoom] = [fixed[40]!, fixed[41]!];
  if (minzoom > maxzoom || maxzoom > LAST_ZOOM || view.getUint16(42, true) !== 0) {
    throw new LevelsError('zooms');
  }
  const tiles = view.getUint32(44, true);
  const count = view.getUint32(48, true);
  const headBytes = FIXED_BYTES + PAGE_ROW_BYTES * count;
  if (headBytes > size || tiles < count) throw new LevelsError('pages');
  const bytes = await source.read(0, headBytes, signal);
  const pages = readRows(bytes, size, (4 ** minzoom - 1) / 3, endOf(maxzoom));
  const last = pages.at(-1);
  const head = {
    layerSha256: Array.from(bytes.subarray(8, 40), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
    minzoom,
    maxzoom,
    tiles,
    pages,
    bytes: last ? last.tilesStart + last.tilesBytes : headBytes,
  };
  if (head.bytes !== size) throw new LevelsError('length');
  return { head, bytes };
}

/** The number that no tile up to a zoom reaches. */
export function endOf(maxzoom: number): number {
  return (4 ** (maxzoom + 1) - 1) / 3;
}

function readRows(bytes: Uint8Array, size: number, from: number, end: number): LevelsPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: LevelsPage[] = [];
  let start = bytes.length;
  let tilesBytes = 0;
  let least = from;
  for (let at = FIXED_BYTES; at < bytes.length; at += PAGE_ROW_BYTES) {
    const first = view.getFloat64(at, true);
    if (!Number.isInteger(first) || first < least || first >= end) throw new LevelsError('order');
    const page = {
      first,
      start,
      bytes: view.getUint32(at + 8, true),
      tilesStart: tilesBytes,
      tilesBytes: view.getUint32(at + 12, true),
      sum: bytes.subarray(at + 16, at + 16 + SUM_BYTES),
    };
    pages.push(page);
    least = first + 1;
    start += page.bytes;
    tilesBytes += page.tilesBytes;
    if (page.bytes === 0 || start + tilesBytes > size) throw new LevelsError('length');
  }
  // tiles begin where the pages end, which is known by now
  return pages.map((page) => ({ ...page, tilesStart: start + page.tilesStart }));
}
