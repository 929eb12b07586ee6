import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GdalAnswer, GdalQuestion } from '../../src/app/gdal-protocol.ts';
import { type GdalWorkerLike, gdalAddresses, pageGdal } from '../../src/app/page-gdal.ts';

const ADDRESSES = { script: 's', wasm: 'w', data: 'd' };

/** A worker that answers by hand or at once. */
class FakeWorker implements GdalWorkerLike {
  onmessage: ((event: { data: GdalAnswer }) => void) | null = null;
  onerror: ((event: { message?: string }) => void) | null = null;
  readonly asked: GdalQuestion[] = [];
  ended = false;
  readonly deaf: boolean;

  constructor(deaf = false) {
    this.deaf = deaf;
  }

  postMessage(question: GdalQuestion): void {
    this.asked.push(question);
    if (this.deaf && question.op === 'convert') return;
    const { id, op } = question;
    const value = op === 'convert' ? Uint8Array.of(1, 2, 3) : op;
    queueMicrotask(() => this.onmessage?.({ data: { id, value } }));
  }

  terminate(): void {
    this.ended = true;
  }
}

const workers: FakeWorker[] = [];
const started = (deaf = false) =>
  pageGdal(() => {
    workers.push(new FakeWorker(deaf));
    return workers.at(-1)!;
  }, ADDRESSES);
const FILE = [{ name: 'a.gpkg', bytes: new Uint8Array(1) }];
const REQUEST = { path: '/input/a.gpkg', openOptions: [], args: [] };

beforeEach(() => {
  workers.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('starts a worker with the first file, and keeps it for the next', async () => {
  const gdal = started();
  expect(workers).toHaveLength(0);
  const { pathOf, gdal: port, release } = await gdal.mount(FILE);
  expect(pathOf('a.gpkg')).toBe('/input/a.gpkg');
  const { source } = await port.convert(REQUEST);
  expect([...(await source.read(0, await source.size()))]).toEqual([1, 2, 3]);
  await release();
  await (await gdal.mount(FILE)).release();
  expect(workers.map(({ asked }) => asked.map(({ op }) => op))).toEqual([
    ['start', 'mount', 'convert', 'mount'],
  ]);
});

it('ends the worker when nobody has asked for half a minute', async () => {
  const gdal = started();
  await (await gdal.mount(FILE)).release();
  vi.advanceTimersByTime(29_000);
  expect(workers[0]!.ended).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(workers[0]!.ended).toBe(true);
  await gdal.mount(FILE);
  expect(workers).toHaveLength(2);
});

it('lays out one file at a time', async () => {
  const gdal = started();
  const first = await gdal.mount(FILE);
  let isNext = false;
  const next = gdal.mount(FILE).then((mounted) => {
    isNext = true;
    return mounted;
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(isNext).toBe(false);
  await first.release();
  await next;
  expect(isNext).toBe(true);
});

it('ends the worker on an abort, and starts another for the next file', async () => {
  const gdal = started(true);
  const abort = new AbortController();
  const mounted = await gdal.mount(FILE, abort.signal);
  const converting = mounted.gdal.convert({ ...REQUEST, signal: abort.signal });
  converting.catch(() => {});
  await vi.advanceTimersByTimeAsync(1);
  abort.abort();
  await expect(converting).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.ended).toBe(true);
  await mounted.release();
  await gdal.mount(FILE);
  expect(workers).toHaveLength(2);
});

it('tells what GDAL said, and that the worker died', async () => {
  const gdal = started(true);
  const mounted = await gdal.mount(FILE);
  const told = mounted.gdal.convert(REQUEST);
  const { id } = workers[0]!.asked.at(-1)!;
  workers[0]!.onmessage!({ data: { id, error: 'ERROR 1: no' } });
  await expect(told).rejects.toThrow('ERROR 1: no');
  const died = mounted.gdal.convert(REQUEST);
  workers[0]!.onerror!({ message: 'out of memory' });
  await expect(died).rejects.toThrow('gdal3.js ended: out of memory');
});

it('finds the files of the library under any path', () => {
  for (const address of Object.values(gdalAddresses('https://x.cn/a/b/assets/worker.js'))) {
    expect(new URL(address).origin).toBe('https://x.cn');
    expect(address).toMatch(/gdal3/);
  }
});
