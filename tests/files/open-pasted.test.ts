import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionOf } from '../../src/domain/import-answers.ts';
import { openPasted, previewPasted } from '../../src/files/open-pasted.ts';

const WORD = '点号\tX\tY\nJ1\t4145100\t35594000\nJ2\t4145100\t35594100\nJ3\t4145000\t35594100\n';
const samples = join(import.meta.dirname, '../../data/samples');

describe('openPasted', () => {
  it('asks what open points are, and takes the answer', async () => {
    const asked = await openPasted(WORD, { answers: { crs: 4523 } }).catch((e: unknown) => e);
    expect(questionOf(asked)).toEqual({ kind: 'outline', lines: 1, points: 0 });
    const answers = { crs: 4523, closeLines: true };
    const { projects } = await openPasted(WORD, { answers });
    expect(projects[0]!.parcels[0]!.planeAreaM2).toBe(5000);
    expect(projects[0]!.name).toBe('粘贴的坐标');
  });

  it('opens whatever else is text', async () => {
    const geojson = readFileSync(join(samples, '示例项目.geojson'), 'utf8');
    expect((await openPasted(geojson)).projects[0]!.parcels).toHaveLength(2);
    const survey = readFileSync(join(samples, '示例项目.txt'), 'utf8');
    expect((await openPasted(survey)).projects[0]!.parcels).toHaveLength(2);
  });

  it('says so when nothing was pasted', async () => {
    await expect(openPasted(' \n')).rejects.toMatchObject({ code: 'err-paste-empty' });
  });

  it('tells the projects of a table apart by a field', async () => {
    const rows = ['甲', '乙'].flatMap((name, i) =>
      [0, 1, 2].map(
        (n) => `${name},${n + 1},${4145000 + (n % 2) * 100},${35594000 + i * 500 + n * 50}`,
      ),
    );
    const text = `CGCS2000 35带\n项目名称,界址点号,X,Y\n${rows.join('\n')}\n`;
    const opened = await openPasted(text);
    expect(opened.fields).toEqual([{ name: '项目名称', values: 2, examples: ['甲', '乙'] }]);
    const { projects } = await openPasted(text, { answers: { nameField: '项目名称' } });
    expect(projects.map(({ name }) => name)).toEqual(['甲', '乙']);
  });
});

describe('previewPasted', () => {
  it('shows columns, first points and parcels', () => {
    const preview = previewPasted(`${WORD}J1\t4145100\t35594000\n合计\t\t\n`);
    expect(preview).toMatchObject({
      format: 'csv',
      points: 4,
      problem: null,
      columns: [
        { letter: 'A', header: '点号', role: 'point' },
        { letter: 'B', header: 'X', role: 'north' },
        { letter: 'C', header: 'Y', role: 'east' },
      ],
      parcels: [{ points: 4, rings: 1, shape: 'area' }],
    });
    expect(preview.first[0]).toEqual({ row: 2, name: 'J1', east: '35594000', north: '4145100' });
    expect(preview.notes.map(({ code }) => code)).toContain('note-table-passed-over');
  });

  it('shows that points are a line before somebody closes it', () => {
    expect(previewPasted(WORD).parcels[0]!.shape).toBe('line');
    expect(previewPasted(WORD, { closeLines: true }).parcels[0]!.shape).toBe('area');
  });

  it('says why, instead of throwing, and is empty for nothing', () => {
    const broken = previewPasted(WORD.replace('35594100', '待测'));
    expect(broken.problem?.zh).toContain('第 3 行 C 列');
    expect(previewPasted('')).toMatchObject({ format: null, points: 0, problem: null });
    expect(previewPasted('你好').problem?.zh).toContain('认不出');
  });

  it('names another format and leaves it to the opening', () => {
    expect(previewPasted('[属性描述]\n带号=35\n').format).toBe('survey-txt');
  });

  it('takes ten thousand points', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `J${i}\t${4145000 + i}\t35594000`);
    expect(previewPasted(`点号\tX\tY\n${rows.join('\n')}`).points).toBe(10_000);
  });
});
