import type { BBox } from '../../geometry/shapes.ts';
import type { LayerIndex } from '../../overlay/edge-index.ts';
import { visitEdges } from '../../overlay/edges-in-box.ts';
import { hashPoint } from './point-table.ts';

/** Edges with their owners, all directed so that the owner lies to the left. */
export interface DirectedEdges {
  readonly count: number;
  /** x1, y1, x2, y2 of each, degrees. */
  readonly ends: Float64Array;
  /** Number of the feature in the index each belongs to. */
  readonly owner: Uint32Array;
}

/**
 * The edges in a box that are not exactly one neighbour's as well, run the other way. Where features fit
 * together nothing is loose but their outside; whatever is wrong with a border leaves loose edges.
 *
 *      ┌───▶───┐┌──▶──┐        ┌───▶───┐ ┌──▶──┐
 *      ▲   a   ▼▲  b  ▼        ▲   a   ▼ ▲  b  ▼    ▼▲ the same two points: both gone
 *      └───◀───┘└──◀──┘        └───◀───┘ └──◀──┘    ▼ ▲ not the same: both loose
 */
export function looseEdges(index: LayerIndex, box: BBox): DirectedEdges {
  return dropMatched(edgesIn(index, box));
}

function edgesIn(index: LayerIndex, box: BBox): DirectedEdges {
  const { xy, ringSign } = index.rings;
  const ends = new Float64Array(2 * xy.length);
  const owner = new Uint32Array(xy.length / 2);
  let count = 0;
  for (let f = 0; f < index.areaM2.length; f++) {
    visitEdges(index, f, box, (v, ring) => {
      const sign = ringSign[ring]!;
      const from = 2 * (sign > 0 ? v : v + 1);
      const to = 2 * (sign > 0 ? v + 1 : v);
      if (sign === 0 || (xy[from] === xy[to] && xy[from + 1] === xy[to + 1])) return;
      ends[4 * count] = xy[from]!;
      ends[4 * count + 1] = xy[from + 1]!;
      ends[4 * count + 2] = xy[to]!;
      ends[4 * count + 3] = xy[to + 1]!;
      owner[count++] = f;
    });
  }
  return { count, ends, owner };
}

/** Without pairs of edges that run both ways between the same two points, and of which there is no third. */
export function dropMatched({ count, ends, owner }: DirectedEdges): DirectedEdges {
  let size = 16;
  while (size < 2 * count) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const group = new Int32Array(count);
  const ways = new Uint8Array(2 * count);
  for (let e = 0; e < count; e++) {
    const forward = isForward(ends, e);
    let slot = hashEdge(ends, e, forward) & (size - 1);
    while (slots[slot]! >= 0 && !samePlaces(ends, slots[slot]!, e)) slot = (slot + 1) & (size - 1);
    if (slots[slot]! < 0) slots[slot] = e;
    const first = slots[slot]!;
    group[e] = first;
    const way = 2 * first + (forward ? 1 : 0);
    if (ways[way]! < 255) ways[way]!++;
  }
  const kept = new Float64Array(4 * count);
  const keptOwner = new Uint32Array(count);
  let loose = 0;
  for (let e = 0; e < count; e++) {
    const first = group[e]!;
    if (ways[2 * first] === 1 && ways[2 * first + 1] === 1) continue;
    kept.set(ends.subarray(4 * e, 4 * e + 4), 4 * loose);
    keptOwner[loose++] = owner[e]!;
  }
  return {
    count: loose,
    ends: kept.slice(0, 4 * loose),
    owner: keptOwner.slice(0, loose),
  };
}

function isForward(ends: Float64Array, e: number): boolean {
  const dx = ends[4 * e + 2]! - ends[4 * e]!;
  return dx > 0 || (dx === 0 && ends[4 * e + 3]! > ends[4 * e + 1]!);
}

function hashEdge(ends: Float64Array, e: number, forward: boolean): number {
  const from = hashPoint(ends[4 * e]!, ends[4 * e + 1]!);
  const to = hashPoint(ends[4 * e + 2]!, ends[4 * e + 3]!);
  return (forward ? Math.imul(from, 31) ^ to : Math.imul(to, 31) ^ from) >>> 0;
}

/** Whether two edges join the same two points, either way. */
function samePlaces(ends: Float64Array, e: number, f: number): boolean {
  const a = 4 * e;
  const b = 4 * f;
  const along =
    ends[a] === ends[b] &&
    ends[a + 1] === ends[b + 1] &&
    ends[a + 2] === ends[b + 2] &&
    ends[a + 3] === ends[b + 3];
  return (
    along ||
    (ends[a] === ends[b + 2] &&
      ends[a + 1] === ends[b + 3] &&
      ends[a + 2] === ends[b] &&
      ends[a + 3] === ends[b + 1])
  );
}
