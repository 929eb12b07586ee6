import { afterEach, describe, expect, test } from 'vitest';
import { ByteError } from '../../src/bytes/byte-source.ts';
import { httpRangeSource, LARGEST_WITHOUT_RANGES } from '../../src/bytes/http-range.ts';
import { seeded } from '../files/sample-layer.ts';
import { type Answer, type RangeServer, serveRange, startServer } from './range-server.ts';

const random = seeded(3);
const bytes = Uint8Array.from({ length: 200_000 }, () => Math.floor(256 * random()));

let server: RangeServer | undefined;
const serve = async (answer: Answer): Promise<string> => {
  server = await startServer(answer);
  return `${server.url}/layer.fgb`;
};
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'resolved';
  } catch (error) {
    return error instanceof ByteError ? error.code : `other: ${error}`;
  }
};

describe('HTTP ranges', () => {
  test('gives the bytes asked for, over as few requests as possible', async () => {
    const url = await serve((q, r) => serveRange(bytes, q, r));
    const source = httpRangeSource(url);
    const [size, start] = await Promise.all([source.size(), source.read(10, 20)]);
    expect(size).toBe(200_000);
    expect(start).toEqual(bytes.subarray(10, 30));
    expect(server!.log).toEqual(['/layer.fgb bytes=0-65535']);
    expect(await source.read(65_530, 20)).toEqual(bytes.subarray(65_530, 65_550));
    expect(server!.log[1]).toBe('/layer.fgb bytes=65536-65549');
    expect(await source.read(199_990, 10)).toEqual(bytes.subarray(199_990));
    expect(server!.log).toHaveLength(3);
    expect(await codeOf(source.read(199_990, 11))).toBe('truncated');
    expect(server!.log).toHaveLength(3);
  });

  test('a server without ranges: a small file is taken whole', async () => {
    const url = await serve((_, r) => r.end(bytes));
    const source = httpRangeSource(url);
    expect(await source.size()).toBe(200_000);
    expect(await source.read(150_000, 9)).toEqual(bytes.subarray(150_000, 150_009));
    expect(server!.log).toHaveLength(1);
  });

  test('a server without ranges: a large file is refused, declared or not', async () => {
    const url = await serve((_, r) => {
      r.writeHead(200, { 'content-length': LARGEST_WITHOUT_RANGES + 1 });
      r.write(bytes);
    });
    expect(await codeOf(httpRangeSource(url).size())).toBe('no-ranges');
    await server?.close();
    const endless = await serve((_, r) => {
      const block = new Uint8Array(4 << 20);
      const more = (): void => {
        if (!r.destroyed) r.write(block, more);
      };
      more();
    });
    expect(await codeOf(httpRangeSource(endless).size())).toBe('no-ranges');
  });

  test('a file that changes between requests', async () => {
    let etag = '"1"';
    let now = bytes;
    const url = await serve((q, r) => serveRange(now, q, r, etag));
    const byTag = httpRangeSource(url);
    const bySize = httpRangeSource(url);
    const shorter = httpRangeSource(url);
    await Promise.all([byTag.size(), bySize.size(), shorter.size()]);
    etag = '"2"';
    expect(await codeOf(byTag.read(100_000, 10))).toBe('changed');
    etag = '"1"';
    now = bytes.subarray(0, 150_000);
    expect(await codeOf(bySize.read(100_000, 10))).toBe('changed');
    expect(await codeOf(shorter.read(199_000, 10))).toBe('changed');
  });

  test('a slow server runs into the time limit, before and within the body', async () => {
    const silent = await serve(() => {});
    expect(await codeOf(httpRangeSource(silent, { timeoutMs: 50 }).size())).toBe('timeout');
    await server?.close();
    const halting = await serve((_, r) => {
      r.writeHead(206, { 'content-range': 'bytes 0-65535/200000', 'content-length': 65_536 });
      r.write(bytes.subarray(0, 100));
    });
    expect(await codeOf(httpRangeSource(halting, { timeoutMs: 80 }).size())).toBe('timeout');
  });

  test('an abort closes the request', async () => {
    let closed = false;
    const url = await serve((q, r) => {
      if (q.headers.range === 'bytes=0-65535') serveRange(bytes, q, r);
      else r.on('close', () => (closed = true));
    });
    const source = httpRangeSource(url);
    await source.size();
    const abort = new AbortController();
    const reading = source.read(100_000, 10, abort.signal);
    setTimeout(() => abort.abort(), 30);
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => closed).toBe(true);
  });

  test('one caller leaving while the file is opened does not disturb another', async () => {
    const url = await serve((q, r) => setTimeout(() => serveRange(bytes, q, r), 40));
    const source = httpRangeSource(url);
    const abort = new AbortController();
    const leaving = source.size(abort.signal);
    const staying = source.size();
    abort.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    expect(await staying).toBe(200_000);
    expect(server!.log).toHaveLength(1);
  });

  test.each<[string, string, Answer]>([
    ['missing', 'missing', (_, r) => r.writeHead(404).end('no')],
    ['forbidden', 'unreadable', (_, r) => r.writeHead(403).end('no')],
    ['failing', 'unreadable', (_, r) => r.writeHead(500).end('no')],
    [
      'without Content-Range',
      'unreadable',
      (_, r) => r.writeHead(206).end(bytes.subarray(0, 65_536)),
    ],
    [
      'with another range',
      'unreadable',
      (_, r) => r.writeHead(206, { 'content-range': 'bytes 5-65535/200000' }).end('x'),
    ],
    [
      'compressed',
      'unreadable',
      (_, r) =>
        r
          .writeHead(206, {
            'content-range': 'bytes 0-65535/200000',
            'content-encoding': 'x-own',
          })
          .end(bytes.subarray(0, 65_536)),
    ],
    [
      'shorter than announced',
      'truncated',
      (_, r) =>
        r.writeHead(206, { 'content-range': 'bytes 0-65535/200000' }).end(bytes.subarray(0, 9)),
    ],
    [
      'cut off',
      'unreadable',
      (_, r) => {
        r.writeHead(206, { 'content-range': 'bytes 0-65535/200000', 'content-length': 65_536 });
        r.write(bytes.subarray(0, 9));
        setTimeout(() => r.destroy(), 10);
      },
    ],
  ])('an answer %s is an error: %s', async (_, code, answer) => {
    const url = await serve(answer);
    expect(await codeOf(httpRangeSource(url).read(0, 8))).toBe(code);
    expect(server!.log).toHaveLength(1); // and no second try
  });

  test.each([true, false])('416 for a range past the end (total told: %s)', async (told) => {
    const small = bytes.subarray(0, 500);
    const url = await serve((q, r) => {
      const last = Number(/-(\d+)$/.exec(q.headers.range!)![1]);
      if (last < small.length) serveRange(small, q, r);
      else r.writeHead(416, told ? { 'content-range': 'bytes */500' } : {}).end();
    });
    const source = httpRangeSource(url);
    expect(await source.size()).toBe(500);
    expect(await source.read(490, 10)).toEqual(small.subarray(490));
  });

  test('an empty file has no bytes', async () => {
    const url = await serve((q, r) => serveRange(new Uint8Array(0), q, r));
    expect(await httpRangeSource(url).size()).toBe(0);
  });
});
