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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SourceOpener, sourceOpener } from '../../src/cli/sources/open-tables.ts';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import type { SourceFeature } from '../../src/files/sources/source-table.ts';
import { planeArea } from '../../src/geometry/plane-area.ts';
import { zipOf } from '../bytes/zip-builder.ts';

/** Files written by native GDAL, read through gdal3.js and our own readers (tests/cases/layers). */
const CASES = join(import.meta.dirname, '../cases/layers');
/** As made there: m² in the plane, by hand. */
const AREAS = [110_000, 60_000, 8_000];

let work: string;
let opener: SourceOpener;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-开 表-'));
  opener = sourceOpener(work);
});
afterAll(() => {
  opener.close();
  rmSync(work, { recursive: true, force: true });
});

const open = (path: string, kind: LayerKind = 'permanent-basic-farmland', more: object = {}) =>
  opener.open(path, {
    work,
    kind,
    table: null,
    encoding: null,
    onConvert: () => {},
    signal: new AbortController().signal,
    ...more,
  });

async function featuresOf(table: Awaited<ReturnType<typeof open>>): Promise<SourceFeature[]> {
  const features: SourceFeature[] = [];
  for await (const batch of table.batches()) features.push(...batch);
  return features;
}
const rounded = (features: readonly SourceFeature[]): number[] =>
  features.map(({ polygons }) => Math.round(planeArea(polygons)));

describe('a large source', () => {
  /** Stands in for `ogr2ogr`: notes how it was called and hands out a file converted beforehand. */
  const standIn = (folder: string, converted: string): void => {
    const script = [
      '#!/bin/sh',
      `echo "$@" >> "${folder}/calls"`,
      '[ "$1" = --version ] && exit 0',
      `for a in "$@"; do case "$a" in *native-*.fgb) cp "${converted}" "$a";; esac; done`,
    ];
    writeFileSync(join(folder, 'ogr2ogr'), `${script.join('\n')}\n`, { mode: 0o755 });
  };
  const withPath = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
    const before = process.env.PATH;
    process.env.PATH = path;
    try {
      return await act();
    } finally {
      process.env.PATH = before;
    }
  };
  const source = join(CASES, 'shp-utf8-bare');
  const codes = (features: readonly SourceFeature[]) =>
    features.map(({ properties }) => properties.BSM);

  it('is converted by the native program from its size on; a smaller one is not', async () => {
    const own = await featuresOf(await open(source));
    const folder = mkdtempSync(join(work, 'native-'));
    const converted = join(folder, 'converted');
    const few = {
      name: 'few',
      columns: [{ name: 'BSM', type: 'string' }] as const,
      crs: 4490 as const,
      index: true as const,
      geometryType: 'MultiPolygon' as const,
      features: own.map(({ polygons, properties }) => ({
        polygons,
        properties: { BSM: `native ${properties.BSM}` },
      })),
    };
    writeFileSync(converted, writeFlatGeobuf(few));
    standIn(folder, converted);
    const calls = (): string => {
      const path = join(folder, 'calls');
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    await withPath(`${folder}:${process.env.PATH}`, async () => {
      const below = { nativeFrom: 1024 * 1024 };
      expect(codes(await featuresOf(await open(source, undefined, below)))).toEqual(codes(own));
      expect(calls()).toBe('');
      const above = await featuresOf(await open(source, undefined, { nativeFrom: 0 }));
      expect(codes(above).toSorted()).toEqual(codes(own).map((code) => `native ${code}`));
    });
    expect(calls()).toMatch(/^--version\n-f FlatGeobuf .*native-1\.fgb .*\.shp/);
  });

  it('is read all the same where there is no such program', async () => {
    const own = await featuresOf(await open(source));
    const empty = mkdtempSync(join(work, 'nothing-'));
    const found = await withPath(empty, async () =>
      featuresOf(await open(source, undefined, { nativeFrom: 0 })),
    );
    expect(codes(found)).toEqual(codes(own));
  });
});

describe('shapefiles', () => {
  it.each([
    ['shp-gbk-bare', 'source-encoding'],
    ['shp-gbk-cpg', 'source-encoding'],
    ['shp-gbk-ldid', 'source-encoding'],
    ['shp-gbk-wrong-cpg', 'source-encoding-contradicted'],
    ['shp-utf8-bare', null],
  ])('%s: every letter and every area', async (folder, note) => {
    const table = await open(join(CASES, folder));
    const features = await featuresOf(table);
    expect(features.map(({ properties }) => properties.QSDWMC)).toEqual([
      '红寺堡镇',
      '太阳山镇',
      '联通村',
    ]);
    expect(features[0]!.properties).toMatchObject({
      BSM: '640303205100000001',
      DLMC: '水浇地',
      YJJBNTTBMJ: 110_000,
      YJJBNTMJ: 104_500,
    });
    expect(rounded(features)).toEqual(AREAS);
    expect([...features[0]!.polygons.ringEnds]).toEqual([5, 10]);
    expect([...features[1]!.polygons.polygonEnds]).toEqual([1, 2]);
    expect(table.crs?.hints?.epsg).toBe(4523);
    expect(table.notes.map(({ code }) => code)).toEqual(note === null ? [] : [note]);
  });

  it('follow --encoding', async () => {
    const table = await open(join(CASES, 'shp-gbk-wrong-cpg'), 'permanent-basic-farmland', {
      encoding: 'UTF-8',
    });
    await expect(featuresOf(table)).rejects.toMatchObject({ code: 'source-encoding-wrong' });
  });

  it('may be named by any of their parts, in capital letters', async () => {
    const folder = join(work, 'capital');
    cpSync(join(CASES, 'shp-gbk-bare'), folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      cpSync(join(folder, name), join(folder, name.toUpperCase().replace('YJJBNTBHTB', '图 斑')));
      rmSync(join(folder, name));
    }
    const table = await open(join(folder, '图 斑.SHP'));
    expect(rounded(await featuresOf(table))).toEqual(AREAS);
    expect(
      await featuresOf(await open(join(CASES, 'shp-gbk-bare', 'YJJBNTBHTB.dbf'))),
    ).toHaveLength(3);
  });

  it('without their table or index are refused by name', async () => {
    const folder = join(work, 'lacking');
    cpSync(join(CASES, 'shp-gbk-bare'), folder, { recursive: true });
    rmSync(join(folder, 'YJJBNTBHTB.dbf'));
    await expect(open(folder)).rejects.toMatchObject({
      code: 'source-part-missing',
      params: { part: '.dbf' },
    });
  });
});

describe('databases', () => {
  it('FileGDB: the table of the kind, in a folder', async () => {
    const table = await open(join(CASES, 'submission.gdb'));
    expect([table.name, table.count]).toEqual(['YJJBNTBHTB', 3]);
    expect(rounded(await featuresOf(table))).toEqual(AREAS);
    expect((await open(join(CASES, 'submission.gdb'), 'ecological-red-line')).name).toBe('STBHHX');
    expect((await open(join(CASES, 'submission.gdb'), 'land-use')).name).toBe('DLTB');
  });

  it('GeoPackage: a table by the word of the user only, where names tell nothing', async () => {
    const file = join(CASES, 'two-tables.gpkg');
    await expect(open(file)).rejects.toMatchObject({
      code: 'source-choose-table',
      params: { choices: 'north (3), south (3)' },
    });
    expect((await open(file, 'land-use', { table: 'SOUTH' })).name).toBe('south');
    await expect(open(file, 'land-use', { table: 'west' })).rejects.toMatchObject({
      code: 'source-table-missing',
    });
  });

  it('give records without geometry as such, none lost', async () => {
    const features = await featuresOf(await open(join(CASES, 'with-empty.gpkg')));
    expect(rounded(features)).toEqual([110_000, 0, 8_000]);
    expect(features[1]!.properties.BSM).toBe('640303205100000002');
  });

  it('give arcs as chords that keep the area', async () => {
    const [disc] = await featuresOf(await open(join(CASES, 'arcs.gpkg')));
    // 4-degree steps (GDAL's default): 90 chords are 0.08 % less than the circle of 100 m
    expect(planeArea(disc!.polygons) / (Math.PI * 100 ** 2)).toBeCloseTo(0.9992, 4);
  });
});

describe('archives and folders', () => {
  const gbk: Record<string, readonly number[]> = { 图: [0xcd, 0xbc], 层: [0xb2, 0xe3] };
  const asGbk = (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((letter) => gbk[letter] ?? [letter.charCodeAt(0)]));

  it('a zip with GBK names in a folder of its own', async () => {
    const from = join(CASES, 'shp-gbk-bare');
    const files = readdirSync(from).map((name) => ({
      name: asGbk(`图层/${name.replace('YJJBNTBHTB', '图')}`),
      bytes: new Uint8Array(readFileSync(join(from, name))),
    }));
    const zip = join(work, '提交.zip');
    writeFileSync(zip, zipOf([...files, { name: asGbk('readme.txt'), bytes: new Uint8Array(3) }]));
    const table = await open(zip);
    expect(table.file).toBe('图.shp');
    expect(rounded(await featuresOf(table))).toEqual(AREAS);
  });

  it('a zip of a FileGDB', async () => {
    const from = join(CASES, 'submission.gdb');
    const files = readdirSync(from).map((name) => ({
      name: new TextEncoder().encode(`640303红寺堡区.gdb/${name}`),
      bytes: new Uint8Array(readFileSync(join(from, name))),
      utf8Flag: true,
    }));
    writeFileSync(join(work, 'gdb.zip'), zipOf(files));
    expect(rounded(await featuresOf(await open(join(work, 'gdb.zip'))))).toEqual(AREAS);
  });

  it('nothing leaves the folder it is unpacked to', async () => {
    const name = new TextEncoder().encode('../../outside.shp');
    writeFileSync(join(work, 'evil.zip'), zipOf([{ name, bytes: new Uint8Array(9) }]));
    await expect(open(join(work, 'evil.zip'))).rejects.toMatchObject({ code: 'source-unreadable' });
  });

  it('a folder of several kinds: the one whose name is a code', async () => {
    const folder = join(work, 'mixed', 'deep');
    cpSync(join(CASES, 'shp-utf8-bare'), folder, { recursive: true });
    cpSync(join(CASES, 'red-line-survey.geojson'), join(work, 'mixed', 'STBHHX.geojson'));
    expect((await open(join(work, 'mixed'))).file).toBe('YJJBNTBHTB.shp');
    expect((await open(join(work, 'mixed'), 'ecological-red-line')).file).toBe('STBHHX.geojson');
  });

  it('what is nothing of the kind is said to be', async () => {
    mkdirSync(join(work, 'empty'));
    writeFileSync(join(work, 'a.docx'), 'hello');
    writeFileSync(
      join(work, 'cut.shp'),
      readFileSync(join(CASES, 'shp-gbk-bare/YJJBNTBHTB.shp')).subarray(0, 50),
    );
    writeFileSync(join(work, 'nothing.zip'), zipOf([]));
    const codes = await Promise.all(
      ['empty', 'a.docx', 'cut.shp', 'nothing.zip', 'not-there.gdb'].map((name) =>
        open(join(work, name)).then(
          () => 'no error',
          (error) => error.code,
        ),
      ),
    );
    expect(codes).toEqual([
      'source-empty-folder',
      'source-format',
      'source-part-missing',
      'source-empty-folder',
      'source-missing',
    ]);
  });

  it('a damaged shapefile is an error with the words of GDAL', async () => {
    const folder = join(work, 'damaged');
    cpSync(join(CASES, 'shp-gbk-bare'), folder, { recursive: true });
    const shp = join(folder, 'YJJBNTBHTB.shp');
    writeFileSync(shp, readFileSync(shp).subarray(0, 300));
    const outcome = await open(folder)
      .then(featuresOf)
      .then(
        (features) => features.filter(({ polygons }) => polygons.xy.length === 0).length,
        (error) => error.code,
      );
    expect(outcome).toBe('source-gdal');
  });
});

describe('breaking off', () => {
  it('ends a conversion at once, and later questions are answered again', async () => {
    const controller = new AbortController();
    const opening = open(join(CASES, 'submission.gdb'), 'land-use', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 1);
    await expect(opening).rejects.toThrow('enough');
    expect((await open(join(CASES, 'submission.gdb'), 'land-use')).count).toBe(3);
  });
});
