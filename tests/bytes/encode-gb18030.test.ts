import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../src/bytes/encode-gb18030.ts';

const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex');

describe('encodeGb18030', () => {
  // printf '%s' … | iconv -f utf-8 -t gb18030 | xxd -p   (glibc of Debian)
  it.each([
    ['J1,地块', '4a312cb5d8bfe9'],
    ['公顷，亩', 'b9abc7eaa3acc4b6'],
    ['㐀䶵', '8139ee3982358738'],
    ['𠮷', '9534b235'],
    ['·“”…', 'a1a4a1b0a1b1a1ad'],
    ['\r\n', '0d0a'],
  ])('%j as iconv writes it', (text, wanted) => {
    expect(hex(text)).toBe(wanted);
  });

  it('is read back as it was, through the first plane and beyond', () => {
    const decoder = new TextDecoder('gb18030');
    let text = '';
    for (let code = 0x20; code < 0xfffe; code += 37) {
      if (code < 0xd800 || code >= 0xe000) text += String.fromCodePoint(code);
    }
    text += '𠮷野家\u{10ffff}';
    const back = [...decoder.decode(encodeGb18030(text))];
    const lost = [...text].filter((letter, i) => back[i] !== letter);
    expect(back).toHaveLength([...text].length);
    // some private-use characters have no bytes in the platform's own table
    expect(lost.every((letter) => /[\ue000-\uf8ff]/.test(letter))).toBe(true);
    expect(lost.length).toBeLessThan(3);
  });

  it('refuses half a character', () => {
    expect(() => encodeGb18030('\ud800')).toThrow(RangeError);
  });
});
