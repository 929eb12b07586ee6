import type { Position } from '../../geometry/shapes.ts';
import type { SheetPolygons } from './shape.ts';

/** Vertices nearer than this cannot be told apart on paper, mm. */
const NEAR_MM = 0.04;
/** What is smaller is still seen: drawn as a mark of this size, mm. */
const LEAST_MM = 0.12;

/**
 * Polygons with the vertices that paper can hold. A ring that would vanish becomes a small square in its
 * place, so that what is there is never drawn as nothing; a hole that would is left out.
 */
export function thinned(polygons: SheetPolygons): SheetPolygons {
  return polygons.map(([outer, ...holes]) => {
    const ring = thinnedRing(outer ?? []);
    const kept = holes.map(thinnedRing).filter((hole) => hole.length >= 4);
    return [ring.length >= 4 ? ring : mark(outer ?? []), ...kept];
  });
}

function thinnedRing(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  ring.forEach((at, i) => {
    const last = kept.at(-1);
    const near = last && Math.hypot(at[0] - last[0], at[1] - last[1]) < NEAR_MM;
    if (!near) kept.push(at);
    else if (i === ring.length - 1 && kept.length > 1) kept[kept.length - 1] = at;
  });
  return kept;
}

function mark(ring: readonly Position[]): Position[] {
  const [x, y] = ring[0] ?? [0, 0];
  const half = LEAST_MM / 2;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
}
