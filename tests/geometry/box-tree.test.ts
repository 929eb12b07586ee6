import { describe, expect, it } from 'vitest';
import { BoxTree } from '../../src/geometry/box-tree.ts';

describe('box tree', () => {
  const boxes = Float64Array.of(0, 0, 1, 1, 2, 2, 3, 3, Infinity, Infinity, -Infinity, -Infinity);
  const tree = BoxTree.over(boxes);

  it('finds boxes that share a point, bounds included, and never an empty one', () => {
    expect(tree.search([1, 1, 2, 2]).sort()).toEqual([0, 1]);
    expect(tree.search([1.1, 1.1, 1.9, 1.9])).toEqual([]);
    expect(tree.search([-180, -90, 180, 90]).sort()).toEqual([0, 1]);
  });

  it('comes back from its bytes', () => {
    const { bytes } = tree;
    expect(BoxTree.from(bytes, 0, bytes.byteLength)?.search([0, 0, 0, 0])).toEqual([0]);
    const empty = BoxTree.over(new Float64Array(0));
    expect(empty.search([-1, -1, 1, 1])).toEqual([]);
    expect(BoxTree.from(empty.bytes, 0, 0)?.count).toBe(0);
  });

  it('does not come back from bytes that are not its own', () => {
    const { bytes } = tree;
    const changed = new Uint8Array(bytes.slice(0));
    changed[0]! ^= 1;
    expect(BoxTree.from(changed.buffer, 0, bytes.byteLength)).toBeNull();
    const more = new Uint8Array(bytes.slice(0));
    more[4] = 200;
    expect(BoxTree.from(more.buffer, 0, bytes.byteLength)).toBeNull();
    expect(BoxTree.from(bytes, 0, bytes.byteLength - 8)).toBeNull();
  });

  it('visits what it finds', () => {
    const found: number[] = [];
    tree.visit([2, 2, 2, 2], (item) => found.push(item));
    expect(found).toEqual([1]);
  });
});
