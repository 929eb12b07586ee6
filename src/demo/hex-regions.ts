import { corner, drawnSide, type Side, sidesOf } from './hex-mesh.ts';
import { joinOutline, type OutlineEdge } from './join-outline.ts';
import type { GridPolygon } from './units.ts';

export interface HexRegion {
  readonly cells: readonly number[];
  readonly polygon: GridPolygon;
}

/** Sets of cells that hang together, in the order of their first cell. */
export function connectedCells(cells: ReadonlySet<number>): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const first of [...cells].sort((a, b) => a - b)) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (let i = 0; i < group.length; i++) {
      for (const { neighbour } of sidesOf(group[i]!)) {
        if (!cells.has(neighbour) || seen.has(neighbour)) continue;
        seen.add(neighbour);
        group.push(neighbour);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** One polygon with holes for every connected part of a set of cells. */
export function outlineCells(cells: ReadonlySet<number>, levels: number): HexRegion[] {
  return connectedCells(cells).map((group) => {
    const edges: OutlineEdge[] = [];
    for (const cell of group) {
      for (const side of sidesOf(cell)) {
        if (!cells.has(side.neighbour)) edges.push(edgeOf(cell, side, levels));
      }
    }
    return { cells: group, polygon: joinOutline(edges, corner) };
  });
}

function edgeOf(cell: number, side: Side, levels: number): OutlineEdge {
  return { from: side.from, to: side.to, draw: () => drawnSide(cell, side, levels) };
}
