import { BoxTree } from '../geometry/box-tree.ts';
import type { BBox } from '../geometry/shapes.ts';
import { visitEdges } from './edges-in-box.ts';
import {
  boxOfIndexed,
  type Feature,
  type IndexedFeature,
  indexedIn,
  indexedSite,
} from './indexed-feature.ts';
import { shiftedCrossing } from './shifted-crossing.ts';
import type { Site } from './site.ts';
import { windingOfFeature } from './winding-of-feature.ts';

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
 * @param groups lists of features; rings valid as for `measureOverlap`. Those that come with an index are
 *   not indexed again: of a large one only the edges near the site are looked at.
 * @param holds told for each group whether it covers a place; asked only within the site
 */
export function visitPieces(
  site: Site,
  groups: readonly (readonly Feature[])[],
  holds: Condition,
  visit: PieceVisitor,
): void {
  const shapes: IndexedFeature[] = [];
  const groupOf: number[] = [];
  groups.forEach((group, g) => {
    for (const feature of group) {
      const shape = indexedIn(feature, site.bbox);
      if (!shape) continue;
      shapes.push(shape);
      groupOf.push(g);
    }
  });
  shapes.push(indexedSite(site));
  const tree = BoxTree.over(Float64Array.from(shapes.flatMap(boxOfIndexed)));
  const scene: Scene = { site, shapes, tree, groupOf, groups: groups.length, holds, visit };
  for (let shape = 0; shape < shapes.length; shape++) visitShape(scene, shape);
}

export type Condition = (covered: readonly boolean[]) => boolean;

/** Told each piece in local coordinates of the site; the inside lies to its left times `weight`, +1 or -1. */
export type PieceVisitor = (weight: number, x1: number, y1: number, x2: number, y2: number) => void;

interface Scene {
  readonly site: Site;
  /** The features of all groups, then the site. */
  readonly shapes: readonly IndexedFeature[];
  /** Over the boxes of the shapes. */
  readonly tree: BoxTree;
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
  const { index, at } = scene.shapes[shape]!;
  let windings: Int32Array | null = null;
  let next = -1;
  let ringNow = -1;
  visitEdges(index, at, scene.site.bbox, (v, ring) => {
    // Winding numbers are carried from edge to edge, and found anew after a gap.
    if (windings === null || v !== next || ring !== ringNow) windings = windingsAt(scene, shape, v);
    visitEdge(scene, shape, v, ring, windings);
    next = v + 1;
    ringNow = ring;
  });
}

/** Winding numbers of all shapes but its own about the vertex at which an edge starts. */
function windingsAt(scene: Scene, shape: number, v: number): Int32Array {
  const { site, shapes } = scene;
  const { xy } = shapes[shape]!.index.rings;
  const x = xy[2 * v]! - site.x0;
  const y = xy[2 * v + 1]! - site.y0;
  const windings = new Int32Array(scene.groupOf.length + 1);
  for (let other = 0; other < windings.length; other++) {
    if (other === shape) continue;
    const { index, at } = shapes[other]!;
    windings[other] = windingOfFeature(site, index, at, x, y, shape < other);
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
  const { site, visit } = scene;
  const { xy, ringSign } = scene.shapes[shape]!.index.rings;
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
  const { shapes, tree } = scene;
  const { xy } = shapes[shape]!.index.rings;
  const box: BBox = [
    Math.min(xy[2 * v]!, xy[2 * v + 2]!),
    Math.min(xy[2 * v + 1]!, xy[2 * v + 3]!),
    Math.max(xy[2 * v]!, xy[2 * v + 2]!),
    Math.max(xy[2 * v + 1]!, xy[2 * v + 3]!),
  ];
  const crossings: Crossing[] = [];
  for (const other of tree.search(box)) {
    if (other === shape) continue;
    const { index, at } = shapes[other]!;
    visitEdges(index, at, box, (u, ring) => {
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
  const { xy } = scene.shapes[shape]!.index.rings;
  const { xy: otherXy, ringSign } = scene.shapes[other]!.index.rings;
  const { x0, y0 } = scene.site;
  const moves = shape < other;
  const [m, mxy, r, rxy] = moves ? [v, xy, u, otherXy] : [u, otherXy, v, xy];
  const found = shiftedCrossing(
    mxy[2 * m]! - x0,
    mxy[2 * m + 1]! - y0,
    mxy[2 * m + 2]! - x0,
    mxy[2 * m + 3]! - y0,
    rxy[2 * r]! - x0,
    rxy[2 * r + 1]! - y0,
    rxy[2 * r + 2]! - x0,
    rxy[2 * r + 3]! - y0,
  );
  if (!found) return null;
  const { x, y, fromLeft } = found;
  // The moving edge leaves the resting shape where it passes from left to right; the resting edge then
  // enters the moving shape.
  const change = fromLeft === moves ? -ringSign[ring]! : ringSign[ring]!;
  const dx = xy[2 * v + 2]! - xy[2 * v]!;
  const dy = xy[2 * v + 3]! - xy[2 * v + 1]!;
  const along = (x - (xy[2 * v]! - x0)) * dx + (y - (xy[2 * v + 1]! - y0)) * dy;
  return { along, x, y, shape: other, change };
}
