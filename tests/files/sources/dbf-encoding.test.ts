import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { encodingFromCpg, findDbfEncoding } from '../../../src/files/sources/dbf-encoding.ts';
import { latin1Decoder } from '../../../src/files/sources/decode-latin1.ts';
import { dbfOf } from './dbf-builder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 红寺堡区 and 联通 in GBK (GB 2312 code charts). */
const HONGSIBU = Uint8Array.of(0xba, 0xec, 0xcb, 0xc2, 0xb1, 0xa4, 0xc7, 0xf8);
const LIANTONG = Uint8Array.of(0xc1, 0xaa, 0xcd, 0xa8);

const find = (values: readonly Uint8Array[], cpg: string | null = null, language = 0, width = 12) =>
  findDbfEncoding(
    memorySource(
      't.dbf',
      dbfOf(
        [{ name: utf8('XZQMC'), width }],
        values.map((value) => [value]),
        language,
      ),
    ),
    cpg,
  );

describe('the encoding of a table', () => {
  it.each([
    ['UTF-8 throughout', [utf8('红寺堡区')], null, 0, 'UTF-8', null],
    ['GBK', [HONGSIBU], null, 0, 'GB18030', null],
    ['GBK after a value that is ASCII', [utf8('abc'), HONGSIBU], null, 0, 'GB18030', null],
    ['GBK, .cpg agrees', [HONGSIBU], 'GBK', 0, 'GB18030', null],
    ['GBK, language byte agrees', [HONGSIBU], null, 0x4d, 'GB18030', null],
    ['GBK, .cpg says UTF-8', [HONGSIBU], 'UTF-8', 0, 'GB18030', 'UTF-8'],
    ['UTF-8, .cpg says 936', [utf8('红寺堡区')], '936', 0, 'UTF-8', '936'],
    ['UTF-8, language byte says GBK', [utf8('红寺堡区')], null, 0x4d, 'UTF-8', 'GB18030'],
    ['only ASCII', [utf8('640303')], null, 0, 'UTF-8', null],
    ['only ASCII, .cpg GBK', [utf8('640303')], 'GBK', 0, 'GB18030', null],
    // 联通: C1 begins no UTF-8 sequence, whatever careless tests say of it
    ['the word that fooled Notepad', [LIANTONG], null, 0, 'GB18030', null],
  ])('%s', async (_, values, cpg, language, encoding, contradicted) => {
    expect(await find(values, cpg, language)).toEqual({ encoding, contradicted });
  });

  it('believes the .cpg where two-byte sequences would be valid in both', async () => {
    // C2 B2 is ² in UTF-8 and 虏 in GBK
    const both = [Uint8Array.of(0xc2, 0xb2)];
    expect((await find(both, 'GBK')).encoding).toBe('GB18030');
    expect((await find(both)).encoding).toBe('UTF-8');
  });

  it('takes a character cut by the end of the field for no contradiction', async () => {
    expect((await find([utf8('红寺堡区')], null, 0, 10)).encoding).toBe('UTF-8');
  });

  it('looks at column names too', async () => {
    const dbf = dbfOf([{ name: HONGSIBU, width: 4 }], [[utf8('1')]]);
    expect((await findDbfEncoding(memorySource('t.dbf', dbf), null)).encoding).toBe('GB18030');
  });

  it('looks to the end of a long table', async () => {
    const values = Array.from({ length: 400_000 }, () => utf8('640303'));
    values[399_999] = HONGSIBU;
    expect((await find(values)).encoding).toBe('GB18030');
  });

  it('survives a table cut off in its header', async () => {
    expect((await findDbfEncoding(memorySource('t.dbf', new Uint8Array(20)), null)).encoding).toBe(
      'UTF-8',
    );
  });
});

describe('names of encodings', () => {
  it.each([
    ['UTF-8', 'UTF-8'],
    ['utf8', 'UTF-8'],
    ['65001\n', 'UTF-8'],
    ['GBK', 'GB18030'],
    ['CP936', 'GB18030'],
    ['ANSI 936', 'GB18030'],
    ['gb2312', 'GB18030'],
    ['ISO-8859-1', 'ISO-8859-1'],
    ['BIG5', null],
  ])('%s', (name, encoding) => {
    expect(encodingFromCpg(name)).toBe(encoding);
  });
});

describe('text handed on byte by byte', () => {
  const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

  it('becomes what it was', () => {
    expect(latin1Decoder('GB18030')(latin1(HONGSIBU))).toBe('红寺堡区');
    expect(latin1Decoder('UTF-8')(latin1(utf8('红寺堡区')))).toBe('红寺堡区');
    expect(latin1Decoder('GB18030')('640303')).toBe('640303');
  });

  it('loses a last character that was cut, and nothing else', () => {
    expect(latin1Decoder('GB18030')(latin1(HONGSIBU.subarray(0, 7)))).toBe('红寺堡');
    expect(latin1Decoder('UTF-8')(latin1(utf8('红寺堡区').subarray(0, 10)))).toBe('红寺堡');
  });

  it('is refused where the bytes are none of the encoding', () => {
    expect(latin1Decoder('UTF-8')(latin1(HONGSIBU))).toBeNull();
    expect(latin1Decoder('GB18030')('\u00ff\u00ff')).toBeNull();
  });
});
