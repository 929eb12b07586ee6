import { levelSizes, NODE_BYTES, NODE_SIZE } from './format.ts';

/**
 * Packed R-tree bytes, root first. `boxes` (west, south, east, north) and `lengths` (bytes of the records)
 * are given in any order, `order` has their numbers in the order of the file, which must be the Hilbert
 * order.
 */
export function buildIndex(
  boxes: Float64Array,
  lengths: Uint32Array,
  order: Uint32Array,
): Uint8Array {
  const sizes = levelSizes(order.length, NODE_SIZE);
  const nodes = sizes.reduce((sum, n) => sum + n, 0);
  const tree = new DataView(new ArrayBuffer(nodes * NODE_BYTES));

  let start = nodes - order.length;
  let offset = 0;
  order.forEach((record, rank) => {
    writeNode(tree, start + rank, boxes.subarray(4 * record, 4 * record + 4), offset);
    offset += lengths[record]!;
  });
  const box = new Float64Array(4);
  for (let level = 1; level < sizes.length; level++) {
    const childStart = start;
    const childEnd = start + sizes[level - 1]!;
    start -= sizes[level]!;
    for (let i = 0; i < sizes[level]!; i++) {
      const first = childStart + i * NODE_SIZE;
      box.set([Infinity, Infinity, -Infinity, -Infinity]);
      for (let child = first; child < Math.min(first + NODE_SIZE, childEnd); child++) {
        const at = child * NODE_BYTES;
        box[0] = Math.min(box[0]!, tree.getFloat64(at, true));
        box[1] = Math.min(box[1]!, tree.getFloat64(at + 8, true));
        box[2] = Math.max(box[2]!, tree.getFloat64(at + 16, true));
        box[3] = Math.max(box[3]!, tree.getFloat64(at + 24, true));
      }
      writeNode(tree, start + i, box, first);
    }
  }
  return new Uint8Array(tree.buffer);
}

function writeNode(tree: DataView, node: number, box: Float64Array, offset: number): void {
  const at = node * NODE_BYTES;
  for (let k = 0; k < 4; k++) tree.setFloat64(at + 8 * k, box[k]!, true);
  tree.setUint32(at + 32, offset % 0x1_0000_0000, true);
  tree.setUint32(at + 36, Math.floor(offset / 0x1_0000_0000), true);
}
