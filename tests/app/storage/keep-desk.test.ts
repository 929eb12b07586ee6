import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckJobs } from '../../../src/app/check-client.ts';
import { KeepDesk, type KeepView, NOTHING_KEPT } from '../../../src/app/storage/keep-desk.ts';
import {
  faultOf,
  type KeptWork,
  StorageFault,
  type WorkStore,
} from '../../../src/app/storage/work-store.ts';
import { type SavedWork, Workspace } from '../../../src/app/workspace.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { ReportOverride } from '../../../src/domain/report.ts';
import { CHECKED, PROJECT } from '../../components/fixtures/site.ts';

/** A browser's storage for one test: what a tab holds is gone with it, the rest stays. */
class FakeStorage {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string): void {
    (this as unknown as Record<string, string>)[key] = value;
  }
  removeItem(key: string): void {
    delete (this as unknown as Record<string, string>)[key];
  }
}

class MemoryStore implements WorkStore {
  readonly kept = new Map<string, { about: KeptWork; work: SavedWork }>();
  fault: StorageFault | null = null;
  writes = 0;

  async list(): Promise<KeptWork[]> {
    this.#check();
    return [...this.kept.values()].map(({ about }) => about).sort((a, b) => b.savedAt - a.savedAt);
  }
  async read(key: string): Promise<SavedWork | null> {
    this.#check();
    return this.kept.get(key)?.work ?? null;
  }
  async write(about: KeptWork, work: SavedWork): Promise<void> {
    this.#check();
    this.writes++;
    this.kept.set(about.key, { about, work: structuredClone(work) });
  }
  async remove(key: string): Promise<void> {
    this.#check();
    this.kept.delete(key);
  }
  async clear(): Promise<void> {
    this.#check();
    this.kept.clear();
  }
  #check(): void {
    if (this.fault) throw this.fault;
  }
}

const OPINION: ReportOverride = {
  rule: 'PBF-1',
  line: 'permanent-basic-farmland',
  zone: null,
  verdict: 'avoid',
  reason: '理由',
  name: '张三',
  at: '2026-11-22T00:00:00Z',
};
const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
const projectOf = (name: string): Project => ({
  ...PROJECT,
  id: name,
  name,
  claim: {},
  source: { file: name, sha256: name.padEnd(64, '0') },
});

function tab(store: WorkStore) {
  let view: KeepView = NOTHING_KEPT;
  const told: string[] = [];
  let clock = 1000;
  const jobs: CheckJobs = {
    open: async ({ file: { name } }) => ({
      projects: [projectOf(name)],
      noteTexts: [[]],
      fields: [],
    }),
    check: async () => CHECKED,
    export: async () => ({ fileName: '', mediaType: '', bytes: new Uint8Array() }),
    pack: async () => Promise.reject(new Error('not asked for here')),
  };
  const workspace = new Workspace(
    () => jobs,
    () => desk?.noted(),
  );
  const desk: KeepDesk = new KeepDesk(
    {
      workspace,
      view: () => view,
      show: (next) => {
        view = next;
      },
      tell: ({ zh }) => told.push(zh),
      isKept: ({ projects }) => projects[0]?.source.file !== 'sample.txt',
      now: () => clock++,
    },
    store,
  );
  return { workspace, desk, told, view: () => view };
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', new FakeStorage());
  vi.stubGlobal('localStorage', new FakeStorage());
});
afterEach(() => vi.unstubAllGlobals());

/** The same browser with another tab: what the session held is gone. */
const newTab = () => vi.stubGlobal('sessionStorage', new FakeStorage());

describe('what is kept', () => {
  it('comes back after a reload with project, answers and place in the list, and says so', async () => {
    const store = new MemoryStore();
    const first = tab(store);
    await first.desk.begin();
    await first.workspace.openAll([file('a'), file('b')]);
    first.workspace.pick(1);
    first.workspace.answer('temporaryLand', 'yes');
    first.workspace.override(OPINION);
    await first.desk.flush();
    expect(first.view()).toMatchObject({ savedAt: 1000, fault: null });

    const second = tab(store);
    expect(await second.desk.begin()).toBe(true);
    expect(second.workspace.state).toMatchObject({ index: 1, claim: { temporaryLand: 'yes' } });
    expect(second.workspace.state.overrides).toEqual([OPINION]);
    expect(second.workspace.state.projects.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(second.view().restored).toEqual({ name: 'a +1', savedAt: 1000 });
    expect(await second.workspace.reread({ shift: 'gcj02' })).toMatchObject({ name: 'b' });
    expect(second.view().restored).toBeNull();
    newTab();
    expect(await tab(store).desk.begin()).toBe(true);
  });

  it('is written once for several changes in a row, and not for what is only looked at', async () => {
    const store = new MemoryStore();
    const { workspace, desk } = tab(store);
    await desk.begin();
    await workspace.open(file('a'));
    workspace.answer('temporaryLand', 'yes');
    workspace.answer('temporaryLand', 'no');
    await desk.flush();
    expect(store.writes).toBe(1);
    await workspace.check();
    await desk.flush();
    expect(store.writes).toBe(1);
  });

  it('is one work however often its file is opened; drawn work keeps its place while it changes', async () => {
    const store = new MemoryStore();
    const { workspace, desk } = tab(store);
    await desk.begin();
    await workspace.open(file('a'));
    await desk.flush();
    await workspace.open(file('a'));
    workspace.answer('temporaryLand', 'yes');
    await desk.flush();
    expect(store.kept.size).toBe(1);
    const drawn = projectOf('drawn');
    workspace.setProject(drawn);
    await desk.flush();
    workspace.setProject({ ...drawn, source: { ...drawn.source, sha256: 'f'.repeat(64) } });
    await desk.flush();
    expect(store.kept.size).toBe(2);
  });

  it('is never the sample', async () => {
    const store = new MemoryStore();
    const { workspace, desk } = tab(store);
    await desk.begin();
    await workspace.open(file('sample.txt'));
    await desk.flush();
    expect(store.writes).toBe(0);
  });

  it('is not restored after it was closed', async () => {
    const store = new MemoryStore();
    const first = tab(store);
    await first.desk.begin();
    await first.workspace.open(file('a'));
    await first.desk.flush();
    first.workspace.setProject(null);
    const second = tab(store);
    expect(await second.desk.begin()).toBe(false);
    expect(second.view().recent?.map(({ title }) => title)).toEqual(['a']);
  });

  it('is not restored again where restoring it never ended', async () => {
    const store = new MemoryStore();
    const first = tab(store);
    await first.desk.begin();
    await first.workspace.open(file('a'));
    await first.desk.flush();
    expect(await tab(store).desk.begin()).toBe(true);
    // that page died before it was settled
    const third = tab(store);
    expect(await third.desk.begin()).toBe(false);
    expect(third.view().recent).toHaveLength(1);
    const fourth = tab(store);
    expect(await fourth.desk.begin()).toBe(true);
    fourth.desk.settled();
    expect(await tab(store).desk.begin()).toBe(true);
  });

  it('goes away by itself or altogether, with what the tab had open', async () => {
    const store = new MemoryStore();
    const { workspace, desk, view } = tab(store);
    await desk.begin();
    for (const name of ['a', 'b']) {
      await workspace.open(file(name));
      await desk.flush();
    }
    const [newest, oldest] = view().recent!;
    expect(newest?.title).toBe('b');
    await desk.remove(oldest!.key);
    expect(view().recent?.map(({ title }) => title)).toEqual(['b']);
    localStorage.setItem('sanxian.preferences.1', '{}');
    localStorage.setItem('another', 'stays');
    await desk.clear();
    expect(view()).toMatchObject({ recent: [], savedAt: null });
    // settings go with `clearAllData`; what tab had what open goes here
    expect(Object.keys(localStorage).sort()).toEqual(['another', 'sanxian.preferences.1']);
    expect(workspace.project?.name).toBe('b');
  });

  it('leaves out the bytes of a huge file, and then it is not read again', async () => {
    const store = new MemoryStore();
    const { workspace, desk } = tab(store);
    await desk.begin();
    await workspace.open({ name: 'huge', bytes: new Uint8Array(30_000_001) });
    await desk.flush();
    expect([...store.kept.values()][0]?.work.files[0]?.file.bytes).toHaveLength(0);
    const second = tab(store);
    await second.desk.begin();
    expect(second.workspace.project?.name).toBe('huge');
    expect(second.workspace.reread({ nameField: 'x' })).toBeNull();
  });
});

describe('a browser that refuses', () => {
  it('is said once; everything else works', async () => {
    const store = new MemoryStore();
    store.fault = new StorageFault('denied', 'no');
    const { workspace, desk, told, view } = tab(store);
    expect(await desk.begin()).toBe(false);
    await workspace.open(file('a'));
    workspace.answer('temporaryLand', 'yes');
    await desk.flush();
    expect(told).toEqual([expect.stringContaining('浏览器不允许本机保存')]);
    expect(view().recent).toBeNull();
    expect(workspace.project?.name).toBe('a');
  });

  it('says that it is full until there is room again', async () => {
    const store = new MemoryStore();
    const { workspace, desk, view } = tab(store);
    await desk.begin();
    store.fault = new StorageFault('full', 'quota');
    await workspace.open(file('a'));
    await desk.flush();
    expect(view().fault?.zh).toBe('本机存储已满，项目尚未保存，请导出项目文件。');
    expect(view().savedAt).toBeNull();
    store.fault = null;
    workspace.answer('temporaryLand', 'yes');
    await desk.flush();
    expect(view()).toMatchObject({ fault: null, savedAt: 1001 });
  });

  it('is told apart by what it throws', () => {
    const named = (name: string) => faultOf(new DOMException('why', name)).kind;
    expect(named('QuotaExceededError')).toBe('full');
    expect(named('SecurityError')).toBe('denied');
    expect(named('InvalidStateError')).toBe('denied');
    expect(named('DataError')).toBe('failed');
    expect(faultOf('text')).toMatchObject({ kind: 'failed', message: 'text' });
  });
});
