import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { openZip } from '../../src/bytes/zip.ts';
import { ascii, type Packed, zipOf } from './zip-builder.ts';

/** 红线/图.shp in GBK, as Chinese Windows packs it. */
const GBK_NAME = Uint8Array.of(0xba, 0xec, 0xcf, 0xdf, 0x2f, 0xcd, 0xbc, 0x2e, 0x73, 0x68, 0x70);

const open = (zip: Uint8Array) => openZip(memorySource('a.zip', zip));

async function textOf(zip: Uint8Array, index = 0): Promise<string> {
  const entry = (await open(zip))[index]!;
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of entry.content()) text += decoder.decode(piece, { stream: true });
  return text;
}

const reasonOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error) => error.params?.reason ?? error,
  );

describe('names', () => {
  it('reads UTF-8 with and without the flag, GBK without, and leaves folders out', async () => {
    const files: Packed[] = [
      { name: ascii('红线/一.shp'), bytes: ascii('1'), utf8Flag: true },
      { name: ascii('红线/二.shp'), bytes: ascii('2') },
      { name: GBK_NAME, bytes: ascii('3') },
      { name: ascii('folder/'), bytes: ascii('') },
      { name: ascii('win\\dows.dbf'), bytes: ascii('4') },
    ];
    const names = (await open(zipOf(files))).map(({ name }) => name);
    expect(names).toEqual(['红线/一.shp', '红线/二.shp', '红线/图.shp', 'win/dows.dbf']);
  });
});

describe('content', () => {
  const long = 'YJJBNTBHTB '.repeat(300_000); // 3.3 MB: several pieces

  it.each([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with zip64 lengths', { zip64: true }],
  ])('%s comes out whole', async (_, how) => {
    const zip = zipOf([
      { name: ascii('first'), bytes: ascii('x') },
      { name: ascii('long'), bytes: ascii(long), ...how },
    ]);
    expect((await open(zip))[1]!.bytes).toBe(long.length);
    expect(await textOf(zip, 1)).toBe(long);
  });

  it('refuses content whose sum is not the one that was written down', async () => {
    const zip = zipOf([{ name: ascii('a'), bytes: ascii('4145300'), stored: true }]);
    expect(await textOf(zip)).toBe('4145300');
    const changed = Uint8Array.from(zip);
    changed[30 + 1] = 0x39; // 9145300
    expect(await reasonOf(textOf(changed))).toBe('zip-damaged');
    const claimed = zipOf([{ name: ascii('a'), bytes: ascii(long), crc: 1 }]);
    expect(await reasonOf(textOf(claimed))).toBe('zip-damaged');
  });

  it('finds the end record before a comment', async () => {
    const zip = zipOf([{ name: ascii('a'), bytes: ascii('hello') }]);
    const commented = new Uint8Array(zip.length + 300);
    commented.set(zip);
    expect(await textOf(commented)).toBe('hello');
  });
});

describe('damage', () => {
  const good = zipOf([{ name: ascii('a.shp'), bytes: ascii('hello '.repeat(1000)) }]);

  it('is named', async () => {
    expect(await reasonOf(open(good.slice(0, good.length - 30)))).toBe('zip-end');
    expect(await reasonOf(open(ascii('no archive at all, but long enough')))).toBe('zip-end');
    const encrypted = zipOf([{ name: ascii('a'), bytes: ascii('x'), encrypted: true }]);
    expect(await reasonOf(open(encrypted))).toBe('zip-encrypted');
    const lost = good.slice();
    lost[good.length - 22 - 46 - 5] = 0; // signature of the directory record
    expect(await reasonOf(open(lost))).toBe('zip-directory');
  });

  it('never gives out more or less than the archive says', async () => {
    const declared = (bytes: number): Uint8Array => {
      const zip = good.slice();
      new DataView(zip.buffer).setUint32(good.length - 22 - 46 - 5 + 24, bytes, true);
      return zip;
    };
    expect(await reasonOf(textOf(declared(5999)))).toBe('zip-length');
    expect(await reasonOf(textOf(declared(6001)))).toBe('zip-length');
    expect(await reasonOf(textOf(declared(6000)))).toBe('no error');
  });

  it('inside packed data is an error, not a short answer', async () => {
    const zip = good.slice();
    zip.fill(0xff, 40, 60);
    expect(await reasonOf(textOf(zip))).toMatch(/zip-(damaged|length)/);
  });
});
