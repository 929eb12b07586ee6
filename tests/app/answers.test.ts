import { describe, expect, it } from 'vitest';
import type { CheckJobs } from '../../src/app/check-client.ts';
import { Workspace } from '../../src/app/workspace.ts';
import { boxPlace } from '../../src/components/path-boxes.ts';
import type { CheckReport, ReportOverride } from '../../src/domain/report.ts';
import { CHECKED, PROJECT } from '../components/fixtures/site.ts';

function scene(change: Partial<CheckJobs> = {}) {
  const asked: string[] = [];
  const answer = (how: string) => async (): Promise<CheckReport> => {
    asked.push(how);
    return CHECKED;
  };
  const jobs: CheckJobs = {
    open: async () => ({ projects: [PROJECT], noteTexts: [[]], fields: [] }),
    pack: async () => Promise.reject(new Error('not asked for here')),
    check: answer('check'),
    judge: answer('judge'),
    export: async () => ({ fileName: '', mediaType: '', bytes: new Uint8Array() }),
    explain: async () => ({ agrees: true, paths: [] }),
    ...change,
  };
  const workspace = new Workspace(
    () => jobs,
    () => {},
  );
  return { workspace, asked, jobs };
}

const judged = CHECKED.findings.find(({ verdict }) => verdict !== null)!;
const opinion = (change: Partial<ReportOverride> = {}): ReportOverride => ({
  rule: judged.rule,
  line: judged.line,
  zone: judged.zone,
  verdict: 'avoid',
  reason: '理由',
  name: '张三',
  at: '2026-11-22T00:00:00Z',
  ...change,
});

describe('answers', () => {
  it('are judged only on ground that was checked; else it is checked', async () => {
    const { workspace, asked } = scene();
    await workspace.open({ name: 'a.txt', bytes: new Uint8Array() });
    await workspace.judge();
    await workspace.judge();
    expect(asked).toEqual(['check', 'judge']);
  });

  it('are checked by those who cannot judge alone', async () => {
    const { workspace, asked, jobs } = scene();
    delete jobs.judge;
    await workspace.open({ name: 'a.txt', bytes: new Uint8Array() });
    await workspace.check();
    await workspace.judge();
    expect(asked).toEqual(['check', 'check']);
  });
});

describe('opinions', () => {
  it('stand in the report on screen, one of each name, and leave with their finding', async () => {
    const { workspace, jobs } = scene();
    await workspace.open({ name: 'a.txt', bytes: new Uint8Array() });
    await workspace.check();
    workspace.override(opinion());
    workspace.override(opinion({ name: '李四' }));
    workspace.override(opinion({ reason: '新的理由' }));
    const held = () => workspace.state.report!.overrides.map(({ name, reason }) => name + reason);
    expect(held()).toEqual(['李四理由', '张三新的理由']);
    expect(workspace.state.report!.digest).toBe(CHECKED.digest);
    await workspace.judge();
    expect(held()).toHaveLength(2);
    jobs.judge = async () => ({ ...CHECKED, findings: [] });
    await workspace.judge();
    expect(workspace.state.overrides).toEqual([]);
    expect(held()).toEqual([]);
  });

  it('are taken back by place, and belong to one project', async () => {
    const { workspace } = scene();
    await workspace.open({ name: 'a.txt', bytes: new Uint8Array() });
    await workspace.check();
    workspace.override(opinion());
    workspace.withdraw(judged);
    expect(workspace.state.report).toEqual(CHECKED);
    await workspace.openAll(['a', 'b'].map((name) => ({ name, bytes: new Uint8Array() })));
    workspace.override(opinion());
    workspace.pick(1);
    expect(workspace.state.overrides).toEqual([]);
    workspace.pick(0);
    expect(workspace.state.overrides).toEqual([opinion()]);
  });
});

describe('the ways behind a report', () => {
  it('are kept with the report they explain, and not for one that is gone', async () => {
    const { workspace, jobs } = scene();
    await workspace.open({ name: 'a.txt', bytes: new Uint8Array() });
    await workspace.explain();
    expect(workspace.state.explained).toBeNull();
    await workspace.check();
    await workspace.explain();
    expect(workspace.state.explained!.of.digest).toBe(CHECKED.digest);
    const before = workspace.state.explained;
    jobs.explain = async () => {
      jobs.check = async () => ({ ...CHECKED, digest: `sha256:${'0'.repeat(64)}` });
      await workspace.check();
      return { agrees: false, paths: [] };
    };
    await workspace.explain();
    expect(workspace.state.explained).toBe(before);
  });
});

it('boxes run to the right, then back', () => {
  const places = [0, 1, 2, 3, 4, 5, 6].map(boxPlace).map(({ row, column }) => [row, column]);
  expect(places).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 3],
    [2, 2],
    [2, 1],
    [3, 1],
  ]);
});
