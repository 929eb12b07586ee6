import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { boxes, COUNT, type GdalAnswers, rectangles } from '../files/flatgeobuf/gdal-sample.ts';
import { GDAL_SOURCE } from '../files/flatgeobuf/gdal-source.ts';
import { collect, sampleFile } from '../files/sample-layer.ts';

/** GDAL reads what we write; its answers are committed for the unit tests. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-gdal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ours = join(folder, 'ours.fgb');
const gdal = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('GDAL reads header, columns and every box count', async () => {
  writeFileSync(ours, rectangles(COUNT));
  const info = gdal('ogrinfo', '-so', '-al', ours);
  const one = (pattern: RegExp): string => pattern.exec(info)?.[1] ?? '';
  const counts = boxes().map((box) => {
    const filtered = gdal('ogrinfo', '-so', '-al', '-spat', ...box.map(String), ours);
    return Number(/Feature Count: (\d+)/.exec(filtered)?.[1]);
  });

  // GDAL writes the same features again, in its own order of the Hilbert curve
  const theirs = join(folder, 'theirs.fgb');
  const text = join(folder, 'plain.geojson');
  gdal('ogr2ogr', '-lco', 'COORDINATE_PRECISION=17', text, ours);
  const collection = JSON.parse(readFileSync(text, 'utf8')) as GeoJSON.FeatureCollection;
  collection.features.sort((a, b) => a.properties!.ORDER - b.properties!.ORDER);
  writeFileSync(text, JSON.stringify(collection));
  gdal('ogr2ogr', '-nln', 'rectangles', '-nlt', 'POLYGON', '-a_srs', 'EPSG:4490', theirs, text);
  const file = await openFlatGeobuf(memorySource('theirs', readFileSync(theirs)));
  const order = (await collect(file.allFeatures())).map((f) => f.properties.ORDER as number);

  const extent = /Extent: \((.*), (.*)\) - \((.*), (.*)\)/.exec(info)!.slice(1).map(Number);
  const answers: GdalAnswers = {
    driver: one(/using driver `(\w+)'/),
    features: Number(one(/Feature Count: (\d+)/)),
    crs: one(/\n {4}ID\["EPSG",(\d+)\]\]/),
    extent,
    columns: [...info.matchAll(/^(\S+): (Integer|String).*$/gm)].map((match) => match[0]),
    counts,
    order,
  };
  await expect(`${JSON.stringify(answers, null, 1)}\n`).toMatchFileSnapshot(
    '../golden/flatgeobuf/gdal-answers.json',
  );
});

test('GDAL finds no fault in any feature of a layer with holes and parts', () => {
  writeFileSync(ours, sampleFile(200));
  const rows = gdal(
    'ogrinfo',
    '-ro',
    '-q',
    ours,
    '-dialect',
    'SQLite',
    '-sql',
    'SELECT count(*) AS n, sum(ST_IsValid(geometry)) AS valid, sum(ST_NPoints(geometry)) AS points FROM farmland',
  );
  const value = (name: string): number =>
    Number(new RegExp(`${name} \\(\\w+\\) = (\\d+)`).exec(rows)?.[1]);
  // 67 of 200 have a hole and a second part: three rings of five vertices instead of one
  expect([value('n'), value('valid'), value('points')]).toEqual([200, 200, 67 * 15 + 133 * 5]);
});

test('the committed file that GDAL wrote is what GDAL writes today', async () => {
  const text = join(folder, 'types.geojson');
  const theirs = join(folder, 'types.fgb');
  writeFileSync(text, JSON.stringify(GDAL_SOURCE));
  gdal('ogr2ogr', '-nln', 'types', '-nlt', 'PROMOTE_TO_MULTI', '-a_srs', 'EPSG:4490', theirs, text);
  const today = await openFlatGeobuf(memorySource('today', readFileSync(theirs)));
  const golden = new URL('../golden/flatgeobuf/gdal-types.fgb', import.meta.url);
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, readFileSync(theirs));
  const committed = await openFlatGeobuf(memorySource('then', readFileSync(golden)));
  expect(await collect(today.allFeatures())).toEqual(await collect(committed.allFeatures()));
});
