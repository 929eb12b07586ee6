import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CatalogShelf } from '../../src/app/catalog-shelf.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { describeSums } from '../../src/files/describe-sums.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { openRemoteCatalog } from '../../src/job/remote-catalog.ts';
import { type CatalogHandle, checkToReport } from '../../src/job/run-check.ts';
import { type RangeServer, serveRange, startServer } from '../bytes/range-server.ts';
import { pack, SITE, square, testProject } from '../check/build.ts';
import { catalogOf } from '../files/cold-check.ts';
import { entryOf } from '../files/sample-layer.ts';

/** What the server hands out; an edition of the farmland is one feature and, beside it, far ones. */
const served = new Map<string, { bytes: Uint8Array; etag: string }>();
let server: RangeServer;
let edition = 0;

function layerFile(east: number, others: number): Uint8Array {
  const boxes = [square(106, 37.4, east, 37.41)];
  for (let i = 0; i < others; i++)
    boxes.push(square(100 + i / 1000, 30, 100.0005 + i / 1000, 30.1));
  return writeFlatGeobuf({
    name: 'farmland',
    columns: [{ name: 'BSM', type: 'string' }],
    crs: 4490,
    features: boxes.map((box, i) => ({ polygons: toFlat(box), properties: { BSM: `${i}` } })),
    index: true,
    geometryType: 'MultiPolygon',
  });
}

/** So large that a check does not have all of it after the first read. */
const OTHERS = 2000;

async function serve(east: number, parts: readonly ('layer' | 'catalog')[]): Promise<void> {
  const etag = `"${++edition}"`;
  const bytes = layerFile(east, OTHERS);
  const sums = describeSums('farmland.fgb', bytes);
  const coverage = { type: 'MultiPolygon', coordinates: square(90, 20, 120, 50) };
  const entry: CatalogLayer = {
    ...(await entryOf(bytes, { coverage: coverage as CatalogLayer['coverage'] })),
    edition: `2025-${10 + edition}`,
    chunkSums: sums.entry,
  };
  if (parts.includes('layer')) {
    served.set('/farmland.fgb', { bytes, etag });
    served.set('/farmland.fgb.sums', { bytes: sums.bytes, etag });
  }
  if (parts.includes('catalog')) served.set('/catalog.json', { bytes: catalogOf(entry), etag });
}

beforeAll(async () => {
  server = await startServer((request, response) => {
    const file = served.get(request.url ?? '');
    if (file) serveRange(file.bytes, request, response, file.etag);
    else response.writeHead(404).end();
  });
});
afterAll(() => server.close());
beforeEach(() => serve(106.005, ['layer', 'catalog']));

function scene() {
  const url = `${server.url}/catalog.json`;
  const shelf = new CatalogShelf(async () =>
    openRemoteCatalog(new Uint8Array(await (await fetch(url)).arrayBuffer()), url),
  );
  const told = { reopened: 0, checks: 0 };
  const run = async (handle: CatalogHandle): Promise<CheckReport> => {
    told.checks++;
    const frame = { createdAt: '2026-11-21T08:00:00Z', sequence: 1, version: '0' };
    return checkToReport(testProject([SITE]), null, handle, pack, await loadClipper(), {
      ...frame,
      thresholdM2: 1,
      accuracyM: null,
      geometry: 'none',
    });
  };
  const check = () => shelf.use(url, run, () => told.reopened++);
  const shareOf = (report: CheckReport) => {
    const [layer] = report.layers;
    return layer!.state === 'overlap' ? layer!.shareOfProject : layer!.state;
  };
  return { told, check: async () => shareOf(await check()), shelf, url };
}

describe('a catalog that stays open', () => {
  it('is opened once while nothing changes', async () => {
    const { told, check } = scene();
    const before = server.log.length;
    expect(await check()).toBeCloseTo(0.5, 5);
    const first = server.log.length - before;
    expect(await check()).toBeCloseTo(0.5, 5);
    expect(server.log.length - before).toBe(first);
    expect(told).toEqual({ reopened: 0, checks: 2 });
  });

  it('answers from what it has read and verified, under the edition that it was', async () => {
    const { told, check } = scene();
    await check();
    await serve(106.0075, ['layer', 'catalog']);
    expect(await check()).toBeCloseTo(0.5, 5);
    expect(told).toEqual({ reopened: 0, checks: 2 });
  });

  it('replaced before its layers were read: opened anew, said, and the check done once more', async () => {
    const { told, check, shelf, url } = scene();
    await shelf.use(url, async () => {});
    await serve(106.0025, ['layer', 'catalog']);
    expect(await check()).toBeCloseTo(0.25, 5);
    expect(told).toEqual({ reopened: 1, checks: 2 });
    expect(await check()).toBeCloseTo(0.25, 5);
    expect(told).toEqual({ reopened: 1, checks: 3 });
  });

  it('replaced while its layers were being read: the same', async () => {
    const { told, check, shelf, url } = scene();
    // opened, with only its beginning read
    await shelf.use(url, async ({ sources }) => sources.get('farmland')!.open());
    await serve(106.0075, ['layer', 'catalog']);
    expect(await check()).toBeCloseTo(0.75, 5);
    expect(told).toEqual({ reopened: 1, checks: 2 });
  });

  it('a layer that does not fit its catalog fails, and needs no reloading once it does', async () => {
    const { told, check, shelf, url } = scene();
    await shelf.use(url, async ({ sources }) => sources.get('farmland')!.open());
    await serve(106.0075, ['layer']);
    expect(await check()).toBe('failed');
    expect(await check()).toBe('failed');
    const { checks } = told;
    await serve(106.0075, ['layer', 'catalog']);
    expect(await check()).toBeCloseTo(0.75, 5);
    expect(told.checks).toBeLessThanOrEqual(checks + 2);
  });

  it('a failed check on an unchanged catalog is not done twice', async () => {
    const { told, check } = scene();
    await serve(106.0075, ['layer']);
    expect(await check()).toBe('failed');
    expect(told).toEqual({ reopened: 0, checks: 1 });
  });

  it('one that cannot be loaded is tried again', async () => {
    const { check } = scene();
    const catalog = served.get('/catalog.json')!;
    served.set('/catalog.json', { ...catalog, bytes: new Uint8Array([123]) });
    await expect(check()).rejects.toMatchObject({ code: 'catalog-json' });
    served.set('/catalog.json', catalog);
    expect(await check()).toBeCloseTo(0.5, 5);
  });
});
