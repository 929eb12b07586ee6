import type { LayerIndex } from './edge-index.ts';
import { visitEdges } from './edges-in-box.ts';
import { shiftedCrossing } from './shifted-crossing.ts';
import type { Site } from './site.ts';
import { columnOf, crowdIn, rowOf } from './site-grid.ts';
import { TICK } from './tally.ts';
import { windingOfFeature } from './winding-of-feature.ts';
import { windingOfSite } from './winding-of-site.ts';

/** Told each piece in local coordinates of the site; the inside lies to its left times `weight`. */
type PieceVisitor = (weight: number, x1: number, y1: number, x2: number, y2: number) => void;

/** Where an edge crosses the other shape, and how the other's winding number changes there. */
interface Crossing {
  readonly along: number;
  readonly x: number;
  readonly y: number;
  readonly change: number;
}

/**
 * The boundary of P ∩ Q as pieces of edges: of Q within the site P, then of P within Q. What `visitPieces`
 * does for many features, by the site's grid and the layer's own index for one.
 *
 * The crossings found along Q are kept by site edge and used again along P, so both sides of the boundary
 * have them from one computation.
 */
export function visitPairPieces(
  site: Site,
  index: LayerIndex,
  f: number,
  visit: PieceVisitor,
): void {
  const bySiteEdge = new Map<number, Crossing[]>();
  const { xy, ringSign } = index.rings;
  let winding = 0;
  let next = -1;
  let ringNow = -1;
  visitEdges(index, f, site.bbox, (v, ring) => {
    const x1 = xy[2 * v]! - site.x0;
    const y1 = xy[2 * v + 1]! - site.y0;
    if (v !== next || ring !== ringNow) winding = windingOfSite(site, x1, y1);
    const x2 = xy[2 * v + 2]! - site.x0;
    const y2 = xy[2 * v + 3]! - site.y0;
    const sign = ringSign[ring]!;
    const crossings = crossingsWithSite(site, x1, y1, x2, y2, sign, bySiteEdge);
    winding = visitEdge(crossings, sign, winding, x1, y1, x2, y2, visit);
    next = v + 1;
    ringNow = ring;
  });
  visitSiteEdges(site, index, f, bySiteEdge, visit);
}

/** Pieces of one edge between its crossings; returns the winding number at its end. */
function visitEdge(
  crossings: Crossing[] | undefined,
  sign: number,
  start: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  visit: PieceVisitor,
): number {
  let winding = start;
  let x = x1;
  let y = y1;
  if (crossings && crossings.length > 1) crossings.sort((a, b) => a.along - b.along);
  for (const crossing of crossings ?? []) {
    if (winding !== 0) visit(sign * winding, x, y, crossing.x, crossing.y);
    winding += crossing.change;
    x = crossing.x;
    y = crossing.y;
  }
  if (winding !== 0) visit(sign * winding, x, y, x2, y2);
  return winding;
}

/** Crossings of one feature edge with the site; each is also noted with its site edge. */
function crossingsWithSite(
  site: Site,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  sign: number,
  bySiteEdge: Map<number, Crossing[]>,
): Crossing[] | undefined {
  const { grid, edges, seen } = site;
  const left = Math.min(x1, x2);
  const right = Math.max(x1, x2);
  const low = Math.min(y1, y2);
  const high = Math.max(y1, y2);
  const column1 = columnOf(grid, left);
  const column2 = columnOf(grid, right);
  const row1 = rowOf(grid, low);
  const row2 = rowOf(grid, high);
  if (crowdIn(grid, column1, row1, column2, row2) === 0) return undefined;
  const tick = ++site.tally.facts[TICK]!;
  let found: Crossing[] | undefined;
  for (let row = row1; row <= row2; row++) {
    const from = grid.cellStart[row * grid.columns + column1]!;
    const to = grid.cellStart[row * grid.columns + column2 + 1]!;
    for (let k = from; k < to; k++) {
      const e = grid.cellEdges[k]!;
      if (seen[e] === tick) continue;
      seen[e] = tick;
      const ex1 = edges.x1[e]!;
      const ey1 = edges.y1[e]!;
      const ex2 = edges.x2[e]!;
      const ey2 = edges.y2[e]!;
      if ((ex1 < left && ex2 < left) || (ex1 > right && ex2 > right)) continue;
      if ((ey1 < low && ey2 < low) || (ey1 > high && ey2 > high)) continue;
      const crossing = shiftedCrossing(x1, y1, x2, y2, ex1, ey1, ex2, ey2);
      if (!crossing) continue;
      const { x, y, fromLeft } = crossing;
      const along = (x - x1) * (x2 - x1) + (y - y1) * (y2 - y1);
      const change = fromLeft ? -edges.sign[e]! : edges.sign[e]!;
      found ??= [];
      found.push({ along, x, y, change });
      const ofSite = {
        along: (x - ex1) * (ex2 - ex1) + (y - ey1) * (ey2 - ey1),
        x,
        y,
        change: fromLeft ? sign : -sign,
      };
      const list = bySiteEdge.get(e);
      if (list) list.push(ofSite);
      else bySiteEdge.set(e, [ofSite]);
    }
  }
  return found;
}

function visitSiteEdges(
  site: Site,
  index: LayerIndex,
  f: number,
  bySiteEdge: ReadonlyMap<number, Crossing[]>,
  visit: PieceVisitor,
): void {
  const { edges, ringStart } = site;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const first = ringStart[ring]!;
    const end = ringStart[ring + 1]!;
    if (first === end) continue;
    let winding = windingOfFeature(site, index, f, edges.x1[first]!, edges.y1[first]!);
    for (let e = first; e < end; e++) {
      const crossings = bySiteEdge.get(e);
      if (winding === 0 && !crossings) continue;
      winding = visitEdge(
        crossings,
        edges.sign[e]!,
        winding,
        edges.x1[e]!,
        edges.y1[e]!,
        edges.x2[e]!,
        edges.y2[e]!,
        visit,
      );
    }
  }
}
