import { describe, expect, it } from 'vitest';
import type { BatchAsk, ListedPart } from '../../../src/app/batch/batch-ask.ts';
import { type BatchJobs, BatchRunner } from '../../../src/app/batch/batch-runner.ts';
import { sortFiles } from '../../../src/app/batch/batch-sources.ts';
import { SpokenError } from '../../../src/app/spoken-error.ts';
import type { SummaryItem } from '../../../src/domain/summary.ts';
import { handle } from './handles.ts';

const both = (word: string) => ({ zh: word, en: word });
const item = (name: string): SummaryItem => ({
  source: { file: name, sha256: 'a'.repeat(64), numberInFile: null },
  id: name,
  name,
  county: null,
  report: null,
  digest: `sha256:${'b'.repeat(64)}`,
  verdict: 'clear',
  complete: true,
  areaM2: 1,
  lines: {},
  error: null,
});
const facts = { headline: 'clear', lines: [], open: 0 } as const;

/** What a file is said to hold. */
type Held = number | 'garbage' | 'asks' | 'dies';

/** Jobs that answer at once, in the order asked; `gate` holds a check back. */
function scene(files: Readonly<Record<string, Held>>, gate: () => Promise<void> = async () => {}) {
  const asked: string[] = [];
  let now = 0;
  let changes = 0;
  const jobs: BatchJobs = {
    async batch(ask: BatchAsk, _url: string, signal?: AbortSignal) {
      if (ask.what === 'list') {
        asked.push(`list ${ask.source.name}`);
        return listed(ask.source.name, Object.keys(ask.answers).length > 0) as never;
      }
      if (ask.what !== 'check') throw new Error(`not asked here: ${ask.what}`);
      const { name } = ask.source;
      asked.push(`check ${name} ${ask.project}`);
      await Promise.race([
        gate(),
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () =>
            reject(new DOMException('canceled', 'AbortError')),
          );
        }),
      ]);
      now += 1000;
      if (files[name] === 'dies') throw new SpokenError('worker-died', {}, null, both('中断两次'));
      return { item: item(`${name} ${ask.project}`), facts } as never;
    },
    close() {},
  };
  const listed = (name: string, answered: boolean): ListedPart[] => {
    const held = files[name]!;
    const part = { file: name, sha256: 'a'.repeat(64) };
    if (held === 'garbage') {
      return [{ ...part, fault: { code: 'err-unknown', text: both('不认识'), asks: false } }];
    }
    if (held === 'asks' && !answered) {
      return [{ ...part, fault: { code: 'crs-unknown', text: both('哪个坐标系'), asks: true } }];
    }
    const projects = Array.from({ length: typeof held === 'number' ? held : 1 }, (_, i) => ({
      id: `${i}`,
      name: `${name} ${i}`,
    }));
    return [{ ...part, projects, fields: [] }];
  };
  const runner = new BatchRunner({
    jobs: () => jobs,
    catalogUrl: () => 'http://localhost/catalog.json',
    now: () => now,
    changed: () => {
      changes++;
    },
  });
  const names = Object.keys(files);
  const { sources } = sortFiles(names.map((name) => ({ path: name, file: handle(name, name) })));
  return { runner, asked, sources, changes: () => changes };
}

const states = (runner: BatchRunner) => runner.rows.map(({ state }) => state);

describe('a batch', () => {
  it('checks in order, opens what a file holds in its place, and goes on after bad files', async () => {
    const { runner, asked, sources } = scene({
      'a.txt': 1,
      'bad.bin': 'garbage',
      'b.csv': 3,
      'ask.txt': 'asks',
      'dies.txt': 'dies',
      'c.txt': 1,
    });
    runner.add(sources);
    runner.start();
    await runner.settled;
    expect(asked).toEqual([
      'list a.txt',
      'check a.txt 0',
      'list bad.bin',
      'list b.csv',
      'check b.csv 0',
      'check b.csv 1',
      'check b.csv 2',
      'list ask.txt',
      'list dies.txt',
      'check dies.txt 0',
      'list c.txt',
      'check c.txt 0',
    ]);
    expect(states(runner)).toEqual([
      ...['done', 'failed', 'done', 'done', 'done', 'asks', 'failed', 'done'],
    ]);
    expect(runner.run).toBe('idle');
    const [, bad, , , third, asks, died] = runner.rows;
    expect(bad!.why?.zh).toBe('不认识');
    expect(bad!.item).toMatchObject({
      verdict: null,
      complete: false,
      error: { code: 'err-unknown' },
    });
    expect(third!.from.numberInFile).toBe(3);
    expect(asks!.item).toMatchObject({ verdict: null, complete: false });
    expect(died!.why?.zh).toBe('中断两次');
    expect(died!.item?.error?.code).toBe('worker-died');
    expect(new Set(runner.rows.map(({ key }) => key)).size).toBe(8);
  });

  it('finishes the project under way when paused, begins no other, and goes on', async () => {
    const waiting: (() => void)[] = [];
    const { runner, asked, sources } = scene(
      { 'a.txt': 3 },
      () => new Promise((resolve) => waiting.push(() => resolve())),
    );
    runner.add(sources);
    runner.start();
    await expect.poll(() => waiting.length).toBe(1);
    runner.pause();
    expect(runner.remainingS).toBeNull();
    waiting.shift()!();
    await runner.settled;
    expect(states(runner)).toEqual(['done', 'waiting', 'waiting']);
    expect(runner.run).toBe('paused');
    runner.start();
    for (const _ of [1, 2]) {
      await expect.poll(() => waiting.length).toBe(1);
      waiting.shift()!();
    }
    await runner.settled;
    expect(states(runner)).toEqual(['done', 'done', 'done']);
    expect(asked.filter((one) => one.startsWith('list'))).toHaveLength(1);
  });

  it('gives up the project under way when canceled; it waits, unchecked, and can be gone on with', async () => {
    let open = false;
    const { runner, sources } = scene({ 'a.txt': 2, 'b.txt': 1 }, () =>
      open ? Promise.resolve() : new Promise(() => {}),
    );
    runner.add(sources);
    runner.start();
    await expect.poll(() => states(runner)).toContain('running');
    await expect.poll(() => runner.rows.length).toBe(3);
    runner.cancel();
    await runner.settled;
    expect(states(runner)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(runner.rows.every(({ item: one }) => one === null)).toBe(true);
    open = true;
    runner.start();
    await runner.settled;
    expect(states(runner)).toEqual(['done', 'done', 'done']);
  });

  it('reads a file anew with what was answered, in its place', async () => {
    const { runner, sources } = scene({ 'a.txt': 1, 'ask.txt': 'asks', 'c.txt': 1 });
    runner.add(sources);
    runner.start();
    await runner.settled;
    const key = runner.rows[1]!.key;
    runner.setAnswers(sources[1]!.key, { crs: 4523 });
    runner.start();
    await runner.settled;
    expect(states(runner)).toEqual(['done', 'done', 'done']);
    expect(runner.rows[1]!.key).toBe(key);
    expect(runner.rows[1]!.name).toBe('ask.txt 0');
  });

  it('repeats what failed, and only that', async () => {
    const { runner, asked, sources } = scene({ 'a.txt': 1, 'dies.txt': 'dies' });
    runner.add(sources);
    runner.start();
    await runner.settled;
    const before = asked.length;
    runner.again(new Set([runner.rows[1]!.key]));
    expect(states(runner)).toEqual(['done', 'waiting']);
    expect(runner.rows[1]!.item).toBeNull();
    runner.start();
    await runner.settled;
    expect(asked.slice(before)).toEqual(['check dies.txt 0']);
  });

  it('keeps the same file once, and gives a lost one back to its rows', async () => {
    const { runner, sources } = scene({ 'a.txt': 1 });
    expect(runner.add(sources)).toBe(1);
    expect(runner.add(sources)).toBe(0);
    expect(runner.rows).toHaveLength(1);
  });

  it('holds no geometry and no bytes: a row of 40 lines is a few hundred bytes', async () => {
    const { runner, sources } = scene({ 'big.csv': 2000 });
    runner.add(sources);
    runner.start();
    await runner.settled;
    const text = JSON.stringify(runner.rows);
    expect(text).not.toMatch(/coordinates|geometry|polygons/);
    expect(text.length / runner.rows.length).toBeLessThan(1000);
  });

  it('foretells from what was seen, and never while it rests', async () => {
    const waiting: (() => void)[] = [];
    const { runner, sources } = scene(
      { 'a.txt': 10 },
      () => new Promise((resolve) => waiting.push(() => resolve())),
    );
    runner.add(sources);
    runner.start();
    for (let i = 0; i < 4; i++) {
      await expect.poll(() => waiting.length).toBe(1);
      waiting.shift()!();
    }
    await expect.poll(() => waiting.length).toBe(1);
    // four took 1 s each by the clock of the scene; six are left
    expect(runner.remainingS).toBe(6);
    runner.cancel();
    expect(runner.remainingS).toBeNull();
  });

  it('restores rows; one that was under way waits again', async () => {
    const { runner, sources } = scene({ 'a.txt': 2 });
    runner.add(sources);
    runner.start();
    await runner.settled;
    const rows = runner.rows.map((row, i) =>
      i === 1 ? { ...row, state: 'running' as const } : row,
    );
    const other = scene({ 'a.txt': 2 });
    other.runner.restore([...runner.sources.values()], rows);
    expect(states(other.runner)).toEqual(['done', 'waiting']);
    other.runner.start();
    await other.runner.settled;
    expect(other.asked).toEqual(['check a.txt 1']);
  });
});
