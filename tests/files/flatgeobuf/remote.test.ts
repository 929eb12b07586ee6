import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockCached } from '../../../src/bytes/block-cache.ts';
import { httpRangeSource } from '../../../src/bytes/http-range.ts';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import type { BBox } from '../../../src/geometry/shapes.ts';
import { type RangeServer, serveRange, startServer } from '../../bytes/range-server.ts';
import { collect, sampleFile } from '../sample-layer.ts';

/** The lazy way of the map: index and features read as they are needed. */
const bytes = sampleFile(5000);
let server: RangeServer;
beforeAll(async () => {
  server = await startServer((q, r) => serveRange(bytes, q, r));
});
afterAll(() => server.close());

const BOXES: BBox[] = [
  [105.4, 37.4, 105.45, 37.45],
  [105.42, 37.42, 105.47, 37.47],
  [105.9, 37.1, 105.95, 37.15],
];

test('over HTTP through the block cache: the same features, for few requests and bytes', async () => {
  const local = await openFlatGeobuf(memorySource('m', bytes));
  const remote = await openFlatGeobuf(blockCached(httpRangeSource(`${server.url}/a.fgb`)));
  for (const box of BOXES) {
    const here = await collect(local.features(await local.search(box)));
    const there = await collect(remote.features(await remote.search(box)));
    expect(here.length).toBeGreaterThan(10);
    expect(there).toEqual(here);
  }
  expect(server.log.length).toBeLessThanOrEqual(12);
  const loaded = server.log.reduce((sum, line) => {
    const [first, last] = /(\d+)-(\d+)$/.exec(line)!.slice(1).map(Number);
    return sum + last! - first! + 1;
  }, 0);
  expect(loaded).toBeLessThan(bytes.length / 2);
});

test('concurrent searches share what is under way', async () => {
  server.log.length = 0;
  const remote = await openFlatGeobuf(blockCached(httpRangeSource(`${server.url}/b.fgb`)));
  const search = async () => collect(remote.features(await remote.search(BOXES[0]!)));
  await search();
  const once = server.log.length;
  server.log.length = 0;
  const again = await openFlatGeobuf(blockCached(httpRangeSource(`${server.url}/c.fgb`)));
  const searchAgain = async () => collect(again.features(await again.search(BOXES[0]!)));
  const four = await Promise.all([searchAgain(), searchAgain(), searchAgain(), searchAgain()]);
  expect(server.log).toHaveLength(once);
  expect(four[3]).toEqual(four[0]);
});
