import { type BBox, bboxesMeet, bboxOf, type FlatPolygons } from '../geometry/shapes.ts';
import type { LayerIndex } from './edge-index.ts';
import { ringOrientation } from './ring-sign.ts';

/**
 * A feature as it looks from within a box: the same edges wherever they meet the box, the same winding
 * number at every point of it. Far rings fall away, and a chain of vertices beyond one side of the box
 * becomes a single edge.
 *
 *        box              box
 *      ┌─────┐ ╭╮╭╮     ┌─────┐
 *    ──┼─────┼─╯╰╯╰╮  ──┼─────┼────╮     Both walks stay east of the box: one can be deformed into the
 *      │     │ ╭╮╭─╯ →  │     │    │     other without passing over a point of it.
 *    ──┼─────┼─╯╰╯    ──┼─────┼────╯
 *      └─────┘          └─────┘
 *
 * Shortened rings may cross one another outside; one that would change its orientation stays as it is.
 *
 * Good for one site and one feature, with the site inside the box; not for telling features apart
 * outside of it. Polygons of 300,000 vertices come down to the few hundred near the site.
 */
export function nearPart(
  index: LayerIndex,
  f: number,
  feature: FlatPolygons,
  box: BBox,
): FlatPolygons {
  if (feature.xy.length <= 2 * SMALL) return feature;
  const { featureRing, ringSign } = index.rings;
  const first = featureRing[f]!;
  return shortened(feature, box, (ring) => ringSign[first + ring]!);
}

/**
 * Two shapes as they look from within the box that their boxes share, for a reader to whom the orientation of
 * rings means nothing. What they have in common lies there, and what is left of them has nothing else in
 * common: its vertices are some of theirs, so that outside that box it keeps out of the other's box.
 */
export function partsInCommon(
  a: FlatPolygons,
  b: FlatPolygons,
): readonly [FlatPolygons, FlatPolygons] {
  const [boxA, boxB] = [bboxOf(a), bboxOf(b)];
  if (!bboxesMeet(boxA, boxB)) return [a, b];
  const common: BBox = [
    Math.max(boxA[0], boxB[0]),
    Math.max(boxA[1], boxB[1]),
    Math.min(boxA[2], boxB[2]),
    Math.min(boxA[3], boxB[3]),
  ];
  return [shortened(a, common, null), shortened(b, common, null)];
}

/** @param signOf see `RingSet`; where it is given, no ring changes its orientation */
function shortened(
  feature: FlatPolygons,
  box: BBox,
  signOf: ((ring: number) => number) | null,
): FlatPolygons {
  const { xy } = feature;
  const kept: number[] = [];
  const ringEnds: number[] = [];
  const polygonEnds: number[] = [];
  let ring = 0;
  let start = 0;
  for (const polygonEnd of feature.polygonEnds) {
    const rings = ringEnds.length;
    for (let outer = true, near = true; ring < polygonEnd; ring++, outer = false) {
      const end = feature.ringEnds[ring]!;
      const meets: boolean = near && meetsBox(xy, start, end, box);
      if (outer) near = meets;
      if (meets) {
        const sign = signOf?.(ring) ?? null;
        keepNear(kept, xy, start, end, box, sign && (outer ? sign : -sign));
        ringEnds.push(kept.length);
      }
      start = end;
    }
    if (ringEnds.length > rings) polygonEnds.push(ringEnds.length);
  }
  const near = new Float64Array(2 * kept.length);
  for (let i = 0; i < kept.length; i++) {
    near[2 * i] = xy[2 * kept[i]!]!;
    near[2 * i + 1] = xy[2 * kept[i]! + 1]!;
  }
  return {
    xy: near,
    ringEnds: Uint32Array.from(ringEnds),
    polygonEnds: Uint32Array.from(polygonEnds),
  };
}

/** Up to so many vertices a feature is as quickly looked at whole. */
const SMALL = 64;

function meetsBox(xy: Float64Array, from: number, to: number, box: BBox): boolean {
  // all four sides ruled out means nothing: only one side with every vertex beyond it does
  let beyond = 15;
  for (let v = from; v < to && beyond !== 0; v++) beyond &= sidesOf(xy, v, box);
  return beyond === 0;
}

/** Beyond which sides of the box a vertex lies: west 1, east 2, south 4, north 8. */
function sidesOf(xy: Float64Array, v: number, box: BBox): number {
  const x = xy[2 * v]!;
  const y = xy[2 * v + 1]!;
  const across = x < box[0] ? 1 : x > box[2] ? 2 : 0;
  return across | (y < box[1] ? 4 : y > box[3] ? 8 : 0);
}

/** Appends the vertices that stay of a ring; `turn` is its orientation, which must not change unless null. */
function keepNear(
  kept: number[],
  xy: Float64Array,
  start: number,
  end: number,
  box: BBox,
  turn: number | null,
): void {
  const before = kept.length;
  kept.push(start);
  let sides = sidesOf(xy, start, box);
  let last = -1;
  for (let v = start + 1; v < end; v++) {
    const own = sidesOf(xy, v, box);
    if ((sides & own) !== 0) {
      sides &= own;
      last = v;
      continue;
    }
    if (last >= 0) {
      kept.push(last);
      sides = sidesOf(xy, last, box) & own;
      last = -1;
      if (sides !== 0) {
        last = v;
        continue;
      }
    }
    kept.push(v);
    sides = own;
  }
  if (last >= 0) kept.push(last);
  if (turn === null || (turn !== 0 && orientationOf(kept, before, xy) === turn)) return;
  kept.length = before;
  for (let v = start; v < end; v++) kept.push(v);
}

function orientationOf(kept: readonly number[], from: number, xy: Float64Array): number {
  const ring = new Float64Array(2 * (kept.length - from));
  for (let i = 0; i < ring.length; i += 2) {
    const v = kept[from + i / 2]!;
    ring[i] = xy[2 * v]!;
    ring[i + 1] = xy[2 * v + 1]!;
  }
  return kept.length - from < 4 ? 0 : ringOrientation(ring, 0, ring.length / 2);
}
