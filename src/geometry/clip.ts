import Clipper2Z, { type Clipper2, type Held, type Paths64 } from 'clipper2-wasm';
import { fromGrid, type Grid, gridOver, gridRing, toGrid } from './clip-grid.ts';
import { polygonsOfBoundary } from './face-rings.ts';
import { replaceFunction } from './glue-without-eval.ts';
import { signedRingArea } from './plane-area.ts';
import {
  type BBox,
  bboxOf,
  concatFlat,
  EMPTY_FLAT,
  type FlatPolygons,
  type Ring,
  toNested,
} from './shapes.ts';

/**
 * Polygon geometry out: clipper2 on an integer grid that is laid anew over each pair's bounding box
 * (2^45 cells), so that vertices given are vertices returned and new ones are right to the last digit of
 * a double. Results are valid polygons, also where a hole touches its shell. Coordinates may be lon/lat
 * or metres; edges are straight in them. Throws an Error when clipper2 fails: never an empty answer.
 */
export interface Clipper {
  intersection(a: FlatPolygons, b: FlatPolygons): FlatPolygons;
  /** Of all parts together; overlaps count once. */
  union(parts: readonly FlatPolygons[]): FlatPolygons;
  difference(a: FlatPolygons, b: FlatPolygons): FlatPolygons;
  /** Grown (or shrunk) with round corners by `metres`; the shape must be in a plane in metres. */
  offset(plane: FlatPolygons, metres: number): FlatPolygons;
  /**
   * All ground within `metres` of the lines, overlaps counted once; joins are round, a line that ends where
   * it begins has no ends. In a plane in metres; arcs within `ARC_TOLERANCE_M`.
   */
  corridor(lines: readonly Ring[], metres: number, ends: LineEnds): FlatPolygons;
}

/** How a widened line ends: half a circle beyond its last point, or square at it. */
export type LineEnds = 'round' | 'flat';

/** Where the wasm is: an address (browser), its bytes, or nothing (Node finds it in the package). */
export type ClipperWasm = string | Uint8Array | undefined;

let loading: Promise<Clipper> | null = null;

/**
 * Loads clipper2 once per thread. Node and tests need no argument. The browser passes the address of
 * `clipper2-wasm/dist/es/clipper2z.wasm` from `geometry/clipper-wasm-url.ts`; it is fetched from
 * there and from nowhere else. After a failure the next call tries again.
 */
export function loadClipper(wasm?: ClipperWasm): Promise<Clipper> {
  loading ??= start(wasm).catch((error: unknown) => {
    loading = null;
    throw new Error('clipper2 could not be loaded', { cause: error });
  });
  return loading;
}

async function start(wasm: ClipperWasm): Promise<Clipper> {
  const options =
    typeof wasm === 'string'
      ? { locateFile: () => wasm }
      : wasm
        ? { wasmBinary: wasm.slice().buffer }
        : {};
  const restore = replaceFunction();
  try {
    return clipperOf(await Clipper2Z(options));
  } finally {
    restore();
  }
}

type Operation = 'Intersection' | 'Union' | 'Difference';

function clipperOf(wasm: Clipper2): Clipper {
  const run = (
    operation: Operation,
    a: FlatPolygons,
    b: FlatPolygons,
    box: BBox,
    keep: BBox,
  ): FlatPolygons => {
    const grid = gridOver(box, keep);
    const rule = wasm.FillRule.NonZero;
    const window = vertexCount(b) > WINDOW_FROM ? windowOver(wasm, grid, keep) : null;
    const rings = withPaths(
      wasm,
      grid,
      [orientedRings(a), orientedRings(b)],
      ([subject, clip], hold) => {
        const near = window ? hold(wasm.RectClipPaths64(hold(window), clip!)) : clip!;
        return wasm.BooleanOp64(wasm.ClipType[operation], rule, subject!, near);
      },
    );
    return fromGrid(grid, polygonsOfBoundary(rings));
  };
  return {
    intersection: (a, b) => {
      const common = commonBox(bboxOf(a), bboxOf(b));
      if (common[0] > common[2] || common[1] > common[3]) return EMPTY_FLAT;
      const [small, large] = vertexCount(a) <= vertexCount(b) ? [a, b] : [b, a];
      return run('Intersection', small, large, outerBox(bboxOf(a), bboxOf(b)), common);
    },
    union: (parts) => {
      const all = concatFlat(parts);
      return all.xy.length === 0
        ? EMPTY_FLAT
        : run('Union', all, EMPTY_FLAT, bboxOf(all), bboxOf(all));
    },
    difference: (a, b) =>
      a.xy.length === 0
        ? EMPTY_FLAT
        : run('Difference', a, b, outerBox(bboxOf(a), bboxOf(b)), bboxOf(a)),
    offset: (plane, metres) => inflate(wasm, orientedRings(plane), metres, wasm.EndType.Polygon),
    corridor: (lines, metres, ends) => {
      const open = lines.filter((line) => !isClosed(line));
      const closed = lines.filter(isClosed);
      const end = ends === 'flat' ? wasm.EndType.Butt : wasm.EndType.Round;
      // toGrid leaves out the last point, which closes a ring
      const parts = [
        inflate(
          wasm,
          open.map((line) => [...line, ...line.slice(-1)]),
          metres,
          end,
        ),
        inflate(wasm, closed, metres, wasm.EndType.Joined),
      ].filter(({ xy }) => xy.length > 0);
      if (parts.length < 2) return parts[0] ?? EMPTY_FLAT;
      const all = concatFlat(parts);
      return run('Union', all, EMPTY_FLAT, bboxOf(all), bboxOf(all));
    },
  };
}

function inflate(
  wasm: Clipper2,
  paths: readonly Ring[],
  metres: number,
  end: Clipper2['EndType']['Polygon'],
): FlatPolygons {
  if (paths.length === 0) return EMPTY_FLAT;
  const [west, south, east, north] = bboxOf({ xy: paths.flat(2) });
  const room = Math.abs(metres) * 1.5;
  const box: BBox = [west - room, south - room, east + room, north + room];
  const grid = gridOver(box, box);
  const tolerance = ARC_TOLERANCE_M * grid.scale;
  const rings = withPaths(wasm, grid, [paths], ([held]) =>
    wasm.InflatePaths64(held!, metres * grid.scale, wasm.JoinType.Round, end, 2, tolerance),
  );
  return fromGrid(grid, polygonsOfBoundary(rings));
}

function isClosed(line: Ring): boolean {
  const [first, last] = [line[0], line[line.length - 1]];
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** How far a chord of a rounded corner may stand off its arc. */
export const ARC_TOLERANCE_M = 0.001;

/** From so many vertices on, the other shape is first cut down to what lies near the result. */
const WINDOW_FROM = 2000;

/**
 * A window a little larger than where the result can lie, so that what the cut leaves along its sides
 * never touches the result. Without it a polygon of 300,000 vertices takes seconds.
 */
function windowOver(wasm: Clipper2, grid: Grid, [west, south, east, north]: BBox): Held {
  const room = Math.max(east - west, north - south) / 16 + 4 / grid.scale;
  const cell = (value: number, origin: number) => BigInt(Math.round((value - origin) * grid.scale));
  return new wasm.Rect64(
    cell(west - room, grid.x0),
    cell(south - room, grid.y0),
    cell(east + room, grid.x0),
    cell(north + room, grid.y0),
  );
}

/** Something in clipper2's memory, freed when the operation is over. */
type Hold = <T extends Held>(object: T) => T;

/** Converts, runs, reads back and frees what clipper2 holds, also when it throws. */
function withPaths(
  wasm: Clipper2,
  grid: Grid,
  shapes: readonly (readonly Ring[])[],
  operate: (paths: readonly Paths64[], hold: Hold) => Paths64,
): Ring[] {
  const held: { delete(): void }[] = [];
  const hold: Hold = (object) => {
    held.push(object);
    return object;
  };
  const restore = replaceFunction();
  try {
    const inputs = shapes.map((shape) => {
      const paths = hold(new wasm.Paths64());
      for (const ring of shape) {
        const path = new wasm.Path64();
        path.assign(toGrid(grid, ring));
        paths.push_back(path);
        path.delete();
      }
      return paths;
    });
    const result = hold(operate(inputs, hold));
    const rings: Ring[] = [];
    for (let i = 0; i < result.size(); i++) {
      const path = result.get(i);
      rings.push(gridRing(path.view()));
      path.delete();
    }
    return rings;
  } catch (error) {
    // C++ exceptions arrive as bare numbers.
    throw error instanceof Error ? error : new Error('clipper2 failed', { cause: error });
  } finally {
    for (const object of held) object.delete();
    restore();
  }
}

/** Shells counter-clockwise, holes clockwise, so that overlapping parts fill once. */
function orientedRings(shape: FlatPolygons): Ring[] {
  return toNested(shape).flatMap((polygon) =>
    polygon.map((ring, i) => {
      const isCounterClockwise = signedRingArea(ring) > 0;
      return isCounterClockwise === (i === 0) ? ring : [...ring].reverse();
    }),
  );
}

function vertexCount(shape: FlatPolygons): number {
  return shape.xy.length / 2;
}

function commonBox(a: BBox, b: BBox): BBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function outerBox(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
