import {
  type BBox,
  type FlatPolygons,
  type MultiPolygon,
  type Position,
  type Ring,
  toFlat,
} from './shapes.ts';

/** The integer grid on which one pair of shapes is clipped: 2^45 cells over their bounding box. */
export interface Grid {
  readonly x0: number;
  readonly y0: number;
  /** A power of two: scaling is exact. */
  readonly scale: number;
  /** The result lies in this box; given vertices in it are remembered by their cell. */
  readonly keep: BBox;
  readonly given: Map<string, Position>;
}

const GRID_BITS = 45;

const SMALLEST_GRID = 1e-15;

export function gridOver([west, south, east, north]: BBox, keep: BBox): Grid {
  // Below the resolution of lon/lat there is nothing to lay a grid over; the scale must stay finite.
  const size = Math.max(east - west, north - south, SMALLEST_GRID);
  const scale = 2 ** (GRID_BITS - Math.ceil(Math.log2(size)));
  return { x0: west, y0: south, scale, keep, given: new Map() };
}

export function toGrid({ x0, y0, scale, keep, given }: Grid, ring: Ring): BigInt64Array {
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
export function gridRing(view: BigInt64Array): Ring {
  const ring: Position[] = [];
  for (let i = 0; i < view.length; i += 3) ring.push([Number(view[i]), Number(view[i + 1])]);
  if (ring[0]) ring.push(ring[0]);
  return ring;
}

/** A cell that held a given vertex becomes that vertex again, to the last bit. */
export function fromGrid({ x0, y0, scale, given }: Grid, polygons: MultiPolygon): FlatPolygons {
  const back = (at: Position): Position =>
    given.get(at.join()) ?? [x0 + at[0] / scale, y0 + at[1] / scale];
  const placed = polygons.map((polygon) => polygon.map((ring) => ring.map(back)));
  return toFlat(placed.filter(([shell]) => shell !== undefined && hasExtent(shell)));
}

/** A piece narrower than a double can tell collapses onto a line or a point: it is no polygon. */
function hasExtent(shell: Ring): boolean {
  const [first] = shell;
  if (!first) return false;
  return shell.some(([x]) => x !== first[0]) && shell.some(([, y]) => y !== first[1]);
}
