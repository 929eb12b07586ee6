import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { transformOf } from '../../src/crs/transform.ts';
import answers from '../crs/cs2cs-answers.json' with { type: 'json' };
import { datumPoints, shiftOf } from '../crs/datum-points.ts';

/** Asks PROJ now; a machine without `cs2cs` (Debian: proj-bin) fails here, which is right. */
function askProj(from: string, to: string, points: readonly (readonly [number, number])[]) {
  const input = points.map((pair) => pair.join(' ')).join('\n');
  const output = execFileSync('cs2cs', ['-f', '%.12f', from, to], { input, encoding: 'utf8' });
  return output
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}

it.each([...new Set(answers.map((answer) => answer.epsg))])('PROJ agrees on EPSG:%i', (epsg) => {
  const points = answers.filter((answer) => answer.epsg === epsg);
  // EPSG axis order: north, east in; latitude, longitude out.
  const degrees = askProj(
    `EPSG:${epsg}`,
    'EPSG:4490',
    points.map(({ x, y }) => [y, x]),
  );
  const metres = askProj(
    'EPSG:4490',
    `EPSG:${epsg}`,
    points.map(({ lon, lat }) => [lat, lon]),
  );
  const { toLonLat, fromLonLat } = transformOf(epsg);
  points.forEach((point, i) => {
    const [lon, lat] = toLonLat(point.x, point.y);
    expect(Math.abs(lat - degrees[i]![0])).toBeLessThan(0.9e-9);
    expect(Math.abs(lon - degrees[i]![1])).toBeLessThan(0.9e-9);
    const [x, y] = fromLonLat(point.lon, point.lat);
    expect(Math.hypot(y - metres[i]![0], x - metres[i]![1])).toBeLessThan(1e-4);
  });
});

/** Debian's cs2cs with `+towgs84`, another road than the pipelines of the committed answers. */
it.each([
  [2359, 'xian80', '+proj=tmerc +lon_0=105 +x_0=35500000 +a=6378140 +rf=298.257'],
  [2411, 'beijing54', '+proj=tmerc +lon_0=105 +x_0=35500000 +ellps=krass'],
] as const)('cs2cs agrees on the seven parameters of EPSG:%i', (epsg, datum, system) => {
  const shift = shiftOf(datum);
  const { dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm } = shift;
  const seven = [dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm].join();
  const points = datumPoints().filter((point) => point.epsg === epsg);
  const output = execFileSync(
    'cs2cs',
    [
      ...['-f', '%.12f', ...system.split(' '), `+towgs84=${seven}`],
      ...['+to', '+proj=longlat', '+ellps=GRS80', '+towgs84=0,0,0'],
    ],
    { input: points.map(({ x, y }) => `${x} ${y}\n`).join(''), encoding: 'utf8' },
  );
  const degrees = output.trim().split('\n');
  expect(degrees).toHaveLength(points.length);
  const { toLonLat } = transformOf(epsg, { datumShift: shift });
  points.forEach(({ x, y }, i) => {
    const [wantLon, wantLat] = degrees[i]!.trim().split(/\s+/).map(Number);
    const [lon, lat] = toLonLat(x, y);
    expect(Math.abs(lon - wantLon!)).toBeLessThan(0.9e-9);
    expect(Math.abs(lat - wantLat!)).toBeLessThan(0.9e-9);
  });
});
