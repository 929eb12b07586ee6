import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/bytes/decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  it.each([
    ['UTF-8 without mark', bytes(0xe7, 0xba, 0xa2), 'UTF-8'],
    ['UTF-8 with mark', bytes(0xef, 0xbb, 0xbf, 0xe7, 0xba, 0xa2), 'UTF-8'],
    ['GBK', bytes(0xba, 0xec), 'GB18030'],
    ['UTF-16LE with mark', bytes(0xff, 0xfe, 0xa2, 0x7e), 'UTF-16LE'],
    ['UTF-16BE with mark', bytes(0xfe, 0xff, 0x7e, 0xa2), 'UTF-16BE'],
  ])('reads 红 in %s', (_, input, encoding) => {
    expect(decodeText(input)).toEqual({ text: '红', encoding });
  });

  it('reads a four-byte character that only GB18030 has', () => {
    // U+3400 㐀 is 81 39 EE 39 in GB 18030-2005.
    expect(decodeText(bytes(0x81, 0x39, 0xee, 0x39)).text).toBe('㐀');
  });

  it.each([
    ['a control byte', bytes(0x41, 0x00, 0x42), { offset: 1, byte: '00' }],
    ['a byte of no encoding', bytes(0x41, 0xff, 0x41), { offset: 1, byte: 'FF' }],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x41), { offset: 2, byte: '41' }],
  ])('refuses %s and says where', (_, input, params) => {
    expect(() => decodeText(input)).toThrowError(
      expect.objectContaining({ code: 'unreadable', params }),
    );
  });
});
