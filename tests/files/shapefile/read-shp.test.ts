import { describe, expect, it } from 'vitest';
import { readShp } from '../../../src/files/shapefile/read-shp.ts';
import { SQUARE, shpOf } from './shp-builder.ts';

const HOLE: readonly [number, number][] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 1],
];
const partsOf = (bytes: Uint8Array) => readShp(bytes)[0]!.parts.map((part) => [...part]);
/** Byte places in the first record: its content begins behind the file's and its own head. */
const CONTENT = 108;

describe('shapes', () => {
  it.each([
    ['plain', 5, false],
    ['with measures', 25, false],
    ['with heights', 15, true],
  ])('areas %s', (_, type, hasHeights) => {
    const bytes = shpOf([{ type, parts: [SQUARE, HOLE] }], type);
    expect(readShp(bytes)).toMatchObject([{ kind: 'area', hasHeights }]);
    expect(partsOf(bytes)).toEqual([SQUARE.flat(), HOLE.flat()]);
  });

  it.each([3, 13, 23])('lines of type %d', (type) => {
    const bytes = shpOf([{ type, parts: [HOLE, SQUARE] }], type);
    expect(readShp(bytes)).toMatchObject([{ kind: 'line' }]);
    expect(partsOf(bytes)).toEqual([HOLE.flat(), SQUARE.flat()]);
  });

  it.each([1, 11, 21, 8, 18, 28])('points of type %d, each by itself', (type) => {
    const points: [number, number][] =
      type % 10 === 1
        ? [[3, 4]]
        : [
            [3, 4],
            [5, 6],
          ]; // prettier-ignore
    const bytes = shpOf([{ type, parts: [points] }], type);
    expect(readShp(bytes)).toMatchObject([{ kind: 'point' }]);
    expect(partsOf(bytes)).toEqual(points);
  });

  it('is null for a record without shape or without points', () => {
    const bytes = shpOf([{ type: 0 }, { type: 5, parts: [] }, { type: 5, parts: [SQUARE] }]);
    expect(readShp(bytes).map((shape) => shape?.parts.length ?? null)).toEqual([null, null, 1]);
  });

  it('reads from the middle of a larger buffer', () => {
    const bytes = shpOf([{ type: 5, parts: [SQUARE] }]);
    const moved = new Uint8Array(bytes.length + 7);
    moved.set(bytes, 7);
    expect(partsOf(moved.subarray(7))).toEqual([SQUARE.flat()]);
  });
});

describe('what contradicts itself', () => {
  const good = () => shpOf([{ type: 5, parts: [SQUARE, HOLE] }]);
  const changed = (change: (view: DataView) => void): Uint8Array => {
    const bytes = good();
    change(new DataView(bytes.buffer));
    return bytes;
  };

  it('is refused at every length that a broken copy may have', () => {
    const bytes = good();
    for (let size = 0; size < bytes.length; size++) {
      expect(() => readShp(bytes.subarray(0, size)), String(size)).toThrow(
        expect.objectContaining({ code: 'truncated' }),
      );
    }
  });

  it.each([
    ['another magic number', (v: DataView) => v.setInt32(0, 9995), 'magic'],
    ['another version', (v: DataView) => v.setInt32(28, 1, true), 'magic'],
    ['a file of 4 GB', (v: DataView) => v.setInt32(24, 0x7fff_ffff), 'truncated'],
    ['a negative length', (v: DataView) => v.setInt32(24, -1), 'truncated'],
    ['a record of 4 GB', (v: DataView) => v.setInt32(104, 0x7fff_ffff), 'truncated'],
    ['a record of nothing', (v: DataView) => v.setInt32(104, 0), 'truncated'],
    ['2,147,483,647 parts', (v: DataView) => v.setInt32(CONTENT + 36, 0x7fff_ffff, true), 'record'],
    [
      '2,147,483,647 points',
      (v: DataView) => v.setInt32(CONTENT + 40, 0x7fff_ffff, true),
      'record',
    ],
    ['fewer than no points', (v: DataView) => v.setInt32(CONTENT + 40, -5, true), 'record'],
    ['points that no part holds', (v: DataView) => v.setInt32(CONTENT + 44, 2, true), 'record'],
    ['a part behind the points', (v: DataView) => v.setInt32(CONTENT + 48, 99, true), 'record'],
    ['a part before the first', (v: DataView) => v.setInt32(CONTENT + 48, -1, true), 'record'],
    ['no parts but points', (v: DataView) => v.setInt32(CONTENT + 36, 0, true), 'record'],
    ['a kind that there is not', (v: DataView) => v.setInt32(CONTENT, 7, true), 'kind'],
    ['a kind beyond all', (v: DataView) => v.setInt32(CONTENT, 35, true), 'kind'],
    ['a null with ten more', (v: DataView) => v.setInt32(CONTENT, 10, true), 'kind'],
    ['a surface of patches', (v: DataView) => v.setInt32(CONTENT, 31, true), 'multipatch'],
  ])('%s', (_, change, code) => {
    expect(() => readShp(changed(change))).toThrow(expect.objectContaining({ code }));
  });
});
