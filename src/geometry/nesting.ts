import { pointInRing } from './point-in-ring.ts';
import type { BBox, Polygon, Ring } from './shapes.ts';

export interface Nesting {
  /** Shell first, then its holes. */
  readonly polygons: readonly Polygon[];
  /** For each given ring how many others hold it; odd means hole. */
  readonly depth: readonly number[];
}

/**
 * Sorts rings that do not cross into polygons by even-odd nesting: a ring inside an odd number of others
 * is a hole of the smallest of them. Orientation and order carry no meaning.
 */
export function nestRings(rings: readonly Ring[]): Nesting {
  const boxes = rings.map(ringBox);
  const holders = rings.map((ring, i) =>
    rings.flatMap((other, j) =>
      i !== j && boxInside(boxes[i]!, boxes[j]!) && ringInside(ring, other) ? [j] : [],
    ),
  );
  const depth = holders.map((list) => list.length);
  const shells = new Map<number, Ring[]>();
  rings.forEach((ring, i) => {
    if (depth[i]! % 2 === 0) shells.set(i, [ring]);
  });
  rings.forEach((ring, i) => {
    if (depth[i]! % 2 === 0) return;
    // Of rings around one another the deepest is the innermost.
    const parent = holders[i]!.find((j) => depth[j] === depth[i]! - 1);
    if (parent !== undefined) shells.get(parent)?.push(ring);
  });
  return { polygons: [...shells.values()], depth };
}

/** Whether a ring lies inside another that it may touch but does not cross. */
export function ringInside(ring: Ring, other: Ring): boolean {
  for (const [x, y] of ring) {
    const place = pointInRing(x, y, other);
    if (place !== 'boundary') return place === 'inside';
  }
  // Every vertex lies on the other ring: the middle of an edge decides.
  for (let i = 1; i < ring.length; i++) {
    const x = (ring[i - 1]![0] + ring[i]![0]) / 2;
    const y = (ring[i - 1]![1] + ring[i]![1]) / 2;
    const place = pointInRing(x, y, other);
    if (place !== 'boundary') return place === 'inside';
  }
  return false;
}

export function ringBox(ring: Ring): BBox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function boxInside(inner: BBox, outer: BBox): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}
