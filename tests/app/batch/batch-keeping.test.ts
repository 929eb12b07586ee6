import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goneFile, isGone } from '../../../src/app/batch/batch-ask.ts';
import { BatchKeeping } from '../../../src/app/batch/batch-keeping.ts';
import { BatchRunner } from '../../../src/app/batch/batch-runner.ts';
import { sortFiles } from '../../../src/app/batch/batch-sources.ts';
import type { BatchStore, KeptSource } from '../../../src/app/batch/batch-store.ts';
import { StorageFault } from '../../../src/app/storage/work-store.ts';
import type { BatchRow } from '../../../src/components/batch-rows.ts';
import { handle } from './handles.ts';

/** A store in memory that tells what it was given. */
function memoryStore(fault: StorageFault | null = null) {
  const kept = new Map<string, KeptSource>();
  const writes: string[][] = [];
  let made = '';
  const store: BatchStore = {
    async read() {
      if (fault) throw fault;
      const sources = [...kept.values()].sort((a, b) => a.order - b.order);
      return made === '' ? null : { made, sources };
    },
    async write(with_, sources) {
      if (fault) throw fault;
      made = with_;
      writes.push(sources.map(({ source }) => source.name));
      for (const one of sources) kept.set(one.source.key, structuredCloneLike(one));
    },
    async clear() {
      kept.clear();
      made = '';
    },
  };
  return { store, kept, writes };
}

/** Rows are copied; a handle crosses as it is. */
const structuredCloneLike = (one: KeptSource): KeptSource => ({
  ...one,
  rows: JSON.parse(JSON.stringify(one.rows)) as BatchRow[],
});

function scene(store: BatchStore | null, madeWith = () => 'edition 1') {
  const refused: string[] = [];
  const runner: BatchRunner = new BatchRunner({
    jobs: () => {
      throw new Error('nothing is asked here');
    },
    catalogUrl: () => '',
    now: () => 0,
    changed: (source) => keeping.noted(source),
  });
  const keeping: BatchKeeping = new BatchKeeping({
    store: () => store,
    madeWith,
    runner,
    refused: (cause) => refused.push(cause.message),
  });
  return { runner, keeping, refused };
}

const files = (...names: string[]) =>
  sortFiles(names.map((name) => ({ path: name, file: handle(name, name) }))).sources;
const doneRow = (row: BatchRow): BatchRow => ({
  ...row,
  state: 'done',
  place: { part: 0, project: 0 },
  facts: { headline: 'clear', lines: [], open: 0 },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a batch that is kept', () => {
  it('writes what has changed once it rests, and brings it back in its order', async () => {
    const { store, writes } = memoryStore();
    const one = scene(store);
    one.keeping.dropOutdated();
    one.runner.add(files('a.txt', 'b.txt'));
    expect(writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(writes).toEqual([['a.txt', 'b.txt']]);
    one.runner.setClaim(one.runner.rows[1]!.key, { temporaryLand: 'yes' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(writes[1]).toEqual(['b.txt']);

    const two = scene(store);
    expect(await two.keeping.restore()).toEqual({ missing: 0, outdated: 0 });
    expect(two.runner.rows.map(({ from }) => from.file)).toEqual(['a.txt', 'b.txt']);
    expect(two.runner.rows[1]!.claim).toEqual({ temporaryLand: 'yes' });
    // what was just read is not written again
    await vi.advanceTimersByTimeAsync(5000);
    expect(writes).toHaveLength(2);
  });

  it('lets results wait again that were made with other layers', async () => {
    const { store } = memoryStore();
    const one = scene(store);
    one.keeping.dropOutdated();
    one.runner.add(files('a.txt', 'b.txt'));
    one.runner.restore(
      [...one.runner.sources.values()],
      one.runner.rows.map((row, i) => (i === 0 ? doneRow(row) : row)),
    );
    await vi.advanceTimersByTimeAsync(3000);
    const two = scene(store, () => 'edition 2');
    expect(await two.keeping.restore()).toEqual({ missing: 0, outdated: 1 });
    expect(two.runner.rows.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(two.runner.rows[0]!.facts).toBeNull();
  });

  it('is cleared at once, and by nothing that was still to be written', async () => {
    const { store, kept } = memoryStore();
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const slow: BatchStore = {
      ...store,
      async write(made, sources) {
        asked.push('write');
        // as a store does: what was asked before a clearing does not outlive it
        const before = asked.length;
        await new Promise<void>((resolve) => waiting.push(resolve));
        if (!asked.slice(before).includes('clear')) await store.write(made, sources);
      },
      clear() {
        asked.push('clear');
        return store.clear();
      },
    };
    const { runner, keeping } = scene(slow);
    keeping.dropOutdated();
    runner.add(files('a.txt'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual(['write']);
    // one write is under way, another waits for it, a third rests
    runner.setClaim(runner.rows[0]!.key, { temporaryLand: 'yes' });
    void keeping.flush();
    runner.setClaim(runner.rows[0]!.key, { temporaryLand: 'no' });
    runner.clear();
    void keeping.clear();
    // not a turn later: the page may be gone
    expect(asked).toEqual(['write', 'clear']);
    for (const go of waiting) go();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual(['write', 'clear']);
    expect(kept.size).toBe(0);
    // what is given afterwards is kept again
    runner.add(files('b.txt'));
    await vi.advanceTimersByTimeAsync(2000);
    for (const go of waiting) go();
    await vi.advanceTimersByTimeAsync(100);
    expect([...kept.values()].map(({ source }) => source.name)).toEqual(['b.txt']);
  });

  it('counts files that were too large to keep', async () => {
    const { store, kept } = memoryStore();
    const one = scene(store);
    one.keeping.dropOutdated();
    one.runner.add(files('a.txt'));
    await vi.advanceTimersByTimeAsync(2000);
    for (const [key, own] of kept) {
      kept.set(key, { ...own, source: { ...own.source, file: goneFile(own.source.file) } });
    }
    const two = scene(store);
    expect(await two.keeping.restore()).toEqual({ missing: 1, outdated: 0 });
    // given again it is there, and no second row
    two.runner.add(files('a.txt'));
    expect(two.runner.rows).toHaveLength(1);
    expect(isGone([...two.runner.sources.values()][0]!.source.file)).toBe(false);
  });

  it('says once that storage refuses, and leaves the batch alone', async () => {
    const { store } = memoryStore(new StorageFault('full', new Error('no room')));
    const { runner, keeping, refused } = scene(store);
    expect(await keeping.restore()).toBeNull();
    runner.add(files('a.txt'));
    await vi.advanceTimersByTimeAsync(3000);
    runner.add(files('b.txt'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(refused).toEqual(['no room']);
    expect(runner.rows).toHaveLength(2);
  });

  it('keeps nothing where nothing is to be kept', async () => {
    const { runner, keeping, refused } = scene(null);
    expect(await keeping.restore()).toBeNull();
    runner.add(files('a.txt'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(refused).toEqual([]);
  });
});
