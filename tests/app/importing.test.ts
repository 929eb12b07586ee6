import { describe, expect, it } from 'vitest';
import type { CheckJobs, OpenJob } from '../../src/app/check-client.ts';
import type { OpenedFile } from '../../src/app/check-protocol.ts';
import { isAnswered } from '../../src/app/import-question.ts';
import { defectsIn } from '../../src/app/imported-file.ts';
import { nextStep } from '../../src/app/next-step.ts';
import { SpokenError } from '../../src/app/spoken-error.ts';
import { Workspace } from '../../src/app/workspace.ts';
import type { ImportQuestion } from '../../src/domain/import-answers.ts';
import { CHECKED, PROJECT } from '../components/fixtures/site.ts';

/** Files say by their names what happens to them: `ok`, `bad`, `ask`. */
const WHY = { zh: '不能读取', en: 'cannot be read' };
const LAYERS: ImportQuestion = {
  kind: 'layers',
  layers: [
    { name: 'JZD', areas: 2, lines: 0, points: 0 },
    { name: 'TK', areas: 0, lines: 4, points: 0 },
  ],
};

const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
const projectOf = (name: string, part = '') => ({
  ...PROJECT,
  id: `${name}${part}`,
  name: `${name}${part}`,
  claim: {},
  source: { ...PROJECT.source, file: name },
});

function scene(read?: (job: OpenJob) => OpenedFile) {
  const heard: OpenJob[] = [];
  const open = async (job: OpenJob): Promise<OpenedFile> => {
    heard.push(job);
    if (read) return read(job);
    const { name } = job.file;
    if (name.startsWith('bad')) {
      throw new SpokenError('err-selfcross', {}, { at: [106, 37] }, WHY);
    }
    if (name.startsWith('ask') && !job.answers.layers) {
      throw new SpokenError('choose-layers', {}, LAYERS, WHY);
    }
    return { projects: [projectOf(name)], noteTexts: [[]], fields: [] };
  };
  const jobs: CheckJobs = {
    open,
    check: async () => CHECKED,
    export: async () => ({ fileName: '', mediaType: '', bytes: new Uint8Array() }),
    pack: async () => Promise.reject(new Error('not asked for here')),
  };
  const workspace = new Workspace(
    () => jobs,
    () => {},
  );
  const names = () => workspace.state.projects.map(({ name }) => name);
  const footer = () =>
    nextStep({
      state: workspace.state,
      step: 'project',
      language: 'zh',
      hasSample: false,
      files: 1,
      saving: false,
    });
  return { workspace, jobs, heard, names, footer };
}

describe('several files', () => {
  it('become one list; a file that fails stays in it with its sentence', async () => {
    const { workspace, names } = scene();
    await workspace.openAll([file('ok1'), file('bad'), file('ok2')]);
    expect(names()).toEqual(['ok1', 'ok2']);
    expect(workspace.state.refused).toEqual([
      { name: 'bad', text: WHY, defects: [{ text: null, at: [106, 37] }] },
    ]);
    expect(workspace.state).toMatchObject({ failure: null, opening: null, index: 0 });
  });

  it('name what an archive held beside its projects and could not be read', async () => {
    const { workspace, names } = scene(({ file: { name } }) => ({
      projects: [projectOf(name)],
      noteTexts: [[]],
      fields: [],
      failed: [{ file: '总平面.dwg', text: WHY }],
    }));
    await workspace.open(file('a.zip'));
    expect(names()).toEqual(['a.zip']);
    expect(workspace.state.refused).toEqual([{ name: '总平面.dwg', text: WHY, defects: [] }]);
  });

  it('stand beside those refused before they were read; alone, these are what failed', async () => {
    const { workspace, names } = scene();
    const huge = { name: 'huge', text: WHY, defects: [] };
    await workspace.openAll([file('ok')], {}, [huge]);
    expect(names()).toEqual(['ok']);
    expect(workspace.state.refused).toEqual([huge]);
    await expect(workspace.openAll([], {}, [huge])).rejects.toMatchObject({ text: WHY });
    expect(names()).toEqual(['ok']);
    expect(workspace.state.failure).toEqual({ step: 'open', text: WHY });
  });

  it('leave what was open alone where none of them can be read', async () => {
    const { workspace, names } = scene();
    await workspace.open(file('ok'));
    await expect(workspace.openAll([file('bad1'), file('bad2')])).rejects.toThrow();
    expect(names()).toEqual(['ok']);
    expect(workspace.state.failure).toEqual({ step: 'open', text: WHY });
    expect(workspace.state.refused.map(({ name }) => name)).toEqual(['bad1', 'bad2']);
  });

  it('wait for the one that asks, and what was open stays until it is answered', async () => {
    const { workspace, names, heard, footer } = scene();
    await workspace.open(file('before'));
    await expect(workspace.openAll([file('ok1'), file('ask'), file('ok2')])).rejects.toThrow();
    expect(names()).toEqual(['before']);
    expect(workspace.state.question).toMatchObject({ name: 'ask', ask: LAYERS });
    expect(footer().primary).toMatchObject({ act: 'import-answer', disabled: true });
    expect(workspace.answerQuestion()).toBeNull();

    workspace.draftAnswer({ layers: ['JZD'] });
    expect(footer().primary).toMatchObject({ disabled: false, label: '导入所选 1 个图层' });
    await workspace.answerQuestion();
    expect(names()).toEqual(['ok1', 'ask', 'ok2']);
    expect(workspace.state.question).toBeNull();
    expect(heard.map(({ answers }) => answers.layers)).toEqual([
      undefined,
      undefined,
      undefined,
      ['JZD'],
      undefined,
    ]);
  });

  it('go on without the one that is not answered', async () => {
    const { workspace, names } = scene();
    await expect(workspace.openAll([file('ask'), file('ok')])).rejects.toThrow();
    await workspace.skipQuestion();
    expect(names()).toEqual(['ok']);
    expect(workspace.state.refused[0]?.text.zh).toBe('没有回答问题，未导入。');
  });

  it('drop the only one that asks without a trace', async () => {
    const { workspace, names } = scene();
    await workspace.open(file('before'));
    await expect(workspace.open(file('ask'))).rejects.toThrow();
    expect(workspace.skipQuestion()).toBeNull();
    expect(workspace.state).toMatchObject({ question: null, failure: null });
    expect(names()).toEqual(['before']);
  });
});

describe('a file that is read again', () => {
  const split = (job: OpenJob): OpenedFile => {
    const { name } = job.file;
    const parts = job.answers.nameField ? ['甲', '乙'] : [''];
    return {
      projects: parts.map((part) => projectOf(name, part)),
      noteTexts: parts.map(() => []),
      fields: [{ name: 'XMMC', values: 2, examples: ['甲', '乙'] }],
    };
  };

  it('takes the place of what it held before; others and their answers stay', async () => {
    const { workspace, names, heard } = scene(split);
    await workspace.openAll([file('a'), file('b'), file('c')]);
    workspace.pick(2);
    workspace.answer('temporaryLand', 'yes');
    workspace.pick(1);
    await workspace.reread({ nameField: 'XMMC' });
    expect(names()).toEqual(['a', 'b甲', 'b乙', 'c']);
    expect(workspace.state.index).toBe(1);
    expect(workspace.state.files[1]?.answers).toEqual({ nameField: 'XMMC' });
    workspace.pick(3);
    expect(workspace.state.claim).toEqual({ temporaryLand: 'yes' });
    workspace.pick(2);
    await workspace.reread({ nameField: undefined });
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(heard.at(-1)?.answers).toEqual({});
  });

  it('keeps the answers about a project that it still holds', async () => {
    const { workspace } = scene(split);
    await workspace.open(file('a'));
    workspace.answer('sector', '水利');
    await workspace.reread({ shift: 'gcj02' });
    expect(workspace.state.claim).toEqual({ sector: '水利' });
    expect(workspace.state.files[0]?.answers.shift).toBe('gcj02');
  });

  it('is nothing for a project that came from no file', () => {
    const { workspace } = scene();
    workspace.setProject(PROJECT);
    expect(workspace.reread({ nameField: 'XMMC' })).toBeNull();
  });
});

describe('reading', () => {
  it('tells how far it is, can be given up, and leaves what was open', async () => {
    const { workspace, jobs, names, footer } = scene();
    await workspace.open(file('before'));
    jobs.open = (_job, onProgress, signal) =>
      new Promise((_resolve, reject) => {
        onProgress?.({ step: 'reading', file: 'a', share: 0.42 });
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    const read = workspace.open(file('a'));
    expect(footer()).toMatchObject({
      sentence: '正在读取：a（42 %）',
      progress: 0.42,
      other: { act: 'import-cancel' },
    });
    workspace.cancelImport();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    expect(workspace.state).toMatchObject({ opening: null, failure: null });
    expect(names()).toEqual(['before']);
  });

  it('checks with the answers on screen: one taken back does not come again from the file', async () => {
    const { workspace, jobs } = scene(() => ({
      projects: [{ ...PROJECT, claim: { temporaryLand: 'yes' } }],
      noteTexts: [[]],
      fields: [],
    }));
    let asked: Parameters<CheckJobs['check']>[0] | null = null;
    jobs.check = async (job) => {
      asked = job;
      return CHECKED;
    };
    await workspace.open(file('saved'));
    expect(workspace.state.claim).toEqual({ temporaryLand: 'yes' });
    workspace.answer('temporaryLand', undefined);
    await workspace.check();
    expect(asked).toMatchObject({ claim: {}, project: { claim: {} } });
  });
});

describe('an answer', () => {
  const asked = (ask: ImportQuestion, draft: object) => isAnswered({ ask, draft });

  it('is complete only with what was asked', () => {
    const crs: ImportQuestion = {
      kind: 'crs',
      candidates: [
        { epsg: 4544, title: WHY, reason: WHY, likely: false, bbox: [0, 0, 1, 1], outline: [] },
      ],
    };
    expect(asked(crs, {})).toBe(false);
    expect(asked(crs, { crs: 4523 })).toBe(false);
    expect(asked(crs, { crs: 4544 })).toBe(true);
    expect(asked(LAYERS, { layers: [] })).toBe(false);
    const outline: ImportQuestion = { kind: 'outline', lines: 1, points: 0 };
    expect(asked(outline, { ends: 'flat' })).toBe(false);
    expect(asked(outline, { bufferM: 5 })).toBe(true);
    expect(asked(outline, { closeLines: true })).toBe(true);
    const datum: ImportQuestion = { kind: 'datum', datum: 'xian80', epsg: null };
    const datumShift = { dxM: 0, dyM: 0, dzM: 0, rxSec: 0, rySec: 0, rzSec: 0, scalePpm: 0 };
    expect(asked(datum, { datumShift })).toBe(false);
    expect(asked(datum, { datumShift, crs: 2359 })).toBe(true);
    expect(asked({ ...datum, epsg: 2359 }, { datumShift })).toBe(true);
  });
});

it('finds the defects that an error tells of: one place, or all with their sentences', () => {
  expect(defectsIn(null)).toEqual([]);
  expect(defectsIn({ at: null })).toEqual([]);
  expect(defectsIn({ at: [1, 2] })).toEqual([{ text: null, at: [1, 2] }]);
  const defects = [{ at: [1, 2], text: WHY }, { code: 'x', text: WHY }, { at: [3, 4] }];
  expect(defectsIn({ at: [1, 2], defects })).toEqual([
    { text: WHY, at: [1, 2] },
    { text: WHY, at: null },
    { text: null, at: [3, 4] },
  ]);
});
