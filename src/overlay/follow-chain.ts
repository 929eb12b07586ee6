import { orient } from '../geometry/predicates.ts';
import { integrate, PIECES, push, ROOM } from './pieces.ts';
import { sideOfShift } from './shift.ts';
import type { Site } from './site.ts';
import { cellOf, columnOf } from './site-grid.ts';
import { addTo, TICK, TOUCHES } from './tally.ts';

/**
 * Follow a chain of edges f of the feature Q through the site P and add what they and their crossings
 * contribute to the site's tally.
 *
 *      area(P ∩ Q) = Σ over site edges e      w_Q(start of e) I(e)
 *                  + Σ over feature edges f   w_P(start of f) I(f)
 *                  + Σ over crossings X       Δw_Q I(X -> end of e) + Δw_P I(X -> end of f)
 *
 * (boundary integral over local data only; cf. W. R. Franklin, Calculating map overlay polygons' areas
 * without explicitly calculating the polygons, 1990). At a crossing, with the inside to the left of edges:
 *
 *            e ▲                A = +1: f comes from the left of e.
 *              │ outside P      f leaves P:    Δw_P = -A
 *      f ──────X─────────▶      e enters Q:    Δw_Q = +A
 *       inside │                A = -1 turns both round.
 *         of P │ outside Q
 *
 * As Σ Δw_Q = 0 around a site ring, e's part is summed as -Δw_Q I(start of ring -> X), from the running
 * sums of `Site`; and f's as pieces between its crossings, so that no far end of f is ever looked at.
 *
 * @param from first vertex of the chain in `xy`, `to` the last; all in one ring
 * @param sign of the ring
 * @param w winding number of P about the first vertex
 * @returns the winding number of P about the last vertex
 */
export function followChain(
  site: Site,
  xy: Float64Array,
  from: number,
  to: number,
  sign: number,
  w: number,
): number {
  const { x0, y0, grid, west, south, east, north } = site;
  const { perX, perY, columns, rows, crowd } = grid;
  const stride = columns + 1;
  let winding = w;
  let x2 = xy[2 * from]! - x0;
  let y2 = xy[2 * from + 1]! - y0;
  let column2 = cellOf(x2 - west, perX, columns);
  let row2 = cellOf(y2 - south, perY, rows);
  for (let v = from; v < to; v++) {
    const x1 = x2;
    const y1 = y2;
    const column1 = column2;
    const row1 = row2;
    x2 = xy[2 * v + 2]! - x0;
    y2 = xy[2 * v + 3]! - y0;
    column2 = cellOf(x2 - west, perX, columns);
    row2 = cellOf(y2 - south, perY, rows);
    if ((x1 > east && x2 > east) || (x1 < west && x2 < west)) continue;
    if ((y1 > north && y2 > north) || (y1 < south && y2 < south)) continue;
    const left = Math.min(column1, column2);
    const right = column1 + column2 - left;
    const low = Math.min(row1, row2);
    const high = row1 + row2 - low;
    const below = low * stride;
    const above = (high + 1) * stride;
    const near =
      crowd[above + right + 1]! -
      crowd[above + left]! -
      crowd[below + right + 1]! +
      crowd[below + left]!;
    if (near > 0) {
      winding = crossEdge(site, xy, v, sign, winding, left, right, low, high);
    } else if (winding !== 0) {
      if (PIECES.count === ROOM) integrate(PIECES, site.series, site.tally.sum);
      push(PIECES, sign * winding, x1, y1, x2, y2);
    }
  }
  return winding;
}

/** What `followChain` adds for a chain that no site edge comes near, with its sign and winding number. */
export function addChain(
  site: Site,
  xy: Float64Array,
  from: number,
  to: number,
  weight: number,
): void {
  const { x0, y0, series, tally } = site;
  let x2 = xy[2 * from]! - x0;
  let y2 = xy[2 * from + 1]! - y0;
  for (let v = from; v < to; v++) {
    const x1 = x2;
    const y1 = y2;
    x2 = xy[2 * v + 2]! - x0;
    y2 = xy[2 * v + 3]! - y0;
    if (PIECES.count === ROOM) integrate(PIECES, series, tally.sum);
    push(PIECES, weight, x1, y1, x2, y2);
  }
}

/** The same for one edge f that comes near site edges, within a box of cells. */
function crossEdge(
  site: Site,
  xy: Float64Array,
  v: number,
  sign: number,
  w: number,
  column1: number,
  column2: number,
  row1: number,
  row2: number,
): number {
  const { x0, y0, grid, edges, seen } = site;
  const { cellStart, cellEdges } = grid;
  const { x1: edgeX1, y1: edgeY1, x2: edgeX2, y2: edgeY2 } = edges;
  const { sum, facts } = site.tally;
  const qx1 = xy[2 * v]! - x0;
  const qy1 = xy[2 * v + 1]! - y0;
  const qx2 = xy[2 * v + 2]! - x0;
  const qy2 = xy[2 * v + 3]! - y0;
  const dx = qx2 - qx1;
  const dy = qy2 - qy1;
  if (dx === 0 && dy === 0) return w;
  const left = dx < 0 ? qx2 : qx1;
  const right = dx < 0 ? qx1 : qx2;
  const low = dy < 0 ? qy2 : qy1;
  const high = dy < 0 ? qy1 : qy2;

  const tick = ++facts[TICK]!;
  let now = w;
  let met = false;
  let rx = 0;
  let ry = 0;
  for (let row = row1; row <= row2; row++) {
    let from = column1;
    let to = column2;
    if (row1 !== row2 && column1 !== column2) {
      // The columns that f passes within this row.
      const ya = row === row1 ? low : Math.max(low, grid.south + row / grid.perY);
      const yb = row === row2 ? high : Math.min(high, grid.south + (row + 1) / grid.perY);
      const xa = qx1 + ((ya - qy1) * dx) / dy;
      const xb = qx1 + ((yb - qy1) * dx) / dy;
      from = Math.max(column1, columnOf(grid, Math.min(xa, xb)));
      to = Math.min(column2, columnOf(grid, Math.max(xa, xb)));
    }
    const lastCell = row * grid.columns + to;
    for (let cell = row * grid.columns + from; cell <= lastCell; cell++) {
      const cellEnd = cellStart[cell + 1]!;
      for (let k = cellStart[cell]!; k < cellEnd; k++) {
        const e = cellEdges[k]!;
        if (seen[e] === tick) continue;
        seen[e] = tick;
        const px1 = edgeX1[e]!;
        const py1 = edgeY1[e]!;
        const px2 = edgeX2[e]!;
        const py2 = edgeY2[e]!;
        if ((px1 < left && px2 < left) || (px1 > right && px2 > right)) continue;
        if ((py1 < low && py2 < low) || (py1 > high && py2 > high)) continue;

        const o1 = orient(px1, py1, px2, py2, qx1, qy1);
        const o2 = orient(px1, py1, px2, py2, qx2, qy2);
        if ((o1 > 0 && o2 > 0) || (o1 < 0 && o2 < 0)) continue;
        const o3 = orient(qx1, qy1, qx2, qy2, px1, py1);
        const o4 = orient(qx1, qy1, qx2, qy2, px2, py2);
        if ((o3 > 0 && o4 > 0) || (o3 < 0 && o4 < 0)) continue;
        facts[TOUCHES] = 1;

        const tieE = sideOfShift(px2 - px1, py2 - py1);
        const a1 = o1 === 0 ? tieE : o1;
        const a2 = o2 === 0 ? tieE : o2;
        if (a1 > 0 === a2 > 0) continue;
        const tieF = -sideOfShift(dx, dy);
        const b1 = o3 === 0 ? tieF : o3;
        const b2 = o4 === 0 ? tieF : o4;
        if (b1 > 0 === b2 > 0) continue;

        // A proper crossing of the shifted edge. Where the real one ends on an edge, X is that very end.
        let x: number;
        let y: number;
        if (o1 === 0) {
          x = qx1;
          y = qy1;
        } else if (o2 === 0) {
          x = qx2;
          y = qy2;
        } else if (Math.abs(o3) <= Math.abs(o4)) {
          const t = o3 / (o3 - o4);
          x = px1 + t * (px2 - px1);
          y = py1 + t * (py2 - py1);
        } else {
          const t = o4 / (o4 - o3);
          x = px2 + t * (px1 - px2);
          y = py2 + t * (py1 - py2);
        }
        const step = a1 > 0 ? 1 : -1;
        const weight = edges.sign[e]!;
        addTo(sum, -step * sign * site.before[e]!);
        sum[1]! -= step * sign * site.beforeLow[e]!;
        if (PIECES.count > ROOM - 4) integrate(PIECES, site.series, sum);
        push(PIECES, -step * sign * weight, px1, py1, x, y);

        const change = -step * weight;
        if (met) {
          push(PIECES, sign * change, x, y, rx, ry);
        } else {
          met = true;
          rx = x;
          ry = y;
        }
        now += change;
      }
    }
  }
  if (!met) {
    rx = qx2;
    ry = qy2;
  }
  if (PIECES.count > ROOM - 2) integrate(PIECES, site.series, sum);
  if (w !== 0) push(PIECES, sign * w, qx1, qy1, rx, ry);
  if (met && now !== 0) push(PIECES, sign * now, rx, ry, qx2, qy2);
  return now;
}
