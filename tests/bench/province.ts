import { catalogLayerSchema } from '../../src/domain/catalog.ts';
import type { Column } from '../../src/files/flatgeobuf/format.ts';
import type { WriteFeature } from '../../src/files/flatgeobuf/writer.ts';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { seeded } from '../overlay/seeded.ts';
import { polygonWithHoles } from './layers.ts';

/*
 * The seeded province of the map benchmark: 500,000 parcels of 25 vertices in patches, a red line of a
 * million vertices, 300 urban polygons. No real place.
 */
export const WEST = 105.2;
export const SOUTH = 37.2;
const CELLS = 1000;
/** About 120 m x 122 m. */
const STEP_X = 0.0014;
const STEP_Y = 0.0011;
export const EAST = WEST + CELLS * STEP_X;
export const NORTH = SOUTH + CELLS * STEP_Y;

export interface ProvinceLayer {
  readonly id: string;
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly columns: readonly Column[];
  readonly fields: Readonly<Record<string, string>>;
  readonly features: () => Iterable<WriteFeature>;
}

/** Shares of the full size: 1 is the size named above. */
export function province(share: number): ProvinceLayer[] {
  return [
    {
      id: 'farmland',
      kind: 'permanent-basic-farmland',
      title: { zh: '永久基本农田', en: 'Permanent basic farmland' },
      columns: ['BSM', 'XZQDM', 'YJJBNTTBBH', 'DLBM', 'DLMC', 'QSDWMC', 'ZLDWMC', 'GDZLDJ']
        .map((name): Column => ({ name, type: 'string' }))
        .concat([
          { name: 'YJJBNTTBMJ', type: 'double' },
          { name: 'YJJBNTMJ', type: 'double' },
        ]),
      fields: { featureId: 'BSM', graphicArea: 'YJJBNTTBMJ', netArea: 'YJJBNTMJ' },
      features: () => farmland(Math.round(500_000 * share)),
    },
    {
      id: 'red-line',
      kind: 'ecological-red-line',
      title: { zh: '生态保护红线', en: 'Ecological red line' },
      columns: [{ name: 'HXBM', type: 'string' }],
      fields: { featureId: 'HXBM' },
      features: () => redLine(1_000_000 * share),
    },
    {
      id: 'urban',
      kind: 'urban-development-boundary',
      title: { zh: '城镇开发边界', en: 'Urban development boundary' },
      columns: ['BSM', 'GHFQMC'].map((name): Column => ({ name, type: 'string' })),
      fields: { featureId: 'BSM', zone: 'GHFQMC' },
      features: () => urban(Math.max(10, Math.round(300 * share))),
    },
  ];
}

/** The catalog entry of a written layer, but for what describes its bytes. */
export function entryOf(layer: ProvinceLayer, weights: object) {
  return catalogLayerSchema.parse({
    ...weights,
    id: layer.id,
    kind: layer.kind,
    title: layer.title,
    file: `${layer.id}.fgb`,
    fields: layer.fields,
    edition: 'bench',
    owner: '示例单位（虚构数据）',
    security: 'public',
    overlapsItself: false,
  });
}

/** A number in [0, 1) from whole numbers: the same corner gets the same one from each of its parcels. */
function chance(a: number, b: number, salt: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

/** Height of a smooth ground between about 0 and 1, by which patches of farmland are chosen. */
function fertile(i: number, j: number): number {
  return (
    0.5 +
    0.22 * Math.sin(i / 61 + 2 * Math.sin(j / 97)) +
    0.2 * Math.sin(j / 47 + 1.5 * Math.sin(i / 83)) +
    0.08 * Math.sin(i / 7.3) * Math.sin(j / 8.1)
  );
}

function* farmland(count: number): Generator<WriteFeature> {
  // the most fertile cells, exactly as many as wanted
  const heights = new Float64Array(CELLS * CELLS);
  for (let c = 0; c < heights.length; c++) heights[c] = fertile(c % CELLS, Math.floor(c / CELLS));
  const least = heights.slice().sort()[heights.length - count]!;
  let n = 0;
  for (let c = 0; c < heights.length && n < count; c++) {
    if (heights[c]! < least) continue;
    const [i, j] = [c % CELLS, Math.floor(c / CELLS)];
    const ring = [...side(i, j, 0), ...side(i + 1, j, 1)];
    ring.push(...backwards(side(i, j + 1, 0), i + 1, j + 1), ...backwards(side(i, j, 1), i, j + 1));
    ring.push(ring[0]!, ring[1]!);
    n++;
    const areaM2 = 14_000 + Math.round(50_000 * chance(i, j, 9)) / 100;
    yield {
      polygons: flatOf([ring]),
      properties: {
        BSM: `6403030000${String(n).padStart(9, '0')}`,
        XZQDM: '640303',
        YJJBNTTBBH: String(n),
        DLBM: n % 3 ? '0102' : '0103',
        DLMC: n % 3 ? '水浇地' : '旱地',
        QSDWMC: `示例村${Math.floor(j / 10)}`,
        ZLDWMC: `示例村${Math.floor(j / 10)}`,
        GDZLDJ: String(7 + (n % 5)),
        YJJBNTTBMJ: areaM2,
        YJJBNTMJ: Math.round(95 * areaM2) / 100,
      },
    };
  }
}

/** The six vertices of a cell's side from corner (i, j), its end left out: eastward 0, northward 1. */
function side(i: number, j: number, way: 0 | 1): number[] {
  const [x0, y0] = corner(i, j);
  const [x1, y1] = way === 0 ? corner(i + 1, j) : corner(i, j + 1);
  const points: number[] = [];
  for (let k = 0; k < 6; k++) {
    const wave = k === 0 ? 0 : 0.05 * (chance(i, j, 20 + 6 * way + k) - 0.5);
    points.push(x0 + (k / 6) * (x1 - x0) + wave * STEP_X, y0 + (k / 6) * (y1 - y0) + wave * STEP_Y);
  }
  return points;
}

function corner(i: number, j: number): [number, number] {
  return [
    WEST + (i + 0.3 * (chance(i, j, 1) - 0.5)) * STEP_X,
    SOUTH + (j + 0.3 * (chance(i, j, 2) - 0.5)) * STEP_Y,
  ];
}

/** A side walked from its end, which is corner (i, j), to just before its start. */
function backwards(points: readonly number[], i: number, j: number): number[] {
  const out = [...corner(i, j)];
  for (let k = points.length - 2; k > 0; k -= 2) out.push(points[k]!, points[k + 1]!);
  return out;
}

/** 36 areas, the largest with a quarter of all vertices, most of them in holes. */
function* redLine(vertices: number): Generator<WriteFeature> {
  const shares = [0.25, 0.15, 0.1, 0.08, ...Array.from({ length: 32 }, () => 0.42 / 32)];
  const [stepX, stepY] = [(EAST - WEST) / 6, (NORTH - SOUTH) / 6];
  for (let n = 0; n < 36; n++) {
    // 7 is prime to 36: the large ones lie far from each other
    const cell = (n * 7 + 14) % 36;
    const x = WEST + ((cell % 6) + 0.5) * stepX;
    const y = SOUTH + (Math.floor(cell / 6) + 0.5) * stepY;
    const count = Math.max(200, Math.round(vertices * shares[n]!));
    const holes = Math.floor(count / 50);
    yield {
      polygons: polygonWithHoles(100 + n, count, holes, x, y, 0.5 * stepY),
      properties: { HXBM: `64-${n + 1}` },
    };
  }
}

/** Areas of some 3 km, one after the other of each zone. */
function* urban(count: number): Generator<WriteFeature> {
  const random = seeded(31);
  const zones = ['集中建设区', '弹性发展区', '特别用途区'];
  for (let n = 0; n < count; n++) {
    const x = WEST + ((n % 20) + 0.3 + 0.4 * random()) * ((EAST - WEST) / 20);
    const y = SOUTH + (Math.floor(n / 20) + 0.3 + 0.4 * random()) * ((NORTH - SOUTH) / 15);
    const size = 0.008 + 0.012 * random();
    const ring: number[] = [];
    for (let k = 0; k < 120; k++) {
      const angle = (k / 120) * 2 * Math.PI;
      const r = size * (0.8 + 0.2 * Math.sin(9 * angle + n));
      ring.push(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring.push(ring[0]!, ring[1]!);
    yield {
      polygons: flatOf([ring]),
      properties: { BSM: `6403${n}`, GHFQMC: zones[n % 3]! },
    };
  }
}

function flatOf(rings: readonly number[][]): FlatPolygons {
  const ringEnds = new Uint32Array(rings.length);
  let end = 0;
  rings.forEach((ring, i) => {
    end += ring.length / 2;
    ringEnds[i] = end;
  });
  return {
    xy: Float64Array.from(rings.flat()),
    ringEnds,
    polygonEnds: Uint32Array.of(rings.length),
  };
}
