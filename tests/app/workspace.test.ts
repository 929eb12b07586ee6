import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckJobs } from '../../src/app/check-client.ts';
import { nextStep } from '../../src/app/next-step.ts';
import { SpokenError } from '../../src/app/spoken-error.ts';
import { Workspace } from '../../src/app/workspace.ts';
import type { OnProgress, Progress } from '../../src/domain/progress.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { CATALOG } from '../components/fixtures/catalog.ts';
import { CHECKED, PROJECT, UNDETERMINED } from '../components/fixtures/site.ts';

const file = (name: string) => ({ name, bytes: new Uint8Array() });
const TEXT = { zh: '不能读取', en: 'cannot be read' };

function scene(change: Partial<CheckJobs> = {}) {
  const jobs: CheckJobs = {
    open: async () => ({ projects: [PROJECT], noteTexts: [[TEXT]], fields: [] }),
    check: async () => CHECKED,
    export: async () => ({ fileName: '', mediaType: '', bytes: new Uint8Array() }),
    pack: async () => Promise.reject(new Error('not asked for here')),
    ...change,
  };
  const workspace = new Workspace(
    () => jobs,
    () => {},
  );
  const footer = () =>
    nextStep({
      state: workspace.state,
      step: 'findings',
      language: 'zh',
      hasSample: false,
      files: 2,
      saving: false,
    });
  return { workspace, jobs, footer };
}

describe('Workspace', () => {
  it('keeps what was open when another file cannot be read', async () => {
    const { workspace, jobs } = scene();
    await workspace.open(file('a.txt'));
    await workspace.check();
    jobs.open = async () => {
      throw new SpokenError('err-empty', {}, null, TEXT);
    };
    await expect(workspace.open(file('b.txt'))).rejects.toMatchObject({
      code: 'err-empty',
    });
    expect(workspace.project).toBe(PROJECT);
    expect(workspace.state.report).toBe(CHECKED);
    expect(workspace.state.failure).toEqual({ step: 'open', text: TEXT });
  });

  it('turns an unknown system into a question, with nothing chosen unless one is likely', async () => {
    const candidate = (epsg: number, likely: boolean) => ({
      epsg,
      likely,
      title: TEXT,
      reason: TEXT,
      bbox: [0, 0, 1, 1] as const,
      outline: [],
    });
    for (const [likely, chosen] of [
      [[false, false], null],
      [[true, false], 1],
      [[true, true], null],
    ] as const) {
      const { workspace } = scene({
        open: async () => {
          const candidates = likely.map((one, index) => candidate(index + 1, one));
          const detail = { kind: 'crs', candidates };
          throw new SpokenError('crs-unknown', {}, detail, TEXT);
        },
      });
      await expect(workspace.open(file('a.txt'))).rejects.toThrow();
      expect(workspace.state.question?.draft.crs ?? null).toBe(chosen);
      expect(workspace.state.failure).toBeNull();
      expect(workspace.project).toBeNull();
    }
  });

  it('marks a result as out of date from the answer on, until the new one stands', async () => {
    const { workspace } = scene();
    await workspace.open(file('a.txt'));
    await workspace.check();
    workspace.answer('pbfMajorBasis', 'present');
    expect(workspace.state.stale).toBe(true);
    expect(workspace.state.claim.pbfMajorBasis).toBe('present');
    await workspace.check();
    expect(workspace.state.stale).toBe(false);
    workspace.answer('pbfMajorBasis', undefined);
    expect('pbfMajorBasis' in workspace.state.claim).toBe(false);
  });

  it('lets a later check win over an earlier one', async () => {
    const waiting: ((report: CheckReport) => void)[] = [];
    const { workspace } = scene({
      check: (_job, _progress, signal) =>
        new Promise((resolve, reject) => {
          waiting.push(resolve);
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    });
    await workspace.open(file('a.txt'));
    const first = workspace.check();
    const second = workspace.check();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(workspace.state.checking).toBe('starting');
    waiting[1]!(UNDETERMINED);
    await second;
    expect(workspace.state.report).toBe(UNDETERMINED);
    expect(workspace.state.checking).toBeNull();
  });

  it('holds what a running check measured, and none of what one before it did', async () => {
    const line = (areaM2: number) =>
      ({ step: 'measured', line: { kind: 'ecological-red-line', areaM2 } }) as unknown as Progress;
    const tell: OnProgress[] = [];
    const { workspace } = scene({
      check: (_job, onProgress) => {
        tell.push(onProgress);
        return new Promise(() => {});
      },
    });
    const areas = () => [...workspace.state.measured.values()].map(({ areaM2 }) => areaM2);
    await workspace.open(file('a.txt'));
    void workspace.check().catch(() => {});
    tell[0]!({ step: 'begun' });
    tell[0]!(line(1));
    expect(areas()).toEqual([1]);
    // the worker died, or the catalog was replaced: it begins once more
    tell[0]!({ step: 'begun' });
    expect(areas()).toEqual([]);
    expect(workspace.state.checking).toBe('starting');
    tell[0]!(line(2));
    void workspace.check().catch(() => {});
    expect(areas()).toEqual([]);
    // a word from a check that was given up
    tell[0]!(line(3));
    expect(areas()).toEqual([]);
    tell[1]!(line(4));
    workspace.pick(0);
    void workspace.check().catch(() => {});
    expect(areas()).toEqual([]);
  });

  it('has no report after a check that failed, and says why', async () => {
    const { workspace } = scene({
      check: async () => {
        throw new SpokenError('layer-missing', {}, null, TEXT);
      },
    });
    await workspace.open(file('a.txt'));
    await expect(workspace.check()).rejects.toThrow();
    expect(workspace.state.report).toBeNull();
    expect(workspace.state.failure).toEqual({ step: 'check', text: TEXT });
  });
});

describe('a report and what it speaks of', () => {
  /** Checks that wait until the test answers them. */
  function waiting() {
    const answers: ((report: CheckReport) => void)[] = [];
    const { workspace } = scene({
      check: () => new Promise((resolve) => answers.push(resolve)),
    });
    return { workspace, answers };
  }
  const OTHER = { ...PROJECT, id: 'other' };

  it('arrives out of date when an answer changed while the check ran', async () => {
    const { workspace, answers } = waiting();
    await workspace.open(file('a.txt'));
    const checked = workspace.check();
    workspace.answer('temporaryLand', 'yes');
    answers[0]!(CHECKED);
    await checked;
    expect(workspace.state).toMatchObject({ report: CHECKED, stale: true, checking: null });
  });

  it.each([
    ['set from outside', (one: Workspace) => one.setProject(OTHER)],
    ['picked from the file', (one: Workspace) => one.pick(1)],
  ])('never lands on another project, %s as the report came', async (_how, turn) => {
    const { workspace, answers } = waiting();
    await workspace.open(file('a.txt'));
    const checked = workspace.check();
    // The report is there, but what waits for it has not gone on.
    answers[0]!(CHECKED);
    turn(workspace);
    expect(workspace.state.checking).toBeNull();
    await expect(checked).rejects.toMatchObject({ name: 'AbortError' });
    expect(workspace.state).toMatchObject({ report: null, checking: null });
  });

  it('is out of date when the check after it failed, and stays good when that was canceled', async () => {
    const { workspace, jobs } = scene();
    await workspace.open(file('a.txt'));
    await workspace.check();
    jobs.check = async () => {
      throw new DOMException('', 'AbortError');
    };
    await expect(workspace.check()).rejects.toThrow();
    expect(workspace.state).toMatchObject({ report: CHECKED, stale: false, failure: null });
    jobs.check = async () => {
      throw new SpokenError('layer-missing', {}, null, TEXT);
    };
    await expect(workspace.check()).rejects.toThrow();
    expect(workspace.state).toMatchObject({ report: CHECKED, stale: true, checking: null });
  });
});

describe('the catalog', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('takes the report of the catalog before off the screen; the last one asked for wins', async () => {
    const served = new Map<string, (response: Response) => void>();
    vi.stubGlobal('fetch', (url: string) => new Promise((resolve) => served.set(url, resolve)));
    const serve = (url: string, id: string) =>
      served.get(url)!(new Response(JSON.stringify({ ...CATALOG, region: id })));
    const { workspace } = scene();
    await workspace.open(file('a.txt'));
    await workspace.check();
    const first = workspace.loadCatalog('http://localhost/a.json');
    expect(workspace.state).toMatchObject({ catalog: null, report: null });
    const second = workspace.loadCatalog('http://localhost/b.json');
    serve('http://localhost/b.json', '62');
    await second;
    serve('http://localhost/a.json', '64');
    await first;
    expect(workspace.state.catalog?.region).toBe('62');
    expect(workspace.project).toBe(PROJECT);
  });
});

describe('the next step', () => {
  it('asks for layers, never offers the report first, while something was not looked at', async () => {
    const { workspace, footer } = scene({ check: async () => UNDETERMINED });
    await workspace.open(file('a.txt'));
    await workspace.check();
    expect(footer()).toMatchObject({
      sentence: '下一步：补齐 2 个图层后重新核查。',
      primary: { act: 'check' },
      other: { act: 'report', label: '仍要出报告' },
    });
  });

  it('offers the report with the number of open questions', async () => {
    const { workspace, footer } = scene();
    expect(footer().primary.act).toBe('open');
    await workspace.open(file('a.txt'));
    expect(footer().primary.act).toBe('check');
    await workspace.check();
    expect(footer()).toMatchObject({
      sentence: '下一步：答 1 个问题，或直接生成报告。',
      primary: { act: 'report' },
    });
    workspace.answer('temporaryLand', 'yes');
    expect(footer().primary.act).toBe('check');
  });
});

it('gives back the very list that was restored, by which the history knows its own step', () => {
  const { workspace } = scene({});
  const projects = [{ id: '1', name: 'a', claim: {}, parcels: [], notes: [] }] as never;
  workspace.restore(projects, [[]], 0);
  expect(workspace.state.projects).toBe(projects);
});
