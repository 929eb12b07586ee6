import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckClient, type CheckWorkerLike } from '../../src/app/check-client.ts';
import type { CheckRequest } from '../../src/app/check-protocol.ts';
import { SpokenError } from '../../src/app/spoken-error.ts';
import { CHECKED, PROJECT } from '../components/fixtures/site.ts';

/** Workers that only remember what they were told; the test answers for them. */
function scene() {
  const workers: (CheckWorkerLike & { heard: CheckRequest[]; ended: boolean })[] = [];
  let restarts = 0;
  let reopened = 0;
  const client = new CheckClient(
    () => {
      const worker: (typeof workers)[number] = {
        heard: [],
        ended: false,
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        postMessage(message) {
          this.heard.push(message);
        },
        terminate() {
          this.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    () => {
      restarts++;
    },
    () => {
      reopened++;
    },
  );
  return { client, workers, restarts: () => restarts, reopened: () => reopened };
}

const JOB = { project: PROJECT, claim: {}, catalogUrl: 'http://localhost/catalog.json' };
const NO_PROGRESS = () => {};
const opening = (name: string, crs?: number) => ({
  file: { name, bytes: new Uint8Array() },
  answers: crs === undefined ? {} : { crs },
  catalogUrl: '',
});

describe('CheckClient', () => {
  it('starts no worker before it is needed and hands answers to their askers', async () => {
    const { client, workers } = scene();
    expect(workers).toHaveLength(0);
    const note = { zh: '含 1 个孔洞', en: 'one hole' };
    const first = client.open(opening('a.txt'));
    const second = client.open(opening('b.txt', 4523));
    const [worker] = workers;
    expect(
      worker!.heard.map((one) => one.type === 'open' && [one.file.name, one.answers.crs]),
    ).toEqual([
      ['a.txt', undefined],
      ['b.txt', 4523],
    ]);
    worker!.onmessage!({
      data: { id: worker!.heard[1]!.id, type: 'projects', projects: [], noteTexts: [], fields: [] },
    });
    worker!.onmessage!({
      data: {
        id: worker!.heard[0]!.id,
        type: 'projects',
        projects: [PROJECT],
        noteTexts: [[note]],
        fields: [],
      },
    });
    expect(await first).toEqual({ projects: [PROJECT], noteTexts: [[note]], fields: [] });
    expect(await second).toEqual({ projects: [], noteTexts: [], fields: [] });
  });

  it('rejects with the code, the detail and the sentence of the worker', async () => {
    const { client, workers } = scene();
    const asked = client.open(opening('a.txt'));
    const text = { zh: '空文件', en: 'empty' };
    workers[0]!.onmessage!({
      data: {
        id: 1,
        type: 'error',
        error: { code: 'err-empty', params: { file: 'a.txt' }, detail: [1], text },
      },
    });
    const error = await asked.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SpokenError);
    expect(error).toMatchObject({ code: 'err-empty', detail: [1], text });
  });

  it('tells progress until the report comes', async () => {
    const { client, workers } = scene();
    const steps: string[] = [];
    const asked = client.check(JOB, ({ step }) => steps.push(step));
    const answer = workers[0]!.onmessage!;
    answer({ data: { id: 1, type: 'progress', progress: { step: 'judging' } } });
    answer({ data: { id: 1, type: 'report', report: CHECKED } });
    answer({ data: { id: 1, type: 'progress', progress: { step: 'done' } } });
    expect((await asked).number).toBe(CHECKED.number);
    expect(steps).toEqual(['judging']);
  });

  it('tells that the catalog was opened anew, and waits on for the report', async () => {
    const { client, workers, reopened } = scene();
    const asked = client.check(JOB, NO_PROGRESS);
    const answer = workers[0]!.onmessage!;
    answer({ data: { id: 1, type: 'reopened' } });
    expect(reopened()).toBe(1);
    answer({ data: { id: 1, type: 'report', report: CHECKED } });
    expect((await asked).number).toBe(CHECKED.number);
    answer({ data: { id: 1, type: 'reopened' } });
    expect(reopened()).toBe(1);
  });

  it('starts a dead worker again, repeats the job once, and says so', async () => {
    const { client, workers, restarts } = scene();
    const asked = client.check(JOB, NO_PROGRESS);
    workers[0]!.onerror!({ message: 'out of memory' });
    expect(workers).toHaveLength(2);
    expect(workers[0]!.ended).toBe(true);
    expect(workers[1]!.heard).toEqual(workers[0]!.heard);
    expect(restarts()).toBe(1);
    workers[1]!.onmessage!({ data: { id: 1, type: 'report', report: CHECKED } });
    expect((await asked).complete).toBe(true);
  });

  it('gives up when the repetition dies too, and serves the next job', async () => {
    const { client, workers } = scene();
    const asked = client.check(JOB, NO_PROGRESS);
    workers[0]!.onerror!({});
    workers[1]!.onerror!({ message: 'again' });
    await expect(asked).rejects.toMatchObject({
      code: 'worker-died',
      params: { message: 'again' },
    });
    void client.open(opening('a.txt'));
    expect(workers).toHaveLength(3);
  });

  it('ignores a worker that was already replaced', () => {
    const { client, workers, restarts } = scene();
    void client.check(JOB, NO_PROGRESS).catch(() => {});
    workers[0]!.onerror!({});
    workers[0]!.onerror!({});
    expect(workers).toHaveLength(2);
    expect(restarts()).toBe(1);
  });

  it('cancels: the worker is told which job, the asker gets an AbortError', async () => {
    const { client, workers } = scene();
    const abort = new AbortController();
    const asked = client.check(JOB, NO_PROGRESS, abort.signal);
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]!.heard.at(-1)).toMatchObject({ type: 'cancel', target: 1 });
    workers[0]!.onmessage!({ data: { id: 1, type: 'report', report: CHECKED } });
  });
});

describe('a file that is given up', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends a worker that is too busy to hear, and asks a new one for what else was owed', async () => {
    const { client, workers } = scene();
    const abort = new AbortController();
    const read = client.open(opening('huge.txt'), NO_PROGRESS, abort.signal);
    const checked = client.check(JOB, NO_PROGRESS);
    abort.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]!.ended).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(workers[0]!.ended).toBe(true);
    expect(workers[1]!.heard).toEqual([workers[0]!.heard[1]]);
    workers[1]!.onmessage!({ data: { id: 2, type: 'report', report: CHECKED } });
    expect((await checked).number).toBe(CHECKED.number);
  });

  it('keeps a worker that lets go by itself; progress alone is no such sign', async () => {
    const { client, workers } = scene();
    const abort = new AbortController();
    const read = client.open(opening('a.txt'), NO_PROGRESS, abort.signal);
    abort.abort();
    await expect(read).rejects.toThrow();
    const text = { zh: '', en: '' };
    const error = { code: 'aborted', params: {}, detail: null, text };
    workers[0]!.onmessage!({ data: { id: 1, type: 'error', error } });
    vi.advanceTimersByTime(1000);
    expect(workers[0]!.ended).toBe(false);

    const again = new AbortController();
    const second = client.open(opening('a.txt'), NO_PROGRESS, again.signal);
    const { id } = workers[0]!.heard.at(-1)!;
    again.abort();
    await expect(second).rejects.toThrow();
    const progress = { step: 'reading', file: 'a.txt', share: 0.5 } as const;
    workers[0]!.onmessage!({ data: { id, type: 'progress', progress } });
    vi.advanceTimersByTime(1000);
    expect(workers[0]!.ended).toBe(true);
  });

  it('repeats a project of a batch once in another worker, then says that it ends them', async () => {
    const { client, workers } = scene();
    const source = {
      key: 'a',
      name: 'a.txt',
      file: new File([], 'a.txt'),
      beside: [],
      claim: null,
    };
    const asked = client.batch({ what: 'list', source, answers: {} }, JOB.catalogUrl);
    const other = client.batch(
      { what: 'summary', items: [], createdAt: '2026-11-21T08:00:00Z', lang: 'zh' },
      JOB.catalogUrl,
    );
    workers[0]!.onerror!({ message: 'out of memory' });
    expect(workers[1]!.heard.map((one) => one.type === 'batch' && one.ask.what)).toEqual([
      'list',
      'summary',
    ]);
    const answered = workers[1]!.heard[1]!.id;
    workers[1]!.onmessage!({ data: { id: answered, type: 'batch', answer: [] } });
    expect(await other).toEqual([]);
    workers[1]!.onerror!({ message: 'out of memory' });
    await expect(asked).rejects.toMatchObject({ code: 'worker-died' });
  });
});
