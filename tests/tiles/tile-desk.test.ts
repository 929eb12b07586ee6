import { describe, expect, test } from 'vitest';
import { tileFallbackWords } from '../../src/app/tile-words.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { workerPort } from '../../src/map/worker-port.ts';
import { worldX, worldY } from '../../src/tiles/mercator.ts';
import type { Overview } from '../../src/tiles/overview-source.ts';
import { tileDesk } from '../../src/tiles/tile-desk.ts';
import { tileLayer } from '../../src/tiles/tile-layer.ts';
import type { FromTileWorker, TileReason, ToTileWorker } from '../../src/tiles/tile-messages.ts';
import type { TileSource } from '../../src/tiles/tile-source.ts';
import { decode } from './decode.ts';
import { box, memoryLayer } from './layer.ts';

const place = (z: number) => ({
  z,
  x: Math.floor(worldX(106.2) * 2 ** z),
  y: Math.floor(worldY(38.4) * 2 ** z),
});

/** The port of the map and the desk, with only messages between them; counts what is read. */
function deskOf(source: TileSource, overviews: readonly Overview[] = []) {
  let reads = 0;
  const counted: TileSource = {
    ...source,
    async *featuresIn(bbox, signal) {
      reads++;
      yield* source.featuresIn(bbox, signal);
    },
  };
  const answers: FromTileWorker[] = [];
  let listen: (event: { data: FromTileWorker }) => void = () => {};
  const desk = tileDesk({
    open: () => tileLayer(counted, overviews),
    post: (message) => {
      answers.push(message);
      queueMicrotask(() => listen({ data: message }));
    },
  });
  const fellBack: [string, TileReason][] = [];
  const worker = {
    postMessage: (message: ToTileWorker) => queueMicrotask(() => desk.handle(message)),
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') listen = listener;
    },
  };
  const port = workerPort(worker as never, (layer, reason) => fellBack.push([layer, reason]));
  const reopen = (): void =>
    desk.handle({ type: 'open', base: 'http://x/', layers: [{ ...source.entry, id: 'a' }] });
  reopen();
  return { port, answers, desk, reopen, fellBack, reads: () => reads };
}

const shape = memoryLayer([{ polygons: box(106.1, 38.3, 106.3, 38.5) }]);
const never = new AbortController().signal;

test('a tile asked for again comes from memory, until layers are opened anew', async () => {
  const { port, reopen, reads } = deskOf(shape);
  const first = await port('a', place(13), never);
  expect(decode(new Uint8Array(first)).fill).toHaveLength(1);
  expect(new Uint8Array(await port('a', place(13), never))).toEqual(new Uint8Array(first));
  expect(reads()).toBe(1);
  reopen();
  await port('a', place(13), never);
  expect(reads()).toBe(2);
});

test('a failure is not kept', async () => {
  let broken = true;
  const { port } = deskOf({
    ...shape,
    async open() {
      if (broken) throw new UserError('layer-missing', { file: 'test.fgb' });
    },
  });
  await expect(port('a', place(13), never)).rejects.toMatchObject({
    reason: { code: 'layer-missing' },
  });
  broken = false;
  expect((await port('a', place(13), never)).byteLength).toBeGreaterThan(0);
});

test('an unknown layer and a fault of ours are told apart', async () => {
  const { port } = deskOf({
    ...shape,
    // biome-ignore lint/correctness/useYield: the fault comes before anything
    async *featuresIn() {
      throw new TypeError('bug');
    },
  });
  await expect(port('b', place(13), never)).rejects.toMatchObject({
    reason: { code: 'layer-unknown' },
  });
  await expect(port('a', place(13), never)).rejects.toMatchObject({
    reason: { code: 'tile-fault', params: { message: 'TypeError: bug' } },
  });
});

describe('tiles no longer wanted', () => {
  test('are not built when their turn comes', async () => {
    const { port, answers } = deskOf(shape);
    const stop = new AbortController();
    const z = 15;
    const tiles = Array.from({ length: 6 }, (_, i) => ({ ...place(z), x: place(z).x + i }));
    const asked = tiles.map((tile, i) => port('a', tile, i === 0 ? never : stop.signal));
    const settled = Promise.allSettled(asked);
    await asked[0];
    stop.abort();
    const results = await settled;
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...Array.from({ length: 5 }, () => 'rejected'),
    ]);
    await expect.poll(() => answers.length).toBe(6);
    const kinds = answers.map(({ type }) => type);
    // the second may be in the making when the first is handed over
    expect(kinds.filter((kind) => kind === 'tile').length).toBeLessThanOrEqual(2);
    expect(kinds.filter((kind) => kind === 'aborted').length).toBeGreaterThanOrEqual(4);
  });

  test('all of them, when layers are opened anew', async () => {
    const { port, desk, answers } = deskOf(shape);
    const asked = port('a', place(13), never);
    const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.resolve();
    await Promise.resolve();
    desk.handle({ type: 'open', base: 'http://x/', layers: [] });
    await ended;
    expect(answers.map(({ type }) => type)).toEqual(['aborted']);
    expect(desk.layerOf('a')).toBeUndefined();
  });
});

test('a layer drawn without its level-of-detail files says so once, until it is opened anew', async () => {
  const params = { file: 'lod/a.levels', what: 'tile' };
  const broken: Overview = {
    minzoom: 0,
    maxzoom: 13,
    prepare() {},
    tileAt: () => Promise.reject(new UserError('layer-levels', params)),
  };
  const { port, reopen, fellBack } = deskOf(shape, [broken]);
  for (const z of [12, 13]) {
    expect(decode(new Uint8Array(await port('a', place(z), never))).fill).toHaveLength(1);
  }
  expect(fellBack).toEqual([['a', { code: 'layer-levels', params }]]);
  const words = tileFallbackWords('a', fellBack[0]![1]);
  for (const text of [words.zh, words.en]) {
    expect(text).toContain('lod/a.levels');
    expect(text).not.toContain('{');
  }
  reopen();
  await port('a', place(13), never);
  expect(fellBack).toHaveLength(2);
});
