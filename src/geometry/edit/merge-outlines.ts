import type { Clipper } from '../clip.ts';
import { nestRings } from '../nesting.ts';
import { type FlatPolygons, type Position, toFlat, toNested } from '../shapes.ts';
import { type EditRing, positionsOf, type Vertex } from './vertex.ts';

/**
 * What several outlines cover together, borders between them gone. Vertices that stay are the objects
 * they were; only where borders cross new ones arise. Parts that do not meet stay parts.
 */
export function mergeOutlines(
  outlines: readonly (readonly EditRing[])[],
  clipper: Clipper,
  vertexAt: (x: number, y: number) => Vertex,
): readonly EditRing[] {
  const known = new Map<string, Vertex>();
  for (const ring of outlines.flat()) {
    for (const vertex of ring.vertices) known.set(`${vertex.x} ${vertex.y}`, vertex);
  }
  const place = ([x, y]: Position): Vertex => known.get(`${x} ${y}`) ?? vertexAt(x, y);
  const merged = toNested(clipper.union(outlines.map(flatOf)));
  return merged.flat().map((ring) => ({ vertices: ring.slice(0, -1).map(place), closing: null }));
}

/** Rings nested into polygons, in their own coordinates. */
export function flatOf(rings: readonly EditRing[]): FlatPolygons {
  return toFlat(nestRings(rings.map(positionsOf)).polygons);
}
