import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { blockCached } from '../../src/bytes/block-cache.ts';
import { httpRangeSource } from '../../src/bytes/http-range.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { workerPort } from '../../src/map/worker-port.ts';
import { worldX, worldY } from '../../src/tiles/mercator.ts';
import { tileDesk } from '../../src/tiles/tile-desk.ts';
import { tileLayer } from '../../src/tiles/tile-layer.ts';
import { type RangeServer, serveRange, startServer } from '../bytes/range-server.ts';
import { entryOf, sampleFile } from '../files/sample-layer.ts';

/*
 * From the map's AbortSignal to the socket: the server holds back every answer with features and watches
 * its connections. Only what the network does is looked at, not what our code says of itself.
 */
const bytes = sampleFile(3000);
let server: RangeServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function hold() {
  const entry = await entryOf(bytes);
  const held: { range: string; response: ServerResponse; closed: boolean }[] = [];
  server = await startServer((request, response) => {
    const first = Number(/=(\d+)-/.exec(request.headers.range!)![1]);
    // header and index, some 140 KB, are answered
    if (first < 140_000) return serveRange(bytes, request, response);
    const one = { range: request.headers.range!, response, closed: false };
    held.push(one);
    response.on('close', () => {
      one.closed = !response.writableFinished;
    });
  });
  const url = `${server.url}/farmland.fgb`;
  let listen: (event: { data: never }) => void = () => {};
  const desk = tileDesk({
    open: () =>
      tileLayer(
        openLayerSource(entry, blockCached(httpRangeSource(url), { blockBytes: 16_384 }), {
          integrity: 'declared',
        }),
      ),
    post: (message) => listen({ data: message as never }),
  });
  desk.handle({ type: 'open', base: url, layers: [entry] });
  const port = workerPort({
    postMessage: (message: never) => desk.handle(message),
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') listen = listener;
    },
  } as never);
  return { port, held };
}

const tile = (z: number, lon = 105.5, lat = 37.5) => ({
  z,
  x: Math.floor(worldX(lon) * 2 ** z),
  y: Math.floor(worldY(lat) * 2 ** z),
});

test('a tile no longer wanted closes its requests', async () => {
  const { port, held } = await hold();
  const stop = new AbortController();
  const asked = port('farmland', tile(14), stop.signal);
  const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => held.length).toBeGreaterThan(0);
  expect(held.some(({ closed }) => closed)).toBe(false);
  stop.abort();
  await ended;
  await expect.poll(() => held.every(({ closed }) => closed)).toBe(true);
});

test('a request that another tile waits for stays, until that one leaves too', async () => {
  const { port, held } = await hold();
  const [one, other] = [new AbortController(), new AbortController()];
  // the same ground at two zooms: the same blocks of the file
  const settled = Promise.allSettled([
    port('farmland', tile(14), one.signal),
    port('farmland', tile(15), other.signal),
  ]);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await new Promise((done) => setTimeout(done, 50));
  const asked = held.length;
  one.abort();
  await new Promise((done) => setTimeout(done, 100));
  expect(held.filter(({ closed }) => !closed).length).toBeGreaterThan(0);
  other.abort();
  await expect.poll(() => held.every(({ closed }) => closed)).toBe(true);
  expect(held).toHaveLength(asked);
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('asked for again after that, the tile is made', async () => {
  const { port, held } = await hold();
  const stop = new AbortController();
  const asked = port('farmland', tile(14), stop.signal).catch(() => null);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  stop.abort();
  await asked;
  const before = held.length;
  const again = port('farmland', tile(14), new AbortController().signal);
  await expect.poll(() => held.length).toBeGreaterThan(before);
  const serve = setInterval(() => {
    for (const { range, response } of held) {
      if (response.headersSent || response.destroyed) continue;
      serveRange(bytes, { headers: { range } } as never, response);
    }
  }, 5);
  expect((await again).byteLength).toBeGreaterThan(0);
  clearInterval(serve);
});
