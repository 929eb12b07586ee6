import { edgeMeetings } from './edge-crossings.ts';
import type { MultiPolygon, Polygon } from './shapes.ts';
import { findDefects } from './validity.ts';

/**
 * Whether polygons are valid by OGC rules (Simple Features 6.1.11 and 6.1.14): simple rings without
 * spikes, holes within their shells, each polygon's inside in one piece, polygons that share points at
 * most.
 */
export function areValidPolygons(polygons: MultiPolygon): boolean {
  const holes = polygons.flatMap((rings) => rings.map((_, r) => r > 0));
  return findDefects(polygons.flat(), holes).length === 0 && polygons.every(isInOnePiece);
}

/**
 * Rings of a polygon may touch, but not so that a way along them closes: what it goes around is cut off.
 *
 *      ┌───────╱╲───┐    the hole touches its shell     ┌───────╱╲───┐    twice: two pieces
 *      │      ╱  ╲  │    once: one piece                │  1   ╱  ╲ 2│
 *      │      ╲  ╱  │                                   │      ╲  ╱  │
 *      └────────────┘                                   └───────╲╱───┘
 *
 * Rings and the places where they touch are the nodes of a graph; the inside is in one piece where that
 * graph is a forest.
 */
function isInOnePiece(rings: Polygon): boolean {
  if (rings.length === 1) return true;
  const trees = new Map<string, string>();
  const treeOf = (node: string): string => {
    const above = trees.get(node) ?? node;
    return above === node ? node : treeOf(above);
  };
  const joined = new Set<string>();
  for (const { a, b, at } of edgeMeetings(rings)) {
    if (a.ring === b.ring) continue;
    const place = at.join();
    for (const { ring } of [a, b]) {
      const link = `${ring} ${place}`;
      if (joined.has(link)) continue;
      joined.add(link);
      const [one, other] = [treeOf(`ring ${ring}`), treeOf(place)];
      if (one === other) return false;
      trees.set(one, other);
    }
  }
  return true;
}
