import { expect, test } from 'vitest';
import { readAhead } from '../../src/bytes/read-ahead.ts';

/** Reads that end when told to. */
function reads(count: number) {
  const begun: number[] = [];
  const aborted: number[] = [];
  const ends: { resolve(value: number): void; reject(cause: Error): void }[] = [];
  const all = Array.from({ length: count }, (_, i) => (signal: AbortSignal) => {
    begun.push(i);
    return new Promise<number>((resolve, reject) => {
      ends[i] = { resolve, reject };
      signal.addEventListener('abort', () => {
        aborted.push(i);
        reject(signal.reason);
      });
    });
  });
  return { all, begun, aborted, ends };
}

test('results come in order, and no more reads are under way than allowed', async () => {
  const { all, begun, ends } = reads(5);
  const out = readAhead(all, 3);
  const first = out.next();
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  ends[2]!.resolve(2);
  ends[1]!.resolve(1);
  ends[0]!.resolve(0);
  expect(await first).toEqual({ done: false, value: 0 });
  expect(begun).toEqual([0, 1, 2]);
  expect((await out.next()).value).toBe(1);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('a read that fails ends the others', async () => {
  const { all, aborted, ends } = reads(3);
  const out = readAhead(all, 3);
  const first = out.next();
  await Promise.resolve();
  ends[0]!.reject(new Error('down'));
  await expect(first).rejects.toThrow('down');
  expect(aborted).toEqual([0, 1, 2]);
});

test('so does leaving early, and the signal', async () => {
  const left = reads(3);
  const out = readAhead(left.all, 2);
  const first = out.next();
  await Promise.resolve();
  left.ends[0]!.resolve(0);
  await first;
  await out.return(undefined);
  expect(left.aborted).toContain(1);

  const stop = new AbortController();
  const told = reads(3);
  const waiting = readAhead(told.all, 2, stop.signal).next();
  await Promise.resolve();
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(told.aborted).toEqual([0, 1]);
});
