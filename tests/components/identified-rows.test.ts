import { describe, expect, it } from 'vitest';
import {
  allRows,
  attributeText,
  featureName,
  type IdentifiedRow,
  mainRows,
  plainCell,
} from '../../src/components/identified-rows.ts';
import { singleRow } from '../../src/components/review-state.ts';
import { CATALOG } from './fixtures/catalog.ts';

const farmland = CATALOG.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
const row = (properties: IdentifiedRow['feature']['properties'], over = {}): IdentifiedRow => ({
  entry: farmland,
  feature: {
    layer: farmland.id,
    index: 6,
    place: 'inside',
    properties,
    areaM2: 7338.1249,
    bbox: [106, 37, 107, 38],
    ...over,
  },
});
const pairs = (rows: readonly { name: string; value: string }[]) =>
  Object.fromEntries(rows.map(({ name, value }) => [name, value]));

describe('attributes in words', () => {
  it('has the Chinese name of a field, the code resolved, the unit of an area', () => {
    const rows = allRows(row({ DLBM: '1104A', QSXZ: '30', YJJBNTMJ: 6862.4, KCXS: 0.12 }), 'zh');
    expect(pairs(rows)).toEqual({
      地类编码: '1104A 坑塘水面',
      权属性质: '30 集体土地所有权',
      永久基本农田面积: '6\u2009862.40 m²',
      扣除地类系数: '0.12',
    });
    expect(rows.map(({ code }) => code)).toEqual(['DLBM', 'QSXZ', 'YJJBNTMJ', 'KCXS']);
  });

  it('shows an unknown field and an unknown code as they are, and an empty one as empty', () => {
    const rows = allRows(row({ XYZ_1: 'a', DLBM: '9999', ZLDJDM: null, TBBH: ' ' }), 'zh');
    expect(rows.map(({ name, value, isEmpty }) => [name, value, isEmpty])).toEqual([
      ['XYZ_1', 'a', false],
      ['地类编码', '9999', false],
      ['质量等级代码', '未填写', true],
      ['图斑编号', '未填写', true],
    ]);
  });

  it('sets the ellipsoidal area beside the stated one; says where it cannot be told', () => {
    const stated = { YJJBNTTBMJ: 7400, YJJBNTMJ: 6862.4 };
    expect(pairs(mainRows(row(stated), 'zh'))).toEqual({
      载明面积: '0.7400 公顷 · 11.10 亩',
      椭球面积: '0.7338 公顷 · 11.01 亩',
      净面积: '0.6862 公顷 · 10.29 亩',
    });
    expect(pairs(mainRows(row(stated, { areaM2: null }), 'zh')).椭球面积).toBe('界线有误，未计算');
  });

  it('calls a feature by its code, else by its place in the file', () => {
    expect(featureName(row({ YJJBNTTBBH: '6403' }), 'zh')).toBe('6403');
    expect(featureName(row({ YJJBNTTBBH: '' }), 'zh')).toBe('第 7 个图斑');
  });

  it('copies as lines that no spreadsheet runs', () => {
    const text = attributeText(row({ BZ: '=HYPERLINK("x")', MC: 'a\tb\nc', KCXS: -0.5 }), 'zh');
    const lines = text.split('\n').map((line) => line.split('\t'));
    expect(lines).toContainEqual(['备注', 'BZ', `'=HYPERLINK("x")`]);
    expect(lines).toContainEqual(['名称', 'MC', 'a b c']);
    expect(lines).toContainEqual(['扣除地类系数', 'KCXS', '-0.5']);
    expect(lines).toContainEqual(['椭球面积 m²', '', '7338.12']);
    for (const cells of lines) expect(cells).toHaveLength(3);
    for (const bad of ['+1', '@a', '-a', ' =1', '-1+2']) expect(plainCell(bad)).toBe(`'${bad}`);
  });
});

describe('the one feature of a popover', () => {
  const area = CATALOG.layers[0]!;
  const view = (rows: readonly IdentifiedRow[], over = {}) => ({
    at: [106, 37] as const,
    busy: false,
    rows,
    failed: [],
    uncovered: [],
    asked: 2,
    hidden: 0,
    ...over,
  });
  const county: IdentifiedRow = { ...row({}), entry: { ...area, kind: 'administrative-area' } };

  it('is the one of the control lines, whatever county lies around it', () => {
    const parcel = row({});
    expect(singleRow(view([parcel, county]))).toBe(parcel);
    expect(singleRow(view([county]))).toBe(county);
    expect(singleRow(view([parcel, row({}), county]))).toBeNull();
    expect(singleRow(view([]))).toBeNull();
  });

  it('is none where a layer could not say', () => {
    expect(singleRow(view([row({})], { uncovered: [farmland] }))).toBeNull();
  });
});
