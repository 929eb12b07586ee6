import { type EditRing, givenVertex, type Vertex } from '../../../src/geometry/edit/vertex.ts';

/** A vertex by the digits of whole numbers. */
export const v = (x: number, y: number, name = ''): Vertex => givenVertex(name, `${x}`, `${y}`);

export const ring = (...points: readonly (readonly [number, number])[]): EditRing => ({
  vertices: points.map(([x, y]) => v(x, y)),
  closing: null,
});

export const coordinates = ({ vertices }: EditRing) => vertices.map(({ x, y }) => [x, y]);

/** Twice the area by the shoelace formula, unsigned, halved. */
export const areaOf = ({ vertices }: EditRing): number => {
  let twice = 0;
  vertices.forEach((a, i) => {
    const b = vertices[(i + 1) % vertices.length]!;
    twice += a.x * b.y - b.x * a.y;
  });
  return Math.abs(twice) / 2;
};
