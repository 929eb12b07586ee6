import { expect, it } from 'vitest';
import { ByteError, type ByteSource } from '../../src/bytes/byte-source.ts';
import { type KeptBytes, keptFirst } from '../../src/bytes/kept-first.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';

const BYTES = Uint8Array.of(1, 2, 3, 4);

function counted(): { source: ByteSource; reads: () => number } {
  let reads = 0;
  const source = memorySource('served', BYTES);
  return {
    source: {
      ...source,
      read: (offset, length) => {
        reads++;
        return source.read(offset, length);
      },
    },
    reads: () => reads,
  };
}

it('is read here where it is kept, served where it is not, and follows a change', async () => {
  const served = counted();
  const here = counted();
  const kept = { version: 0, there: false, find: async () => (kept.there ? here.source : null) };
  const file = keptFirst('sum', 4, served.source, kept);
  expect(await file.read(1, 2)).toEqual(Uint8Array.of(2, 3));
  expect([served.reads(), here.reads()]).toEqual([1, 0]);
  kept.there = true;
  await file.read(0, 1);
  expect([served.reads(), here.reads()]).toEqual([2, 0]);
  kept.version++;
  await file.read(0, 1);
  expect([served.reads(), here.reads()]).toEqual([2, 1]);
});

it('is served where the kept one is taken away under our hands; any other fault is told', async () => {
  const served = counted();
  const failing = (code: 'changed' | 'truncated'): KeptBytes => ({
    version: 0,
    find: async () => ({
      name: 'kept',
      size: async () => 4,
      read: async () => Promise.reject(new ByteError(code)),
    }),
  });
  const gone = keptFirst('sum', 4, served.source, failing('changed'));
  expect(await gone.read(0, 4)).toEqual(BYTES);
  const short = keptFirst('sum', 4, served.source, failing('truncated'));
  await expect(short.read(0, 4)).rejects.toMatchObject({ code: 'truncated' });
});
