import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../src/check/held-layer.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { Note } from '../../src/domain/note.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { type CatalogHandle, checkToReport } from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { wordsFor } from '../../src/job/words.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';
import { pack, square, testProject } from '../check/build.ts';
import { catalogOf } from '../files/cold-check.ts';
import { entryOf, sampleFeatures, sampleFile } from '../files/sample-layer.ts';

/** A layer of squares, some with holes and some of two parts, and its index as `layers build` stores it. */
const COUNT = 300;
const layer = sampleFile(COUNT);
const folder = mkdtempSync(join(tmpdir(), 'sanxian-edges-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
let entry: CatalogLayer;
let index: LayerIndex;
let good: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const coverage = { type: 'MultiPolygon', coordinates: square(100, 30, 110, 45) };
  entry = await entryOf(layer, { coverage: coverage as CatalogLayer['coverage'] });
  writeFileSync(join(folder, entry.file), layer);
  // in the order of the file, which is not that in which the features were made
  const source = openCatalog(
    catalogOf(entry),
    'c.json',
    () => file(entry.file),
    'full',
  ).sources.get(entry.id)!;
  await source.open();
  const shapes = [];
  for await (const feature of source.featuresIn([-180, -90, 180, 90]))
    shapes.push(feature.polygons);
  index = buildLayerIndex(shapes);
  good = writeEdgeIndex(index, sha256(layer));
});

const file = (name: string) => fileSource(join(folder, name));

/** The layer held for a batch, with `bytes` as its index file; `told` is what the catalog says of it. */
function shared(bytes: Uint8Array | null, told: Uint8Array = bytes ?? good) {
  rmSync(join(folder, 'farmland.edges'), { force: true });
  if (bytes) writeFileSync(join(folder, 'farmland.edges'), bytes);
  const edgeIndex = { file: 'farmland.edges', sha256: sha256(told).toString('hex') };
  const notes: Note[] = [];
  const opened = openCatalog(
    catalogOf({ ...entry, edgeIndex }),
    'c.json',
    ({ file: name }) => file(name),
    'full',
    { edgeIndex: file },
  );
  const handle = shareLayers(opened, 100, (note) => notes.push(note));
  return { handle, notes, source: handle.sources.get(entry.id)! };
}

async function digestsOf(handle: CatalogHandle): Promise<string[]> {
  const frame = {
    thresholdM2: 1,
    accuracyM: null,
    geometry: 'full',
    createdAt: '2026-11-21T08:00:00Z',
    sequence: 1,
    version: '0',
  } as const;
  const digests: string[] = [];
  let hits = 0;
  for (const at of [105.1, 105.35, 105.5, 105.72, 105.9]) {
    const project = testProject([square(at, 37.4, at + 0.1, 37.5)]);
    const report = await checkToReport(project, null, handle, pack, await loadClipper(), frame);
    hits += report.layers[0]!.hits;
    digests.push(report.digest);
  }
  expect(hits).toBeGreaterThan(10);
  return digests;
}

describe('an edge index beside its layer', () => {
  it('is used as it is, not built, and the reports are the same', async () => {
    const { handle, notes, source } = shared(good);
    await source.open();
    const found = indexOf(source)!;
    // one piece of memory, header and all: the file
    expect(found.rings.xy.byteOffset).toBe(64);
    expect(found.rings.xy.buffer.byteLength).toBe(good.length);
    expect(found.areaM2).toEqual(index.areaM2);
    expect(notes).toEqual([]);
    const without = openCatalog(catalogOf(entry), 'c.json', () => file(entry.file), 'full');
    expect(await digestsOf(handle)).toEqual(await digestsOf(without));
    expect(await digestsOf(shareLayers(without, 100))).toEqual(await digestsOf(without));
  });

  const changed = (at: number) => {
    const bytes = good.slice();
    bytes[at]! ^= 1;
    return bytes;
  };
  const ofOthers = () => {
    const features = sampleFeatures(COUNT).flatMap((feature) =>
      'polygons' in feature ? [feature.polygons] : [],
    );
    return writeEdgeIndex(buildLayerIndex(features), sha256(layer));
  };
  const cases: [string, string, () => readonly [Uint8Array | null, Uint8Array?]][] = [
    ['that is not there', 'missing', () => [null]],
    ['damaged among its vertices', 'sha256', () => [changed(64 + 800), good]],
    ['damaged at its end', 'sha256', () => [changed(good.length - 1), good]],
    ['cut short', 'sha256', () => [good.subarray(0, good.length - 8), good]],
    ['cut short, the catalog with it', 'length', () => [good.subarray(0, good.length - 8)]],
    ['empty, the catalog with it', 'length', () => [new Uint8Array(0)]],
    ['of another version', 'version', () => [changed(4)]],
    ['that is no index', 'magic', () => [layer]],
    ['of another layer file', 'layer', () => [writeEdgeIndex(index, sha256(good))]],
    ['with a moved vertex, the catalog with it', 'features', () => [changed(64 + 800)]],
    [
      'of a part of the features',
      'features',
      () => [writeEdgeIndex(buildLayerIndex([toFlat(square(105, 37, 106, 38))]), sha256(layer))],
    ],
  ];
  it.each(cases)('one %s is not used, and that is said: %s', async (_, why, make) => {
    const { handle, notes, source } = shared(...make());
    await source.open();
    const found = indexOf(source)!;
    expect(found.areaM2).toEqual(index.areaM2);
    expect(found.rings.xy.byteOffset).not.toBe(64);
    expect(notes).toEqual([
      {
        code: 'edge-index-unused',
        severity: 'warning',
        params: { layer: 'farmland', file: 'farmland.edges', why },
      },
    ]);
    const { zh, en } = wordsFor(notes[0]!.code, notes[0]!.params);
    expect(zh).toContain('farmland.edges');
    expect(en).not.toContain(`(${why})`);
    const without = openCatalog(catalogOf(entry), 'c.json', () => file(entry.file), 'full');
    expect(await digestsOf(handle)).toEqual(await digestsOf(without));
  });

  it('in another order than the file is not used', async () => {
    const { notes, source } = shared(ofOthers());
    await source.open();
    expect(indexOf(source)!.areaM2).toEqual(index.areaM2);
    expect(notes.map(({ params }) => params.why)).toEqual(['features']);
  });

  it('outside of the catalog folder is refused with the catalog', () => {
    const edgeIndex = { file: '../farmland.edges', sha256: '0'.repeat(64) };
    expect(() =>
      openCatalog(catalogOf({ ...entry, edgeIndex }), 'c.json', () => file(entry.file), 'full'),
    ).toThrow('catalog-file');
  });
});
