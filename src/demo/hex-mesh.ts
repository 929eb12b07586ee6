import type { Position } from '../geometry/shapes.ts';
import { chance, noise } from './random.ts';
import { type Grid, type GridRing, PER_DEGREE } from './units.ts';

/**
 * A honeycomb of uneven cells over the whole region, for what nature draws. Three cells meet at
 * every corner, so the outline of any set of cells passes a corner at most once: rings cannot touch
 * themselves. Cells own the corners N (2c) and S (2c + 1) of each cell c:
 *
 *        N                 sides in the order of SIDES, counter-clockwise:
 *     NW   NE              N-NW, NW-SW, SW-S, S-SE, SE-NE, NE-N
 *     SW   SE              (odd rows are shifted half a cell to the east)
 *        S
 */
const STEP_EAST = 82_000;
const STEP_NORTH = 56_000;
const WEST = 1_041_000_000;
const SOUTH = 350_500_000;
const COLUMNS = 460;
const ROWS = 792;
const JITTER = 0.2;
const SEED = 11;

export const CELL_COUNT = COLUMNS * ROWS;

export interface Side {
  readonly from: number;
  readonly to: number;
  readonly neighbour: number;
}

/** Middle of a cell in lon/lat degrees. */
export function cellCentre(cell: number): Position {
  const [x, y] = centre(cell);
  return [x / PER_DEGREE, y / PER_DEGREE];
}

/** The cell whose middle is nearest (the sides may wander a little beyond it). */
export function cellAt([lon, lat]: Position): number {
  const x = lon * PER_DEGREE;
  const y = lat * PER_DEGREE;
  const row = Math.round((y - SOUTH) / STEP_NORTH);
  const column = Math.round((x - WEST - (row & 1) * (STEP_EAST / 2)) / STEP_EAST);
  let cell = row * COLUMNS + column;
  let best = squareTo(cell, x, y);
  for (let nearer = true; nearer; ) {
    nearer = false;
    for (const { neighbour } of sidesOf(cell)) {
      const square = squareTo(neighbour, x, y);
      if (square >= best) continue;
      best = square;
      cell = neighbour;
      nearer = true;
    }
  }
  return cell;
}

function squareTo(cell: number, x: number, y: number): number {
  const [cx, cy] = centre(cell);
  return (cx - x) * (cx - x) + (cy - y) * (cy - y);
}

/** Cells on the rim of the honeycomb have no six neighbours and belong to nothing. */
export function isRim(cell: number): boolean {
  const column = cell % COLUMNS;
  const row = (cell - column) / COLUMNS;
  return column < 1 || row < 1 || column > COLUMNS - 2 || row > ROWS - 2;
}

/** The six sides of a cell, counter-clockwise, each with the cell beyond it. */
export function sidesOf(cell: number): readonly Side[] {
  const shift = Math.floor(cell / COLUMNS) & 1;
  const ne = cell + COLUMNS + shift;
  const nw = ne - 1;
  const se = cell - COLUMNS + shift;
  const sw = se - 1;
  const corners = [2 * cell, 2 * nw + 1, 2 * sw, 2 * cell + 1, 2 * se, 2 * ne + 1];
  return [nw, cell - 1, sw, se, cell + 1, ne].map((neighbour, i) => ({
    from: corners[i]!,
    to: corners[(i + 1) % 6]!,
    neighbour,
  }));
}

export function corner(id: number): Grid {
  const [x, y] = onLattice(id >> 1);
  const reach = (2 / 3) * STEP_NORTH;
  const east = (chance(id, 1, SEED) * 2 - 1) * JITTER * STEP_EAST;
  const north = (chance(id, 2, SEED) * 2 - 1) * JITTER * STEP_NORTH;
  const [bentX, bentY] = bend(x + east, y + (id & 1 ? -reach : reach) + north);
  return [Math.round(bentX), Math.round(bentY)];
}

/**
 * A side drawn as nature would: 2^levels pieces, from its first corner to before its last. The line
 * stays between the middles of its two cells, so no two sides cross; both cells get the same places.
 */
export function drawnSide(cell: number, side: Side, levels: number): GridRing {
  const forward = side.from < side.to;
  const [start, end] = forward ? [side.from, side.to] : [side.to, side.from];
  const [left, right] = cell < side.neighbour ? [cell, side.neighbour] : [side.neighbour, cell];
  const places: Grid[] = [];
  wander(corner(start), centre(left), corner(end), centre(right), levels, start, end, places);
  if (forward) return places;
  return [corner(end), ...places.slice(1).reverse()];
}

function wander(
  a: Grid,
  left: Grid,
  b: Grid,
  right: Grid,
  levels: number,
  keyA: number,
  keyB: number,
  out: Grid[],
): void {
  if (levels === 0) {
    out.push([Math.round(a[0]), Math.round(a[1])]);
    return;
  }
  const key = Math.imul(keyA, 31) + keyB;
  const along = 0.36 + 0.28 * chance(key, levels, 3, SEED);
  const across = 0.34 + 0.32 * chance(key, levels, 4, SEED);
  const middle = between(between(a, b, along), between(left, right, across), 0.62);
  wander(a, between(a, left, 0.5), middle, between(a, right, 0.5), levels - 1, keyA, key, out);
  wander(middle, between(left, b, 0.5), b, between(right, b, 0.5), levels - 1, key, keyB, out);
}

function between(a: Grid, b: Grid, share: number): Grid {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function centre(cell: number): Grid {
  return bend(...onLattice(cell));
}

const BEND = 48_000;
const BEND_LENGTH = 520_000;

/** Slow noise over the even lattice, so that no row of cells runs straight. */
function bend(x: number, y: number): Grid {
  return [
    x + BEND * noise(x, y, BEND_LENGTH, SEED + 1),
    y + BEND * noise(x, y, BEND_LENGTH, SEED + 2),
  ];
}

function onLattice(cell: number): Grid {
  const column = cell % COLUMNS;
  const row = (cell - column) / COLUMNS;
  return [WEST + column * STEP_EAST + (row & 1) * (STEP_EAST / 2), SOUTH + row * STEP_NORTH];
}
