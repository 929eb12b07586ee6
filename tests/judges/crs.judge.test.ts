import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { transformOf } from '../../src/crs/transform.ts';
import answers from '../crs/cs2cs-answers.json' with { type: 'json' };

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
