import type { MultiPolygon, Polygon, Position, Ring } from '../../src/geometry/shapes.ts';

/*
 * Pairs of valid shapes of every class that has broken an overlay engine: shared runs of edges, points
 * that touch, slivers, jitter, islands in holes, repeated vertices ... All from a seeded generator.
 */

export type Random = () => number;
export type Pair = readonly [a: MultiPolygon, b: MultiPolygon];
type MakePair = (random: Random) => Pair;

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random();
const whole = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));

interface Place {
  readonly x: number;
  readonly y: number;
  /** Size in degrees: 5 m to 1 km. */
  readonly size: number;
}

function place(random: Random): Place {
  const size = 10 ** between(random, -4.3, -2);
  return { x: between(random, 104.3, 107.6), y: between(random, 35.2, 39.4), size };
}

/** A ring seen whole from its centre: simple whatever its radii. */
function star(random: Random, at: Place, scale = 1, count = whole(random, 4, 11)): Position[] {
  const turn = random();
  return Array.from({ length: count }, (_, i) => {
    const angle = ((i + turn + 0.6 * random()) / count) * 2 * Math.PI;
    const radius = at.size * scale * between(random, 0.5, 1);
    return [at.x + radius * Math.cos(angle), at.y + radius * Math.sin(angle)];
  });
}

const scaled = (ring: Ring, at: Place, factor: number): Position[] =>
  ring.map(([x, y]) => [at.x + (x - at.x) * factor, at.y + (y - at.y) * factor]);

const moved = (ring: Ring, dx: number, dy: number): Position[] =>
  ring.map(([x, y]) => [x + dx, y + dy]);

const jittered = (random: Random, ring: Ring, by: number): Position[] =>
  ring.map(([x, y]) => [x + between(random, -by, by), y + between(random, -by, by)]);

/** 1e-9 ... 1e-6 degrees: 0.1 mm to 10 cm, never more than a thousandth of the shape. */
const hair = (random: Random, at: Place): number =>
  Math.min(10 ** between(random, -9, -6), at.size / 1000);

/** The same ring written another way: other start, other orientation, repeated vertices. */
function rewritten(random: Random, ring: Ring): Position[] {
  const start = whole(random, 0, ring.length - 1);
  let out = [...ring.slice(start), ...ring.slice(0, start)];
  if (random() < 0.5) out.reverse();
  if (random() < 0.5) out = out.flatMap((p) => (random() < 0.3 ? [p, p] : [p]));
  return out;
}

const shape = (...rings: Ring[]): MultiPolygon => [rings as Polygon];

/** A run of a star's vertices and the shape between it and the run scaled by `factor`. */
function collar(ring: Ring, at: Place, from: number, count: number, factor: number): Position[] {
  const run = Array.from({ length: count }, (_, i) => ring[(from + i) % ring.length]!);
  return [...run, ...scaled(run, at, factor).reverse()];
}

/** A cell of a lattice of exact binary fractions: edges that meet do so exactly. */
function lattice(
  random: Random,
  places = whole(random, 11, 16),
): { at: (i: number, j: number) => Position } {
  const x = whole(random, 104 * 64, 107 * 64) / 64;
  const y = whole(random, 35 * 64, 39 * 64) / 64;
  const step = 2 ** -places;
  return { at: (i, j) => [x + i * step, y + j * step] };
}

function boxOn(random: Random, at: (i: number, j: number) => Position): Position[] {
  const i = whole(random, 0, 6);
  const j = whole(random, 0, 6);
  const w = whole(random, 1, 5);
  const h = whole(random, 1, 5);
  return [at(i, j), at(i + w, j), at(i + w, j + h), at(i, j + h)];
}

/** A staircase under a diagonal, many vertices on one line. */
function stairs(at: (i: number, j: number) => Position, steps: number, shift: number): Position[] {
  const ring: Position[] = [at(shift, 0)];
  for (let k = 0; k < steps; k++) ring.push(at(shift + k + 1, k), at(shift + k + 1, k + 1));
  ring.push(at(shift, steps));
  return ring;
}

function triangleOn(random: Random, at: (i: number, j: number) => Position): Position[] {
  for (;;) {
    const p = [0, 1, 2].map(() => [whole(random, 0, 8), whole(random, 0, 8)] as const);
    const [a, b, c] = p as [
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
    ];
    if ((b[0] - a[0]) * (c[1] - a[1]) !== (b[1] - a[1]) * (c[0] - a[0]))
      return p.map(([i, j]) => at(i, j));
  }
}

export const CASE_CLASSES: Readonly<Record<string, MakePair>> = {
  'general position': (random) => {
    const at = place(random);
    const near = {
      ...at,
      x: at.x + at.size * between(random, -1, 1),
      y: at.y + at.size * random(),
    };
    return [shape(star(random, at)), shape(star(random, near, between(random, 0.2, 2)))];
  },
  'identical, written another way': (random) => {
    const ring = star(random, place(random));
    return [shape(rewritten(random, ring)), shape(rewritten(random, ring))];
  },
  'identical up to a hair': (random) => {
    const at = place(random);
    const ring = star(random, at);
    return [shape(ring), shape(rewritten(random, jittered(random, ring, hair(random, at))))];
  },
  'moved by a hair': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const by = hair(random, at);
    return [shape(ring), shape(moved(ring, random() < 0.5 ? by : 0, random() < 0.5 ? -by : by))];
  },
  'inside or outside by a hair': (random) => {
    const at = place(random);
    const ring = star(random, at);
    return [shape(ring), shape(scaled(ring, at, 1 + between(random, -1, 1) * 1e-6))];
  },
  'shared run of edges, outside': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const from = whole(random, 0, ring.length - 1);
    const piece = collar(ring, at, from, whole(random, 2, Math.min(4, ring.length - 1)), 1.5);
    return [shape(ring), shape(rewritten(random, piece))];
  },
  'shared run of edges, inside': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const from = whole(random, 0, ring.length - 1);
    const piece = collar(ring, at, from, whole(random, 2, Math.min(4, ring.length - 1)), 0.5);
    return [shape(ring), shape(rewritten(random, piece))];
  },
  'sliver along a shared run': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const piece = collar(
      ring,
      at,
      whole(random, 0, ring.length - 1),
      3,
      random() < 0.5 ? 1.5 : 0.5,
    );
    return [shape(ring), shape(jittered(random, piece, hair(random, at)))];
  },
  'touching at a vertex': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const tip = ring[whole(random, 0, ring.length - 1)]!;
    const other = scaled(ring, at, -0.7);
    const end = other[whole(random, 0, other.length - 1)]!;
    const b = moved(other, tip[0] - end[0], tip[1] - end[1]);
    b[other.indexOf(end)] = tip;
    return [shape(ring), shape(b)];
  },
  'vertex upon an edge, nearly': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const [p, q] = [ring[0]!, ring[1]!];
    const t = random();
    const on: Position = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
    const away = random() < 0.5 ? 1.8 : 0.3;
    const back = (r: Position, turn: number): Position => [
      at.x + (r[0] - at.x) * away + turn * (r[1] - at.y) * 0.2,
      at.y + (r[1] - at.y) * away - turn * (r[0] - at.x) * 0.2,
    ];
    return [shape(ring), shape([on, back(on, 1), back(on, -1)])];
  },
  'island equal to a hole': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const hole = scaled(ring, at, 0.6);
    const island = rewritten(random, hole);
    return [shape(ring, rewritten(random, hole)), shape(island)];
  },
  'island in a hole up to a hair': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const hole = scaled(ring, at, 0.6);
    return [shape(ring, hole), shape(jittered(random, hole, hair(random, at)))];
  },
  'both with holes': (random) => {
    const at = place(random);
    const make = (): MultiPolygon => {
      const near = { ...at, x: at.x + at.size * between(random, -0.6, 0.6) };
      const ring = star(random, near);
      return shape(ring, rewritten(random, scaled(ring, near, between(random, 0.2, 0.9))));
    };
    return [make(), make()];
  },
  'many parts': (random) => {
    const at = place(random);
    const parts = (count: number, dy: number): MultiPolygon =>
      Array.from({ length: count }, (_, i) => [
        star(random, { ...at, x: at.x + 2.1 * i * at.size, y: at.y + dy * at.size }),
      ]);
    return [parts(whole(random, 2, 4), 0), parts(whole(random, 2, 4), between(random, -1, 1))];
  },
  'hole around the other': (random) => {
    const at = place(random);
    const ring = star(random, at);
    return [shape(scaled(ring, at, 0.4)), shape(scaled(ring, at, 2), scaled(ring, at, 0.8))];
  },
  'boxes on a lattice': (random) => {
    const { at } = lattice(random);
    return [
      shape(rewritten(random, boxOn(random, at))),
      shape(rewritten(random, boxOn(random, at))),
    ];
  },
  'boxes of a tenth of a millimetre': (random) => {
    const { at } = lattice(random, 30);
    const a = boxOn(random, at);
    const b = random() < 0.3 ? a : boxOn(random, at);
    return [shape(rewritten(random, a)), shape(rewritten(random, b))];
  },
  'triangles on a lattice': (random) => {
    const { at } = lattice(random);
    return [shape(triangleOn(random, at)), shape(triangleOn(random, at))];
  },
  'stairs upon stairs': (random) => {
    const { at } = lattice(random);
    const a = stairs(at, whole(random, 2, 6), 0);
    const b = stairs(at, whole(random, 2, 6), whole(random, -3, 3));
    return [shape(a), shape(rewritten(random, b))];
  },
  'stairs up to a hair': (random) => {
    const { at } = lattice(random);
    const a = stairs(at, whole(random, 2, 6), 0);
    const b = stairs(at, whole(random, 2, 6), whole(random, -3, 3));
    return [shape(a), shape(jittered(random, b, 10 ** between(random, -10, -8)))];
  },
  'corridor across': (random) => {
    const at = place(random);
    const ring = star(random, at);
    const width = at.size * 10 ** between(random, -4, -1);
    const angle = random() * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const corner = (u: number, v: number): Position => [
      at.x + u * c * 30 * at.size - v * s * width,
      at.y + u * s * 30 * at.size + v * c * width,
    ];
    return [shape([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]), shape(ring)];
  },
  'far smaller': (random) => {
    const at = place(random);
    const spot = { x: at.x + at.size * between(random, -1, 1), y: at.y, size: at.size / 1000 };
    return [shape(star(random, at)), shape(star(random, spot))];
  },
};
