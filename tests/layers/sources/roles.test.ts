import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/files/flatgeobuf/format.ts';
import { findAreaUnit } from '../../../src/layers/sources/area-unit.ts';
import { chooseTable } from '../../../src/layers/sources/choose-table.ts';
import { fieldRoles } from '../../../src/layers/sources/field-roles.ts';
import { joinColumns } from '../../../src/layers/sources/join-columns.ts';

const columns = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'string' }));
const errorOf = (work: () => unknown): { code?: string; params?: Record<string, unknown> } => {
  try {
    work();
  } catch (error) {
    return error as { code: string; params: Record<string, unknown> };
  }
  return {};
};

describe('roles of columns', () => {
  it('farmland: graphic and net area are not mixed up', () => {
    const names = columns(
      'BSM',
      'XZQDM',
      'YJJBNTTBBH',
      'DLMC',
      'QSDWMC',
      'ZLDWMC',
      'YJJBNTMJ',
      'YJJBNTTBMJ',
    );
    expect(fieldRoles('permanent-basic-farmland', names, new Map())).toEqual({
      featureId: 'YJJBNTTBBH',
      landClass: 'DLMC',
      owner: 'QSDWMC',
      place: 'ZLDWMC',
      county: 'XZQDM',
      graphicArea: 'YJJBNTTBMJ',
      netArea: 'YJJBNTMJ',
    });
  });

  it('red line: both schemas', () => {
    const planning = columns('BSM', 'YSDM', 'XJXZQDM', 'SJXZQMC', 'XJXZQMC', 'LHLX', 'MJ', 'BZ');
    expect(fieldRoles('ecological-red-line', planning, new Map())).toEqual({
      featureId: 'BSM',
      name: 'LHLX',
      county: 'XJXZQDM',
      graphicArea: 'MJ',
    });
    const survey = columns('BSM', 'YSDM', 'XJXZQHDM', 'LXDM', 'SLDM', 'MC', 'QYMJ', 'SLSJ');
    expect(fieldRoles('ecological-red-line', survey, new Map())).toEqual({
      featureId: 'BSM',
      name: 'MC',
      county: 'XJXZQHDM',
      graphicArea: 'QYMJ',
    });
  });

  it('urban boundary: the name of the zone before its code', () => {
    const names = columns('BSM', 'XZQDM', 'GHFQDM', 'GHFQMC', 'CZMC', 'MJ');
    expect(fieldRoles('urban-development-boundary', names, new Map())).toMatchObject({
      zone: 'GHFQMC',
      name: 'CZMC',
    });
    expect(fieldRoles('urban-development-boundary', columns('ghfqdm'), new Map())).toEqual({
      zone: 'ghfqdm',
    });
  });

  it('finds columns by Chinese names and titles', () => {
    const named: Column[] = [
      { name: '标识码', type: 'string' },
      { name: 'FIELD_7', type: 'double', title: '图斑面积' },
    ];
    expect(fieldRoles('cultivated-land', named, new Map())).toEqual({
      featureId: '标识码',
      graphicArea: 'FIELD_7',
    });
  });

  it("lets the user's word win, in any case of letters", () => {
    const names = columns('BSM', 'YJJBNTTBBH');
    const roles = fieldRoles('permanent-basic-farmland', names, new Map([['featureId', 'bsm']]));
    expect(roles.featureId).toBe('BSM');
  });

  it('refuses a role or a column there is not', () => {
    const names = columns('BSM');
    const asked = (role: string, column: string) =>
      errorOf(() => fieldRoles('cultivated-land', names, new Map([[role, column]])));
    expect(asked('id', 'BSM')).toMatchObject({ code: 'source-field-role' });
    expect(asked('featureId', 'TBBH')).toMatchObject({
      code: 'source-field-column',
      params: { choices: 'BSM' },
    });
  });
});

describe('the unit of an area column', () => {
  const sample = (factor: number) =>
    [1000, 20_000, 300_000].map((m2) => [m2 * factor, m2] as const);

  it.each([
    ['MJ', 1, 'm2', null],
    ['MJ', 1e-4, 'ha', null],
    ['MJ', 0.0015, 'mu', null],
    ['QYMJ', 1e-6, 'km2', 'km2'],
    ['MJ', 1e-6, 'km2', null],
    // a delivery that fills the km² column with m²: the shapes decide
    ['QYMJ', 1, 'm2', 'km2'],
    // net area: a fifth of the parcel is ridges
    ['YJJBNTMJ', 0.8, 'm2', 'm2'],
    ['MJ_公顷', 1e-4, 'ha', 'ha'],
  ] as const)('%s with %d of the m² is in %s', (column, factor, unit, named) => {
    expect(findAreaUnit(column, '', sample(factor))).toEqual({ unit, named, measured: unit });
  });

  it('falls back on the name where the areas fit nothing, and on m² where that says nothing', () => {
    expect(findAreaUnit('QYMJ', '', sample(7e-3))).toEqual({
      unit: 'km2',
      named: 'km2',
      measured: null,
    });
    expect(findAreaUnit('MJ', '', [])).toEqual({ unit: 'm2', named: null, measured: null });
    expect(findAreaUnit('AREA', '面积（平方公里）', []).unit).toBe('km2');
  });

  it('is told by the middle of the sample: some wrong areas do not matter', () => {
    const wrong = [
      [0, 5000],
      [9e9, 5000],
      [1, 5000],
    ] as const;
    expect(findAreaUnit('MJ', '', [...sample(1), ...sample(1), ...wrong]).unit).toBe('m2');
  });
});

describe('the table of a kind', () => {
  const tables = (...names: string[]) => names.map((name) => ({ name, count: 3 }));
  const chosen = (kind: Parameters<typeof chooseTable>[2], ...names: string[]) =>
    chooseTable('a.gdb', tables(...names), kind).name;

  it('is the only one, or the one that bears a code of the kind', () => {
    expect(chosen('permanent-basic-farmland', 'anything')).toBe('anything');
    expect(chosen('permanent-basic-farmland', 'STBHHX', 'YJJBNTBHTB', 'DLTB')).toBe('YJJBNTBHTB');
    expect(chosen('ecological-red-line', 'stbhhx', 'YJJBNTBHTB')).toBe('stbhhx');
    expect(chosen('ecological-red-line', '640303STBHHX_2025', 'XZQ')).toBe('640303STBHHX_2025');
    expect(chosen('urban-development-boundary', '城镇开发边界', '生态保护红线')).toBe(
      '城镇开发边界',
    );
  });

  it('prefers the exact code, and does not find one code within another', () => {
    expect(chosen('nature-reserve', 'ZRBHDHXQ', 'ZRBHD')).toBe('ZRBHD');
    expect(chosen('nature-reserve-core', 'ZRBHD', 'ZRBHDHXQ')).toBe('ZRBHDHXQ');
    expect(chosen('permanent-basic-farmland', 'YJJBNTBHTB', 'YJJBNTCBQ')).toBe('YJJBNTBHTB');
  });

  it('is asked for where none or several fit', () => {
    expect(errorOf(() => chosen('ecological-red-line', 'a', 'b'))).toMatchObject({
      code: 'source-choose-table',
      params: { choices: 'a (3), b (3)' },
    });
    const two = () => chosen('permanent-basic-farmland', '640302YJJBNTBHTB', '640303YJJBNTBHTB');
    expect(errorOf(two).code).toBe('source-choose-table');
    expect(errorOf(() => chosen('land-use')).code).toBe('source-no-table');
  });
});

describe('columns of several files', () => {
  it('are joined in the order met, whatever the case of their letters', () => {
    const { columns: joined, rename } = joinColumns([
      {
        file: 'a',
        columns: [
          { name: 'BSM', type: 'string' },
          { name: 'MJ', type: 'int' },
        ],
      },
      {
        file: 'b',
        columns: [
          { name: 'mj', type: 'double' },
          { name: 'BZ', type: 'string' },
        ],
      },
    ]);
    expect(joined).toEqual([
      { name: 'BSM', type: 'string' },
      { name: 'MJ', type: 'double' },
      { name: 'BZ', type: 'string' },
    ]);
    expect(rename(1)({ mj: 2.5, BZ: 'x' })).toEqual({ MJ: 2.5, BZ: 'x' });
    expect(rename(0)({ BSM: '1', MJ: 2 })).toEqual({ BSM: '1', MJ: 2 });
  });

  it('name the clash between text and number', () => {
    const clash = errorOf(() =>
      joinColumns([
        { file: 'a.shp', columns: [{ name: 'MJ', type: 'double' }] },
        { file: 'b.shp', columns: [{ name: 'MJ', type: 'string' }] },
      ]),
    );
    expect(clash).toMatchObject({
      code: 'source-columns-clash',
      params: {
        column: 'MJ',
        file: 'a.shp',
        type: 'double',
        otherFile: 'b.shp',
        otherType: 'string',
      },
    });
  });
});
