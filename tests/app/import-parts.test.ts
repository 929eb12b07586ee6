import { describe, expect, it } from 'vitest';
import { pinsOf } from '../../src/app/defect-pins.ts';
import { pastePreview } from '../../src/app/paste-preview.ts';
import { projectFile } from '../../src/app/project-file.ts';
import { timeOf } from '../../src/app/project-parts.ts';
import { readFiles } from '../../src/app/read-files.ts';
import { readDatumShift } from '../../src/components/datum-question.ts';
import { openProjects } from '../../src/files/open-project.ts';
import { pinsData } from '../../src/map/defect-pins.ts';
import { PROJECT } from '../components/fixtures/site.ts';

describe('pins', () => {
  const note = { code: 'note-closed', severity: 'warning', params: {}, at: [106, 37] } as const;
  const project = { ...PROJECT, notes: [note, { ...note, at: undefined }] };
  const text = { zh: '', en: '' };
  const refused = [{ name: 'b', text, defects: [{ text: null, at: [1, 2] as const }] }];

  it('stand where the notes of the open project say', () => {
    const state = { projects: [project as typeof PROJECT], index: 0, refused, failure: null };
    expect(pinsOf(state)).toEqual([{ at: [106, 37], severity: 'warning' }]);
  });

  it('stand where the file that failed has its defects, while that is what is said', () => {
    const failure = { step: 'open', text } as const;
    expect(pinsOf({ projects: [], index: 0, refused, failure })).toEqual([
      { at: [1, 2], severity: 'error' },
    ]);
  });

  it('become points that know how grave they are', () => {
    expect(pinsData([{ at: [1, 2], severity: 'error' }]).features).toMatchObject([
      { geometry: { coordinates: [1, 2] }, properties: { severity: 'error' } },
    ]);
  });
});

describe('the preview of pasted text', () => {
  const TABLE = [
    '点号\tX\tY',
    'J1\t4145300.000\t35594000.000',
    'J2\t4145300.000\t35594400.000',
    'J3\t4145000.000\t35594400.000',
    'J1\t4145300.000\t35594000.000',
  ].join('\n');

  it('says which column is which, and shows the first points as they will be read', () => {
    const { rows, heads, summary, readable } = pastePreview(TABLE);
    expect(heads.map(({ zh }) => zh)).toEqual(['点号', 'X（北）/ 纬度', 'Y（东）/ 经度']);
    expect(rows[0]).toEqual(['J1', '4145300.000', '35594000.000']);
    expect(summary.zh).toMatch(/4 个点、1 个地块：B X 列为 X（北）或纬度，C Y 列为 Y（东）或经度$/);
    expect(readable).toBe(true);
  });

  it('says why a text cannot be read, and nothing of an empty one', () => {
    expect(pastePreview(' \n')).toMatchObject({ readable: false, heads: [] });
    const words = pastePreview('今天天气很好');
    expect(words).toMatchObject({ readable: false, heads: [] });
    expect(words.summary.zh).not.toBe('');
  });

  it('does not show a text as a table that is none', () => {
    const point = '{"type":"Polygon","coordinates":[[[106,37],[106.1,37],[106,37.1],[106,37]]]}';
    for (const text of [point, '[属性描述]\n带号=35\n[地块坐标]\n']) {
      expect(pastePreview(text)).toMatchObject({ readable: true, heads: [], rows: [] });
    }
  });
});

describe('seven parameters', () => {
  it('are read only where each of them is a number; nothing typed is not zero', () => {
    expect(readDatumShift(['1', '-2.5', '0', '1e-3', '0', '0', '4'])).toEqual({
      dxM: 1,
      dyM: -2.5,
      dzM: 0,
      rxSec: 0.001,
      rySec: 0,
      rzSec: 0,
      scalePpm: 4,
    });
    expect(readDatumShift(['1', '2', '3', '', '5', '6', '7'])).toBeUndefined();
    expect(readDatumShift(['1', '2', '3', 'x', '5', '6', '7'])).toBeUndefined();
    expect(readDatumShift(['1', '2', '3'])).toBeUndefined();
  });
});

it('says a time of today by the clock, of other days with the day', () => {
  const now = new Date(2026, 10, 22, 15, 0).getTime();
  expect(timeOf(new Date(2026, 10, 22, 9, 5).getTime(), 'zh', now)).toBe('09:05');
  expect(timeOf(new Date(2026, 10, 21, 9, 5).getTime(), 'zh', now)).toBe('11/21 09:05');
});

describe('a project file', () => {
  it('is named after the project, with nothing a file system objects to', () => {
    const named = (name: string) => projectFile({ ...PROJECT, name }).fileName;
    expect(named('供水工程 a/b:c')).toBe('供水工程_a_b_c.sanxian.json');
    expect(named('/')).toBe('_.sanxian.json');
  });

  it('opens again as the project it was, answers and all', async () => {
    const { bytes, fileName } = projectFile({ ...PROJECT, claim: { temporaryLand: 'no' } });
    const { projects } = await openProjects({ name: fileName, bytes });
    expect(projects).toEqual([{ ...PROJECT, claim: { temporaryLand: 'no' } }]);
  });
});

describe('files that a person chose', () => {
  const file = (name: string, size: number, read: () => Promise<ArrayBuffer>) => ({
    name,
    size,
    arrayBuffer: read,
  });

  it('are read, or refused with a reason: too large by its size alone, gone when read', async () => {
    const { named, refused } = await readFiles([
      file('a.txt', 1, async () => new Uint8Array([7]).buffer),
      file('huge.shp', 2_000_000_000, () => expect.fail('not a byte of it may be read')),
      file('夹', 0, () => Promise.reject(new DOMException('not found', 'NotFoundError'))),
    ]);
    expect(named).toEqual([{ name: 'a.txt', bytes: new Uint8Array([7]) }]);
    expect(refused.map(({ name }) => name)).toEqual(['huge.shp', '夹']);
    expect(refused[0]?.text.zh).toContain('huge.shp');
    expect(refused[1]?.text.zh).toContain('not found');
  });
});
