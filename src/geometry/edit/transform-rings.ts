import type { Position } from '../shapes.ts';
import type { EditRing, Vertex } from './vertex.ts';

/** A plane in metres in which shapes are moved and turned without bending them. */
export interface Plane {
  toPlane(vertex: Vertex): Position;
  /** A vertex of the project at a place of the plane, rounded as new vertices are. */
  fromPlane(x: number, y: number): Vertex;
}

export type Motion = (x: number, y: number) => Position;

/** East and north, metres. */
export function shiftBy(east: number, north: number): Motion {
  return (x, y) => [x + east, y + north];
}

/** Clockwise around a place of the plane, degrees, as bearings are counted. */
export function turnBy([cx, cy]: Position, degrees: number): Motion {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return (x, y) => [cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos];
}

/** Rings after a motion in the plane; every vertex gets new digits and keeps its name. */
export function moveRings(
  rings: readonly EditRing[],
  plane: Plane,
  motion: Motion,
): readonly EditRing[] {
  return rings.map((ring) => ({
    ...ring,
    vertices: ring.vertices.map((vertex) => {
      const [x, y] = motion(...plane.toPlane(vertex));
      return { ...plane.fromPlane(x, y), name: vertex.name };
    }),
  }));
}

/** The middle of the box around the rings, in the plane: what they are turned around. */
export function middleOf(rings: readonly EditRing[], plane: Plane): Position {
  const at = rings.flatMap(({ vertices }) => vertices.map((vertex) => plane.toPlane(vertex)));
  const middle = (axis: 0 | 1): number => {
    let low = Infinity;
    let high = -Infinity;
    for (const place of at) {
      low = Math.min(low, place[axis]);
      high = Math.max(high, place[axis]);
    }
    return (low + high) / 2;
  };
  return [middle(0), middle(1)];
}
