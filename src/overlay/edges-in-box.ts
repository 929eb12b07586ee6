import { boxAt, boxesOf, FAN_BITS, type LayerIndex, nodesAt, topLevel } from './edge-index.ts';

/**
 * Visit the edges of feature f whose boxes share a point with a box (degrees), in ring order. An edge is
 * named by the vertex at which it starts.
 */
export function visitEdges(
  index: LayerIndex,
  f: number,
  box: ArrayLike<number>,
  visit: (vertex: number, ring: number) => void,
): void {
  const { featureRing, ringStart } = index.rings;
  const runs = index.featureRun[f + 1]! - index.featureRun[f]!;
  if (runs > 0) {
    visitNode(index, f, topLevel(runs), 0, box, visit);
    return;
  }
  for (let ring = featureRing[f]!; ring < featureRing[f + 1]!; ring++) {
    visitChain(index, ring, ringStart[ring]!, ringStart[ring + 1]! - 1, box, visit);
  }
}

function visitNode(
  index: LayerIndex,
  f: number,
  level: number,
  node: number,
  box: ArrayLike<number>,
  visit: (vertex: number, ring: number) => void,
): void {
  const boxes = boxesOf(index, level);
  const at = boxAt(index, f, level, node);
  if (boxes[at]! > box[2]! || boxes[at + 2]! < box[0]!) return;
  if (boxes[at + 1]! > box[3]! || boxes[at + 3]! < box[1]!) return;
  const base = index.featureRun[f]!;
  if (level === 0) {
    const run = base + node;
    visitChain(index, index.runRing[run]!, index.runFrom[run]!, index.runTo[run]!, box, visit);
    return;
  }
  const end = Math.min(nodesAt(index.featureRun[f + 1]! - base, level - 1), (node + 1) << FAN_BITS);
  for (let child = node << FAN_BITS; child < end; child++) {
    visitNode(index, f, level - 1, child, box, visit);
  }
}

function visitChain(
  index: LayerIndex,
  ring: number,
  from: number,
  to: number,
  box: ArrayLike<number>,
  visit: (vertex: number, ring: number) => void,
): void {
  const { xy, ringSign } = index.rings;
  if (ringSign[ring] === 0) return;
  for (let v = from; v < to; v++) {
    const x1 = xy[2 * v]!;
    const y1 = xy[2 * v + 1]!;
    const x2 = xy[2 * v + 2]!;
    const y2 = xy[2 * v + 3]!;
    if (x1 === x2 && y1 === y2) continue;
    if ((x1 < box[0]! && x2 < box[0]!) || (x1 > box[2]! && x2 > box[2]!)) continue;
    if ((y1 < box[1]! && y2 < box[1]!) || (y1 > box[3]! && y2 > box[3]!)) continue;
    visit(v, ring);
  }
}
