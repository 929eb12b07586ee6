import { BLOCK, type BlockBits } from './cell-grid.ts';

/** A part of a block: cells [left, left + side) x [top, top + side). */
export interface CellWindow {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** A polygon around cells: rings of cell corners, flat and closed, the outer one first. */
export type CellPolygon = readonly number[][];

/** Directions of a walk with the marked cells on the right: east, south, west, north (y to the south). */
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

/**
 * The outlines of the marked cells of a window. Cells that meet only in a corner belong to different
 * polygons, so no ring meets itself; outer rings run clockwise on the screen, holes the other way.
 */
export function traceCells(bits: BlockBits, { left, top, side }: CellWindow): CellPolygon[] {
  // one empty cell around the window, so that its edge is an edge like any other
  const width = side + 2;
  const cells = new Uint8Array(width * width);
  let marked = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (top + y) * BLOCK + left + x;
      const set = (bits[at >> 5]! >>> (at & 31)) & 1;
      cells[(y + 1) * width + x + 1] = set;
      marked += set;
    }
  }
  if (marked === 0) return [];
  if (marked === side * side) {
    return [[[0, 0, side, 0, side, side, 0, side, 0, 0].map((v, i) => v + (i % 2 ? top : left))]];
  }
  const labels = labelCells(cells, width);
  const polygons = new Map<number, number[][]>();
  const done = new Uint8Array(cells.length);
  for (let at = width; at < cells.length; at++) {
    if (cells[at] === 0 || cells[at - width] === 1 || done[at] === 1) continue;
    const ring = walk(cells, width, at, done);
    for (let i = 0; i < ring.length; i += 2) {
      ring[i]! += left - 1;
      ring[i + 1]! += top - 1;
    }
    // the topmost edge of a polygon is one of its outer ring, so that ring comes before its holes
    const rings = polygons.get(labels[at]!);
    if (rings) rings.push(ring);
    else polygons.set(labels[at]!, [ring]);
  }
  return [...polygons.values()];
}

/** The ring that runs east along the top of cell `at`; notes the tops it runs along in `done`. */
function walk(cells: Uint8Array, width: number, at: number, done: Uint8Array): number[] {
  const startX = at % width;
  const startY = Math.floor(at / width);
  const ring: number[] = [startX, startY];
  let x = startX;
  let y = startY;
  let heading = 0;
  do {
    if (heading === 0) done[y * width + x] = 1;
    x += DX[heading]!;
    y += DY[heading]!;
    const ahead = y * width + x;
    // the two cells ahead of the corner, by heading
    const right =
      cells[ahead - (heading === 1 || heading === 2 ? 1 : 0) - (heading > 1 ? width : 0)];
    const leftCell =
      cells[ahead - (heading > 1 ? 1 : 0) - (heading === 0 || heading === 3 ? width : 0)];
    const turned = right === 0 ? 1 : leftCell === 1 ? 3 : 0;
    if (turned !== 0) ring.push(x, y);
    heading = (heading + turned) % 4;
  } while (x !== startX || y !== startY || heading !== 0);
  // it started at a corner, which the last turn has written again
  return ring;
}

/** The same number for cells that hang together by their sides (runs of each row, joined). */
function labelCells(cells: Uint8Array, width: number): Uint32Array {
  const labels = new Uint32Array(cells.length);
  const parents: number[] = [0];
  const rootOf = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[label] !== root) {
      const next = parents[label]!;
      parents[label] = root;
      label = next;
    }
    return root;
  };
  for (let at = width; at < cells.length; at++) {
    if (cells[at] === 0) continue;
    let label = labels[at - 1]!;
    const above = labels[at - width]!;
    if (label === 0 && above === 0) {
      label = parents.length;
      parents.push(label);
    } else if (label === 0) label = above;
    else if (above !== 0 && above !== label) parents[rootOf(above)] = rootOf(label);
    labels[at] = label;
  }
  for (let at = 0; at < labels.length; at++) if (labels[at] !== 0) labels[at] = rootOf(labels[at]!);
  return labels;
}
