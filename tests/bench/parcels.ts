import type { Column } from '../../src/files/flatgeobuf/format.ts';
import type { WriteFeature } from '../../src/files/flatgeobuf/writer.ts';

/*
 * Seeded farmland of any size: parcels of 25 vertices on a lattice with wavy borders, neighbours sharing
 * theirs vertex for vertex, row after row. Nothing is kept, so five million cost no memory. No real place.
 */

export const PARCEL_COLUMNS: readonly Column[] = [
  { name: 'BSM', type: 'string', title: '标识码' },
  { name: 'XZQDM', type: 'string' },
  { name: 'YJJBNTTBBH', type: 'string' },
  { name: 'DLBM', type: 'string' },
  { name: 'DLMC', type: 'string' },
  { name: 'QSDWMC', type: 'string' },
  { name: 'YJJBNTTBMJ', type: 'double' },
  { name: 'YJJBNTMJ', type: 'double' },
];

export const PARCELS_WEST = 104.5;
export const PARCELS_SOUTH = 35.5;
/** About 110 m x 110 m. */
const STEP_X = 0.00125;
const STEP_Y = 0.001;
/** Edges on each of the four sides. */
const EDGES = 6;

/** Cells in a row. */
export function parcelsInRow(count: number): number {
  return Math.ceil(Math.sqrt(count));
}

export function* parcels(count: number): Generator<WriteFeature> {
  const row = parcelsInRow(count);
  for (let n = 0; n < count; n++) {
    const [i, j] = [n % row, Math.floor(n / row)];
    const xy = new Float64Array(2 * (4 * EDGES + 1));
    walk(xy, 0, i, j, 'east', false);
    walk(xy, EDGES, i + 1, j, 'north', false);
    walk(xy, 2 * EDGES, i, j + 1, 'east', true);
    walk(xy, 3 * EDGES, i, j, 'north', true);
    xy[8 * EDGES] = xy[0]!;
    xy[8 * EDGES + 1] = xy[1]!;
    const areaM2 = 12_000 + Math.round(50_000 * chance(i, j, 9)) / 100;
    yield {
      polygons: {
        xy,
        ringEnds: Uint32Array.of(4 * EDGES + 1),
        polygonEnds: Uint32Array.of(1),
      },
      properties: {
        BSM: `6403030000${String(n).padStart(8, '0')}`,
        XZQDM: '640303',
        YJJBNTTBBH: String(n),
        DLBM: n % 3 ? '0102' : '0103',
        DLMC: n % 3 ? '水浇地' : '旱地',
        QSDWMC: `示例村${Math.floor(j / 10)}`,
        YJJBNTTBMJ: areaM2,
        YJJBNTMJ: Math.round(95 * areaM2) / 100,
      },
    };
  }
}

/** The vertices of the side from corner (i, j), its end left out; or from its end, its start left out. */
function walk(
  xy: Float64Array,
  vertex: number,
  i: number,
  j: number,
  way: 'east' | 'north',
  back: boolean,
): void {
  for (let k = 0; k < EDGES; k++) {
    const step = back ? EDGES - k : k;
    const at = 2 * (vertex + k);
    const [dx, dy] = way === 'east' ? [step / EDGES, 0] : [0, step / EDGES];
    // corners move freely, what lies between them only a little: no border crosses another one
    const corner = step % EDGES === 0;
    const reach = corner ? 0.2 : 0.06;
    const [ci, cj] = corner ? [i + dx, j + dy] : [i, j];
    const salt = corner ? 1 : (way === 'east' ? 20 : 40) + 2 * step;
    xy[at] = PARCELS_WEST + (i + dx + reach * (chance(ci, cj, salt) - 0.5)) * STEP_X;
    xy[at + 1] = PARCELS_SOUTH + (j + dy + reach * (chance(ci, cj, salt + 1) - 0.5)) * STEP_Y;
  }
}

/** A number in [0, 1) from whole numbers: the same vertex gets the same one from each of its parcels. */
function chance(a: number, b: number, salt: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
