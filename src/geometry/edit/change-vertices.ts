import { type EditRing, isSameVertex, type Vertex } from './vertex.ts';

/** Fewer are no ring. */
const FEWEST = 3;

/** The ring with a vertex set in before vertex `at`; at the length, after the last one. */
export function insertVertex(ring: EditRing, at: number, vertex: Vertex): EditRing {
  return { ...ring, vertices: ring.vertices.toSpliced(at, 0, vertex) };
}

/** The ring with vertex `at` at another place; its name stays, every other vertex is the same object. */
export function moveVertex(ring: EditRing, at: number, to: Vertex): EditRing {
  const before = ring.vertices[at];
  if (!before) throw new RangeError(`no vertex ${at} among ${ring.vertices.length}`);
  if (isSameVertex(before, to) && before.digits.join() === to.digits.join()) return ring;
  return { ...ring, vertices: ring.vertices.with(at, { ...to, name: before.name }) };
}

/** The ring without vertex `at`; null where it would be none any more. */
export function removeVertex(ring: EditRing, at: number): EditRing | null {
  if (ring.vertices.length <= FEWEST) return null;
  return { ...ring, vertices: ring.vertices.toSpliced(at, 1) };
}

/** A ring of drawn points: without those set twice in a row; null where too few are left. */
export function ringOf(points: readonly Vertex[]): EditRing | null {
  const vertices = points.filter((vertex, i) => {
    const before = points[i - 1];
    return !before || !isSameVertex(before, vertex);
  });
  const last = vertices.at(-1);
  if (vertices.length > 1 && last && isSameVertex(vertices[0]!, last)) vertices.pop();
  return vertices.length < FEWEST ? null : { vertices, closing: null };
}
