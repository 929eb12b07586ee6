import { readFileSync } from 'node:fs';
import type { RawProject } from '../../../src/files/formats/format.ts';
import { sniffFormat } from '../../../src/files/sniff.ts';
import { CURVED_DRAWING } from '../dxf/curved-drawing.ts';

/** The drawings that GDAL is asked about; `sql` gives a column of areas in the file's own units, squared. */
export const ASKED = {
  '示例项目.dxf': 'SELECT OGR_GEOM_AREA AS a FROM entities WHERE OGR_GEOM_AREA > 0',
  '示例项目.kml': 'SELECT OGR_GEOM_AREA AS a FROM "用地红线"',
  '示例项目.kmz': 'SELECT OGR_GEOM_AREA AS a FROM "用地红线"',
  '示例项目.topojson': 'SELECT OGR_GEOM_AREA AS a FROM "用地红线"',
  '示例项目.wkt': 'SELECT OGR_GEOM_AREA AS a FROM asked',
  '示例项目.gpx': 'SELECT track_fid AS a FROM track_points',
  'curved.dxf': "SELECT OGR_GEOM_AREA AS a FROM entities WHERE Layer <> 'open'",
} as const satisfies Readonly<Record<string, string>>;

export type Asked = keyof typeof ASKED;

export function bytesOf(file: Asked): Uint8Array {
  if (file === 'curved.dxf') return new TextEncoder().encode(CURVED_DRAWING);
  return new Uint8Array(readFileSync(new URL(`../../../data/samples/${file}`, import.meta.url)));
}

export async function readRaw(file: Asked): Promise<RawProject> {
  const bytes = bytesOf(file);
  return sniffFormat(file, bytes).read(bytes, { name: file, beside: [], answers: {} });
}

/** Of each parcel: shell less holes, in the file's own units, squared, by the shoelace formula. */
export function areasOf({ parcels }: RawProject): number[] {
  return parcels
    .filter(({ shape }) => shape === 'area')
    .map(({ rings }) =>
      rings.reduce((sum, ring) => sum + (ring.hole ? -1 : 1) * areaOf(ring.points), 0),
    );
}

function areaOf(points: RawProject['parcels'][number]['rings'][number]['points']): number {
  // from the first point, so that eight-digit eastings cost no digits
  const [, firstX = '0', firstY = '0'] = points[0] ?? [];
  const places = points.map(([, x, y]) => [Number(x) - Number(firstX), Number(y) - Number(firstY)]);
  const twice = places.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = places[(i + 1) % places.length]!;
    return sum + (x! * nextY! - nextX! * y!);
  }, 0);
  return Math.abs(twice) / 2;
}

/** How far GDAL's area may be from ours. */
export function toleranceOf(file: Asked, index: number, area: number): number {
  if (file !== 'curved.dxf') return area * 1e-9;
  // GDAL cuts a spline into few chords whatever it is told; the fourth figure is one
  if (index === 3) return area * 0.003;
  // ours: a millimetre along 600 m at most; GDAL's at 0.1°: 5e-7 of the area
  return 0.6;
}

/**
 * What GDAL's numbers should be, by our reading. It gives the closed lines of a drawing one by one, and of
 * tracks their points.
 */
export async function expectedOf(file: Asked): Promise<number[]> {
  const raw = await readRaw(file);
  if (file === '示例项目.gpx') {
    return raw.parcels.flatMap(({ rings }, track) =>
      rings.flatMap((r) => r.points.map(() => track)),
    );
  }
  if (file !== '示例项目.dxf') return areasOf(raw);
  return raw.parcels.flatMap(({ rings, shape }) =>
    shape === 'area' ? rings.map((ring) => areaOf(ring.points)) : [],
  );
}
