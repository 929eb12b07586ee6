import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { type Polygon, toFlat } from '../../src/geometry/shapes.ts';
import { entryOf } from '../files/sample-layer.ts';
import { run } from './fake-io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-layers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sides in degrees; 0.25 and so on are exact in binary. */
const square = (x: number, y: number, side = 0.25): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const BOW_TIE: Polygon = [
  [
    [106, 37],
    [106.25, 37.25],
    [106.25, 37],
    [106, 37.25],
    [106, 37],
  ],
];

/** Writes a layer of farmland with its catalog; returns what `verify` and `inspect` say of it. */
async function looked(polygons: readonly Polygon[], overlapsItself: boolean) {
  const bytes = writeFlatGeobuf({
    name: 'farmland',
    columns: [{ name: 'BSM', type: 'string' }],
    crs: 4490,
    features: polygons.map((one, i) => ({ polygons: toFlat([one]), properties: { BSM: `${i}` } })),
    index: true,
    geometryType: 'MultiPolygon',
  });
  writeFileSync(join(folder, 'farmland.fgb'), bytes);
  const entry = await entryOf(bytes, { overlapsItself });
  const catalog = {
    schema: 'sanxian/catalog@1',
    title: { zh: '试', en: 'test' },
    region: '640303',
    synthetic: true,
    policy: 'nx-2023-63',
    layers: [entry],
  };
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  return {
    verify: await run(['layers', 'verify', 'catalog.json'], { cwd: folder }),
    inspect: await run(['layers', 'inspect', 'farmland.fgb'], { cwd: folder }),
  };
}

describe('layers verify', () => {
  it('accepts neighbours that share an edge', async () => {
    const { verify } = await looked([[square(106, 37)], [square(106.25, 37)]], false);
    expect(verify.out).toContain('2 个图斑，校验通过');
    expect(verify.exit).toBe(0);
  });

  it('reports a ring that crosses itself, with its file and feature', async () => {
    const { verify } = await looked([BOW_TIE], true);
    expect(verify.exit).toBe(1);
    expect(verify.out).toContain(
      '✗ 图层文件 farmland.fgb 的序号为 0 的要素（自 0 起）几何有误：环自相交（106.125, 37.125）；共 1 个要素有误。',
    );
  });

  it('reports a hole outside its polygon', async () => {
    const { verify } = await looked([[square(106, 37), square(107, 37)]], true);
    expect(verify.out).toContain('孔洞在外环之外');
    expect(verify.exit).toBe(1);
  });

  it('tests the promise that features do not overlap', async () => {
    const crossing: Polygon[] = [[square(106, 37)], [square(106.125, 37.125)]];
    const { verify } = await looked(crossing, false);
    expect(verify.exit).toBe(1);
    expect(verify.out).toMatch(
      /overlapsItself: false.*序号为 0 与 1 的要素（自 0 起）重叠 [\d.]+ m²/,
    );
    expect((await looked(crossing, true)).verify.exit).toBe(0);
  });

  it('finds a feature that lies within another one, and the same one twice', async () => {
    const within: Polygon[] = [[square(106, 37)], [square(106.0625, 37.0625, 0.125)]];
    expect((await looked(within, false)).verify.exit).toBe(1);
    expect((await looked([[square(106, 37)], [square(106, 37)]], false)).verify.exit).toBe(1);
  });
});

describe('layers inspect', () => {
  it('says the defects of each feature', async () => {
    const { inspect } = await looked([BOW_TIE], true);
    expect(JSON.parse(inspect.out)).toMatchObject({
      features: 1,
      defects: [{ feature: 0, kind: 'self-cross', ring: 0, at: [106.125, 37.125] }],
    });
    expect(inspect.exit).toBe(1);
  });

  it('says that there are none', async () => {
    const { inspect } = await looked([[square(106, 37)]], true);
    expect(JSON.parse(inspect.out).defects).toEqual([]);
    expect(inspect.exit).toBe(0);
  });
});
