import { describe, expect, it } from 'vitest';
import { type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { readEdgeIndex, writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { polygonWithHoles } from '../bench/layers.ts';

const box = (x: number, y: number, w: number, h: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
  ],
];
const features = [
  polygonWithHoles(3, 3000, 20, 106, 38, 0.1),
  ...Array.from({ length: 50 }, (_, i) => toFlat(box(106 + i / 512, 38, 1 / 512, 1 / 128))),
];
const hash = Uint8Array.from({ length: 32 }, (_, i) => i);
const index = buildLayerIndex(features);
const bytes = writeEdgeIndex(index, hash);
const site = prepareSite(toFlat(box(106.003, 38.001, 0.02, 0.02)));

function opened(data: Uint8Array<ArrayBuffer>): LayerIndex {
  const found = readEdgeIndex(data, hash);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('the stored index', () => {
  it('gives the same overlaps as the one it was written from', () => {
    const expected = overlapsOf(site, index);
    expect(expected.length).toBeGreaterThan(10);
    expect(overlapsOf(site, opened(bytes))).toEqual(expected);
  });

  it('is used where it lies, also at an odd place of a larger buffer', () => {
    expect(opened(bytes).rings.xy.buffer).toBe(bytes.buffer);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    const found = overlapsOf(site, opened(larger.subarray(3)));
    expect(found).toEqual(overlapsOf(site, index));
    const shifted = new Uint8Array(bytes.length + 8);
    shifted.set(bytes, 8);
    expect(overlapsOf(site, opened(shifted.subarray(8)))).toEqual(found);
  });

  it('is not used with another layer file, version, magic or length', () => {
    const changed = (at: number) => {
      const copy = bytes.slice();
      copy[at]! ^= 1;
      return readEdgeIndex(copy, hash);
    };
    expect(changed(0)).toBe('magic');
    expect(changed(4)).toBe('version');
    expect(changed(8)).toBe('layer');
    expect(changed(39)).toBe('layer');
    for (const at of [40, 44, 48, 52, 56]) expect(changed(at)).toBe('length');
    expect(changed(60)).toMatch(/^(length|tree)$/);
    expect(readEdgeIndex(bytes.slice(0, -8), hash)).toBe('length');
    expect(readEdgeIndex(bytes.slice(0, 10), hash)).toBe('length');
    expect(readEdgeIndex(new Uint8Array(0), hash)).toBe('length');
    // the tree over the features, at the end
    const treeAt = bytes.length - 8 * Math.ceil(index.tree.bytes.byteLength / 8);
    expect(changed(treeAt)).toBe('tree');
    expect(changed(treeAt + 4)).toBe('tree');
  });

  it('holds an empty layer', () => {
    const empty = writeEdgeIndex(buildLayerIndex([]), hash);
    expect(overlapsOf(site, opened(empty))).toEqual([]);
  });

  it('takes at most 120 bytes an edge', () => {
    const edges = index.rings.xy.length / 2 - index.rings.ringSign.length;
    expect(bytes.length / edges).toBeLessThan(120);
  });
});
