import { BoxTree } from '../geometry/box-tree.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { collectRings, type RingSet, setBox } from './ring-set.ts';

/**
 * A layer ready for checking many sites: a packed R-tree over its features and, within large features,
 * an implicit tree over runs of 16 edges in ring order.
 *
 *      feature  ├──────────────────────────────────────────┤      level 2
 *               ├────────────┼────────────┼────────────────┤      level 1: 16 nodes below each
 *      runs     ├┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┼┤      level 0: 16 edges of one ring each
 *
 * Nothing is sorted within a feature: a boundary is a walk, and neighbours on it are neighbours in space.
 */
export interface LayerIndex {
  readonly rings: RingSet;
  /** Ellipsoidal area in m² of each feature. */
  readonly areaM2: Float64Array;
  readonly tree: BoxTree;
  /** Feature f has the runs featureRun[f] .. featureRun[f + 1] - 1; a small one has none. */
  readonly featureRun: Uint32Array;
  /** Run k: edges between the vertices runFrom[k] .. runTo[k] of the ring runRing[k]. */
  readonly runFrom: Uint32Array;
  readonly runTo: Uint32Array;
  readonly runRing: Uint32Array;
  /** west, south, east, north of each run. */
  readonly runBox: Float64Array;
  /** The same of the levels above, feature by feature, lower levels first. */
  readonly nodeBox: Float64Array;
  readonly featureNode: Uint32Array;
}

/** Edges in a run, and up to how many a feature needs no runs but is walked edge by edge. */
export interface Grain {
  readonly runEdges: number;
  readonly smallFeature: number;
}

const GRAIN: Grain = { runEdges: 16, smallFeature: 64 };
export const FAN_BITS = 4;

/** Number of nodes at a level over so many runs. */
export function nodesAt(runs: number, level: number): number {
  return ((runs - 1) >>> (FAN_BITS * level)) + 1;
}

/** The level that has one node. */
export function topLevel(runs: number): number {
  let level = 0;
  while (nodesAt(runs, level) > 1) level++;
  return level;
}

/** The array that holds the boxes of a level. */
export function boxesOf(index: LayerIndex, level: number): Float64Array {
  return level === 0 ? index.runBox : index.nodeBox;
}

/** Where in `boxesOf` the box of a node starts. */
export function boxAt(index: LayerIndex, f: number, level: number, node: number): number {
  const base = index.featureRun[f]!;
  if (level === 0) return 4 * (base + node);
  let at = index.featureNode[f]! + node;
  const runs = index.featureRun[f + 1]! - base;
  for (let below = 1; below < level; below++) at += nodesAt(runs, below);
  return 4 * at;
}

/** Throws a RangeError on coordinates that are not finite and on rings that are not closed. */
export function buildLayerIndex(
  features: readonly FlatPolygons[],
  grain: Grain = GRAIN,
): LayerIndex {
  const rings = collectRings(features);
  return indexRings(
    rings,
    Float64Array.from(features, (feature) => ellipsoidAreaM2(feature)),
    grain,
  );
}

/** The index over rings already collected, with the area of each feature. */
export function indexRings(rings: RingSet, areaM2: Float64Array, grain: Grain = GRAIN): LayerIndex {
  const features = areaM2.length;
  const featureRun = new Uint32Array(features + 1);
  const featureNode = new Uint32Array(features + 1);
  for (let f = 0; f < features; f++) {
    const runs = countRuns(rings, f, grain);
    featureRun[f + 1] = featureRun[f]! + runs;
    featureNode[f + 1] = featureNode[f]! + countNodes(runs);
  }
  const runs = featureRun[features]!;
  const index: LayerIndex = {
    rings,
    areaM2,
    tree: BoxTree.over(rings.featureBox),
    featureRun,
    runFrom: new Uint32Array(runs),
    runTo: new Uint32Array(runs),
    runRing: new Uint32Array(runs),
    runBox: new Float64Array(4 * runs),
    nodeBox: new Float64Array(4 * featureNode[features]!),
    featureNode,
  };
  for (let f = 0; f < features; f++) {
    if (featureRun[f] === featureRun[f + 1]) continue;
    fillRuns(index, f, grain);
    fillNodes(index, f);
  }
  return index;
}

function countRuns(rings: RingSet, f: number, grain: Grain): number {
  const { featureRing, ringStart } = rings;
  const first = featureRing[f]!;
  const last = featureRing[f + 1]!;
  if (ringStart[last]! - ringStart[first]! - (last - first) <= grain.smallFeature) return 0;
  let runs = 0;
  for (let ring = first; ring < last; ring++) {
    runs += Math.ceil((ringStart[ring + 1]! - ringStart[ring]! - 1) / grain.runEdges);
  }
  return runs;
}

function countNodes(runs: number): number {
  let nodes = 0;
  if (runs > 0) for (let level = topLevel(runs); level > 0; level--) nodes += nodesAt(runs, level);
  return nodes;
}

function fillRuns(index: LayerIndex, f: number, grain: Grain): void {
  const { xy, featureRing, ringStart } = index.rings;
  let run = index.featureRun[f]!;
  for (let ring = featureRing[f]!; ring < featureRing[f + 1]!; ring++) {
    const end = ringStart[ring + 1]! - 1;
    for (let v = ringStart[ring]!; v < end; v += grain.runEdges) {
      const to = Math.min(end, v + grain.runEdges);
      index.runFrom[run] = v;
      index.runTo[run] = to;
      index.runRing[run] = ring;
      setBox(index.runBox, 4 * run, xy, v, to + 1);
      run++;
    }
  }
}

function fillNodes(index: LayerIndex, f: number): void {
  const runs = index.featureRun[f + 1]! - index.featureRun[f]!;
  const top = topLevel(runs);
  for (let level = 1; level <= top; level++) {
    const below = boxesOf(index, level - 1);
    for (let node = 0; node < nodesAt(runs, level); node++) {
      const at = boxAt(index, f, level, node);
      index.nodeBox.set([Infinity, Infinity, -Infinity, -Infinity], at);
      const end = Math.min(nodesAt(runs, level - 1), (node + 1) << FAN_BITS);
      for (let child = node << FAN_BITS; child < end; child++) {
        const from = boxAt(index, f, level - 1, child);
        index.nodeBox[at] = Math.min(index.nodeBox[at]!, below[from]!);
        index.nodeBox[at + 1] = Math.min(index.nodeBox[at + 1]!, below[from + 1]!);
        index.nodeBox[at + 2] = Math.max(index.nodeBox[at + 2]!, below[from + 2]!);
        index.nodeBox[at + 3] = Math.max(index.nodeBox[at + 3]!, below[from + 3]!);
      }
    }
  }
}
