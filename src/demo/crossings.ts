import type { Plot } from './plots.ts';
import { type GridRing, PER_DEGREE } from './units.ts';

const CELL = PER_DEGREE / 100;

/**
 * Plots without those whose sides cross the side of an earlier plot. Neighbours share their places
 * and never cross; but the far sides of a narrow road bend apart between their own corners, and the
 * chord of a long side may then reach over it.
 */
export function withoutCrossings(
  plots: Iterable<Plot>,
  ringOf: (plot: Plot) => GridRing,
): Set<Plot> {
  const kept = new Set<Plot>();
  const buckets = new Map<number, Boxed[]>();
  for (const plot of plots) {
    const ring = ringOf(plot);
    const box = boxOf(ring);
    const keys = keysOf(box);
    const isRival = (other: Boxed): boolean =>
      boxesMeet(box, other.box) && ringsCross(ring, other.ring);
    if (keys.some((key) => buckets.get(key)?.some(isRival))) continue;
    const boxed = { ring, box };
    kept.add(plot);
    for (const key of keys) {
      const list = buckets.get(key);
      if (list) list.push(boxed);
      else buckets.set(key, [boxed]);
    }
  }
  return kept;
}

type Box = readonly [west: number, south: number, east: number, north: number];

interface Boxed {
  readonly ring: GridRing;
  readonly box: Box;
}

function boxOf(ring: GridRing): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function boxesMeet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function keysOf([west, south, east, north]: Box): number[] {
  const keys: number[] = [];
  for (let i = Math.floor(west / CELL); i <= Math.floor(east / CELL); i++) {
    for (let j = Math.floor(south / CELL); j <= Math.floor(north / CELL); j++) {
      keys.push(i * 65_536 + j);
    }
  }
  return keys;
}

/** Whether a side of one runs through the inside of a side of the other. */
function ringsCross(a: GridRing, b: GridRing): boolean {
  for (let i = 0; i + 1 < a.length; i++) {
    const [px, py] = a[i]!;
    const [qx, qy] = a[i + 1]!;
    for (let k = 0; k + 1 < b.length; k++) {
      const [ax, ay] = b[k]!;
      const [bx, by] = b[k + 1]!;
      const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
      const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
      if (sideA === 0 || sideB === 0 || sideA > 0 === sideB > 0) continue;
      const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
      const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
      if (sideP !== 0 && sideQ !== 0 && sideP > 0 !== sideQ > 0) return true;
    }
  }
  return false;
}
