import { expect, it } from 'vitest';
import { layerRows } from '../../src/app/layer-rows.ts';
import { layoutFor } from '../../src/app/layout.ts';
import { liveSentence } from '../../src/app/live-sentence.ts';
import { crsName, projectSummary } from '../../src/app/project-summary.ts';
import { CATALOG } from '../components/fixtures/catalog.ts';
import { CHECKED, PROJECT, UNDETERMINED } from '../components/fixtures/site.ts';

it('says in a row why a layer could not answer', () => {
  const rows = layerRows(CATALOG, UNDETERMINED, { views: new Map() }, 'zh');
  const gap = (id: string) => rows.find((row) => row.id === id)?.gap;
  expect(gap('ecological-red-line')).toBe('只覆盖项目的 82.3 %');
  expect(gap('urban-green-line')).toBe('文件缺失，未核查');
  expect(gap('permanent-basic-farmland')).toBeNull();
});

it('keeps why tiles fail apart from why a layer could not answer', () => {
  const why = [{ zh: '文件被截断', en: 'truncated' }];
  const faults = new Map([['ecological-red-line', why]]);
  const rows = layerRows(CATALOG, UNDETERMINED, { views: new Map(), tileFaults: faults }, 'en');
  expect(rows.filter((row) => row.faults.length > 0)).toMatchObject([
    { id: 'ecological-red-line', faults: ['truncated'], gap: 'Covers 82.3 % of the site' },
  ]);
});

it('keeps a row for a required layer that the catalog lacks', () => {
  const layers = CATALOG.layers.filter(({ kind }) => kind !== 'permanent-basic-farmland');
  const rows = layerRows({ ...CATALOG, layers }, CHECKED, { views: new Map() }, 'zh');
  expect(rows.find(({ kind }) => kind === 'permanent-basic-farmland')).toMatchObject({
    entry: null,
    visible: false,
    gap: '文件缺失，未核查',
  });
});

it('tells a screen reader the result in one sentence', () => {
  expect(liveSentence(CHECKED, 'zh')).toBe(
    '核查完成：需人工研判。永久基本农田占用 0.8250 公顷，生态保护红线占用 0.3521 公顷，城镇开发边界跨界。',
  );
  expect(liveSentence(UNDETERMINED, 'zh')).toBe(
    '核查完成：未核查完整，暂不能下结论。永久基本农田占用 0.8250 公顷，生态保护红线未核查，城镇开发边界跨界。',
  );
});

it('names a system by zone or by meridian', () => {
  // EPSG 4523: zone 35 with prefix; 4544: the same meridian, 105°, without; 4554: 135°.
  expect(crsName(4523, 'zh')).toBe('3° 带 35');
  expect(crsName(4544, 'zh')).toBe('3° 带，中央经线 105°');
  expect(crsName(4554, 'en')).toBe('3° zone, meridian 135°');
  expect(crsName(4490, 'zh')).toBe('经纬度');
});

it('chooses the layout by the size of the element', () => {
  const name = (width: number) => layoutFor(width, 768).name;
  expect([390, 639, 640, 899, 900, 1199, 1200, 1366, 1600].map(name)).toEqual([
    'phone',
    'phone',
    'narrow',
    'narrow',
    'compact',
    'compact',
    'full',
    'full',
    'wide',
  ]);
  expect(layoutFor(1366, 640).short).toBe(true);
  expect(layoutFor(1366, 700).short).toBe(false);
});

it('words the notes of the import before the check, and only those whose sentence came along', () => {
  const text = { zh: '坐标点顺序已改正。', en: 'The order of the points was set right.' };
  const at = [106.062, 37.436] as const;
  const notes = [{ code: 'note-order', severity: 'info' as const, params: {}, at }];
  const project = { ...PROJECT, notes };
  expect(projectSummary(project, null, 'zh', [text])).toMatchObject({
    noteCount: 1,
    notes: [{ severity: 'info', text, at }],
  });
  expect(projectSummary(project, null, 'zh')).toMatchObject({ noteCount: 1, notes: [] });
});
