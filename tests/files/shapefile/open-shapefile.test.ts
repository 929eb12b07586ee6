import { describe, expect, it } from 'vitest';
import { type ImportAnswers, questionOf } from '../../../src/domain/import-answers.ts';
import type { CrsCandidate } from '../../../src/domain/project.ts';
import type { UserError } from '../../../src/domain/user-error.ts';
import { groupFiles } from '../../../src/files/group-files.ts';
import { openProject, openProjects } from '../../../src/files/open-project.ts';
import { importText } from '../../../src/text/words/import.ts';
import answers from '../../crs/wkt-answers.json';
import { dbfOf } from '../sources/dbf-builder.ts';
import { type ShpRecord, SQUARE, shpOf } from './shp-builder.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 地块编号, 地块名称 and values in GBK, as bytes. */
const GBK = {
  number: Uint8Array.of(0xb5, 0xd8, 0xbf, 0xe9, 0xb1, 0xe0, 0xba, 0xc5),
  name: Uint8Array.of(0xb5, 0xd8, 0xbf, 0xe9, 0xc3, 0xfb, 0xb3, 0xc6),
  plant: Uint8Array.of(0xb1, 0xe4, 0xb5, 0xe7, 0xd5, 0xbe),
};
const prjOf = (epsg: number) =>
  utf8(answers.answers.find((one) => one.epsg === epsg && one.form === 'wkt_esri')!.text);

const HOLE: readonly [number, number][] = [
  [35594100, 4145200],
  [35594100, 4145100],
  [35594200, 4145100],
  [35594200, 4145200],
  [35594100, 4145200],
];
const AREA: ShpRecord = { type: 5, parts: [SQUARE] };

const gbkTable = (language = 0) =>
  dbfOf(
    [
      { name: GBK.number, width: 8 },
      { name: GBK.name, width: 20 },
    ],
    [[utf8('D-7'), GBK.plant]],
    language,
  );
/** UTF-8 cuts both names at ten bytes: 地块编, 地块名. */
const utf8Table = () =>
  dbfOf(
    [
      { name: utf8('地块编号').subarray(0, 10), width: 8 },
      { name: utf8('地块名称').subarray(0, 10), width: 20 },
    ],
    [[utf8('D-7'), utf8('变电站')]],
  );

type Parts = Readonly<Record<string, Uint8Array>>;
const inputOf = (parts: Parts) =>
  groupFiles(
    Object.entries(parts).map(([extension, bytes]) => ({ name: `红线.${extension}`, bytes })),
  )[0]!;
const whole = (more: Parts = {}): Parts => ({
  shp: shpOf([AREA]),
  shx: new Uint8Array(100),
  dbf: gbkTable(),
  prj: prjOf(4523),
  ...more,
});
const open = async (parts: Parts, given: ImportAnswers = {}) =>
  (await openProject(inputOf(parts), { answers: given }))[0]!;
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);
const failure = (parts: Parts) =>
  open(parts).then(
    () => null,
    (error: UserError) => error,
  ); // prettier-ignore

describe('text', () => {
  it.each([
    ['GBK by the test of its text', { dbf: gbkTable() }, ['note-encoding']],
    ['GBK by .cpg', { dbf: gbkTable(), cpg: utf8('GBK') }, ['note-encoding']],
    ['GBK by its language byte', { dbf: gbkTable(0x4d) }, ['note-encoding']],
    ['UTF-8 without a word', { dbf: utf8Table() }, []],
    ['UTF-8 by .cpg', { dbf: utf8Table(), cpg: utf8('UTF-8\r\n') }, []],
    [
      'GBK that .cpg calls UTF-8',
      { dbf: gbkTable(), cpg: utf8('UTF-8') },
      ['note-encoding-contradicted'],
    ],
    [
      'UTF-8 that .cpg calls GBK',
      { dbf: utf8Table(), cpg: utf8('936') },
      ['note-encoding-contradicted'],
    ],
    [
      'GBK that .cpg calls Western',
      { dbf: gbkTable(), cpg: utf8('ISO-8859-1') },
      ['note-encoding-contradicted'],
    ],
    [
      'GBK that .cpg calls Big5',
      { dbf: gbkTable(), cpg: utf8('BIG5') },
      ['note-encoding-contradicted'],
    ],
  ])('%s', async (_, parts, notes) => {
    const project = await open(whole(parts));
    expect(project.parcels[0]).toMatchObject({ id: 'D-7', name: '变电站' });
    expect(codes(project.notes)).toEqual(notes);
  });

  it('that is none in the encoding is said; the coordinates count', async () => {
    const dbf = dbfOf(
      [{ name: utf8('MC'), width: 6 }],
      [[Uint8Array.of(0xb1, 0xe4, 0xff, 0xff, 0x31, 0x20)]],
    );
    const project = await open(whole({ dbf }));
    expect(codes(project.notes)).toContain('note-text-garbled');
    expect(project.parcels[0]!.planeAreaM2).toBe(120_000);
  });
});

describe('coordinate system', () => {
  it.each([
    [4523, 'declared'],
    [4490, 'refused'],
  ])('of the .prj for EPSG %d', async (epsg, how) => {
    const parts = whole({ prj: prjOf(epsg) });
    if (how === 'declared') expect((await open(parts)).crs).toMatchObject({ epsg, how });
    // metres under a .prj of degrees: one of the two is wrong
    else expect((await failure(parts))?.code).toMatch(/^(err-crs-contradiction|crs-unknown)$/);
  });

  it('is asked without .prj, by the numbers, never assumed', async () => {
    const { prj: _, ...parts } = whole();
    const error = await failure(parts);
    const question = questionOf(error);
    expect(question?.kind).toBe('crs');
    const { candidates } = question as { candidates: readonly CrsCandidate[] };
    expect(candidates[0]).toMatchObject({ epsg: 4523, likely: true });
    expect((await open(parts, { crs: 4523 })).crs).toMatchObject({ epsg: 4523, how: 'chosen' });
  });

  it('is asked where the .prj is no definition, and that is said', async () => {
    const parts = whole({ prj: utf8('2000') });
    expect((await failure(parts))?.code).toBe('crs-unknown');
    expect(codes((await open(parts, { crs: 4523 })).notes)).toContain('note-prj-unread');
  });

  it('of an old datum is refused or asked, never computed', async () => {
    expect((await failure(whole({ prj: prjOf(2361) })))?.code).toBe('err-crs-datum');
  });

  it('that is none of ours is asked and named', async () => {
    const parts = whole({ prj: prjOf(32648) });
    expect((await failure(parts))?.code).toBe('crs-unknown');
    const { notes } = await open(parts, { crs: 4523 });
    expect(notes[1]).toMatchObject({
      code: 'note-crs-not-known',
      params: { name: 'WGS_1984_UTM_Zone_48N' },
    });
  });
});

describe('parts', () => {
  it.each([
    [{ shp: shpOf([AREA]) }, '红线.shx、红线.dbf、红线.prj'],
    [{ shp: shpOf([AREA]), prj: prjOf(4523) }, '红线.shx、红线.dbf'],
    [{ dbf: gbkTable(), prj: prjOf(4523) }, '红线.shp、红线.shx'],
    [{ shx: shpOf([]), dbf: gbkTable(), prj: prjOf(4523) }, '红线.shp'],
    [{ prj: prjOf(4523) }, '红线.shp、红线.shx、红线.dbf'],
  ])('that are missing are named (%#)', async (parts, missing) => {
    const error = await failure(parts as Parts);
    expect(error).toMatchObject({ code: 'err-shape-parts', params: { missing } });
    expect(importText('err-shape-parts', error!.params).zh).toContain(missing);
  });

  it('that do not belong together are refused', async () => {
    const error = await failure(whole({ shp: shpOf([AREA, AREA]) }));
    expect(error).toMatchObject({ code: 'err-shape-counts', params: { shapes: 2, records: 1 } });
  });

  it('all count for the hash: none changes unseen', async () => {
    const one = await open(whole());
    const same = await open(whole());
    const other = await open(whole({ cpg: utf8('GBK') }));
    expect(same.source).toEqual(one.source);
    expect(one.source.file).toBe('红线.shp');
    expect(other.source.sha256).not.toBe(one.source.sha256);
  });

  it.each(['shp', 'dbf'])('that are cut off are refused: .%s', async (part) => {
    const bytes = whole()[part]!;
    for (const size of [bytes.length - 1, bytes.length >> 1, 40]) {
      const error = await failure(whole({ [part]: bytes.subarray(0, size) }));
      expect(error?.code, String(size)).toBe('err-file-damaged');
    }
  });
});

describe('shapes', () => {
  const rows = (count: number) =>
    dbfOf(
      [{ name: utf8('XMMC'), width: 8 }],
      Array.from({ length: count }, (_, i) => [utf8(`P${i}`)]),
    );

  it('find their holes by nesting, whichever way the rings turn', async () => {
    for (const parts of [
      [SQUARE, HOLE],
      [SQUARE.toReversed(), HOLE],
      [HOLE, SQUARE.toReversed()],
    ]) {
      const project = await open(whole({ shp: shpOf([{ type: 5, parts }]) }));
      expect(project.parcels[0]!.planeAreaM2).toBe(110_000);
    }
  });

  it('with heights and measures are read on the ground', async () => {
    const { parcels, notes } = await open(
      whole({
        shp: shpOf(
          [
            { type: 15, parts: [SQUARE] },
            { type: 25, parts: [SQUARE.map(([x, y]) => [x + 1000, y] as const)] },
          ],
          15,
        ),
        dbf: rows(2),
      }),
    ); // prettier-ignore
    expect(parcels.map(({ planeAreaM2 }) => planeAreaM2)).toEqual([120_000, 120_000]);
    expect(notes).toMatchObject([{ code: 'note-feature-heights', params: { count: 1 } }]);
  });

  it('that are null or deleted are counted, not passed over', async () => {
    const dbf = rows(3);
    dbf[dbf.length - 9] = 0x2a;
    const project = await open(whole({ shp: shpOf([AREA, { type: 0 }, AREA]), dbf }));
    expect(project.parcels).toHaveLength(1);
    expect(project.notes).toMatchObject([
      { code: 'note-deleted-records', params: { count: 1 } },
      { code: 'note-empty-geometry', params: { count: 1 } },
    ]);
  });

  it('that are all null are no project', async () => {
    expect((await failure(whole({ shp: shpOf([{ type: 0 }]) })))?.code).toBe('err-empty');
  });

  it('that are bodies are refused with the way on', async () => {
    const error = await failure(whole({ shp: shpOf([{ type: 31, parts: [SQUARE] }], 31) }));
    expect(error).toMatchObject({
      code: 'err-geometry-kind',
      params: { record: 1, type: 'MultiPatch' },
    });
  });

  it.each([
    [3, 'lines', { lines: 1, points: 0 }],
    [8, 'points', { lines: 0, points: 1 }],
  ])('of type %d ask how wide the %s are', async (type, _, counts) => {
    const error = await failure(
      whole({ shp: shpOf([{ type, parts: [SQUARE.slice(0, 3)] }], type) }),
    );
    expect(questionOf(error)).toEqual({ kind: 'outline', ...counts });
  });

  it('with numbers that are none are refused', async () => {
    const shp = shpOf([
      { type: 5, parts: [SQUARE.map(([x, y], i) => [i === 2 ? Number.NaN : x, y] as const)] },
    ]);
    expect((await failure(whole({ shp })))?.code).toBe('err-not-finite');
  });

  it('are told apart as projects by a field', async () => {
    const moved: ShpRecord = { type: 5, parts: [SQUARE.map(([x, y]) => [x + 1000, y] as const)] };
    const input = inputOf(whole({ shp: shpOf([AREA, moved]), dbf: rows(2) }));
    const { projects, fields } = await openProjects(input);
    expect(projects).toHaveLength(1);
    expect(projects[0]!.name).toBe('红线');
    expect(fields).toEqual([{ name: 'XMMC', values: 2, examples: ['P0', 'P1'] }]);
    const split = await openProjects(input, { answers: { nameField: 'XMMC' } });
    expect(split.projects.map(({ name }) => name)).toEqual(['P0', 'P1']);
  });
});
