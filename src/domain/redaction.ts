import type { BBox } from '../geometry/shapes.ts';

/** How coarsely a redacted record tells the place: about 11 km north-south, 9 km east-west in Ningxia. */
export const CELL_DEGREES = 0.1;

const CELLS_PER_DEGREE = 10;

/**
 * The cell of the grid of 0.1° that holds the middle of a box. One cell always: cells that the box
 * touches would tell that it lies on the line between two of them.
 */
export function cellOf([west, south, east, north]: BBox): [number, number, number, number] {
  const from = (value: number): number => Math.floor(value * CELLS_PER_DEGREE);
  const [x, y] = [from((west + east) / 2), from((south + north) / 2)];
  return [x, y, x + 1, y + 1].map((cell) => cell / CELLS_PER_DEGREE) as [
    number,
    number,
    number,
    number,
  ];
}
