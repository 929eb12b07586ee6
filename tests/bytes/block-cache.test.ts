import { describe, expect, test } from 'vitest';
import { blockCached } from '../../src/bytes/block-cache.ts';
import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { ByteStore } from '../../src/bytes/byte-store.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { seeded } from '../files/sample-layer.ts';

const random = seeded(11);
const bytes = Uint8Array.from({ length: 10_007 }, () => Math.floor(256 * random()));

/** Memory that answers a little later, counts and can be told to leave. */
function slowSource(): ByteSource & { readonly reads: string[]; readonly aborted: string[] } {
  const memory = memorySource('slow', bytes);
  const reads: string[] = [];
  const aborted: string[] = [];
  return {
    ...memory,
    reads,
    aborted,
    read: (offset, length, signal) => {
      const label = `${offset}+${length}`;
      reads.push(label);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve(memory.read(offset, length)), 5);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          aborted.push(label);
          reject(signal.reason);
        });
      });
    },
  };
}

describe('block cache', () => {
  test('any read is the same as from the source, however blocks fall', async () => {
    const source = blockCached(memorySource('m', bytes), {
      blockBytes: 64,
      store: new ByteStore(8192),
    });
    for (let i = 0; i < 500; i++) {
      const offset = Math.floor(random() * bytes.length);
      const length = Math.min(Math.floor(random() * 900), bytes.length - offset);
      expect(await source.read(offset, length)).toEqual(bytes.subarray(offset, offset + length));
    }
    await expect(source.read(10_000, 8)).rejects.toMatchObject({ code: 'truncated' });
  });

  test('concurrent reads, mixed with cached blocks, are right as well', async () => {
    const source = blockCached(slowSource(), { blockBytes: 64, store: new ByteStore(8192) });
    await source.read(640, 64);
    const wanted = Array.from({ length: 60 }, () => Math.floor(random() * 9000));
    const read = await Promise.all(wanted.map((offset) => source.read(offset, 1000)));
    read.forEach((part, i) => {
      expect(part).toEqual(bytes.subarray(wanted[i]!, wanted[i]! + 1000));
    });
  });

  test('neighbouring blocks are one read, and a block under way is shared', async () => {
    const slow = slowSource();
    const source = blockCached(slow, { blockBytes: 100 });
    await Promise.all([source.read(50, 300), source.read(120, 10), source.read(350, 100)]);
    expect(slow.reads).toEqual(['0+500']);
    await source.read(0, 500);
    const later = source.read(480, 100);
    await expect.poll(() => slow.reads, { interval: 1 }).toHaveLength(2);
    await Promise.all([later, source.read(530, 10), source.read(560, 90)]);
    expect(slow.reads).toEqual(['0+500', '500+100', '600+100']);
  });

  test('what a few bytes lie between is one read, unless those are kept already', async () => {
    const slow = slowSource();
    const source = blockCached(slow, { blockBytes: 100, bridge: 1 });
    await Promise.all([source.read(0, 100), source.read(250, 10), source.read(500, 10)]);
    expect(slow.reads).toEqual(['0+300', '500+100']);
    await Promise.all([source.read(450, 10), source.read(650, 10)]);
    expect(slow.reads.slice(2)).toEqual(['400+100', '600+100']);
  });

  test('a read is aborted when the last who waits has left, not before', async () => {
    const slow = slowSource();
    const source = blockCached(slow, { blockBytes: 100 });
    const [first, second, third] = [1, 2, 3].map(() => new AbortController());
    const leaving = source.read(0, 50, first!.signal);
    const staying = source.read(0, 50, second!.signal);
    await expect.poll(() => slow.reads, { interval: 1 }).toHaveLength(1);
    first!.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    expect(await staying).toEqual(bytes.subarray(0, 50));
    expect(slow.aborted).toEqual([]);

    const alone = source.read(500, 50, third!.signal);
    await expect.poll(() => slow.reads, { interval: 1 }).toHaveLength(2);
    third!.abort();
    await expect(alone).rejects.toMatchObject({ name: 'AbortError' });
    expect(slow.aborted).toEqual(['500+100']);
    expect(await source.read(500, 50)).toEqual(bytes.subarray(500, 550));
  });

  test('a failed read is told to all who wait and tried again for the next', async () => {
    let fail = true;
    const memory = memorySource('m', bytes);
    const source = blockCached({
      ...memory,
      read: async (...args) => {
        if (fail) throw new Error('down');
        return memory.read(...args);
      },
    });
    const both = await Promise.allSettled([source.read(0, 5), source.read(3, 5)]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await source.read(0, 5)).toEqual(bytes.subarray(0, 5));
  });

  test('who has left before the turn is over asks for nothing', async () => {
    const slow = slowSource();
    const source = blockCached(slow, { blockBytes: 100 });
    const stop = new AbortController();
    const leaving = source.read(0, 50, stop.signal);
    const staying = source.read(300, 50);
    await Promise.resolve();
    stop.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    await staying;
    expect(slow.reads).toEqual(['300+100']);
  });

  test('keeps at most what it may, dropping the block used longest ago', async () => {
    const slow = slowSource();
    const store = new ByteStore(300);
    const source = blockCached(slow, { blockBytes: 100, store });
    for (const block of [0, 1, 2, 0, 3]) await source.read(100 * block, 30);
    expect(slow.reads).toEqual(['0+100', '100+100', '200+100', '300+100']);
    await source.read(0, 30); // used again before 3 came: still there
    expect(slow.reads).toHaveLength(4);
    await source.read(100, 30); // gone
    expect(slow.reads).toHaveLength(5);
    expect(await source.read(0, 900)).toEqual(bytes.subarray(0, 900)); // more than may be kept
    expect(store.kept).toBe(300);
  });

  test('two files within one budget do not take each other’s blocks for their own', async () => {
    const store = new ByteStore(250);
    const slow = slowSource();
    const one = blockCached(slow, { blockBytes: 100, store });
    const other = blockCached(memorySource('other', bytes.slice().reverse()), {
      blockBytes: 100,
      store,
    });
    await one.read(0, 10);
    expect(await other.read(0, 10)).toEqual(bytes.slice().reverse().subarray(0, 10));
    expect(await one.read(0, 10)).toEqual(bytes.subarray(0, 10));
    expect(slow.reads).toHaveLength(1);
    await other.read(100, 10); // the third block: the one used longest ago is block 0 of the other
    await one.read(0, 10);
    expect(slow.reads).toHaveLength(1);
    expect(store.kept).toBe(200);
  });
});
