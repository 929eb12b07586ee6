import { describe, expect, it } from 'vitest';
import { readDbf } from '../../../src/files/shapefile/read-dbf.ts';
import { dbfOf } from '../sources/dbf-builder.ts';

const text = (value: string) => new TextEncoder().encode(value);
/** 地块 in GBK. */
const PLOT = Uint8Array.of(0xb5, 0xd8, 0xbf, 0xe9);
const table = () =>
  dbfOf(
    [
      { name: text('DKBH'), width: 4 },
      { name: PLOT, width: 6 },
    ],
    [
      [text(' 1  '), Uint8Array.of(...PLOT, 0x31)],
      [text(''), text('b')],
    ],
  );

it('reads names and values, without blanks and empty values', () => {
  expect(readDbf(table(), 'GB18030')).toEqual({
    fields: ['DKBH', '地块'],
    records: [{ DKBH: '1', 地块: '地块1' }, { 地块: 'b' }],
    garbled: false,
  });
});

it('is null for a record marked as deleted', () => {
  const bytes = table();
  bytes[bytes.length - 11] = 0x2a;
  expect(readDbf(bytes, 'GB18030').records).toEqual([{ DKBH: '1', 地块: '地块1' }, null]);
});

it('leaves a character out that the end of its field cuts off, and says what is no text', () => {
  const cut = dbfOf([{ name: text('a'), width: 5 }], [[Uint8Array.of(...PLOT, 0xb5)]]);
  expect(readDbf(cut, 'GB18030')).toMatchObject({ records: [{ a: '地块' }], garbled: false });
  expect(readDbf(cut, 'UTF-8')).toMatchObject({ garbled: true });
});

it('ends a text at a zero byte', () => {
  const bytes = dbfOf([{ name: text('a'), width: 6 }], [[text('ab\0cd')]]);
  expect(readDbf(bytes, 'UTF-8').records).toEqual([{ a: 'ab' }]);
});

it('tells fields apart that share a name, and lets none be a prototype', () => {
  const names = ['a', 'a', '__proto__', ''].map((name) => ({ name: text(name), width: 2 }));
  const bytes = dbfOf(names, [['1', '2', '3', '4'].map(text)]);
  const { fields, records } = readDbf(bytes, 'UTF-8');
  expect(fields).toEqual(['a', 'a_1', '__proto___1', 'F4']);
  expect(Object.values(records[0]!)).toEqual(['1', '2', '3', '4']);
});

it('takes a number of stars, which did not fit its field, for none; a text of stars is one', () => {
  const names = ['n', 'c'].map((name) => ({ name: text(name), width: 4 }));
  const bytes = dbfOf(names, [[text('****'), text('****')]]);
  bytes[32 + 11] = 'N'.charCodeAt(0);
  expect(readDbf(bytes, 'UTF-8').records).toEqual([{ c: '****' }]);
});

describe('what contradicts itself is refused', () => {
  const changed = (change: (view: DataView) => void) => {
    const bytes = table();
    change(new DataView(bytes.buffer));
    return bytes;
  };
  it.each([
    ['more records than there is room for', (v: DataView) => v.setUint32(4, 3, true)],
    ['4,294,967,295 records', (v: DataView) => v.setUint32(4, 0xffff_ffff, true)],
    ['a head behind the end', (v: DataView) => v.setUint16(8, 60_000, true)],
    ['a head shorter than a head', (v: DataView) => v.setUint16(8, 20, true)],
    ['records of no length', (v: DataView) => v.setUint16(10, 0, true)],
    ['fields longer than their record', (v: DataView) => v.setUint8(32 + 16, 255)],
  ])('%s', (_, change) => {
    expect(() => readDbf(changed(change), 'UTF-8')).toThrow(
      expect.objectContaining({ code: 'table' }),
    );
  });

  it('a table cut off', () => {
    const bytes = table();
    for (const size of [0, 20, 31, 40, bytes.length - 1]) {
      expect(() => readDbf(bytes.subarray(0, size), 'UTF-8'), String(size)).toThrow(
        expect.objectContaining({ code: 'table' }),
      );
    }
  });
});
