import { nestRings } from '../geometry/nesting.ts';
import { signedRingArea } from '../geometry/plane-area.ts';
import { repairRings } from '../geometry/repair.ts';
import type { Position, Ring } from '../geometry/shapes.ts';

/**
 * Rings in the order that survey files are drawn up in: each shell before its holes, shells clockwise and
 * holes counter-clockwise (north up), each from its north-west corner, open. Null for rings that cannot
 * be repaired. East first.
 */
export function canonicalRings(rings: readonly Ring[]): Ring[] | null {
  const repaired = repairRings(rings);
  if (!repaired.ok) return null;
  const { polygons } = nestRings(repaired.rings);
  return polygons.flatMap((polygon) =>
    polygon.map((ring, i) => fromNorthWest(turned(openRing(ring), i === 0 ? -1 : 1))),
  );
}

/** @param sense -1 clockwise, 1 counter-clockwise */
function turned(open: Ring, sense: 1 | -1): Ring {
  const area = signedRingArea([...open, open[0]!]);
  return Math.sign(area) === sense ? open : [...open].reverse();
}

/** From the point nearest to the north-west corner of the box, by the sum of both distances. */
function fromNorthWest(open: Ring): Ring {
  const west = Math.min(...minMax(open, 0));
  const north = Math.max(...minMax(open, 1));
  const off = ([x, y]: Position): number => x - west + (north - y);
  let best = 0;
  open.forEach((at, i) => {
    const [here, there] = [off(at), off(open[best]!)];
    if (here < there || (here === there && at[1] > open[best]![1])) best = i;
  });
  return [...open.slice(best), ...open.slice(0, best)];
}

function minMax(ring: Ring, axis: 0 | 1): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const at of ring) {
    low = Math.min(low, at[axis]);
    high = Math.max(high, at[axis]);
  }
  return [low, high];
}

function openRing(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? ring.slice(0, -1) : ring;
}
