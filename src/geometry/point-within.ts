import { samePlace } from './edge-crossings.ts';
import type { Position, Ring } from './shapes.ts';

/**
 * Some point inside closed rings, by even and odd: the middle of the widest run on the level between two
 * vertices. Null where the rings have no inside that doubles can tell.
 */
export function pointWithin(rings: readonly Ring[]): Position | null {
  const levels = [...new Set(rings.flat().map((at) => at[1]))].sort((p, q) => p - q);
  if (levels.length < 2) return null;
  const middle = Math.floor((levels.length - 1) / 2);
  const y = (levels[middle]! + levels[middle + 1]!) / 2;
  const crossings: number[] = [];
  for (const [[x1, y1], [x2, y2]] of rings.flatMap(piecesOf)) {
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  crossings.sort((p, q) => p - q);
  let best: { x: number; width: number } | null = null;
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i]! - crossings[i - 1]!;
    if (!best || width > best.width) best = { x: crossings[i - 1]! + width / 2, width };
  }
  return best && [best.x, y];
}

/** The edges of a ring, without those of no length. */
export function piecesOf(ring: Ring): (readonly [Position, Position])[] {
  return ring.flatMap((to, i) => {
    const from = ring[i - 1];
    return from && !samePlace(from, to) ? [[from, to] as const] : [];
  });
}
