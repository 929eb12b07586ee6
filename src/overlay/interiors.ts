import { orient } from '../geometry/predicates.ts';
import type { LayerIndex } from './edge-index.ts';
import { visitEdges } from './edges-in-box.ts';
import { sideOfShift } from './shift.ts';
import type { Site } from './site.ts';
import { windingOfFeature } from './winding-of-feature.ts';
import { windingOfSite } from './winding-of-site.ts';

/*
 * Overlap or touch? Areas below rounding cannot tell, exact predicates can. The interiors of P and Q meet
 * exactly when
 *   1. two edges cross properly, or
 *   2. two edges run along each other with their insides on the same side, or
 *   3. a piece of an edge lies inside the other shape.
 * Where 1 does not occur every contact happens at a vertex, so places along an edge are vertices and
 * compare exactly. For 3 the winding number is walked along the edge under the shift (see shift.ts); a
 * piece counts unless it runs along an edge of the other shape or has no length.
 */

/** One edge of either shape in local coordinates, directed so that the inside lies to its left. */
interface Side {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What happens along an edge: at a place the winding number changes or a stretch along the other begins or ends. */
interface Event {
  readonly x: number;
  readonly y: number;
  winding: number;
  along: number;
}

/** Whether the interiors of a site and a feature share a point. Exact; for the few pairs in doubt. */
export function interiorsMeet(site: Site, index: LayerIndex, f: number): boolean {
  const ofSite = siteSides(site, index, f);
  const ofFeature = featureSides(site, index, f);
  for (const e of ofSite) {
    for (const q of ofFeature) {
      if (!boxesMeet(e, q)) continue;
      if (crossProperly(e, q) || runTogether(e, q)) return true;
    }
  }
  return (
    ofSite.some((e) =>
      hasPieceInside(e, ofFeature, windingOfFeature(site, index, f, e.x1, e.y1), false),
    ) || ofFeature.some((q) => hasPieceInside(q, ofSite, windingOfSite(site, q.x1, q.y1), true))
  );
}

/** The site's edges that meet the feature's box. */
function siteSides(site: Site, index: LayerIndex, f: number): Side[] {
  const { edges, x0, y0 } = site;
  const box = index.rings.featureBox.subarray(4 * f, 4 * f + 4);
  const sides: Side[] = [];
  for (let e = 0; e < edges.count; e++) {
    const x1 = edges.x1[e]!;
    const y1 = edges.y1[e]!;
    const x2 = edges.x2[e]!;
    const y2 = edges.y2[e]!;
    if (Math.max(x1, x2) < box[0]! - x0 || Math.min(x1, x2) > box[2]! - x0) continue;
    if (Math.max(y1, y2) < box[1]! - y0 || Math.min(y1, y2) > box[3]! - y0) continue;
    sides.push(side(edges.sign[e]!, x1, y1, x2, y2));
  }
  return sides;
}

/** The feature's edges that meet the site's box. */
function featureSides(site: Site, index: LayerIndex, f: number): Side[] {
  const { xy, ringSign } = index.rings;
  const { x0, y0 } = site;
  const sides: Side[] = [];
  visitEdges(index, f, site.bbox, (v, ring) => {
    const [x1, y1, x2, y2] = xy.subarray(2 * v, 2 * v + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    sides.push(side(ringSign[ring]!, x1 - x0, y1 - y0, x2 - x0, y2 - y0));
  });
  return sides;
}

function side(sign: number, x1: number, y1: number, x2: number, y2: number): Side {
  return sign > 0 ? { x1, y1, x2, y2 } : { x1: x2, y1: y2, x2: x1, y2: y1 };
}

function boxesMeet(a: Side, b: Side): boolean {
  return (
    Math.max(a.x1, a.x2) >= Math.min(b.x1, b.x2) &&
    Math.max(b.x1, b.x2) >= Math.min(a.x1, a.x2) &&
    Math.max(a.y1, a.y2) >= Math.min(b.y1, b.y2) &&
    Math.max(b.y1, b.y2) >= Math.min(a.y1, a.y2)
  );
}

function sideOf(a: Side, x: number, y: number): number {
  return orient(a.x1, a.y1, a.x2, a.y2, x, y);
}

function crossProperly(a: Side, b: Side): boolean {
  return (
    sideOf(a, b.x1, b.y1) * sideOf(a, b.x2, b.y2) < 0 &&
    sideOf(b, a.x1, a.y1) * sideOf(b, a.x2, a.y2) < 0
  );
}

/** The stretch that two collinear edges share, as positions on `a`; null when it has no length. */
function sharedStretch(a: Side, b: Side): { from: Side; same: boolean } | null {
  if (sideOf(a, b.x1, b.y1) !== 0 || sideOf(a, b.x2, b.y2) !== 0) return null;
  const same = before(a, b.x1, b.y1, b.x2, b.y2);
  const first = same ? b : { x1: b.x2, y1: b.y2, x2: b.x1, y2: b.y1 };
  const startsLater = before(a, a.x1, a.y1, first.x1, first.y1);
  const endsEarlier = before(a, first.x2, first.y2, a.x2, a.y2);
  const from: Side = {
    x1: startsLater ? first.x1 : a.x1,
    y1: startsLater ? first.y1 : a.y1,
    x2: endsEarlier ? first.x2 : a.x2,
    y2: endsEarlier ? first.y2 : a.y2,
  };
  return before(a, from.x1, from.y1, from.x2, from.y2) ? { from, same } : null;
}

function runTogether(a: Side, b: Side): boolean {
  return sharedStretch(a, b)?.same ?? false;
}

/** Whether the first place comes strictly before the second on the way along an edge. */
function before(a: Side, x1: number, y1: number, x2: number, y2: number): boolean {
  if (a.x1 !== a.x2) return a.x1 < a.x2 ? x1 < x2 : x1 > x2;
  return a.y1 < a.y2 ? y1 < y2 : y1 > y2;
}

/**
 * Whether a piece of positive length of edge a lies inside the other shape.
 *
 * @param others edges of the other shape
 * @param start winding number of the other shape about a's start
 * @param moves whether a belongs to the shifted feature
 */
function hasPieceInside(a: Side, others: readonly Side[], start: number, moves: boolean): boolean {
  const events: Event[] = [];
  for (const b of others) {
    if (!boxesMeet(a, b)) continue;
    const stretch = sharedStretch(a, b);
    if (stretch) {
      const { x1, y1, x2, y2 } = stretch.from;
      events.push({ x: x1, y: y1, winding: 0, along: 1 }, { x: x2, y: y2, winding: 0, along: -1 });
    }
    const crossing = shiftedCrossing(a, b, moves);
    if (crossing) events.push(crossing);
  }
  events.sort((p, q) =>
    before(a, p.x, p.y, q.x, q.y) ? -1 : before(a, q.x, q.y, p.x, p.y) ? 1 : 0,
  );
  let winding = start;
  let along = 0;
  let x = a.x1;
  let y = a.y1;
  for (const event of events) {
    if (winding > 0 && along === 0 && before(a, x, y, event.x, event.y)) return true;
    winding += event.winding;
    along += event.along;
    x = event.x;
    y = event.y;
  }
  return winding > 0 && along === 0 && before(a, x, y, a.x2, a.y2);
}

/** Where a crosses b under the shift, and how the winding number of b's shape changes there along a. */
function shiftedCrossing(a: Side, b: Side, moves: boolean): Event | null {
  const turn = moves ? 1 : -1;
  const tieB = turn * sideOfShift(b.x2 - b.x1, b.y2 - b.y1);
  const tieA = -turn * sideOfShift(a.x2 - a.x1, a.y2 - a.y1);
  const a1 = sideOf(b, a.x1, a.y1);
  const a2 = sideOf(b, a.x2, a.y2);
  const b1 = sideOf(a, b.x1, b.y1);
  const b2 = sideOf(a, b.x2, b.y2);
  if ((a1 || tieB) > 0 === (a2 || tieB) > 0) return null;
  if ((b1 || tieA) > 0 === (b2 || tieA) > 0) return null;
  const winding = (a1 || tieB) > 0 ? -1 : 1;
  if (a1 === 0) return { x: a.x1, y: a.y1, winding, along: 0 };
  if (a2 === 0) return { x: a.x2, y: a.y2, winding, along: 0 };
  if (b1 === 0) return { x: b.x1, y: b.y1, winding, along: 0 };
  return { x: b.x2, y: b.y2, winding, along: 0 };
}
