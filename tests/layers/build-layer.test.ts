import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { folderStore } from '../../src/cli/folder-store.ts';
import { catalogSchema } from '../../src/domain/catalog.ts';
import { layerQualityDocumentSchema } from '../../src/domain/layer-quality.ts';
import { GeometryType } from '../../src/files/flatgeobuf/format.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { buildLayer } from '../../src/layers/build-layer.ts';
import { flatGeobufStream, recordsOf } from '../../src/layers/flatgeobuf-stream.ts';
import { restoreLayer } from '../../src/layers/restore-layer.ts';
import {
  COLUMNS,
  COVERAGE,
  filesBelow,
  request,
  scratchFolder,
  squares,
  streamOf,
} from './build-help.ts';

const ID = 'permanent-basic-farmland';
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function catalogIn(folder: string) {
  return catalogSchema.parse(JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8')));
}

/** Identifiers and first vertices of the features of a layer file. */
async function contentOf(folder: string, file: string): Promise<string[]> {
  const { allFeatures } = await openFlatGeobuf(fileSource(join(folder, file)));
  const found: string[] = [];
  for await (const { geometry, properties } of allFeatures()) {
    const xy = 'polygons' in geometry ? geometry.polygons.xy : [];
    found.push(`${properties.BSM} ${[...xy].join(' ')}`);
  }
  return found.sort();
}

describe('building a layer into an empty folder', () => {
  it('writes the layer, then a catalog that a check accepts', async () => {
    const folder = join(await scratchFolder(), '新 图层');
    const result = await buildLayer(request(), { store: folderStore(folder) });
    expect(result.entry).toMatchObject({
      id: ID,
      kind: ID,
      role: 'current',
      title: { zh: '永久基本农田' },
      file: `editions/${ID}/2025-12/${ID}.fgb`,
      features: 19,
      edition: '2025-12',
      owner: '示例单位（虚构数据）',
      security: 'internal',
      accuracyM: 0.5,
      crs: 'EPSG:4490',
      coverage: COVERAGE,
      overlapsItself: false,
      fields: { featureId: 'BSM', county: 'XZQDM' },
    });
    expect(result.counts).toEqual({ read: 19, kept: 0, replaced: 0, total: 19 });
    expect(result.former).toBeNull();
    const { layers, synthetic } = await catalogIn(folder);
    expect(layers).toEqual([result.entry]);
    expect(synthetic).toBe(false);
    const entry = layers[0]!;
    const bytes = await readFile(join(folder, entry.file));
    expect(sha(bytes)).toBe(entry.sha256);
    expect(bytes.length).toBe(entry.bytes);
    // 19 squares of 0.001° from 106° on, 0.002° apart
    expect(entry.extent[0]).toBe(106);
    expect(entry.extent[2]).toBeCloseTo(106.037, 9);
    const layer = openLayerSource(entry, fileSource(join(folder, entry.file)), {
      integrity: 'full',
    });
    expect(await layer.open()).toEqual({ integrity: 'full' });
    expect(await filesBelow(folder)).toEqual([
      'catalog.json',
      `editions/${ID}/2025-12/${ID}.edges`,
      `editions/${ID}/2025-12/${ID}.fgb`,
      `editions/${ID}/2025-12/quality.geojson`,
      `editions/${ID}/2025-12/quality.json`,
    ]);
    const quality = JSON.parse(
      await readFile(join(folder, `editions/${ID}/2025-12/quality.json`), 'utf8'),
    );
    expect(layerQualityDocumentSchema.parse(quality)).toEqual(result.quality);
  });

  it('says with --dry-run what would be, and touches nothing', async () => {
    const folder = join(await scratchFolder(), 'none');
    const store = folderStore(folder);
    const dry = await buildLayer(request({ dryRun: true }), { store });
    await expect(filesBelow(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    const { entry, ...wet } = await buildLayer(request(), { store });
    expect(dry).toEqual({ ...wet, entry: null, catalog: null, quality: null });
    expect(entry!.bytes).toBe(dry.bytes);
  });

  it('writes a PMTiles file beside the layer where it is asked for', async () => {
    const folder = await scratchFolder();
    await buildLayer(request({ pmtiles: true }), { store: folderStore(folder) });
    const file = await readFile(join(folder, `editions/${ID}/2025-12/${ID}.pmtiles`));
    expect(file.subarray(0, 8).toString('latin1')).toBe('PMTiles\u0003');
  });

  it('says that features overlap where they do', async () => {
    const folder = await scratchFolder();
    const twice = [...squares({ '640302': 6 }), ...squares({ '640303': 1 })];
    const { entry } = await buildLayer(request({ streams: [streamOf(twice)] }), {
      store: folderStore(folder),
    });
    expect(entry!.overlapsItself).toBe(true);
  });

  it('holds a layer without features: with coverage that is a real nothing', async () => {
    const folder = await scratchFolder();
    const { entry } = await buildLayer(request({ streams: [streamOf([])] }), {
      store: folderStore(folder),
    });
    expect(entry).toMatchObject({ features: 0, extent: [0, 0, 0, 0] });
    const layer = openLayerSource(entry!, fileSource(join(folder, entry!.file)), {
      integrity: 'full',
    });
    expect(await layer.open()).toEqual({ integrity: 'full' });
  });

  it('joins several sources, columns and geometry types', async () => {
    const folder = await scratchFolder();
    const b = streamOf(squares({ '640304': 3 }, 'b', 38.5), {
      name: 'b.gpkg',
      geometryType: 'MultiPolygon',
      columns: [
        { name: 'BSM', type: 'string' },
        { name: 'XZQDM', type: 'string' },
        { name: 'YJJBNTTBMJ', type: 'int' },
        { name: 'BZ', type: 'string' },
      ],
    });
    const { entry } = await buildLayer(request({ streams: [...request().streams, b] }), {
      store: folderStore(folder),
    });
    const { header } = await openFlatGeobuf(fileSource(join(folder, entry!.file)));
    expect(header.features).toBe(22);
    expect(header.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'BSM string',
      'XZQDM string',
      'YJJBNTTBMJ double',
      'BZ string',
    ]);
  });
});

describe('building a layer again', () => {
  it('keeps the former edition, which can be put back, and back again', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    const first = await buildLayer(request(), { store });
    const newer = request({
      edition: '2026-06',
      streams: [streamOf(squares({ '640302': 30 }, 'n'))],
    });
    const second = await buildLayer(newer, { store });
    expect(second.former).toEqual({ ...first.entry, id: `${ID}@2025-12`, role: 'reference' });
    expect(second.counts.replaced).toBe(19);
    const { layers } = await catalogIn(folder);
    expect(layers.map(({ id, role, features }) => [id, role, features])).toEqual([
      [ID, 'current', 30],
      [`${ID}@2025-12`, 'reference', 19],
    ]);

    const back = await restoreLayer({ id: ID, edition: '2025-12' }, { store });
    expect(back.entry).toEqual(first.entry);
    expect(back.former).toEqual({ ...second.entry, id: `${ID}@2026-06`, role: 'reference' });
    await restoreLayer({ id: ID, edition: '2026-06' }, { store });
    expect(await catalogIn(folder)).toEqual(second.catalog);
  });

  it('keeps both of two editions of one name', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    for (const count of [3, 4, 5]) {
      await buildLayer(request({ streams: [streamOf(squares({ '640302': count }))] }), { store });
    }
    const { layers } = await catalogIn(folder);
    expect(layers.map(({ id, features }) => [id, features])).toEqual([
      [ID, 5],
      [`${ID}@2025-12`, 3],
      [`${ID}@2025-12.2`, 4],
    ]);
    expect(new Set(layers.map(({ file }) => file)).size).toBe(3);
    await restoreLayer({ id: ID, edition: '2025-12.2' }, { store });
    expect((await catalogIn(folder)).layers[0]).toMatchObject({ id: ID, features: 4 });
  });

  it('refuses to put back an edition whose file was changed, and one that is not there', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    const first = await buildLayer(request(), { store });
    await buildLayer(request({ edition: '2026-06' }), { store });
    await expect(restoreLayer({ id: ID, edition: '2024' }, { store })).rejects.toMatchObject({
      code: 'restore-no-edition',
      params: { choices: '2025-12' },
    });
    const path = join(folder, first.entry!.file);
    const bytes = await readFile(path);
    bytes[bytes.length - 9]! ^= 1;
    await writeFile(path, bytes);
    const was = await readFile(join(folder, 'catalog.json'));
    await expect(restoreLayer({ id: ID, edition: '2025-12' }, { store })).rejects.toMatchObject({
      code: 'layer-sha256',
      params: { file: first.entry!.file },
    });
    expect(await readFile(join(folder, 'catalog.json'))).toEqual(was);
  });

  it('moves an edition that lies beside the catalog below editions/, and keeps all other entries', async () => {
    const folder = await scratchFolder();
    const given = join(import.meta.dirname, '../../layers');
    const demo = JSON.parse(await readFile(join(given, 'catalog.json'), 'utf8'));
    demo.layers = demo.layers.filter(({ kind }: { kind: string }) => /red-line|blue/.test(kind));
    demo.layers[1].remark = '本版本不认识的字段';
    demo.note = { more: [1, 2.5] };
    for (const { file } of demo.layers) await copyFile(join(given, file), join(folder, file));
    await writeFile(join(folder, 'catalog.json'), JSON.stringify(demo));
    const result = await buildLayer(
      request({ kind: 'ecological-red-line', edition: '2026', policy: 'nx-2023-63' }),
      { store: folderStore(folder) },
    );
    const after = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8'));
    const [entry, other, former] = after.layers;
    expect(after).toEqual({ ...demo, layers: [entry, other, former] });
    expect(other).toEqual(demo.layers[1]);
    const home = 'editions/ecological-red-line';
    expect(former).toEqual({
      ...demo.layers[0],
      id: 'ecological-red-line@2025-12',
      role: 'reference',
      required: false,
      file: `${home}/2025-12/ecological-red-line.fgb`,
    });
    expect(entry).toMatchObject({ id: 'ecological-red-line', required: demo.layers[0].required });
    expect(sha(await readFile(join(folder, former.file)))).toBe(former.sha256);
    expect(await filesBelow(folder)).toEqual([
      'catalog.json',
      `${home}/2025-12/ecological-red-line.fgb`,
      `${home}/2026/ecological-red-line.edges`,
      `${home}/2026/ecological-red-line.fgb`,
      `${home}/2026/quality.geojson`,
      `${home}/2026/quality.json`,
      'urban-blue-line.fgb',
    ]);
    expect(result.notes.map(({ code }) => code)).toEqual(['build-synthetic']);
  });
});

describe('renewing a part of a layer', () => {
  const renewed = streamOf(squares({ '640303': 4 }, 'new', 38.5));
  const where = { column: 'XZQDM', value: '640303' };

  it('takes the old features of the county out and puts the new ones in', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    const first = await buildLayer(request(), { store });
    const ask = request({ edition: '2026-06', streams: [renewed], replaceWhere: where });
    const dry = await buildLayer({ ...ask, dryRun: true }, { store });
    const second = await buildLayer(ask, { store });
    expect(second.counts).toEqual({ read: 4, kept: 12, replaced: 7, total: 16 });
    expect([dry.counts, dry.bytes, dry.extent]).toEqual([
      second.counts,
      second.bytes,
      second.extent,
    ]);
    const before = await contentOf(folder, first.entry!.file);
    const after = await contentOf(folder, second.entry!.file);
    const kept = before.filter((line) => line.startsWith('640302'));
    expect(kept).toHaveLength(12);
    expect(after.filter((line) => line.startsWith('640302'))).toEqual(kept);
    expect(after.filter((line) => line.startsWith('640303new'))).toHaveLength(4);
    expect(second.entry!.coverage).toEqual(COVERAGE);
    expect(second.notes).toEqual([]);
  });

  it('covers the former area and the new one together', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    await buildLayer(request(), { store });
    const beside = (COVERAGE.coordinates as number[][][])[0]!.map(([x, y]) => [x! + 2, y!]);
    const { entry } = await buildLayer(
      request({
        streams: [renewed],
        replaceWhere: where,
        coverage: { type: 'Polygon', coordinates: [beside] } as typeof COVERAGE,
      }),
      { store },
    );
    // 105..107 and 107..109 meet along 107: one rectangle 105..109 x 37..39
    const [ring] = entry!.coverage!.coordinates[0] as number[][][];
    const [xs, ys] = [ring!.map(([x]) => x!), ring!.map(([, y]) => y!)];
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([105, 109]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([37, 39]);
    expect(entry!.coverage!.coordinates).toHaveLength(1);
  });

  it.each([
    [
      'a source with features of another county',
      { streams: [streamOf(squares({ '640303': 2, '640302': 1 }))] },
      'build-replace-outside',
    ],
    [
      'a column nobody has',
      { streams: [renewed], replaceWhere: { column: 'XZQ', value: '1' } },
      'build-replace-column',
    ],
    ['a layer that is not there', { id: 'other', streams: [renewed] }, 'build-replace-nothing'],
  ])('refuses %s and leaves all as it was', async (_, more, code) => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    await buildLayer(request(), { store });
    const was = await filesBelow(folder);
    const ask = request({ edition: '2026', replaceWhere: where, ...more });
    await expect(buildLayer(ask, { store })).rejects.toMatchObject({ code });
    expect(await filesBelow(folder)).toEqual(was);
  });

  it('does not carry damage over', async () => {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    const { entry } = await buildLayer(request(), { store });
    const bytes = await readFile(join(folder, entry!.file));
    bytes[bytes.length - 30]! ^= 1;
    await writeFile(join(folder, entry!.file), bytes);
    const ask = request({ streams: [renewed], replaceWhere: where });
    await expect(buildLayer(ask, { store })).rejects.toMatchObject({ code: 'layer-sha256' });
  });

  it('says so when no feature was replaced, and when longer codes stayed', async () => {
    const store = folderStore(await scratchFolder());
    const long = squares({ '640303001': 2, '640302': 1 });
    await buildLayer(request({ streams: [streamOf(long)] }), { store });
    const { notes, counts } = await buildLayer(
      request({ streams: [renewed], replaceWhere: where }),
      { store },
    );
    expect(counts).toEqual({ read: 4, kept: 3, replaced: 0, total: 7 });
    expect(notes.map(({ code, params }) => [code, params.count])).toEqual([
      ['build-replaced-none', undefined],
      ['build-replace-longer', 2],
    ]);
  });
});

describe('refusing a request', () => {
  const lost = { ...squares({ '640302': 1 })[0]!, polygons: ring(106, 38, Number.NaN, 38) };
  it.each([
    ['no coverage for a control kind', { coverage: null }, 'build-coverage'],
    ['an empty edition', { edition: ' ' }, 'build-empty'],
    ['an id that is a path', { id: '../x' }, 'build-id'],
    [
      'points for farmland',
      { streams: [streamOf([], { geometryType: 'Point' })] },
      'build-geometry',
    ],
    ['a role without column', { fields: { zone: 'GHFQMC' } }, 'build-field'],
    [
      'a vertex that is no number',
      { streams: [streamOf([...squares({ a: 6 }), lost])] },
      'build-feature',
    ],
    [
      'columns that clash',
      {
        streams: [
          streamOf([]),
          streamOf([], { columns: [{ name: 'BSM', type: 'int' }], name: 'b' }),
        ],
      },
      'build-columns-clash',
    ],
  ] as const)('%s', async (_, more, code) => {
    const folder = join(await scratchFolder(), 'out');
    const store = folderStore(folder);
    await expect(buildLayer(request(more), { store })).rejects.toMatchObject({ code });
    await expect(filesBelow(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('asks which layer is meant where a kind has several', async () => {
    const store = folderStore(await scratchFolder());
    await buildLayer(request({ id: 'a' }), { store });
    await buildLayer(request({ id: 'b' }), { store });
    await expect(buildLayer(request(), { store })).rejects.toMatchObject({
      code: 'build-which-id',
      params: { choices: 'a, b' },
    });
    const { id } = await buildLayer(request({ id: 'a', edition: '2026' }), { store });
    expect(id).toBe('a');
  });

  it('never takes a broken catalog for none', async () => {
    const folder = await scratchFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'catalog.json'), '{');
    await expect(buildLayer(request(), { store: folderStore(folder) })).rejects.toMatchObject({
      code: 'catalog-json',
    });
  });
});

/** A ring of one corner after the other, closed here. */
function ring(...xy: number[]) {
  return {
    xy: Float64Array.of(...xy, xy[0]!, xy[1]!),
    ringEnds: Uint32Array.of(xy.length / 2 + 1),
    polygonEnds: Uint32Array.of(1),
  };
}

describe('repairing on the way in', () => {
  // two triangles of 0.001° x 0.0005° each, tip to tip
  const bowTie = {
    polygons: ring(106, 39, 106.001, 39.001, 106.001, 39, 106, 39.001),
    properties: { BSM: 'tie', XZQDM: '640302', YJJBNTTBMJ: 1 },
  };
  const features = [...squares({ '640302': 7 }), bowTie];

  it.each(['features', 'records'])(
    'makes one thinkable repair, and tells it: from %s',
    async (as) => {
      const folder = await scratchFolder();
      const shape = { name: 'a', columns: COLUMNS, crs: 4490, geometryType: 'Polygon' } as const;
      const file = memorySource('a.fgb', writeFlatGeobuf({ ...shape, features, index: true }));
      const stream = as === 'records' ? await flatGeobufStream(file) : streamOf(features);
      expect(recordsOf(stream) !== null).toBe(as === 'records');
      const { entry, quality, notes } = await buildLayer(request({ streams: [stream] }), {
        store: folderStore(folder),
      });
      expect(notes).toEqual([
        { code: 'build-repaired', severity: 'warning', params: { count: 1 } },
      ]);
      const [told] = quality!.layers[0]!.checks.find(
        ({ check }) => check === 'invalid-ring',
      )!.findings;
      expect(told).toMatchObject({ repaired: true, what: 'self-cross' });
      const { header, allFeatures } = await openFlatGeobuf(fileSource(join(folder, entry!.file)));
      expect(GeometryType[header.geometryType]).toBe('MultiPolygon');
      for await (const { properties, geometry } of allFeatures()) {
        if (properties.BSM !== 'tie' || !('polygons' in geometry)) continue;
        // both triangles of the bow-tie: half of its box of 0.001° x 0.001°
        expect(geometry.polygons.polygonEnds).toHaveLength(2);
      }
      const kept = JSON.parse(
        await readFile(join(folder, `editions/${ID}/2025-12/originals.geojson`), 'utf8'),
      );
      expect(kept.features).toHaveLength(1);
      expect(kept.features[0].geometry.coordinates[0][0][1]).toEqual([106.001, 39.001]);
      // in the order of the source, or of the file that it came from
      expect(kept.features[0].properties.sanxian.source).toBe(
        as === 'records' ? 'a.fgb' : 'source.shp',
      );
    },
  );
});
