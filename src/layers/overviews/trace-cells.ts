import { doubleArea } from '../../tiles/snap.ts';
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
 * polygons and no ring meets itself; outer rings run clockwise on the screen, holes the other way.
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
    const found = polygons.get(labels[at]!) ?? [];
    if (found.length === 0) polygons.set(labels[at]!, found);
    for (const ring of simpleRings(walk(cells, width, at, done))) {
      for (let i = 0; i < ring.length; i += 2) {
        ring[i]! += left - 1;
        ring[i + 1]! += top - 1;
      }
      if (doubleArea(ring) > 0) found.unshift(ring);
      else found.push(ring);
    }
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

/**
 * A ring cut where it comes by a corner again: around a lake that touches the outside, or another lake, in
 * that corner. Validity wants rings of their own there.
 */
function simpleRings(ring: number[]): number[][] {
  const rings: number[][] = [];
  const path: number[] = [];
  const places = new Map<number, number>();
  for (let i = 0; i + 2 < ring.length; i += 2) {
    const key = ring[i]! * 1024 + ring[i + 1]!;
    const place = places.get(key);
    if (place !== undefined) {
      const loop = path.splice(place);
      for (let k = 2; k < loop.length; k += 2) places.delete(loop[k]! * 1024 + loop[k + 1]!);
      rings.push([...loop, loop[0]!, loop[1]!]);
    }
    places.set(key, path.length);
    path.push(ring[i]!, ring[i + 1]!);
  }
  if (rings.length === 0) return [ring];
  rings.push([...path, path[0]!, path[1]!]);
  return rings;
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
