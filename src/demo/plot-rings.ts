import { joinOutline, type OutlineEdge } from './join-outline.ts';
import type { Plot } from './plots.ts';
import type { Grid, GridPolygon, GridRing } from './units.ts';
import type { Warp } from './warp.ts';

/**
 * Rings of plots on the land. A plot's ring passes through every corner of its neighbours that lies
 * on one of its sides, so that neighbours share their whole common side, place by place.
 */
export interface PlotRings {
  ring(plot: Plot): GridRing;
  /** One polygon with holes for each connected part of some plots. */
  outline(plots: readonly Plot[]): { plots: Plot[]; polygon: GridPolygon }[];
}

/** `plots`: those whose corners count; others leave no corner in their neighbours' sides. */
export function createPlotRings(plots: readonly Plot[], warp: Warp): PlotRings {
  const onVertical = new Map<number, number[]>();
  const onHorizontal = new Map<number, number[]>();
  for (const { s0, t0, s1, t1 } of plots) {
    for (const s of [s0, s1]) {
      for (const t of [t0, t1]) {
        push(onVertical, s, t);
        push(onHorizontal, t, s);
      }
    }
  }
  for (const map of [onVertical, onHorizontal]) {
    for (const [key, list] of map) {
      list.sort((a, b) => a - b);
      map.set(
        key,
        list.filter((value, i) => value !== list[i - 1]),
      );
    }
  }

  const landed = new Map<number, Grid>();
  const place = (key: number): Grid => {
    const known = landed.get(key);
    if (known) return known;
    const made = warp(placeOf(key));
    landed.set(key, made);
    return made;
  };

  /** Keys of all corners around a plot, counter-clockwise from the south-west, not closed. */
  const corners = ({ s0, t0, s1, t1 }: Plot): number[] => [
    ...between(onHorizontal.get(t0), s0, s1).map((s) => keyOf(s, t0)),
    ...between(onVertical.get(s1), t0, t1).map((t) => keyOf(s1, t)),
    ...between(onHorizontal.get(t1), s0, s1, true).map((s) => keyOf(s, t1)),
    ...between(onVertical.get(s0), t0, t1, true).map((t) => keyOf(s0, t)),
  ];

  return {
    ring(plot) {
      const ring = corners(plot).map(place);
      return [...ring, ring[0]!];
    },
    outline(some) {
      return connected(some, corners).map(({ members, edges }) => ({
        plots: members,
        polygon: joinOutline(
          edges.map((edge) => outlineEdge(edge, place)),
          place,
        ),
      }));
    },
  };
}

interface Directed {
  readonly from: number;
  readonly to: number;
}

function outlineEdge({ from, to }: Directed, place: (key: number) => Grid): OutlineEdge {
  return { from, to, draw: () => [place(from)] };
}

/** Groups of plots that share a side, with the sides that no other member of the group has. */
function connected(
  plots: readonly Plot[],
  corners: (plot: Plot) => number[],
): { members: Plot[]; edges: Directed[] }[] {
  const rings = plots.map(corners);
  const owner = new Map<string, number>();
  rings.forEach((ring, i) => {
    ring.forEach((from, k) => {
      owner.set(`${from}>${ring[(k + 1) % ring.length]}`, i);
    });
  });
  const seen = new Uint8Array(plots.length);
  const groups: { members: Plot[]; edges: Directed[] }[] = [];
  for (let first = 0; first < plots.length; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const queue = [first];
    const edges: Directed[] = [];
    for (let q = 0; q < queue.length; q++) {
      const ring = rings[queue[q]!]!;
      ring.forEach((from, k) => {
        const to = ring[(k + 1) % ring.length]!;
        const beyond = owner.get(`${to}>${from}`);
        if (beyond === undefined) edges.push({ from, to });
        else if (!seen[beyond]) {
          seen[beyond] = 1;
          queue.push(beyond);
        }
      });
    }
    groups.push({ members: queue.map((i) => plots[i]!), edges });
  }
  return groups;
}

/** Values from `low` on to before `high`; downwards: from `high` on to before `low`. */
function between(list: readonly number[] = [], low: number, high: number, down = false): number[] {
  let at = lowerBound(list, low);
  const found: number[] = [];
  for (; at < list.length && list[at]! <= high; at++) found.push(list[at]!);
  if (down) found.reverse();
  found.pop();
  return found;
}

function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** s and t as one number: both stay below 2^26 after the shift, together below 2^53. */
const SHIFT_S = 1_030_000_000;
const SHIFT_T = 345_000_000;
const RANGE = 67_108_864;

function keyOf(s: number, t: number): number {
  return (s - SHIFT_S) * RANGE + (t - SHIFT_T);
}

function placeOf(key: number): Grid {
  const t = key % RANGE;
  return [(key - t) / RANGE + SHIFT_S, t + SHIFT_T];
}
