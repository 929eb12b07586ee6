import type { BBox } from '../../geometry/shapes.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { levelSizes, NODE_BYTES } from './format.ts';
import { type FlatGeobufHeader, SMALLEST_FEATURE } from './read-header.ts';

/** Where the nodes of every level stand, counted in nodes; leaves are level 0. */
export interface TreeShape {
  readonly nodeSize: number;
  readonly levels: readonly { readonly start: number; readonly count: number }[];
  readonly nodes: number;
}

export function treeShape(header: FlatGeobufHeader): TreeShape {
  const sizes = levelSizes(header.features, header.nodeSize);
  const nodes = sizes.reduce((sum, n) => sum + n, 0);
  let start = nodes;
  const levels = sizes.map((count) => {
    start -= count;
    return { start, count };
  });
  return { nodeSize: header.nodeSize, levels, nodes };
}

/** Nodes of the index that stand one after the other, as read from the file. */
export class NodeRun {
  readonly first: number;
  readonly end: number;
  private readonly view: DataView;

  constructor(first: number, bytes: Uint8Array) {
    this.first = first;
    this.end = first + bytes.byteLength / NODE_BYTES;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** side: 0 west, 1 south, 2 east, 3 north. */
  side(node: number, side: number): number {
    return this.view.getFloat64((node - this.first) * NODE_BYTES + 8 * side, true);
  }

  box(node: number): BBox {
    return [this.side(node, 0), this.side(node, 1), this.side(node, 2), this.side(node, 3)];
  }

  offset(node: number): number {
    const at = (node - this.first) * NODE_BYTES + 32;
    return this.view.getUint32(at, true) + this.view.getUint32(at + 4, true) * 0x1_0000_0000;
  }

  meets(node: number, bbox: BBox): boolean {
    return (
      this.side(node, 0) <= bbox[2] &&
      bbox[0] <= this.side(node, 2) &&
      this.side(node, 1) <= bbox[3] &&
      bbox[1] <= this.side(node, 3)
    );
  }
}

/** First child and the node after the last child of node `i` of a level above 0. */
export function childrenOf(shape: TreeShape, level: number, i: number): [number, number] {
  const below = shape.levels[level - 1]!;
  const first = below.start + i * shape.nodeSize;
  return [first, Math.min(first + shape.nodeSize, below.start + below.count)];
}

/**
 * A node's box must be exactly what its children span: then no child can hide outside it.
 *
 * @throws FlatGeobufError
 */
export function checkSpan(parent: BBox, run: NodeRun, first: number, end: number): void {
  const span = [Infinity, Infinity, -Infinity, -Infinity];
  for (let child = first; child < end; child++) {
    const box = run.box(child);
    if (!box.every(Number.isFinite) || box[0] > box[2] || box[1] > box[3]) {
      throw new FlatGeobufError('index', { what: 'box', node: child });
    }
    span[0] = Math.min(span[0]!, box[0]);
    span[1] = Math.min(span[1]!, box[1]);
    span[2] = Math.max(span[2]!, box[2]);
    span[3] = Math.max(span[3]!, box[3]);
  }
  if (span.some((side, i) => side !== parent[i])) {
    throw new FlatGeobufError('index', { what: 'span', node: first });
  }
}

/** Where a leaf's feature begins and ends, from its own offset and the next leaf's. */
export function leafRange(
  header: FlatGeobufHeader,
  shape: TreeShape,
  run: NodeRun,
  node: number,
): { readonly index: number; readonly start: number; readonly end: number } {
  const { start: leaves, count } = shape.levels[0]!;
  const index = node - leaves;
  const room = header.fileEnd - header.featuresStart;
  const start = run.offset(node);
  const end = index + 1 < count ? run.offset(node + 1) : room;
  if (end - start < SMALLEST_FEATURE || end > room || (index === 0 && start !== 0)) {
    throw new FlatGeobufError('index', { what: 'offset', node, value: start });
  }
  return { index, start: header.featuresStart + start, end: header.featuresStart + end };
}

/**
 * Checks every node of an index: boxes, places of children, feature offsets.
 *
 * @throws FlatGeobufError
 */
export function verifyIndex(header: FlatGeobufHeader, bytes: Uint8Array): void {
  const shape = treeShape(header);
  const run = new NodeRun(0, bytes);
  if (run.end !== shape.nodes) throw new FlatGeobufError('index', { what: 'length' });
  checkSpan(run.box(0), run, 0, 1);
  for (let level = shape.levels.length - 1; level > 0; level--) {
    const { start, count } = shape.levels[level]!;
    for (let i = 0; i < count; i++) {
      const [first, end] = childrenOf(shape, level, i);
      if (run.offset(start + i) !== first) {
        throw new FlatGeobufError('index', { what: 'child', node: start + i });
      }
      checkSpan(run.box(start + i), run, first, end);
    }
  }
  const { start, count } = shape.levels[0]!;
  for (let node = start; node < start + count; node++) leafRange(header, shape, run, node);
}
