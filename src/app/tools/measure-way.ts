import type { MeasureView } from '../../components/measure-bar.ts';
import { draftCrossings } from '../../geometry/edit/edit-defects.ts';
import { distanceM } from '../../geometry/ellipsoid.ts';
import { enclosedAreaM2, pathLengthM } from '../../geometry/measure-path.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Sketch } from '../../map/tool-sketch.ts';
import type { PointerPlace } from '../drawing/grips.ts';
import type { Way } from './way.ts';

/** How near a click must be to a point to mean it, px. */
const NEAR_PX = 8;
const NEAR_TOUCH_PX = 16;

/** One point more; a way that is done is followed by a new one. */
export function withPoint(way: Way, at: Position): Way {
  if (way.done) return { ...way, points: [at], pointer: null, done: false };
  return { ...way, points: [...way.points, at] };
}

export function withoutLast(way: Way): Way {
  return { ...way, points: way.points.slice(0, -1), done: false };
}

/** Enough points to be something. */
export function isWhole({ kind, points }: Pick<Way, 'kind' | 'points'>): boolean {
  return points.length > (kind === 'area' ? 2 : 1);
}

export function finished(way: Way): Way {
  return isWhole(way) ? { ...way, pointer: null, done: true } : way;
}

/** A click ends the way at its last point, and at the first one of an outline; elsewhere it adds one. */
export function clicked(way: Way, place: PointerPlace): Way {
  const { points, kind, done } = way;
  const reach = place.metresPerPx * (place.touch ? NEAR_TOUCH_PX : NEAR_PX);
  const isNear = (at: Position | undefined) =>
    at !== undefined && distanceM(...at, ...place.at) <= reach;
  if (!done && isNear(points.at(-1))) return finished(way);
  if (!done && kind === 'area' && points.length > 2 && isNear(points[0])) return finished(way);
  return withPoint(way, place.at);
}

/** Everything of it, by the formulas of every other area and length. */
export function measured(way: Way): MeasureView {
  const { kind, points, done } = way;
  const path = courseOf(way);
  const first = path[0];
  const isOutline = kind === 'area' && path.length > 2 && first !== undefined;
  const crosses = isOutline && draftCrossings(path, true).length > 0;
  return {
    kind,
    points: points.length,
    lengthM: pathLengthM(isOutline ? [...path, first] : path),
    areaM2: isOutline && !crosses ? enclosedAreaM2(path) : null,
    crosses,
    done,
  };
}

export function sketchOf(way: Way): Sketch {
  return {
    path: courseOf(way),
    closed: way.kind === 'area',
    points: way.points,
    mark: null,
  };
}

/** With the way to the pointer, no place twice in a row. */
function courseOf({ points, pointer, done }: Way): readonly Position[] {
  const path = pointer && !done && points.length > 0 ? [...points, pointer] : points;
  return path.filter((at, i) => i === 0 || at[0] !== path[i - 1]![0] || at[1] !== path[i - 1]![1]);
}
