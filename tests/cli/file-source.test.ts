import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanxian 文件 '));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file on disk, under a name with Chinese and spaces', async () => {
  const path = join(folder, '永久 基本农田.fgb');
  writeFileSync(path, 'abcdef');
  const source = fileSource(path);
  expect(source.name).toBe('永久 基本农田.fgb');
  expect(await source.size()).toBe(6);
  expect(new TextDecoder().decode(await source.read(2, 3))).toBe('cde');
  await expect(source.read(4, 3)).rejects.toMatchObject({ code: 'truncated' });
  await expect(source.read(0, 1, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('no file, no regular file', async () => {
  await expect(fileSource(join(folder, 'none')).size()).rejects.toMatchObject({ code: 'missing' });
  await expect(fileSource(folder).size()).rejects.toMatchObject({ code: 'unreadable' });
});

test('a file rewritten while in use, even to the same length', async () => {
  const path = join(folder, 'changing');
  writeFileSync(path, 'abcdef');
  const source = fileSource(path);
  await source.size();
  writeFileSync(path, 'ghijkl');
  utimesSync(path, 1, 1);
  await expect(source.read(0, 1)).rejects.toMatchObject({ code: 'changed' });
});
