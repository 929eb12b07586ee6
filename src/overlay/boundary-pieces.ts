import { orient } from '../geometry/predicates.ts';
import { type BBox, bboxesMeet, bboxOf, type FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from './edge-index.ts';
import { visitEdges } from './edges-in-box.ts';
import { sideOfShift } from './shift.ts';
import type { Site } from './site.ts';
import { windingOfFeature } from './winding.ts';

/**
 * The boundary of the part of the site where a condition on several groups of features holds, such as
 * "covered by A and not by B", as pieces of edges. Features may overlap each other; nothing is clipped or
 * united, and no piece is linked to the next.
 *
 *            ▲ the condition holds on the left: +1, on the right: -1, on both or neither: no piece
 *      ──────┼────▶
 *
 * Pieces lie between the crossings of an edge with all other shapes; on each the condition is constant.
 * Every shape has a shift of its own, (ε_i, ε_i²) with ε_1 ≫ ε_2 ≫ ..., and the site is at rest, so that any
 * number of edges may lie upon each other: see shift.ts. Of two shapes the earlier moves, the later rests.
 *
 * @param groups lists of features; rings valid as for `measureOverlap`
 * @param holds told for each group whether it covers a place; asked only within the site
 */
export function visitPieces(
  site: Site,
  groups: readonly (readonly FlatPolygons[])[],
  holds: Condition,
  visit: PieceVisitor,
): void {
  const shapes: FlatPolygons[] = [];
  const groupOf: number[] = [];
  groups.forEach((group, g) => {
    for (const feature of group) {
      if (!bboxesMeet(bboxOf(feature), site.bbox)) continue;
      shapes.push(feature);
      groupOf.push(g);
    }
  });
  shapes.push(site.polygons);
  const index = buildLayerIndex(shapes);
  const scene: Scene = { site, index, groupOf, groups: groups.length, holds, visit };
  for (let shape = 0; shape < shapes.length; shape++) visitShape(scene, shape);
}

export type Condition = (covered: readonly boolean[]) => boolean;

/** Told each piece in local coordinates of the site; the inside lies to its left times `weight`, +1 or -1. */
export type PieceVisitor = (weight: number, x1: number, y1: number, x2: number, y2: number) => void;

interface Scene {
  readonly site: Site;
  /** The features of all groups, then the site. */
  readonly index: LayerIndex;
  readonly groupOf: readonly number[];
  readonly groups: number;
  readonly holds: Condition;
  readonly visit: PieceVisitor;
}

/** Where an edge crosses another shape, and how that shape's winding number changes there. */
interface Crossing {
  readonly along: number;
  readonly x: number;
  readonly y: number;
  readonly shape: number;
  readonly change: number;
}

function visitShape(scene: Scene, shape: number): void {
  const { site, index } = scene;
  let windings: Int32Array | null = null;
  let next = -1;
  let ringNow = -1;
  visitEdges(index, shape, site.bbox, (v, ring) => {
    // Winding numbers are carried from edge to edge, and found anew after a gap.
    if (windings === null || v !== next || ring !== ringNow) windings = windingsAt(scene, shape, v);
    visitEdge(scene, shape, v, ring, windings);
    next = v + 1;
    ringNow = ring;
  });
}

/** Winding numbers of all shapes but its own about the vertex at which an edge starts. */
function windingsAt(scene: Scene, shape: number, v: number): Int32Array {
  const { site, index } = scene;
  const x = index.rings.xy[2 * v]! - site.x0;
  const y = index.rings.xy[2 * v + 1]! - site.y0;
  const windings = new Int32Array(scene.groupOf.length + 1);
  for (let other = 0; other < windings.length; other++) {
    if (other === shape) continue;
    windings[other] = windingOfFeature(site, index, other, x, y, shape < other);
  }
  return windings;
}

/** Visit the pieces of one edge; leaves `windings` as they are at its end. */
function visitEdge(
  scene: Scene,
  shape: number,
  v: number,
  ring: number,
  windings: Int32Array,
): void {
  const { site, index, visit } = scene;
  const { xy, ringSign } = index.rings;
  const sign = ringSign[ring]!;
  const crossings = crossingsOf(scene, shape, v);
  let x = xy[2 * v]! - site.x0;
  let y = xy[2 * v + 1]! - site.y0;
  let weight = sign * step(scene, shape, windings);
  for (const crossing of crossings) {
    if (weight !== 0) visit(weight, x, y, crossing.x, crossing.y);
    windings[crossing.shape]! += crossing.change;
    x = crossing.x;
    y = crossing.y;
    weight = sign * step(scene, shape, windings);
  }
  if (weight === 0) return;
  visit(weight, x, y, xy[2 * v + 2]! - site.x0, xy[2 * v + 3]! - site.y0);
}

/** [holds on the inside of the shape's edge] - [holds on the outside]. */
function step(scene: Scene, shape: number, windings: Int32Array): number {
  const { groupOf, groups, holds } = scene;
  const site = groupOf.length;
  if (shape !== site && windings[site]! <= 0) return 0;
  const covered = new Array<boolean>(groups).fill(false);
  for (let other = 0; other < site; other++) {
    if (other !== shape && windings[other]! > 0) covered[groupOf[other]!] = true;
  }
  const outside = shape !== site && holds(covered) ? 1 : 0;
  if (shape !== site) covered[groupOf[shape]!] = true;
  return (holds(covered) ? 1 : 0) - outside;
}

function crossingsOf(scene: Scene, shape: number, v: number): Crossing[] {
  const { index } = scene;
  const { xy } = index.rings;
  const box: BBox = [
    Math.min(xy[2 * v]!, xy[2 * v + 2]!),
    Math.min(xy[2 * v + 1]!, xy[2 * v + 3]!),
    Math.max(xy[2 * v]!, xy[2 * v + 2]!),
    Math.max(xy[2 * v + 1]!, xy[2 * v + 3]!),
  ];
  const crossings: Crossing[] = [];
  for (const other of index.tree.search(box)) {
    if (other === shape) continue;
    visitEdges(index, other, box, (u, ring) => {
      const crossing = crossingOf(scene, shape, v, other, u, ring);
      if (crossing) crossings.push(crossing);
    });
  }
  return crossings.sort((a, b) => a.along - b.along);
}

/** The crossing of edge v of one shape with edge u of another: the same point whichever is asked first. */
function crossingOf(
  scene: Scene,
  shape: number,
  v: number,
  other: number,
  u: number,
  ring: number,
): Crossing | null {
  const { xy, ringSign } = scene.index.rings;
  const { x0, y0 } = scene.site;
  const [m, r] = shape < other ? [v, u] : [u, v];
  const mx1 = xy[2 * m]! - x0;
  const my1 = xy[2 * m + 1]! - y0;
  const mx2 = xy[2 * m + 2]! - x0;
  const my2 = xy[2 * m + 3]! - y0;
  const rx1 = xy[2 * r]! - x0;
  const ry1 = xy[2 * r + 1]! - y0;
  const rx2 = xy[2 * r + 2]! - x0;
  const ry2 = xy[2 * r + 3]! - y0;
  const m1 = orient(rx1, ry1, rx2, ry2, mx1, my1);
  const m2 = orient(rx1, ry1, rx2, ry2, mx2, my2);
  const tieOnResting = sideOfShift(rx2 - rx1, ry2 - ry1);
  const left1 = (m1 || tieOnResting) > 0;
  if (left1 === (m2 || tieOnResting) > 0) return null;
  const r1 = orient(mx1, my1, mx2, my2, rx1, ry1);
  const r2 = orient(mx1, my1, mx2, my2, rx2, ry2);
  const tieOnMoving = -sideOfShift(mx2 - mx1, my2 - my1);
  if ((r1 || tieOnMoving) > 0 === (r2 || tieOnMoving) > 0) return null;
  let x: number;
  let y: number;
  if (m1 === 0 || m2 === 0) {
    x = m1 === 0 ? mx1 : mx2;
    y = m1 === 0 ? my1 : my2;
  } else if (Math.abs(r1) <= Math.abs(r2)) {
    const t = r1 / (r1 - r2);
    x = rx1 + t * (rx2 - rx1);
    y = ry1 + t * (ry2 - ry1);
  } else {
    const t = r2 / (r2 - r1);
    x = rx2 + t * (rx1 - rx2);
    y = ry2 + t * (ry1 - ry2);
  }
  // The moving edge leaves the resting shape where it passes from left to right; the resting edge then
  // enters the moving shape.
  const change = left1 === shape < other ? -ringSign[ring]! : ringSign[ring]!;
  const [sx, sy, ex, ey] = shape < other ? [mx1, my1, mx2, my2] : [rx1, ry1, rx2, ry2];
  const along = (x - sx) * (ex - sx) + (y - sy) * (ey - sy);
  return { along, x, y, shape: other, change };
}
