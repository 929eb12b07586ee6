import { expect, test } from 'vitest';
import type { CountRequest, ViewCount } from '../../src/app/count-protocol.ts';
import { serveCounts } from '../../src/app/serve-counts.ts';
import { viewCounter } from '../../src/app/view-counter.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import type { BBox } from '../../src/geometry/shapes.ts';
import type { TileSource } from '../../src/tiles/tile-source.ts';
import { entryOf, sampleFile } from '../files/sample-layer.ts';

/** Page and worker on one thread: what is posted arrives a step later. */
function wired(sources: Readonly<Record<string, TileSource>>) {
  const toWorker: ((event: { data: unknown }) => void)[] = [];
  const toPage: ((event: { data: unknown }) => void)[] = [];
  const later = (listeners: typeof toPage, data: unknown) =>
    setTimeout(() => {
      for (const listener of listeners) listener({ data });
    });
  serveCounts(
    {
      addEventListener: (_type, listener) => toWorker.push(listener),
      postMessage: (answer) => later(toPage, answer),
    },
    (layer) => sources[layer],
  );
  const told: ViewCount[] = [];
  let rounds = 0;
  const counter = viewCounter(
    {
      addEventListener: (_type, listener) => toPage.push(listener),
      postMessage: (request: CountRequest) => later(toWorker, request),
    },
    (counts) => {
      rounds++;
      told.push(...counts);
    },
  );
  return { counter, told, rounds: () => rounds, send: (data: unknown) => later(toPage, data) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 150));
const VIEW: BBox = [105.2, 37.2, 105.6, 37.6];
const COVERAGE: CatalogLayer['coverage'] = {
  type: 'Polygon',
  coordinates: [
    [
      [105, 37],
      [106, 37],
      [106, 38],
      [105, 38],
      [105, 37],
    ],
  ],
};

async function layer(count: number, changes: Partial<CatalogLayer> = {}): Promise<TileSource> {
  const bytes = sampleFile(count);
  const entry = await entryOf(bytes, changes);
  return openLayerSource(entry, memorySource('m', bytes), { integrity: 'size+header+index' });
}

test('tells the exact count of every layer, and whether the layer speaks for the view', async () => {
  const sources = {
    covered: await layer(500, { coverage: COVERAGE }),
    bare: await layer(20),
    context: await layer(20, { kind: 'administrative-area' }),
  };
  const { counter, told, rounds } = wired(sources);
  counter.ask(VIEW, Object.keys(sources));
  await settled();
  let boxes = 0;
  for await (const _ of sources.covered.featuresIn(VIEW)) boxes++;
  expect(boxes).toBeGreaterThan(10);
  expect(told).toMatchObject([
    { layer: 'covered', features: boxes, reason: null, covered: 'inside' },
    // a control layer without coverage covers nothing, whatever it holds
    { layer: 'bare', covered: 'outside' },
    { layer: 'context', covered: null },
  ]);
  expect(rounds()).toBe(1);
});

test('a layer that cannot be read is told with its reason, never as 0', async () => {
  const broken = await layer(20, { bytes: 12 });
  const { counter, told } = wired({ broken });
  counter.ask(VIEW, ['broken', 'nowhere']);
  await settled();
  expect(told).toMatchObject([
    { layer: 'broken', features: null, reason: { code: 'layer-size' } },
    { layer: 'nowhere', features: null, reason: { code: 'layer-unknown' } },
  ]);
});

test('only the last question is answered', async () => {
  const { counter, told, send } = wired({ a: await layer(300) });
  counter.ask([0, 0, 1, 1], ['a']);
  counter.ask([-180, -90, 180, 90], ['a']);
  await settled();
  expect(told.map(({ features }) => features)).toEqual([300]);
  send({ type: 'counted', ask: 1, count: told[0] });
  counter.close();
  send({ type: 'counted', ask: 2, count: told[0] });
  await settled();
  expect(told).toHaveLength(1);
});
