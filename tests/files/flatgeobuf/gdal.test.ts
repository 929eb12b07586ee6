import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';
import { collect } from '../sample-layer.ts';
import { boxes, COUNT, type GdalAnswers, rectangles } from './gdal-sample.ts';
import { GDAL_SOURCE } from './gdal-source.ts';

const golden = (name: string): Buffer =>
  readFileSync(new URL(`../../golden/flatgeobuf/${name}`, import.meta.url));

/** Answers recorded from GDAL by `tests/judges/flatgeobuf.judge.test.ts`. */
const answers = JSON.parse(golden('gdal-answers.json').toString()) as GdalAnswers;

test('GDAL and we see the same in a file of ours', async () => {
  const file = await openFlatGeobuf(memorySource('x', rectangles(COUNT)));
  expect(answers).toMatchObject({ driver: 'FlatGeobuf', features: COUNT, crs: '4490' });
  expect(file.header.features).toBe(COUNT);
  expect(file.header.extent!.map((side) => Number(side.toFixed(6)))).toEqual(answers.extent);
  expect(answers.columns).toEqual([
    'ORDER: Integer (0.0)',
    'NAME: String (0.0), alternative name="名称"',
  ]);
  const counts = await Promise.all(boxes().map(async (box) => (await file.search(box)).length));
  expect(counts).toEqual(answers.counts);
  expect(Math.max(...counts)).toBeGreaterThan(100);
});

test('features stand in the order in which GDAL puts them', async () => {
  const file = await openFlatGeobuf(memorySource('x', rectangles(COUNT)));
  const order = (await collect(file.allFeatures())).map((f) => f.properties.ORDER);
  expect(order).toEqual(answers.order);
});

test('a file that GDAL wrote comes in whole, through the index and without', async () => {
  const file = await openFlatGeobuf(memorySource('x', golden('gdal-types.fgb')));
  expect(file.header).toMatchObject({
    features: 2,
    nodeSize: 16,
    crs: { org: 'EPSG', code: 4490 },
  });
  const scanned = await collect(file.allFeatures());
  const found = await collect(file.features(await file.search([100, 30, 110, 40])));
  expect(found).toEqual(scanned);
  const [many, one] = GDAL_SOURCE.features;
  const byNumber = new Map(scanned.map((feature) => [feature.properties.int, feature]));
  expect(byNumber.get(-7)).toMatchObject({
    geometry: { polygons: toFlat(many!.geometry.coordinates as [number, number][][][]) },
    properties: {
      text: '红寺堡',
      long: 6403032025000123,
      real: 0.1,
      yes: true,
      when: '2025-12-31T08:00:00Z',
      more: '{ "a": 1 }',
    },
  });
  expect(byNumber.get(3)).toMatchObject({
    geometry: { polygons: toFlat([one!.geometry.coordinates as [number, number][][]]) },
    properties: { text: null, long: 1, real: null, yes: false, when: null },
  });
});
