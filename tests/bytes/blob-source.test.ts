import { expect, test } from 'vitest';
import { blobSource } from '../../src/bytes/blob-source.ts';

test('a blob gives exactly what is asked or an error', async () => {
  const source = blobSource(new Blob(['abcdef']), 'letters');
  expect(await source.size()).toBe(6);
  expect(new TextDecoder().decode(await source.read(2, 3))).toBe('cde');
  await expect(source.read(4, 3)).rejects.toMatchObject({ code: 'truncated' });
  await expect(source.read(0, 1, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('a file that cannot be read any more is one that changed', async () => {
  const gone = new Blob(['abc']);
  Object.defineProperty(gone, 'slice', {
    value: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
  });
  await expect(blobSource(gone, 'x').read(0, 1)).rejects.toMatchObject({ code: 'changed' });
});
