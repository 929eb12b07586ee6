import { expect, test } from 'vitest';
import type { ByteSource } from '../../../src/bytes/byte-source.ts';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { openLayerSource } from '../../../src/files/layer-source.ts';
import type { BBox } from '../../../src/geometry/shapes.ts';
import { codeOf, EVERYWHERE, entryOf, sampleFile, seeded } from '../sample-layer.ts';

/** A count is right where it equals the hits of a search, which other tests hold against GDAL. */
test.each([0, 1, 15, 16, 17, 256, 257, 3000])(
  'counts what a search finds: %i features',
  async (n) => {
    const file = await openFlatGeobuf(memorySource('m', sampleFile(n)));
    const random = seeded(7);
    const boxes = Array.from({ length: 60 }, (): BBox => {
      const [x, y] = [104.9 + 1.2 * random(), 36.9 + 1.2 * random()];
      return [x, y, x + random() ** 3, y + random() ** 3];
    });
    for (const box of [EVERYWHERE, [0, 0, 1, 1] as const, ...boxes]) {
      expect(await file.count(box)).toBe((await file.search(box)).length);
    }
    expect(await file.count(EVERYWHERE)).toBe(n);
  },
);

test('reads the root alone for a view that holds the whole layer, and little along an edge', async () => {
  const bytes = sampleFile(3000);
  let asked = 0;
  const source: ByteSource = {
    ...memorySource('m', bytes),
    read: async (offset, length) => {
      asked += length;
      return bytes.subarray(offset, offset + length);
    },
  };
  const file = await openFlatGeobuf(source);
  asked = 0;
  await file.count(EVERYWHERE);
  expect(asked).toBe(40);
  asked = 0;
  await file.search([105.2, 37.2, 105.8, 37.8]);
  const searched = asked;
  asked = 0;
  await file.count([105.2, 37.2, 105.8, 37.8]);
  expect(asked).toBeLessThan(searched / 2);
});

test('an index that contradicts itself is no count', async () => {
  const whole = sampleFile(40);
  const entry = await entryOf(whole);
  const file = await openFlatGeobuf(memorySource('m', whole));
  const { indexStart } = file.header;
  const broken = whole.slice();
  // 40 features: root, 3 nodes, 40 leaves; the west side of the first leaf
  new DataView(broken.buffer).setFloat64(indexStart + 4 * 40, 104, true);
  const again = await openFlatGeobuf(memorySource('m', broken));
  await expect(again.count([105.3, 37.3, 105.6, 37.6])).rejects.toMatchObject({ code: 'index' });
  const layer = openLayerSource(entry, memorySource('m', whole), { integrity: 'full' });
  await layer.open();
  expect(await layer.countIn(EVERYWHERE)).toBe(40);
  const inverted = layer.countIn([106, 37, 105, 38]);
  expect(await codeOf(inverted)).toContain('RangeError');
});
