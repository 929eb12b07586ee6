import type { Position } from './shapes.ts';

/** Chords of one arc at most: a whole circle of 8,000 km at a millimetre. More is no curve of a map. */
const MOST_CHORDS = 200_000;

/**
 * Points of an arc of a circle, both ends included, no chord further from it than `tolerance`. Null where
 * that would take more than MOST_CHORDS.
 *
 * @param start radians from east @param sweep radians, counter-clockwise where positive
 * @param tolerance in the unit of the radius
 */
export function arcPoints(
  [cx, cy]: Position,
  radius: number,
  start: number,
  sweep: number,
  tolerance: number,
): Position[] | null {
  return ellipsePoints([cx, cy], [radius, 0], [0, radius], start, sweep, tolerance);
}

/**
 * The arc of a polyline: `bulge` is the tangent of a quarter of its angle, positive when it runs
 * counter-clockwise (DXF group 42). Both ends are given out as they are.
 */
export function bulgePoints(
  a: Position,
  b: Position,
  bulge: number,
  tolerance: number,
): Position[] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const chord = Math.hypot(dx, dy);
  // How far the arc stands off its chord.
  if (Math.abs(bulge) * chord <= 2 * tolerance) return [a, b];
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  const aside = (1 - bulge * bulge) / (4 * bulge);
  const center: Position = [(a[0] + b[0]) / 2 - aside * dy, (a[1] + b[1]) / 2 + aside * dx];
  const start = Math.atan2(a[1] - center[1], a[0] - center[0]);
  const points = arcPoints(center, radius, start, 4 * Math.atan(bulge), tolerance);
  return points && [a, ...points.slice(1, -1), b];
}

/** A part of an ellipse: center + major cos t + minor sin t, for t from `start` on; else as above. */
export function ellipsePoints(
  [cx, cy]: Position,
  [ax, ay]: Position,
  [bx, by]: Position,
  start: number,
  sweep: number,
  tolerance: number,
): Position[] | null {
  // The affine image of a unit circle: its chords are off by at most the longer half axis times theirs.
  const steps = arcSteps(Math.max(Math.hypot(ax, ay), Math.hypot(bx, by)), sweep, tolerance);
  if (!(steps <= MOST_CHORDS)) return null;
  return Array.from({ length: steps + 1 }, (_, i): Position => {
    const t = start + (sweep * i) / steps;
    return [cx + ax * Math.cos(t) + bx * Math.sin(t), cy + ay * Math.cos(t) + by * Math.sin(t)];
  });
}

/** The height of a chord over angle a is r (1 − cos a/2) = 2 r sin² a/4. */
function arcSteps(radius: number, sweep: number, tolerance: number): number {
  const widest = 4 * Math.asin(Math.sqrt(Math.min(1, tolerance / (2 * radius))));
  // A quarter at most, so that even a dot stays a figure with area.
  return Math.max(1, Math.ceil(Math.abs(sweep) / Math.min(widest, Math.PI / 2)));
}

export interface Spline {
  readonly degree: number;
  /** Not falling; as many as control points + degree + 1. */
  readonly knots: readonly number[];
  readonly controls: readonly Position[];
  /** Of a rational spline, one a control point; else empty. */
  readonly weights: readonly number[];
}

/** Halvings of a knot span at most: 65,536 chords. */
const DEEPEST = 16;

/** A B-spline, its knot spans halved until the curve is near its chords; null where it is none. */
export function splinePoints(spline: Spline, tolerance: number): Position[] | null {
  const { degree, knots, controls, weights } = spline;
  const isSound =
    degree >= 1 &&
    degree <= 15 &&
    controls.length > degree &&
    knots.length === controls.length + degree + 1 &&
    knots.every((knot, i) => i === 0 || knot >= knots[i - 1]!) &&
    (weights.length === 0 || (weights.length === controls.length && weights.every((w) => w > 0)));
  if (!isSound) return null;
  const points: Position[] = [];
  for (let span = degree; span < controls.length; span++) {
    const [from, to] = [knots[span]!, knots[span + 1]!];
    if (!(to > from)) continue;
    const at = (t: number): Position => splineAt(spline, span, t);
    const start = at(from);
    if (points.length === 0) points.push(start);
    halve(at, from, start, to, at(to), tolerance, 0, points);
    if (points.length > MOST_CHORDS) return null;
  }
  return points;
}

/** Adds the points of (from, to]; looked at in the quarters too, so that a point of inflection shows. */
function halve(
  at: (t: number) => Position,
  from: number,
  start: Position,
  to: number,
  end: Position,
  tolerance: number,
  depth: number,
  points: Position[],
): void {
  const part = (share: number): number => from + (to - from) * share;
  const middle = at(part(0.5));
  // Half the tolerance: what lies between the looked-at places may be a little further off.
  const isNear = [at(part(0.25)), middle, at(part(0.75))].every(
    (point) => distanceToChord(point, start, end) <= tolerance / 2,
  );
  if (depth >= DEEPEST || (isNear && depth >= 2)) {
    points.push(end);
    return;
  }
  halve(at, from, start, part(0.5), middle, tolerance, depth + 1, points);
  halve(at, part(0.5), middle, to, end, tolerance, depth + 1, points);
}

/** De Boor's algorithm in homogeneous coordinates. */
function splineAt({ degree, knots, controls, weights }: Spline, span: number, t: number): Position {
  const local = Array.from({ length: degree + 1 }, (_, j) => {
    const i = span - degree + j;
    const w = weights[i] ?? 1;
    return [controls[i]![0] * w, controls[i]![1] * w, w] as [number, number, number];
  });
  for (let r = 1; r <= degree; r++) {
    for (let j = degree; j >= r; j--) {
      const low = knots[span - degree + j]!;
      const high = knots[span + 1 + j - r]!;
      const share = high > low ? (t - low) / (high - low) : 0;
      const [a, b] = [local[j - 1]!, local[j]!];
      local[j] = [
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
      ];
    }
  }
  const [x, y, w] = local[degree]!;
  return [x / w, y / w];
}

function distanceToChord([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
