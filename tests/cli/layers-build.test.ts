import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Catalog, CatalogLayer } from '../../src/domain/catalog.ts';
import { parseCatalog } from '../../src/files/catalog.ts';
import { packageRoot, run } from './fake-io.ts';

const CASES = join(packageRoot, 'tests/cases/layers');
const COUNTY = ['--coverage', '640303'];

let work: string;
let out: string;
let number = 0;
let temporary: string | undefined;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-build-test-'));
  temporary = process.env.TMPDIR;
  mkdirSync(join(work, 'tmp'));
  process.env.TMPDIR = join(work, 'tmp');
});
afterAll(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  out = join(work, `图 层 ${++number}`);
});

const build = (source: string, kind: string, ...more: string[]) =>
  run([
    'layers',
    'build',
    ...source.split('|').map((one) => join(CASES, one)),
    '--kind',
    kind,
    '--out',
    out,
    ...more,
  ]);
const farmland = (source: string, ...more: string[]) =>
  build(source, 'permanent-basic-farmland', ...more);
const catalog = (): Catalog =>
  parseCatalog(new Uint8Array(readFileSync(join(out, 'catalog.json'))), 'catalog.json');
const current = (kind: string): CatalogLayer =>
  catalog().layers.find((layer) => layer.kind === kind && layer.role === 'current')!;
const leftInTmp = (): string[] => readdirSync(join(work, 'tmp'));

describe('layers build', () => {
  it('makes a layer that verifies, with its columns in their roles', async () => {
    const built = await farmland(
      'shp-gbk-bare',
      ...COUNTY,
      '--owner',
      '示例单位（虚构数据）',
      '--edition',
      '2025-12',
      '--approval',
      '示例文号',
      '--security',
      '内部',
      '--accuracy',
      '0.3',
      '--title',
      '示例图层',
    );
    expect(built.exit).toBe(0);
    expect(built.out).toContain('3 个图斑');
    expect(built.err).toContain('GB18030');
    expect(current('permanent-basic-farmland')).toMatchObject({
      id: 'permanent-basic-farmland',
      title: { zh: '示例图层' },
      features: 3,
      owner: '示例单位（虚构数据）',
      edition: '2025-12',
      approval: '示例文号',
      security: 'internal',
      accuracyM: 0.3,
      overlapsItself: false,
      coverage: { type: 'Polygon' },
      fields: { featureId: 'YJJBNTTBBH', graphicArea: 'YJJBNTTBMJ', netArea: 'YJJBNTMJ' },
    });
    expect((await run(['layers', 'verify', out])).exit).toBe(0);
    expect(leftInTmp()).toEqual([]);
  });

  it('makes one catalog of several kinds, and one layer of several files', async () => {
    await farmland('submission.gdb|farmland.geojson|farmland.geojson', ...COUNTY);
    const red = await build(
      'red-line-survey.geojson',
      'ecological-red-line',
      '--coverage',
      join(CASES, 'red-line-planning.geojson'),
      '--format',
      'json',
    );
    expect(red.exit).toBe(0);
    const said = JSON.parse(red.out);
    expect(said).toMatchObject({
      id: 'ecological-red-line',
      counts: { total: 3 },
      fields: { graphicArea: 'QYMJ_M2' },
      sources: [{ file: 'red-line-survey.geojson', records: 3, epsg: 4523 }],
    });
    // three parcels, one of two parts
    expect(said.entry.coverage.coordinates).toHaveLength(4);
    expect(current('permanent-basic-farmland').features).toBe(9);
    // the same parcels thrice
    expect(current('permanent-basic-farmland').overlapsItself).toBe(true);
    expect((await run(['layers', 'verify', out])).exit).toBe(0);
  });

  it('keeps the former edition, which restore puts back', async () => {
    await farmland('farmland.geojson', ...COUNTY, '--edition', '2025-06', '--owner', '甲');
    const first = current('permanent-basic-farmland');
    const again = await farmland('arcs.gpkg', ...COUNTY, '--edition', '2025-12');
    expect(again.out).toContain('2025-06');
    expect(current('permanent-basic-farmland')).toMatchObject({
      edition: '2025-12',
      features: 1,
      owner: '甲',
    });
    const restored = await run([
      'layers',
      'restore',
      join(out, 'catalog.json'),
      '--id',
      'permanent-basic-farmland',
      '--edition',
      '2025-06',
    ]);
    expect(restored.exit).toBe(0);
    expect(restored.out).toContain('2025-06');
    expect(current('permanent-basic-farmland').sha256).toBe(first.sha256);
    expect(
      (
        await run([
          'layers',
          'restore',
          out,
          '--id',
          'permanent-basic-farmland',
          '--edition',
          '1999-01',
        ])
      ).exit,
    ).toBe(2);
    expect((await run(['layers', 'verify', out])).exit).toBe(0);
  });

  it('renews one county', async () => {
    await farmland('farmland.geojson', ...COUNTY);
    const renewed = await farmland(
      'with-empty.gpkg',
      ...COUNTY,
      '--replace-where',
      'XZQDM=640303',
      '--lang',
      'en',
    );
    expect(renewed.exit).toBe(1);
    expect(renewed.out).toContain('0 features kept, 3 replaced, 2 read');
    expect(renewed.err).toContain('00002');
  });

  it('says what would happen and writes nothing', async () => {
    const dry = await farmland('farmland.geojson', ...COUNTY, '--dry-run');
    expect(dry.exit).toBe(0);
    expect(dry.out).toMatch(/试运行.*3 个图斑/);
    expect(existsSync(out)).toBe(false);
    expect(leftInTmp()).toEqual([]);
  });

  it('draws progress on a terminal only', async () => {
    const args = [
      'layers',
      'build',
      join(CASES, 'farmland.geojson'),
      '--kind',
      'cultivated-land',
      ...COUNTY,
      '--out',
      out,
    ];
    expect((await run(args)).err).not.toContain('\r');
    expect((await run(args, { tty: true })).err).toContain('\r');
    expect((await run([...args, '--quiet'], { tty: true })).err).toBe('');
  });

  it('leaves records without shape out loudly', async () => {
    const built = await farmland('with-empty.gpkg', ...COUNTY);
    expect(built.exit).toBe(1);
    expect(built.err).toContain('1 条记录没有图形');
  });
});

describe('coverage', () => {
  it('is required of a control layer; a box is never taken for it', async () => {
    const built = await farmland('farmland.geojson');
    expect(built.exit).toBe(2);
    expect(built.err).toContain('--coverage');
    expect(existsSync(out)).toBe(false);
  });

  it('by code comes from the catalog in --out first, else from the demonstration, which is said', async () => {
    const demo = await farmland('farmland.geojson', ...COUNTY);
    expect(demo.err).toContain('不是真实界线');
    const areas = join(work, 'areas.geojson');
    const square = [
      [
        [106, 37.4],
        [106.2, 37.4],
        [106.2, 37.5],
        [106, 37.5],
        [106, 37.4],
      ],
    ];
    writeFileSync(
      areas,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { XZQDM: '640303', XZQMC: '示例' },
            geometry: { type: 'Polygon', coordinates: square },
          },
        ],
      }),
    );
    await run(['layers', 'build', areas, '--kind', 'administrative-area', '--out', out]);
    const own = await farmland('farmland.geojson', ...COUNTY);
    expect(own.err).not.toContain('不是真实界线');
    expect(current('permanent-basic-farmland').coverage).toEqual({
      type: 'Polygon',
      coordinates: square,
    });
  });

  it('by the code of a city or province is that of its counties together', async () => {
    expect((await farmland('farmland.geojson', '--coverage', '6403')).exit).toBe(0);
    const { coverage } = current('permanent-basic-farmland');
    expect((await farmland('farmland.geojson', '--coverage', '640300')).exit).toBe(0);
    expect(current('permanent-basic-farmland').coverage).toEqual(coverage);
  });

  it('that does not exist or is no area is refused', async () => {
    const unknown = await farmland('farmland.geojson', '--coverage', '110101');
    expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining('640303')]);
    expect((await farmland('farmland.geojson', '--coverage', 'nowhere.shp')).exit).toBe(2);
    const bow = join(work, 'bow.geojson');
    const tie = [
      [
        [106, 37],
        [107, 38],
        [107, 37],
        [106, 38],
        [106, 37],
      ],
    ];
    writeFileSync(
      bow,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: tie } },
        ],
      }),
    );
    const crossed = await farmland('farmland.geojson', '--coverage', bow);
    expect([crossed.exit, crossed.err]).toEqual([2, expect.stringContaining('self-cross')]);
  });
});

describe('wrong use', () => {
  it.each([
    [['--kind', 'farmland'], '永久基本农田'],
    [['--security', 'top'], '--security'],
    [['--accuracy', '-1'], '--accuracy'],
    [['--field', 'featureId'], 'featureId=BSM'],
    [['--field', 'featureId=NOPE'], 'YJJBNTTBBH'],
    [['--field', 'number=BSM'], 'featureId'],
    [['--crs', '4523x'], '--crs'],
    [['--crs', 'EPSG:2359'], '西安'],
    [['--encoding', 'BIG5'], 'GB18030'],
    [['--replace-where', 'XZQDM'], '--replace-where'],
    [['--replace-where', 'XZQDM=640303'], '--replace-where'],
    [['--format', 'xml'], '--format'],
    [['--region', 'north'], '--region'],
    [['--id', '../up'], '../up'],
  ])('%j is exit 2 and says how to get on', async (options, word) => {
    const built = await farmland('farmland.geojson', ...COUNTY, ...options);
    expect([built.exit, built.err]).toEqual([2, expect.stringContaining(word)]);
    expect(built.out).toBe('');
    expect(existsSync(join(out, 'catalog.json'))).toBe(false);
    expect(leftInTmp()).toEqual([]);
  });

  it.each([
    ['shp-no-prj', '--crs'],
    ['shp-local', 'EPSG:4490'],
    ['shp-xian80', '西安'],
    ['two-tables.gpkg', '--table'],
  ])('%s is refused with the way out', async (source, word) => {
    const built = await farmland(source, ...COUNTY);
    expect([built.exit, built.err]).toEqual([2, expect.stringContaining(word)]);
  });

  it('the way out works', async () => {
    expect((await farmland('shp-no-prj', ...COUNTY, '--crs', 'EPSG:4523')).exit).toBe(0);
    const { extent } = current('permanent-basic-farmland');
    expect(extent[3]).toBe(37.434840917);
    expect((await farmland('two-tables.gpkg', ...COUNTY, '--table', 'north')).exit).toBe(0);
  });
});

describe('breaking off', () => {
  it('leaves the old layer and no rubbish, whenever it comes', async () => {
    await farmland('farmland.geojson', ...COUNTY);
    const before = catalog();
    const files = readdirSync(out, { recursive: true }).map(String).sort();
    const source = join(work, 'copy.gdb');
    cpSync(join(CASES, 'submission.gdb'), source, { recursive: true });
    const args = [
      'layers',
      'build',
      source,
      '--kind',
      'permanent-basic-farmland',
      ...COUNTY,
      '--out',
      out,
    ];
    for (const after of [0, 20, 200, 800]) {
      const controller = new AbortController();
      const quiet = { write: () => {}, isTTY: false };
      const timer = setTimeout(() => controller.abort(), after);
      const io = {
        cwd: work,
        packageRoot,
        version: '0.1.0',
        stdout: quiet,
        stderr: quiet,
        now: () => new Date('2026-11-21T08:00:00Z'),
        signal: controller.signal,
        runCheck: async function* () {},
      };
      const outcome = await main(args, io).catch((error: unknown) => error);
      clearTimeout(timer);
      if (outcome === 0) break; // quicker than that: what follows is no longer an interrupted run
      expect(controller.signal.aborted).toBe(true);
      expect(catalog()).toEqual(before);
      expect(readdirSync(out, { recursive: true }).map(String).sort()).toEqual(files);
      expect(leftInTmp()).toEqual([]);
    }
  });
});
