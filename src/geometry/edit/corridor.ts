import type { Clipper } from '../clip.ts';
import { type FlatPolygons, type Position, type Ring, toFlat, toNested } from '../shapes.ts';
import type { Plane } from './transform-rings.ts';
import type { EditRing, Vertex } from './vertex.ts';

export interface CorridorShape {
  /** From border to border, metres. */
  readonly widthM: number;
  readonly ends: 'round' | 'flat';
}

/** How far a chord of a round end or joint may stand off its arc, metres. */
const CHORD_M = 0.001;

/**
 * The strip along a line, with round joints, in the plane: a rectangle along every stretch and a disc at
 * every bend (and at round ends), joined. Null for a line without length.
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
  const half = widthM / 2;
  const strips = path.slice(1).map((to, i) => strip(path[i]!, to, half));
  const discs = ends === 'round' ? path : path.slice(1, -1);
  const joined = clipper.union([...strips, ...discs.map((at) => disc(at, half))].map(shape));
  return toNested(joined)
    .flat()
    .map((ring) => ({
      vertices: ring.slice(0, -1).map(([x, y]) => plane.fromPlane(x, y)),
      closing: null,
    }));
}

function shape(ring: Ring): FlatPolygons {
  return toFlat([[ring]]);
}

function strip(from: Position, to: Position, half: number): Ring {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const nx = (-(to[1] - from[1]) / length) * half;
  const ny = ((to[0] - from[0]) / length) * half;
  return [
    [from[0] - nx, from[1] - ny],
    [to[0] - nx, to[1] - ny],
    [to[0] + nx, to[1] + ny],
    [from[0] + nx, from[1] + ny],
  ];
}

function disc([x, y]: Position, radius: number): Ring {
  const step = 2 * Math.acos(Math.max(0, 1 - CHORD_M / radius));
  const count = Math.max(8, Math.ceil((2 * Math.PI) / step));
  return Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
