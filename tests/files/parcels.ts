import { type WriteFeature, writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { seeded } from '../overlay/seeded.ts';

/** Cells of about 133 m x 133 m: parcels of 1.4 ha and more with gaps for tracks, as farmland has them. */
const CELL_LON = 0.0015;
const CELL_LAT = 0.0012;
const WEST = 105;
const SOUTH = 36;
const CORNERS = 24;

/** How many cells a row of a farmland with so many parcels has. */
export function rowOf(parcels: number): number {
  return Math.ceil(Math.sqrt(parcels));
}

/** The middle of such a farmland and its half sides, degrees. */
export function middleOf(parcels: number) {
  const half = rowOf(parcels) / 2;
  return {
    x: WEST + half * CELL_LON,
    y: SOUTH + half * CELL_LAT,
    dx: half * CELL_LON,
    dy: half * CELL_LAT,
  };
}

/** A seeded farmland: parcels of 25 vertices on a lattice, attributes as in the national database. */
export function farmlandFile(parcels: number): Uint8Array {
  return writeFlatGeobuf({
    name: 'farmland',
    columns: [
      { name: 'BSM', type: 'string', title: '标识码' },
      { name: 'YSDM', type: 'string', title: '要素代码' },
      { name: 'DLMC', type: 'string', title: '地类名称' },
      { name: 'ZLDWMC', type: 'string', title: '坐落单位名称' },
      { name: 'YJJBNTMJ', type: 'double', title: '永久基本农田面积' },
    ],
    crs: 4490,
    features: farmland(parcels),
    index: true,
    geometryType: 'MultiPolygon',
  });
}

function* farmland(parcels: number): Generator<WriteFeature> {
  const random = seeded(3);
  const row = rowOf(parcels);
  for (let i = 0; i < parcels; i++) {
    const x = WEST + ((i % row) + 0.5) * CELL_LON;
    const y = SOUTH + (Math.floor(i / row) + 0.5) * CELL_LAT;
    yield {
      polygons: parcel(x, y, random),
      properties: {
        BSM: `640303${String(i).padStart(12, '0')}`,
        YSDM: '2005010300',
        DLMC: '水浇地',
        ZLDWMC: `示例镇第${i % 97}村`,
        YJJBNTMJ: 14_000 + Math.floor(2_000 * random()),
      },
    };
  }
}

/** Walks around the cell's border, a little inside it, rounded to 1e-9 degrees. */
function parcel(x: number, y: number, random: () => number): FlatPolygons {
  const xy = new Float64Array(2 * (CORNERS + 1));
  for (let k = 0; k < CORNERS; k++) {
    const angle = (2 * Math.PI * k) / CORNERS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const reach = (0.46 + 0.03 * random()) / Math.max(Math.abs(cos), Math.abs(sin));
    xy[2 * k] = Math.round((x + reach * CELL_LON * cos) * 1e9) / 1e9;
    xy[2 * k + 1] = Math.round((y + reach * CELL_LAT * sin) * 1e9) / 1e9;
  }
  xy[2 * CORNERS] = xy[0]!;
  xy[2 * CORNERS + 1] = xy[1]!;
  return { xy, ringEnds: Uint32Array.of(CORNERS + 1), polygonEnds: Uint32Array.of(1) };
}
