import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decode } from '../tiles/decode.ts';

type Load = (
  request: { url: string },
  controller: AbortController,
) => Promise<{ data: ArrayBuffer }>;

let load: Load;
vi.mock('maplibre-gl', () => ({
  addProtocol: (_name: string, action: Load) => {
    load = action;
  },
}));

const { joinFgbProtocol, parseAddress, TileFailure } = await import(
  '../../src/map/fgb-protocol.ts'
);
const { workerPort } = await import('../../src/map/worker-port.ts');

test('addresses carry any layer id', () => {
  const { addressOf, leave } = joinFgbProtocol({ port: vi.fn(), onFailed: vi.fn() });
  const url = addressOf('永农 a/b').replace('{z}', '9').replace('{x}', '407').replace('{y}', '196');
  expect(parseAddress(url)).toMatchObject({
    layer: '永农 a/b',
    tile: { z: 9, x: 407, y: 196 },
  });
  expect(() => parseAddress('fgb://1/a/1/2')).toThrow('not a tile address');
  leave();
});

describe('a tile', () => {
  const failed = vi.fn();
  const port = vi.fn();
  let joined: ReturnType<typeof joinFgbProtocol>;
  const ask = (controller = new AbortController()) =>
    load({ url: joined.addressOf('eco').replace('{z}/{x}/{y}', '3/1/2') }, controller);

  beforeEach(() => {
    failed.mockReset();
    port.mockReset();
    joined = joinFgbProtocol({ port, onFailed: failed });
  });
  afterEach(() => joined.leave());

  test('goes through to the port of its own map', async () => {
    const bytes = new ArrayBuffer(3);
    port.mockResolvedValue(bytes);
    expect((await ask()).data).toBe(bytes);
    expect(port).toHaveBeenCalledWith('eco', { z: 3, x: 1, y: 2 }, expect.any(AbortSignal));
  });

  test('that failed is told and drawn as failed, never as empty', async () => {
    port.mockRejectedValue(new TileFailure({ code: 'layer-missing', params: { file: 'a.fgb' } }));
    const { data } = await ask();
    expect(failed).toHaveBeenCalledWith('eco', {
      code: 'layer-missing',
      params: { file: 'a.fgb' },
    });
    const tile = decode(new Uint8Array(data));
    expect(Object.keys(tile)).toEqual(['failed']);
    expect(tile.failed![0]!.parts[0]).toContainEqual([8192, 8192]);
  });

  test('no longer wanted ends as AbortError and is not told as a failure', async () => {
    const controller = new AbortController();
    port.mockImplementation(async () => {
      controller.abort();
      throw new TileFailure({ code: 'layer-timeout', params: {} });
    });
    await expect(ask(controller)).rejects.toMatchObject({ name: 'AbortError' });
    expect(failed).not.toHaveBeenCalled();
  });

  test('a fault of ours is thrown on, not drawn over', async () => {
    port.mockRejectedValue(new TypeError('bug'));
    await expect(ask()).rejects.toThrow('bug');
  });
});

describe('the port to a worker', () => {
  type Listener = (event: { data?: unknown; message?: string }) => void;

  function fakeWorker() {
    const listeners = new Map<string, Listener>();
    const sent: { type: string; id: number }[] = [];
    const worker = {
      postMessage: (message: never) => sent.push(message),
      addEventListener: (type: string, listener: never) => listeners.set(type, listener),
    };
    const say = (type: string, event: Parameters<Listener>[0]): void => listeners.get(type)!(event);
    return { port: workerPort(worker as never), sent, say };
  }
  const tile = { z: 1, x: 0, y: 0 };

  test('answers find their questions in any order', async () => {
    const { port, sent, say } = fakeWorker();
    const { signal } = new AbortController();
    const [a, b] = [port('a', tile, signal), port('b', tile, signal)];
    const [one, two] = [new ArrayBuffer(1), new ArrayBuffer(2)];
    say('message', { data: { type: 'tile', id: sent[1]!.id, bytes: two } });
    say('message', { data: { type: 'tile', id: sent[0]!.id, bytes: one } });
    expect(await a).toBe(one);
    expect(await b).toBe(two);
  });

  test('an abort reaches the worker and ends the promise at once', async () => {
    const { port, sent } = fakeWorker();
    const controller = new AbortController();
    const asked = port('a', tile, controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.map(({ type }) => type)).toEqual(['tile', 'abort']);
  });

  test('a worker that dies fails all it owes', async () => {
    const { port, say } = fakeWorker();
    const asked = port('a', tile, new AbortController().signal);
    say('error', { message: 'out of memory' });
    await expect(asked).rejects.toMatchObject({
      reason: { code: 'tile-worker-died', params: { message: 'out of memory' } },
    });
  });
});
