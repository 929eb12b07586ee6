import type { MultiPolygon, Ring } from '../../geometry/shapes.ts';

/** A column of a .dbf: text of up to 254 bytes, or a number with decimals. */
export interface DbfColumn {
  /** At most 10 Latin letters. */
  readonly name: string;
  readonly decimals: number | null;
}

export interface ShapefileRecord {
  readonly polygons: MultiPolygon;
  readonly values: readonly (string | number | null)[];
}

const POLYGON = 5;
const HEADER_BYTES = 100;
const TEXT_BYTES = 254;
const NUMBER_BYTES = 19;

/** CGCS2000 lon/lat as ArcGIS writes it. */
const PRJ =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/**
 * A polygon shapefile: .shp, .shx, .dbf (UTF-8, said by .cpg) and .prj. ESRI Shapefile Technical
 * Description, 1998: outer rings clockwise, holes the other way.
 *
 * @param day yyyy-mm-dd, into the .dbf header
 */
export function writeShapefile(
  name: string,
  columns: readonly DbfColumn[],
  records: readonly ShapefileRecord[],
  day: string,
): (readonly [name: string, bytes: Uint8Array])[] {
  const contents = records.map(({ polygons }) => polygonContent(polygons));
  const box = boxOf(records.flatMap(({ polygons }) => polygons.flat(2)));
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  return [
    [`${name}.shp`, mainFile(contents, box)],
    [`${name}.shx`, indexFile(contents, box)],
    [`${name}.dbf`, table(columns, records, day)],
    [`${name}.prj`, text(PRJ)],
    [`${name}.cpg`, text('UTF-8')],
  ];
}

type Box = readonly [number, number, number, number];

function boxOf(points: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return points.length === 0 ? [0, 0, 0, 0] : [west, south, east, north];
}

function polygonContent(polygons: MultiPolygon): Uint8Array {
  const rings = polygons.flatMap((polygon) => polygon.map((ring, i) => turned(ring, i === 0)));
  const points = rings.flat();
  const bytes = new Uint8Array(44 + 4 * rings.length + 16 * points.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, POLYGON, true);
  boxOf(points).forEach((value, i) => {
    view.setFloat64(4 + 8 * i, value, true);
  });
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  rings.forEach((ring, i) => {
    view.setInt32(44 + 4 * i, start, true);
    start += ring.length;
  });
  points.forEach(([x, y], i) => {
    const at = 44 + 4 * rings.length + 16 * i;
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
  });
  return bytes;
}

function turned(ring: Ring, clockwise: boolean): Ring {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    twice += (b[0] - a[0]) * (b[1] + a[1]);
  }
  return twice > 0 === clockwise ? ring : [...ring].reverse();
}

function fileHeader(view: DataView, bytes: number, box: Box): void {
  view.setInt32(0, 9994);
  view.setInt32(24, bytes / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POLYGON, true);
  box.forEach((value, i) => {
    view.setFloat64(36 + 8 * i, value, true);
  });
}

function mainFile(contents: readonly Uint8Array[], box: Box): Uint8Array {
  const size = contents.reduce((sum, one) => sum + 8 + one.length, HEADER_BYTES);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  fileHeader(view, size, box);
  let at = HEADER_BYTES;
  contents.forEach((content, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.length / 2);
    bytes.set(content, at + 8);
    at += 8 + content.length;
  });
  return bytes;
}

function indexFile(contents: readonly Uint8Array[], box: Box): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + 8 * contents.length);
  const view = new DataView(bytes.buffer);
  fileHeader(view, bytes.length, box);
  let at = HEADER_BYTES;
  contents.forEach((content, i) => {
    view.setInt32(HEADER_BYTES + 8 * i, at / 2);
    view.setInt32(HEADER_BYTES + 8 * i + 4, content.length / 2);
    at += 8 + content.length;
  });
  return bytes;
}

/** dBASE III: fields of fixed width; a text too long is cut between letters. */
function table(
  columns: readonly DbfColumn[],
  records: readonly ShapefileRecord[],
  day: string,
): Uint8Array {
  const widths = columns.map(({ decimals }) => (decimals === null ? TEXT_BYTES : NUMBER_BYTES));
  const recordBytes = 1 + widths.reduce((sum, width) => sum + width, 0);
  const headBytes = 32 + 32 * columns.length + 1;
  const bytes = new Uint8Array(headBytes + recordBytes * records.length + 1).fill(0x20, headBytes);
  const view = new DataView(bytes.buffer);
  const [year, month, date] = day.split('-').map(Number);
  bytes.set([3, year! - 1900, month!, date!]);
  view.setUint32(4, records.length, true);
  view.setUint16(8, headBytes, true);
  view.setUint16(10, recordBytes, true);
  columns.forEach(({ name, decimals }, i) => {
    const at = 32 + 32 * i;
    bytes.set(new TextEncoder().encode(name.slice(0, 10)), at);
    bytes.set([decimals === null ? 0x43 : 0x4e], at + 11);
    bytes.set([widths[i]!, decimals ?? 0], at + 16);
  });
  bytes[headBytes - 1] = 0x0d;
  records.forEach(({ values }, r) => {
    let at = headBytes + recordBytes * r + 1;
    columns.forEach(({ decimals }, i) => {
      const value = values[i] ?? null;
      const width = widths[i]!;
      if (decimals === null) bytes.set(cutText(String(value ?? ''), width), at);
      else if (value !== null) {
        bytes.set(new TextEncoder().encode(Number(value).toFixed(decimals).padStart(width)), at);
      }
      at += width;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

function cutText(text: string, most: number): Uint8Array {
  const room = new Uint8Array(most);
  const { written } = new TextEncoder().encodeInto(text, room);
  return room.subarray(0, written);
}
