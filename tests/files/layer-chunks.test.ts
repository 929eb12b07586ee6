import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { checkProject } from '../../src/check/check-project.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerFeature } from '../../src/domain/layer-source.ts';
import { parseCatalog } from '../../src/files/catalog.ts';
import { describeSums } from '../../src/files/describe-sums.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import type { BBox } from '../../src/geometry/shapes.ts';
import { wordsFor } from '../../src/job/words.ts';
import { pack, square, testProject } from '../check/build.ts';
import { seeded } from '../overlay/seeded.ts';
import { serveLayer } from './cold-check.ts';
import { farmlandFile, middleOf } from './parcels.ts';
import { codeOf, collect, EVERYWHERE, entryOf, sampleFile } from './sample-layer.ts';

const FILE = sampleFile(24);
const SUMS = describeSums('farmland.fgb', FILE, 256);
/** Everything, some of it, and nothing. */
const BOXES: BBox[] = [EVERYWHERE, [105.2, 37.2, 105.4, 37.5], [100, 30, 101, 31]];
const plain = await entryOf(FILE);
const entry: CatalogLayer = { ...plain, chunkSums: SUMS.entry };

function open(file: Uint8Array, sums: Uint8Array = SUMS.bytes, of: CatalogLayer = entry) {
  return openLayerSource(of, memorySource('m', file), {
    integrity: 'size+header+index',
    sums: memorySource('s', sums),
  });
}

async function lookUp(file: Uint8Array, sums: Uint8Array, box: BBox): Promise<LayerFeature[]> {
  const layer = open(file, sums);
  await layer.open();
  return collect(layer.featuresIn(box));
}

const wanted = await Promise.all(BOXES.map((box) => lookUp(FILE, SUMS.bytes, box)));

async function failuresOf(
  bytes: Uint8Array,
  use: (flipped: Uint8Array, box: BBox) => Promise<LayerFeature[]>,
) {
  const failed = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const flipped = bytes.slice();
    flipped[at]! ^= [0x01, 0x10, 0x80, 0xff][at % 4]!;
    for (const [i, box] of BOXES.entries()) {
      try {
        // features or an error: never others, never fewer
        expect(await use(flipped, box)).toEqual(wanted[i]);
      } catch (error) {
        expect(error, `byte ${at}`).toMatchObject({
          name: 'UserError',
          code: /^layer-(sha256|magic)$/,
        });
        failed[i]!++;
      }
    }
  }
  return failed;
}

describe('a layer with chunk sums', () => {
  it('gives the same features as one without', async () => {
    expect(wanted.map((features) => features.length)).toEqual([24, expect.any(Number), 0]);
    expect(wanted[1]!.length).toBeGreaterThan(0);
    const { chunkSums: _, ...without } = entry;
    const layer = openLayerSource(without, memorySource('m', FILE), {
      integrity: 'size+header+index',
    });
    expect(await layer.open()).toEqual({ integrity: 'size+header+index' });
    for (const [i, box] of BOXES.entries()) {
      expect(await collect(layer.featuresIn(box))).toEqual(wanted[i]);
    }
  });

  it('any byte of the file flipped: an error, or the same features', async () => {
    const failed = await failuresOf(FILE, (file, box) => lookUp(file, SUMS.bytes, box));
    expect(failed[0]).toBe(FILE.length);
    // a search that finds nothing has still verified header and root
    expect(failed[2]).toBeGreaterThan(500);
    expect(failed[2]).toBeLessThan(failed[1]!);
  });

  it('any byte of the sums flipped: an error', async () => {
    const failed = await failuresOf(SUMS.bytes, (sums, box) => lookUp(FILE, sums, box));
    // one page of sums: all of it is verified before any is believed
    expect(failed).toEqual([SUMS.bytes.length, SUMS.bytes.length, SUMS.bytes.length]);
  });

  it('files cut short, exchanged or of another edition fail', async () => {
    const [last, other] = [FILE.length - 1, sampleFile(25)];
    expect(await codeOf(open(FILE.subarray(0, last)).open())).toBe('layer-truncated');
    const otherSums = describeSums('farmland.fgb', other, 256);
    expect(await codeOf(open(FILE, otherSums.bytes).open())).toBe('layer-sha256');
    const ofOther = { ...entry, chunkSums: otherSums.entry };
    expect(await codeOf(open(FILE, otherSums.bytes, ofOther).open())).toBe('layer-sha256');
    expect(await codeOf(open(FILE, SUMS.bytes.subarray(0, 10)).open())).toBe('layer-truncated');
    expect(
      await codeOf(open(FILE, new TextEncoder().encode('<!doctype html>'.repeat(40))).open()),
    ).toBe('layer-sha256');
    expect(await codeOf(open(FILE, SUMS.bytes, { ...entry, features: 23 }).open())).toBe(
      'layer-count',
    );
    expect(await codeOf(open(FILE, SUMS.bytes, { ...entry, extent: [0, 0, 1, 1] }).open())).toBe(
      'layer-extent',
    );
  });

  it('a side file outside of the catalog folder is refused with the catalog', () => {
    const layer = { ...entry, chunkSums: { ...SUMS.entry, file: '../x.sums' } };
    const catalog = {
      schema: 'sanxian/catalog@1',
      title: layer.title,
      region: '64',
      synthetic: true,
      layers: [layer],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(catalog));
    expect(() => parseCatalog(bytes, 'c.json')).toThrow('catalog-file');
  });
});

describe('a cold check over HTTP', () => {
  const PARCELS = 60_000;
  const file = farmlandFile(PARCELS);
  const sums = describeSums('farmland.fgb', file);
  let server: Awaited<ReturnType<typeof serveLayer>>;
  let farmland: CatalogLayer;
  beforeAll(async () => {
    server = await serveLayer({ 'farmland.fgb': file, 'farmland.fgb.sums': sums.bytes });
    const coverage = { type: 'MultiPolygon', coordinates: square(104, 35, 108, 39) };
    farmland = {
      ...(await entryOf(file, { coverage: coverage as CatalogLayer['coverage'] })),
      chunkSums: sums.entry,
    };
  });
  afterAll(() => server.close());

  it('of 50 ha asks at most 12 times and for at most 400 kB, all of it verified', async () => {
    const random = seeded(17);
    const { x, y, dx, dy } = middleOf(PARCELS);
    for (let i = 0; i < 25; i++) {
      const { layer, cost } = server.cold(farmland);
      const west = x + 1.9 * dx * (random() - 0.5);
      const south = y + 1.9 * dy * (random() - 0.5);
      // 0.008 x 0.0064 degrees at 36 N: 720 m x 710 m
      const outcome = await checkProject({
        project: testProject([square(west, south, west + 0.008, south + 0.0064)]),
        catalog: {
          schema: 'sanxian/catalog@1',
          title: farmland.title,
          region: '64',
          synthetic: true,
          layers: [farmland],
        },
        sources: new Map([[farmland.id, layer]]),
        pack: pack.pack,
        clipper: await loadClipper(),
        parameters: { thresholdM2: 1, accuracyM: null, geometry: 'none' },
        wordsFor: ({ code, params }) => wordsFor(code, params),
      });
      expect(outcome.layers[0]).toMatchObject({ state: 'overlap', integrity: 'size+header+index' });
      expect(outcome.layers[0]!.hits).toBeGreaterThan(25);
      expect(cost.requests).toBeLessThanOrEqual(12);
      expect(cost.bytes).toBeLessThanOrEqual(400_000);
    }
  });

  it('without sums reads the whole index, as before', async () => {
    const { chunkSums: _, ...without } = farmland;
    const { layer, cost } = server.cold(without);
    await layer.open();
    expect(cost.bytes).toBeGreaterThan(60_000 * 40);
  });

  it('a side file that is not there fails the layer and is named', async () => {
    const { layer } = server.cold({ ...farmland, chunkSums: { ...sums.entry, file: 'gone.sums' } });
    await expect(layer.open()).rejects.toMatchObject({
      code: 'layer-missing',
      params: { file: 'gone.sums' },
    });
  });
});
