import { describe, expect, it } from 'vitest';
import { fetchToKeep, type KeepTarget } from '../../../src/app/offline/fetch-to-keep.ts';
import { sha256Hex } from '../../../src/bytes/sha256.ts';

const WHOLE = Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 251);
const FILE = { url: 'http://x/layer.fgb', sha256: sha256Hex(WHOLE), bytes: WHOLE.length };

class MemoryTarget implements KeepTarget {
  bytes = new Uint8Array();
  room = Number.POSITIVE_INFINITY;
  size = () => this.bytes.length;
  read = (offset: number, length: number) => this.bytes.slice(offset, offset + length);
  truncate(size: number): void {
    this.bytes = this.bytes.slice(0, size);
  }
  write(piece: Uint8Array, offset: number): void {
    if (offset + piece.length > this.room) throw new DOMException('', 'QuotaExceededError');
    const grown = new Uint8Array(offset + piece.length);
    grown.set(this.bytes.subarray(0, offset));
    grown.set(piece, offset);
    this.bytes = grown;
  }
}

/** A server that hands out `served`; ranges only where it knows them. */
function serverOf(served: Uint8Array, { ranges = true } = {}) {
  const asked: (string | null)[] = [];
  const fetcher = (async (_url: string, init: RequestInit) => {
    const range = new Headers(init.headers).get('range');
    asked.push(range);
    const from = ranges && range ? Number(/=(\d+)-/.exec(range)![1]) : 0;
    if (from >= served.length && from > 0) return new Response(null, { status: 416 });
    const place = `bytes ${from}-${served.length - 1}/${served.length}`;
    return from > 0
      ? new Response(served.slice(from), { status: 206, headers: { 'content-range': place } })
      : new Response(served.slice());
  }) as typeof fetch;
  return { fetcher, asked };
}

const keep = (target: KeepTarget, fetcher: typeof fetch, file = FILE) =>
  fetchToKeep(file, target, () => {}, new AbortController().signal, fetcher);

describe('a file that is brought here', () => {
  it('is whole and told so as it grows', async () => {
    const target = new MemoryTarget();
    const told: number[] = [];
    const { fetcher } = serverOf(WHOLE);
    await fetchToKeep(FILE, target, (n) => told.push(n), new AbortController().signal, fetcher);
    expect(target.bytes).toEqual(WHOLE);
    expect(told.at(-1)).toBe(WHOLE.length);
  });

  it('goes on after what had arrived', async () => {
    const target = new MemoryTarget();
    target.bytes = WHOLE.slice(0, 1234);
    const { fetcher, asked } = serverOf(WHOLE);
    await keep(target, fetcher);
    expect(asked).toEqual(['bytes=1234-']);
    expect(target.bytes).toEqual(WHOLE);
  });

  it('begins anew where what had arrived is of another file, or the server knows no ranges', async () => {
    for (const ranges of [true, false]) {
      const target = new MemoryTarget();
      target.bytes = ranges ? new Uint8Array(1234).fill(7) : WHOLE.slice(0, 1234);
      const { fetcher, asked } = serverOf(WHOLE, { ranges });
      await keep(target, fetcher);
      expect(asked).toEqual(['bytes=1234-', null]);
      expect(target.bytes).toEqual(WHOLE);
    }
  });

  it.each([
    ['one byte differs', WHOLE.with(2500, WHOLE[2500]! ^ 1)],
    ['it is shorter', WHOLE.slice(0, 4000)],
    ['it is longer', Uint8Array.of(...WHOLE, 1)],
  ])('is not kept, nor half of it, where %s', async (_why, served) => {
    const target = new MemoryTarget();
    await expect(keep(target, serverOf(served).fetcher)).rejects.toMatchObject({
      code: 'keep-changed',
      params: { file: 'layer.fgb' },
    });
    expect(target.bytes.length).toBe(0);
  });

  it('tells of a server that is gone, and keeps what arrived', async () => {
    const target = new MemoryTarget();
    target.bytes = WHOLE.slice(0, 1234);
    const gone = (async () => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
    await expect(keep(target, gone)).rejects.toMatchObject({ code: 'keep-unreachable' });
    expect(target.bytes.length).toBe(1234);
  });

  it('lets a full disk be seen as such', async () => {
    const target = new MemoryTarget();
    target.room = 100;
    await expect(keep(target, serverOf(WHOLE).fetcher)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });
});
