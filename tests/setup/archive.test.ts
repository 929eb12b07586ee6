import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';

interface Entry {
  readonly path: string;
  readonly bytes: () => Uint8Array;
  readonly executable: boolean;
}
const { writeTarGz, writeZip } = (await import(
  join(import.meta.dirname, '../../.setup/archive.mjs')
)) as {
  writeZip(file: string, entries: readonly Entry[]): void;
  writeTarGz(file: string, entries: readonly Entry[]): Promise<void>;
};

const work = mkdtempSync(join(tmpdir(), 'sanxian-archive-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const LONG = `三线/${'很长的文件夹名/'.repeat(8)}a.txt`;
const ENTRIES: Entry[] = [
  { path: 'a/start.sh', bytes: () => Buffer.from('#!/bin/sh\n'.repeat(40)), executable: true },
  { path: LONG, bytes: () => Buffer.from('内容'), executable: false },
  { path: 'z/empty', bytes: () => new Uint8Array(0), executable: false },
];

it('a zip holds names, contents and what may be run, and no time of its making', () => {
  const file = join(work, 'a.zip');
  writeZip(file, ENTRIES);
  const bytes = readFileSync(file);
  const found = unzipSync(bytes);
  expect(Object.keys(found)).toEqual(ENTRIES.map(({ path }) => path));
  for (const { path, bytes: of } of ENTRIES) expect([...found[path]!]).toEqual([...of()]);
  const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  expect(bytes.readUInt32LE(first + 38) >>> 16).toBe(0o100755);
  const [date, time] = [bytes.readUInt16LE(first + 14), bytes.readUInt16LE(first + 12)];
  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31, time]).toEqual([2020, 1, 1, 0]);
});

it('a tar holds the same, long Chinese names in records of their own', async () => {
  const file = join(work, 'a.tar.gz');
  await writeTarGz(file, ENTRIES);
  const tar = gunzipSync(readFileSync(file));
  const text = (at: number, length: number) =>
    tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  const found: [string, string, string][] = [];
  let long = '';
  for (let at = 0; text(at, 100) !== ''; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const sum = Number.parseInt(text(at + 148, 8), 8);
    const head = Buffer.from(tar.subarray(at, at + 512)).fill(' ', 148, 156);
    expect(head.reduce((all, byte) => all + byte, 0)).toBe(sum);
    const content = tar.toString('utf8', at + 512, at + 512 + size);
    if (text(at + 156, 1) === 'x') {
      const [, length, path] = /^(\d+) path=(.*)\n$/s.exec(content)!;
      expect(Number(length)).toBe(Buffer.byteLength(content));
      long = path!;
    } else {
      found.push([long || text(at, 100), text(at + 100, 8), content]);
      long = '';
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  expect(found).toEqual(
    ENTRIES.map(({ path, bytes, executable }) => [
      path,
      executable ? '0000755' : '0000644',
      Buffer.from(bytes()).toString(),
    ]),
  );
  expect(tar.length % 512).toBe(0);
});
