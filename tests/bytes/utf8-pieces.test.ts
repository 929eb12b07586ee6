import { expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { encodingOf, utf8Pieces } from '../../src/bytes/utf8-pieces.ts';

/** 红寺堡 in GBK. */
const GBK = Uint8Array.of(0xba, 0xec, 0xcb, 0xc2, 0xb1, 0xa4);

async function textOf(bytes: Uint8Array): Promise<[string, string]> {
  const source = memorySource('t', bytes);
  const encoding = await encodingOf(source);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const piece of utf8Pieces(source, encoding))
    text += decoder.decode(piece, { stream: true });
  return [encoding, text];
}

it('tells UTF-8, its mark, GBK and UTF-16 apart', async () => {
  const utf8 = new TextEncoder().encode('红寺堡');
  expect(await textOf(utf8)).toEqual(['UTF-8', '红寺堡']);
  expect(await textOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toEqual(['UTF-8', '红寺堡']);
  expect(await textOf(GBK)).toEqual(['GB18030', '红寺堡']);
  expect(await textOf(Uint8Array.of(0xff, 0xfe, 0xa2, 0x7e, 0xfa, 0x5b))).toEqual([
    'UTF-16LE',
    '红寺',
  ]);
});

it('keeps a character that two pieces share', async () => {
  const padding = 4 * 1024 * 1024 - 1;
  const bytes = new Uint8Array(padding + 6).fill(0x20);
  bytes.set(GBK, padding);
  const [encoding, text] = await textOf(bytes);
  expect([encoding, text.trim()]).toEqual(['GB18030', '红寺堡']);
});

it('refuses bytes of no encoding and a mark that lies', async () => {
  await expect(textOf(Uint8Array.of(0xff, 0x20, 0x20))).rejects.toMatchObject({
    code: 'unreadable',
  });
  await expect(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0xba, 0xec))).rejects.toMatchObject({
    code: 'unreadable',
  });
});
