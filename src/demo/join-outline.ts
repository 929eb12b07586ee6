import { signedAreaM2 } from './area.ts';
import type { Grid, GridPolygon, GridRing } from './units.ts';

/** A piece of outline with its region on the left. `draw` gives its places, its end left out. */
export interface OutlineEdge {
  readonly from: number;
  readonly to: number;
  readonly draw: () => GridRing;
}

/**
 * Joins the outline edges of one connected region into its polygon: outer ring, then holes, each
 * closed. Where a region meets itself in a corner, the sharpest left turn keeps the rings apart.
 */
export function joinOutline(
  edges: readonly OutlineEdge[],
  place: (corner: number) => Grid,
): GridPolygon {
  const leaving = new Map<number, OutlineEdge[]>();
  for (const edge of edges) {
    const others = leaving.get(edge.from);
    if (others) others.push(edge);
    else leaving.set(edge.from, [edge]);
  }
  const outer: GridRing[] = [];
  const holes: GridRing[] = [];
  const used = new Set<OutlineEdge>();
  for (const start of edges) {
    if (used.has(start)) continue;
    const ring: Grid[] = [];
    let edge = start;
    do {
      used.add(edge);
      for (const position of edge.draw()) ring.push(position);
      const choices = leaving.get(edge.to)!.filter((next) => !used.has(next) || next === start);
      edge = choices.length === 1 ? choices[0]! : leftmost(edge, choices, place);
    } while (edge !== start);
    const closed = [...ring, ring[0]!];
    if (signedAreaM2(ring) > 0) outer.push(closed);
    else holes.push(closed);
  }
  if (outer.length !== 1)
    throw new RangeError(`a connected region has ${outer.length} outer rings`);
  return [outer[0]!, ...holes];
}

/** Of several ways on, the one that turns most to the left. */
function leftmost(
  edge: OutlineEdge,
  choices: readonly OutlineEdge[],
  place: (corner: number) => Grid,
): OutlineEdge {
  const a = place(edge.from);
  const b = place(edge.to);
  const ahead: Grid = [b[0] - a[0], b[1] - a[1]];
  let best = choices[0]!;
  let bestTurn = -Infinity;
  for (const choice of choices) {
    const c = place(choice.to);
    const turn = turnOf(ahead, [c[0] - b[0], c[1] - b[1]]);
    if (turn > bestTurn) {
      bestTurn = turn;
      best = choice;
    }
  }
  return best;
}

/** Grows with the left turn from one direction to another, from -2 (back, right) to 2 (back, left). */
function turnOf(u: Grid, v: Grid): number {
  const length = Math.sqrt((u[0] * u[0] + u[1] * u[1]) * (v[0] * v[0] + v[1] * v[1]));
  const sine = (u[0] * v[1] - u[1] * v[0]) / length;
  const cosine = (u[0] * v[0] + u[1] * v[1]) / length;
  return sine >= 0 ? 1 - cosine : cosine - 1;
}
