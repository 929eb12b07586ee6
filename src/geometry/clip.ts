import Clipper2Z, { type Clipper2, type Held, type Paths64 } from 'clipper2-wasm';
import { polygonsOfBoundary } from './face-rings.ts';
import { replaceFunction } from './glue-without-eval.ts';
import { signedRingArea } from './plane-area.ts';
import {
  type BBox,
  bboxOf,
  concatFlat,
  EMPTY_FLAT,
  type FlatPolygons,
  type MultiPolygon,
  type Position,
  type Ring,
  toFlat,
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
}

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
    const rings = withPaths(wasm, grid, [a, b], ([subject, clip], hold) => {
      const near = window ? hold(wasm.RectClipPaths64(hold(window), clip!)) : clip!;
      return wasm.BooleanOp64(wasm.ClipType[operation], rule, subject!, near);
    });
    return fromGrid(grid, polygonsOfBoundary(rings));
  };
  return {
    intersection: (a, b) => {
      const box = commonBox(bboxOf(a), bboxOf(b));
      return box[0] > box[2] || box[1] > box[3]
        ? EMPTY_FLAT
        : run('Intersection', a, b, outerBox(bboxOf(a), bboxOf(b)), box);
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
    offset: (plane, metres) => {
      if (plane.xy.length === 0) return EMPTY_FLAT;
      const [west, south, east, north] = bboxOf(plane);
      const room = Math.abs(metres) * 1.5;
      const box: BBox = [west - room, south - room, east + room, north + room];
      const grid = gridOver(box, box);
      const rings = withPaths(wasm, grid, [plane], ([paths]) =>
        wasm.InflatePaths64(
          paths!,
          metres * grid.scale,
          wasm.JoinType.Round,
          wasm.EndType.Polygon,
          2,
          ARC_TOLERANCE_M * grid.scale,
        ),
      );
      return fromGrid(grid, polygonsOfBoundary(rings));
    },
  };
}

/** How far a chord of a rounded corner may stand off its arc. */
const ARC_TOLERANCE_M = 0.001;

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
  shapes: readonly FlatPolygons[],
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
      for (const ring of orientedRings(shape)) {
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

interface Grid {
  readonly x0: number;
  readonly y0: number;
  /** A power of two: scaling is exact. */
  readonly scale: number;
  /** The result lies in this box; given vertices in it are remembered by their cell. */
  readonly keep: BBox;
  readonly given: Map<string, Position>;
}

const GRID_BITS = 45;

function gridOver([west, south, east, north]: BBox, keep: BBox): Grid {
  const size = Math.max(east - west, north - south, Number.MIN_VALUE);
  const scale = 2 ** (GRID_BITS - Math.ceil(Math.log2(size)));
  return { x0: west, y0: south, scale, keep, given: new Map() };
}

function toGrid({ x0, y0, scale, keep, given }: Grid, ring: Ring): BigInt64Array {
  const cells = new BigInt64Array(3 * (ring.length - 1));
  for (let i = 0; i + 1 < ring.length; i++) {
    const at = ring[i]!;
    const x = Math.round((at[0] - x0) * scale);
    const y = Math.round((at[1] - y0) * scale);
    cells[3 * i] = BigInt(x);
    cells[3 * i + 1] = BigInt(y);
    if (at[0] >= keep[0] && at[0] <= keep[2] && at[1] >= keep[1] && at[1] <= keep[3]) {
      given.set(`${x},${y}`, at);
    }
  }
  return cells;
}

/** Grid coordinates stay below 2^46 and so are exact as doubles. The third number is not used. */
function gridRing(view: BigInt64Array): Ring {
  const ring: Position[] = [];
  for (let i = 0; i < view.length; i += 3) ring.push([Number(view[i]), Number(view[i + 1])]);
  if (ring[0]) ring.push(ring[0]);
  return ring;
}

/** A cell that held a given vertex becomes that vertex again, to the last bit. */
function fromGrid({ x0, y0, scale, given }: Grid, polygons: MultiPolygon): FlatPolygons {
  const back = (at: Position): Position =>
    given.get(at.join()) ?? [x0 + at[0] / scale, y0 + at[1] / scale];
  return toFlat(polygons.map((polygon) => polygon.map((ring) => ring.map(back))));
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
