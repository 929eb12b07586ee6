import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of these entries, deflated. */
export async function zipOf(entries: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    for (const [buffer, from] of [
      [head, 14],
      [record, 16],
    ] as const) {
      buffer.writeUInt32LE(crc32(bytes), from);
      buffer.writeUInt32LE(packed.length, from + 4);
      buffer.writeUInt32LE(bytes.length, from + 8);
      buffer.writeUInt16LE(path.length, from + 12);
    }
    record.writeUInt32LE(at, 42);
    parts.push(head, path, packed);
    directory.push(record, path);
    at += head.length + path.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}
