import {
  LARGEST_TILE,
  type LevelsEntry,
  LevelsError,
  type LevelsPage,
  SUM_BYTES,
} from './levels-format.ts';

/**
 * The tiles of a page, every number looked at before it is believed.
 *
 * @param end number that no tile of the page reaches
 * @throws LevelsError
 */
export function readPage(bytes: Uint8Array, page: LevelsPage, end: number): LevelsEntry[] {
  const entries: LevelsEntry[] = [];
  let at = 0;
  let number = 0;
  let start = page.tilesStart;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; scale < 2 ** 53; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new LevelsError('page end');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new LevelsError('page number');
  };
  while (at < bytes.length) {
    const step = varint();
    number += step;
    const length = varint();
    const unpacked = varint();
    const sum = bytes.subarray(at, at + SUM_BYTES);
    at += SUM_BYTES;
    if (at > bytes.length) throw new LevelsError('page end');
    const isFirst = entries.length === 0;
    if (number >= end || (isFirst ? number !== page.first : step === 0)) {
      throw new LevelsError('tile order');
    }
    if (length === 0 || unpacked === 0 || unpacked > LARGEST_TILE) {
      throw new LevelsError('tile length');
    }
    entries.push({ number, start, bytes: length, unpacked, sum });
    start += length;
    if (start > page.tilesStart + page.tilesBytes) throw new LevelsError('tile place');
  }
  if (start !== page.tilesStart + page.tilesBytes) throw new LevelsError('page bytes');
  return entries;
}
