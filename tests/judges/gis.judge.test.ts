import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProjectInput } from '../../src/cli/project-input.ts';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';
import type { ImportAnswers } from '../../src/domain/import-answers.ts';
import { openInput } from '../../src/files/open-input.ts';

/** Project files against Debian's own GDAL: counts, names and plane areas of every feature. */
const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'sanxian-gis-'));
const gdal = projectGdal();
afterAll(async () => {
  await gdal.close();
  rmSync(work, { recursive: true, force: true });
});

const said = (program: string, ...args: string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Areas as native GDAL measures them, m², in the order of the file. */
function nativeAreas(path: string): number[] {
  const layer =
    /^\d+: (.+?)(?: \(.*\))?$/m.exec(said('ogrinfo', '-q', path))?.[1] ??
    /^Layer name: (.+)$/m.exec(said('ogrinfo', '-so', '-al', path))![1]!;
  const sql = `SELECT OGR_GEOM_AREA FROM "${layer}"`;
  const text = said('ogrinfo', '-q', '-dialect', 'OGRSQL', '-sql', sql, path);
  return [...text.matchAll(/OGR_GEOM_AREA \(Real\) = ([-+.\de]+)/g)].map(([, area]) =>
    Number(area),
  );
}

/** What GDAL opens of an archive, unpacked by `unzip`. */
function unpacked(zip: string): string {
  const folder = mkdtempSync(join(work, 'zip-'));
  said('unzip', '-qo', zip, '-d', folder);
  const main = readdirSync(folder).find((name) => /\.(shp|mif|gdb)$/.test(name))!;
  return join(folder, main);
}

/** GDAL writes what it learned of a GML beside it. */
function copied(path: string): string {
  const copy = join(work, basename(path));
  copyFileSync(path, copy);
  return copy;
}

const open = async (path: string, answers: ImportAnswers) => {
  const read = async (file: string) => new Uint8Array(readFileSync(file));
  const { projects } = await openInput(await readProjectInput(path, read), { answers, gdal });
  return projects[0]!;
};

const samples = readdirSync(join(root, 'data/samples')).filter((name) =>
  /^示例项目.*\.(zip|fgb|gpkg|gml)$/.test(name),
);

it.each(samples)('%s', async (name) => {
  const path = join(root, 'data/samples', name);
  const areas = nativeAreas(name.endsWith('.zip') ? unpacked(path) : copied(path));
  expect(areas).toHaveLength(2);
  const { parcels } = await open(path, name.includes('MapInfo') ? { crs: 4523 } : {});
  expect(parcels).toHaveLength(2);
  parcels.forEach(({ planeAreaM2 }, i) => {
    expect(planeAreaM2).toBeCloseTo(areas[i]!, 4);
  });
});

describe('300 parcels with holes and second parts', () => {
  const COUNT = 300;
  beforeAll(() => writeFileSync(join(work, 'parcels.geojson'), parcels(COUNT)));

  it.each([
    ['ESRI Shapefile', 'gbk', 'parcels.shp', ['-lco', 'ENCODING=CP936'], 1e-4],
    ['ESRI Shapefile', 'utf8', 'parcels.shp', ['-lco', 'ENCODING=UTF-8'], 1e-4],
    ['ESRI Shapefile', 'heights', 'parcels.shp', ['-dim', 'XYZM', '-lco', 'ENCODING=CP936'], 1e-4],
    ['GPKG', 'gpkg', 'parcels.gpkg', [], 1e-4],
    ['FlatGeobuf', 'fgb', 'parcels.fgb', ['-lco', 'SPATIAL_INDEX=NO'], 1e-4],
    ['OpenFileGDB', 'gdb', 'parcels.gdb', ['-nlt', 'MULTIPOLYGON'], 1e-4],
    ['GML', 'gml', 'parcels.gml', ['-dsco', 'FORMAT=GML3'], 1e-4],
    ['MapInfo File', 'mif', 'parcels.mif', ['-dsco', 'FORMAT=MIF'], 1e-4],
    [
      'MapInfo File',
      'tab',
      'parcels.tab',
      ['-lco', 'BOUNDS=35500000,4100000,35700000,4300000'],
      1e-4,
    ],
  ] as const)(
    '%s, %s',
    async (format, folder, file, options, toleranceM2) => {
      mkdirSync(join(work, folder), { recursive: true });
      const path = join(work, folder, file);
      said(
        'ogr2ogr',
        '-f',
        format,
        path,
        join(work, 'parcels.geojson'),
        '-a_srs',
        'EPSG:4523',
        '-nln',
        'parcels',
        ...options,
      ); // prettier-ignore
      const areas = nativeAreas(path);
      expect(areas).toHaveLength(COUNT);
      const project = await open(path, format === 'MapInfo File' ? { crs: 4523 } : {});
      expect(project.crs.epsg).toBe(4523);
      expect(project.parcels).toHaveLength(COUNT);
      project.parcels.forEach(({ planeAreaM2, name, id }, i) => {
        expect(Math.abs(planeAreaM2! - areas[i]!), `${id}`).toBeLessThan(toleranceM2);
        expect([id, name]).toEqual([`D${i}`, `第${i}号地块`]);
      });
    },
    120_000,
  );
});

/** Stars in a grid, far enough apart; every third has a hole, every seventh a second part. */
function parcels(count: number): string {
  let state = 20_261_122;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const star = (x: number, y: number, r: number): number[][] => {
    const corners = 5 + Math.floor(random() * 20);
    const ring = Array.from({ length: corners }, (_, i) => {
      const turn = (2 * Math.PI * i) / corners;
      const at = r * (0.6 + 0.4 * random());
      return [x + at * Math.cos(turn), y + at * Math.sin(turn)];
    });
    return [...ring, ring[0]!];
  };
  const features = Array.from({ length: count }, (_, i) => {
    const x = 35_590_000 + 500 * (i % 20);
    const y = 4_140_000 + 500 * Math.floor(i / 20);
    const first = [star(x, y, 100), ...(i % 3 === 0 ? [star(x, y, 20).reverse()] : [])];
    const coordinates = [first, ...(i % 7 === 0 ? [[star(x + 220, y, 50)]] : [])];
    const properties = { DKBH: `D${i}`, DKMC: `第${i}号地块` };
    return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
