import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { httpRangeSource } from '../../src/bytes/http-range.ts';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import type { DemoFacts } from '../../src/demo/facts.ts';
import { isControlKind, type LayerKind } from '../../src/domain/kinds.ts';
import { urbanZoneOf } from '../../src/domain/zones.ts';
import { openNames } from '../../src/files/names/open-names.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { bboxOf } from '../../src/geometry/shapes.ts';
import { serveRange, startServer } from '../bytes/range-server.ts';
import { catalog, entryOf, featuresOf, layersFolder } from './layers.ts';

const facts = JSON.parse(
  readFileSync(new URL('../../data/sources/ningxia.json', import.meta.url), 'utf8'),
) as DemoFacts;
const MEGABYTE = 1_000_000;

async function areaKm2(kind: LayerKind): Promise<number> {
  const features = await featuresOf(kind);
  return features.reduce((sum, { polygons }) => sum + ellipsoidAreaM2(polygons) / 1e6, 0);
}

test('the catalog says plainly that nothing in it is real', () => {
  expect(catalog.synthetic).toBe(true);
  expect(catalog.title.zh).toBe('示例数据 非真实控制线');
  for (const layer of catalog.layers) {
    expect(layer.owner).toBe('示例单位（虚构数据）');
    expect(layer.security).toBe('internal');
    expect(layer.approval).toBeNull();
    expect(layer.title.zh).toMatch(/示例|示意/);
  }
});

test('every file is listed, weighs what the catalog says, and all together fit in 16 MB', () => {
  const files = readdirSync(layersFolder).filter((name) => name.endsWith('.fgb'));
  expect(files.sort()).toEqual(catalog.layers.map(({ file }) => file).sort());
  let total = statSync(new URL('catalog.json', layersFolder)).size;
  for (const layer of catalog.layers) {
    const bytes = new Uint8Array(readFileSync(new URL(layer.file, layersFolder)));
    expect(bytes.length, layer.file).toBe(layer.bytes);
    expect(sha256Hex(bytes), layer.file).toBe(layer.sha256);
    total += bytes.length;
  }
  expect(total).toBeLessThan(16 * MEGABYTE);
});

test('a layer of a thousand features has its file of names, listed and weighed, and no other', () => {
  const files = readdirSync(layersFolder).filter((name) => name.endsWith('.names'));
  const named = catalog.layers.filter(({ names }) => names !== undefined);
  expect(files.sort()).toEqual(named.map(({ names }) => names!.file).sort());
  expect(named.map(({ id }) => id)).toEqual(
    catalog.layers.filter(({ features }) => features >= 1000).map(({ id }) => id),
  );
  for (const { names } of named) {
    const bytes = new Uint8Array(readFileSync(new URL(names!.file, layersFolder)));
    expect([bytes.length, sha256Hex(bytes)]).toEqual([names!.bytes, names!.sha256]);
    expect(bytes.length).toBeLessThan(MEGABYTE);
  }
});

test('a parcel is found by two requests and some tens of kB, at the place the layer has it', async () => {
  const entry = entryOf('permanent-basic-farmland');
  const bytes = new Uint8Array(readFileSync(new URL(entry.names!.file, layersFolder)));
  let sent = 0;
  const server = await startServer((request, response) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')!;
    sent += Math.min(Number(to) + 1, bytes.length) - Number(from);
    serveRange(bytes, request, response);
  });
  const features = await featuresOf('permanent-basic-farmland');
  const { index, polygons, properties } = features[12_345]!;
  const names = await openNames(entry, httpRangeSource(`${server.url}/${entry.names!.file}`));
  const { hits } = await names.find(String(properties.YJJBNTTBBH), 10);
  await server.close();
  expect(hits).toMatchObject([{ field: 'code', features: 1, index }]);
  const box = bboxOf(polygons);
  hits[0]!.box.forEach((side, i) => {
    expect(side).toBeCloseTo(box[i]!, 6);
  });
  expect(server.log).toHaveLength(2);
  // 64 KiB are the first read of any file
  expect(sent).toBeLessThan(80 * 1024);
});

test('the catalog weighs what stands before the first feature', () => {
  for (const layer of catalog.layers) {
    const bytes = new Uint8Array(readFileSync(new URL(layer.file, layersFolder)));
    const header = new DataView(bytes.buffer).getUint32(8, true);
    const head = bytes.subarray(0, 12 + header + indexBytes(layer.features!));
    expect(sha256Hex(head), layer.file).toBe(layer.headSha256);
  }
});

/** The format's packed Hilbert tree: 40 bytes a node, 16 children to each, up to a single root. */
function indexBytes(features: number): number {
  let nodes = features;
  for (let level = features; level > 1; nodes += level) level = Math.ceil(level / 16);
  return nodes * 40;
}

test('control kinds say where they are complete, others do not', () => {
  for (const layer of catalog.layers) {
    expect(layer.coverage !== undefined, layer.kind).toBe(isControlKind(layer.kind));
  }
  const required = catalog.layers.filter((layer) => layer.required).map(({ kind }) => kind);
  expect(required).toEqual([
    'permanent-basic-farmland',
    'ecological-red-line',
    'nature-reserve-core',
    'urban-development-boundary',
  ]);
});

test.each(
  catalog.layers
    .filter(({ kind }) => kind !== 'base-town')
    .map((layer) => [layer.kind, layer] as const),
)('%s: counts, extent and fields are what the file holds', async (kind, layer) => {
  const features = await featuresOf(kind);
  expect(features.length).toBe(layer.features);
  const boxes = features.map(({ polygons }) => bboxOf(polygons));
  expect(layer.extent).toEqual([
    boxes.reduce((min, box) => Math.min(min, box[0]), Infinity),
    boxes.reduce((min, box) => Math.min(min, box[1]), Infinity),
    boxes.reduce((max, box) => Math.max(max, box[2]), -Infinity),
    boxes.reduce((max, box) => Math.max(max, box[3]), -Infinity),
  ]);
  for (const field of Object.values(layer.fields) as string[]) {
    for (const { properties } of features) expect(properties[field], field).toBeDefined();
  }
  const idField = layer.fields.featureId ?? null;
  if (idField === null) return;
  expect(new Set(features.map(({ properties }) => properties[idField])).size).toBe(features.length);
});

test('areas come within one percent of the known ones', async () => {
  // 1,430 万亩 of permanent farmland; 1.205 万平方千米 of red line
  expect(await areaKm2('permanent-basic-farmland')).toBeCloseTo(9_533, -2);
  expect(Math.abs((await areaKm2('permanent-basic-farmland')) / 9_533.33 - 1)).toBeLessThan(0.01);
  expect(Math.abs((await areaKm2('ecological-red-line')) / 12_050 - 1)).toBeLessThan(0.01);
});

test('the red line has fractal sides, holes and more than 70,000 vertices', async () => {
  const features = await featuresOf('ecological-red-line');
  expect(features.reduce((sum, f) => sum + f.polygons.xy.length / 2, 0)).toBeGreaterThan(70_000);
  expect(features.filter((f) => f.polygons.ringEnds.length > 1).length).toBeGreaterThan(3);
});

test('attribute areas are ellipsoidal areas of the graphic, to 0.01 m²', async () => {
  // independent of the generator's power series: the closed form of the survey's rule book
  for (const { polygons, properties } of await featuresOf('permanent-basic-farmland')) {
    const area = ellipsoidAreaM2(polygons);
    expect(Math.abs((properties.YJJBNTTBMJ as number) - area)).toBeLessThan(0.006);
    expect(properties.YJJBNTMJ as number).toBeLessThan(area);
  }
  for (const { polygons, properties } of await featuresOf('ecological-red-line')) {
    const area = ellipsoidAreaM2(polygons);
    expect(Math.abs((properties.MJ as number) - area)).toBeLessThan(0.006 + area * 1e-11);
  }
});

test('names: twelve reserves with 示意, 22 counties and 22 towns in all three sub-zones', async () => {
  for (const kind of ['nature-reserve', 'nature-reserve-core'] as const) {
    const names = (await featuresOf(kind)).map(({ properties }) => String(properties.MC));
    expect(names.length).toBe(12);
    for (const name of names) expect(name).toMatch(/（示意）$/);
  }
  const areas = await featuresOf('administrative-area');
  expect(areas.map(({ properties }) => properties.XZQDM).sort()).toEqual(
    facts.counties.map(({ code }) => code).sort(),
  );
  const urban = await featuresOf('urban-development-boundary');
  expect(new Set(urban.map(({ properties }) => properties.XZQDM)).size).toBe(22);
  expect(new Set(urban.map(({ properties }) => urbanZoneOf(properties.GHFQMC)))).toEqual(
    new Set(['concentrated', 'flexible', 'special-use']),
  );
});
