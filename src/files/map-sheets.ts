import { boxInPolygons } from '../geometry/box-in-polygons.ts';
import { type BBox, bboxOf, type FlatPolygons, toNested } from '../geometry/shapes.ts';

/** A sheet of 1:10 000 spans 3′45″ by 2′30″; 96 by 96 of them make one of 1:1 000 000 (6° by 4°). */
const SHEETS_PER_DEGREE_LON = 16;
const SHEETS_PER_DEGREE_LAT = 24;
const PER_MILLIONTH = 96;

/**
 * Numbers of the 1:10 000 map sheets (GB/T 13989) that polygons in CGCS2000 lon/lat lie on, from the
 * north-west, row by row. Polygons that only touch a sheet from outside do not lie on it. No more than
 * `most` sheets are given: null for an area larger than that.
 */
export function mapSheets(polygons: FlatPolygons, most = 400): string[] | null {
  if (polygons.xy.length === 0) return [];
  const [west, south, east, north] = bboxOf(polygons);
  const [fromX, toX] = rangeOf(west * SHEETS_PER_DEGREE_LON, east * SHEETS_PER_DEGREE_LON);
  const [fromY, toY] = rangeOf(south * SHEETS_PER_DEGREE_LAT, north * SHEETS_PER_DEGREE_LAT);
  if ((toX - fromX + 1) * (toY - fromY + 1) > most) return null;
  const nested = toNested(polygons);
  const sheets: string[] = [];
  for (let y = toY; y >= fromY; y--) {
    for (let x = fromX; x <= toX; x++) {
      if (fromX === toX && fromY === toY) return [sheetNumber(x, y)];
      if (boxInPolygons(shrunk(x, y), nested) !== 'outside') sheets.push(sheetNumber(x, y));
    }
  }
  return sheets;
}

/** First and last sheet of a span; one that ends on the edge of a sheet does not reach into it. */
function rangeOf(from: number, to: number): [number, number] {
  const first = Math.floor(from);
  return [first, Math.max(first, Math.ceil(to) - 1)];
}

/** The sheet a hair smaller, so that common borders do not count: 1e-9° is a tenth of a millimetre. */
function shrunk(x: number, y: number): BBox {
  const hair = 1e-9;
  return [
    x / SHEETS_PER_DEGREE_LON + hair,
    y / SHEETS_PER_DEGREE_LAT + hair,
    (x + 1) / SHEETS_PER_DEGREE_LON - hair,
    (y + 1) / SHEETS_PER_DEGREE_LAT - hair,
  ];
}

/** @param x sheets east of Greenwich, @param y sheets north of the equator */
function sheetNumber(x: number, y: number): string {
  const letter = String.fromCharCode(65 + Math.floor(y / PER_MILLIONTH));
  const column = Math.floor(x / PER_MILLIONTH) + 31;
  const rowInside = PER_MILLIONTH - (y % PER_MILLIONTH);
  const columnInside = (x % PER_MILLIONTH) + 1;
  const three = (n: number) => String(n).padStart(3, '0');
  return `${letter}${column}G${three(rowInside)}${three(columnInside)}`;
}
