import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  /** Bytes of the name as stored: GBK names are given as their bytes. */
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly utf8Flag?: boolean;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** Lengths in the zip64 extra field. */
  readonly zip64?: boolean;
  /** A sum that is not the content's. */
  readonly crc?: number;
}

/** A zip archive, written by hand from APPNOTE 6.3; sums stand in the directory alone. */
export function zipOf(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes, utf8Flag, stored, encrypted, zip64, crc } of files) {
    const data = stored ? bytes : deflateRawSync(bytes);
    const flags = (utf8Flag ? 0x800 : 0) | (encrypted ? 1 : 0);
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(26, name.length, true);
    parts.push(new Uint8Array(local.buffer), name, data);
    const extra = new DataView(new ArrayBuffer(zip64 ? 20 : 0));
    if (zip64) {
      extra.setUint16(0, 1, true);
      extra.setUint16(2, 16, true);
      extra.setBigUint64(4, BigInt(bytes.length), true);
      extra.setBigUint64(12, BigInt(data.length), true);
    }
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(8, flags, true);
    entry.setUint16(10, stored ? 0 : 8, true);
    entry.setUint32(16, crc ?? crc32(bytes), true);
    entry.setUint32(20, zip64 ? 0xffff_ffff : data.length, true);
    entry.setUint32(24, zip64 ? 0xffff_ffff : bytes.length, true);
    entry.setUint16(28, name.length, true);
    entry.setUint16(30, extra.byteLength, true);
    entry.setUint32(42, at, true);
    directory.push(new Uint8Array(entry.buffer), name, new Uint8Array(extra.buffer));
    at += 30 + name.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, at, true);
  const all = [...parts, ...directory, new Uint8Array(end.buffer)];
  const zip = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of all) {
    zip.set(part, place);
    place += part.length;
  }
  return zip;
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
