import { expect, it } from 'vitest';
import { readZip } from '../../src/bytes/read-zip.ts';
import { ascii, type Packed, zipOf } from './zip-builder.ts';

const LIMITS = { maxBytes: 1000, maxEntries: 5 };
const read = (files: readonly Packed[], limits = LIMITS) => readZip('a.zip', zipOf(files), limits);
const file = (name: string, bytes = ascii('x')): Packed => ({ name: ascii(name), bytes });

it('gives names and bytes, without folders, empty steps and what systems leave behind', async () => {
  const files = await read([
    file('b/a.shp', ascii('one')),
    file('./b//c.txt', ascii('two')),
    file('__MACOSX/b/._a.shp'),
    file('b/.DS_Store'),
    file('b/'),
  ]);
  expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['b/a.shp', 'one'],
    ['b/c.txt', 'two'],
  ]);
});

it('reads names in GBK where the UTF-8 flag is off', async () => {
  const name = Uint8Array.of(0xba, 0xec, 0xcf, 0xdf, 0x2e, 0x73, 0x68, 0x70);
  expect((await read([{ name, bytes: ascii('x') }]))[0]!.name).toBe('红线.shp');
});

it('adds up what entries claim before it unpacks one', async () => {
  const zeros = new Uint8Array(600);
  await expect(read([file('a', zeros), file('b', zeros)])).rejects.toMatchObject({
    params: { reason: 'zip-bomb' },
  });
  expect(await read([file('a', zeros)])).toHaveLength(1);
});

it('stops a file that is longer than it claims where the claim ends', async () => {
  const zip = zipOf([file('a', new Uint8Array(1_000_000))]);
  const view = new DataView(zip.buffer);
  const entry = zip.length - 22 - 47;
  expect(view.getUint32(entry, true)).toBe(0x02014b50);
  view.setUint32(entry + 24, 10, true);
  await expect(readZip('a.zip', zip, LIMITS)).rejects.toThrow();
});

it('allows no more entries than the limit', async () => {
  await expect(read(Array.from({ length: 6 }, (_, i) => file(`${i}`)))).rejects.toMatchObject({
    params: { reason: 'zip-bomb' },
  });
});

it.each([
  ['../a.shp'],
  ['a/../../b.shp'],
  ['..\\a.shp'],
  ['/etc/a.shp'],
  ['\\\\server\\a.shp'],
  ['C:/a.shp'],
  ['a\0.shp'],
])('refuses the path %j', async (name) => {
  await expect(read([file('good.shp'), file(name)])).rejects.toMatchObject({
    code: 'unreadable',
    params: { reason: 'zip-path' },
  });
});

it('refuses two entries of one path: readers differ in which they take', async () => {
  await expect(read([file('a/b.txt'), file('a/./b.txt')])).rejects.toMatchObject({
    params: { reason: 'zip-twice', entry: 'a/b.txt' },
  });
});

it('ends where it is aborted', async () => {
  const zip = zipOf([file('a', new Uint8Array(100))]);
  await expect(readZip('a.zip', zip, LIMITS, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});
