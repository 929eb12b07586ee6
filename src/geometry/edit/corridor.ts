import type { Clipper, LineEnds } from '../clip.ts';
import { toNested } from '../shapes.ts';
import type { Plane } from './transform-rings.ts';
import type { EditRing, Vertex } from './vertex.ts';

export interface CorridorShape {
  /** From border to border, metres. */
  readonly widthM: number;
  readonly ends: LineEnds;
}

/**
 * The strip along a line in the plane, as a line in a file is widened (`Clipper.corridor`). Null for a
 * line without length.
 */
export function corridorOf(
  line: readonly Vertex[],
  { widthM, ends }: CorridorShape,
  plane: Plane,
  clipper: Clipper,
): readonly EditRing[] | null {
  const path = line
    .map((vertex) => plane.toPlane(vertex))
    .filter((at, i, all) => i === 0 || at[0] !== all[i - 1]![0] || at[1] !== all[i - 1]![1]);
  if (path.length < 2 || !(widthM > 0)) return null;
  const strip = clipper.corridor([path], widthM / 2, ends);
  return toNested(strip)
    .flat()
    .map((ring) => ({
      vertices: ring.slice(0, -1).map(([x, y]) => plane.fromPlane(x, y)),
      closing: null,
    }));
}
