import type { FlatPolygons } from '../geometry/shapes.ts';
import { polygonsOf } from './polygons-of.ts';
import { doubleArea } from './snap.ts';

/**
 * A place inside for a label or a number: the middle of the widest stretch of the largest polygon on
 * the level of its box's middle. null when there is no area. In the coordinates given.
 */
export function labelAnchor(flat: FlatPolygons): readonly [number, number] | null {
  let largest: Float64Array[] = [];
  let area = 0;
  for (const rings of polygonsOf(flat)) {
    const size = Math.abs(doubleArea(rings[0] ?? []));
    if (size > area) {
      area = size;
      largest = rings;
    }
  }
  const outer = largest[0];
  if (!outer) return null;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 1; i < outer.length; i += 2) {
    if (outer[i]! < top) top = outer[i]!;
    if (outer[i]! > bottom) bottom = outer[i]!;
  }
  const level = (top + bottom) / 2;
  const crossings = largest.flatMap((ring) => crossingsAt(ring, level)).sort((a, b) => a - b);
  let best: readonly [number, number] | null = null;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch = crossings[i + 1]! - crossings[i]!;
    if (stretch <= width) continue;
    width = stretch;
    best = [(crossings[i]! + crossings[i + 1]!) / 2, level];
  }
  return best;
}

function crossingsAt(ring: Float64Array, level: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const y0 = ring[i + 1]!;
    const y1 = ring[i + 3]!;
    if (y0 <= level === y1 <= level) continue;
    out.push(ring[i]! + ((level - y0) / (y1 - y0)) * (ring[i + 2]! - ring[i]!));
  }
  return out;
}
