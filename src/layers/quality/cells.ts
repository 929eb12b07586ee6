import type { BBox } from '../../geometry/shapes.ts';

/** The plane cut into rectangles, half-open: every point lies in exactly one. */
export interface Cell {
  /** Endless (infinite) at the outside. */
  readonly box: BBox;
}

/** A cell is cut in two as long as more lies in it. */
const MOST_FEATURES = 8192;
const MOST_VERTICES = 400_000;

/**
 * Cuts the plane so that about equally much lies in every cell: what is looked at together fits in memory
 * however large the layer is. Features belong to cells by the middle of their boxes, for the cutting only.
 *
 * @param boxes west, south, east, north of each feature
 * @param vertices of each feature
 */
export function cutIntoCells(boxes: Float64Array, vertices: Uint32Array): Cell[] {
  const order = Uint32Array.from(vertices, (_, f) => f);
  const everywhere: BBox = [-Infinity, -Infinity, Infinity, Infinity];
  const cells: Cell[] = [];
  cut(boxes, vertices, order, everywhere, cells);
  return cells;
}

function cut(
  boxes: Float64Array,
  vertices: Uint32Array,
  members: Uint32Array,
  box: BBox,
  cells: Cell[],
): void {
  let weight = 0;
  for (const f of members) weight += vertices[f]!;
  const few = members.length <= MOST_FEATURES && weight <= MOST_VERTICES;
  const cutting = few || members.length < 2 ? null : middleOf(boxes, members);
  if (cutting === null) {
    cells.push({ box });
    return;
  }
  const { axis, at } = cutting;
  const low = members.filter((f) => centre(boxes, f, axis) < at);
  const high = members.filter((f) => centre(boxes, f, axis) >= at);
  const [west, south, east, north] = box;
  const lowBox: BBox = axis === 0 ? [west, south, at, north] : [west, south, east, at];
  const highBox: BBox = axis === 0 ? [at, south, east, north] : [west, at, east, north];
  cut(boxes, vertices, low, lowBox, cells);
  cut(boxes, vertices, high, highBox, cells);
}

/** Where to cut so that both halves have members; null where all middles are one place. */
function middleOf(boxes: Float64Array, members: Uint32Array): { axis: 0 | 1; at: number } | null {
  const [x, y] = [0, 1].map((axis) =>
    Float64Array.from(members, (f) => centre(boxes, f, axis as 0 | 1)).sort(),
  ) as [Float64Array, Float64Array];
  const wide = x.at(-1)! - x[0]! >= y.at(-1)! - y[0]!;
  const axis = wide ? 0 : 1;
  const sorted = wide ? x : y;
  const middle = sorted[sorted.length >> 1]!;
  // cut below the middle one, or above all that are equal to the first
  const at = middle > sorted[0]! ? middle : sorted.find((value) => value > middle);
  return at === undefined ? null : { axis, at };
}

function centre(boxes: Float64Array, f: number, axis: 0 | 1): number {
  return (boxes[4 * f + axis]! + boxes[4 * f + 2 + axis]!) / 2;
}

export function holdsPoint({ box }: Cell, x: number, y: number): boolean {
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3];
}

/**
 * Whether two features whose boxes meet are this cell's to compare: the south-west corner of what their
 * boxes share lies in it. Wherever that is, both boxes meet that cell.
 */
export function ownsPair(cell: Cell, a: BBox, b: BBox): boolean {
  return holdsPoint(cell, Math.max(a[0], b[0]), Math.max(a[1], b[1]));
}
