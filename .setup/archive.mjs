import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createGzip, deflateRawSync } from 'node:zlib';

/**
 * Archives that come out the same for the same files: sorted, at a settled time, by owner nobody. Names
 * are UTF-8, and what may be run on Unix says so.
 *
 * @typedef {{ path: string, bytes: () => Uint8Array, executable: boolean }} Entry in order of `path`
 */

/** 2020-01-01 00:00: a time of DOS, and of everybody. */
const DOS_TIME = 0;
const DOS_DATE = (40 << 9) | (1 << 5) | 1;
const UNIX_TIME = 1577836800;
const UTF8_NAMES = 0x0800;
const MADE_BY_UNIX = (3 << 8) | 20;

/** @param {string} file @param {readonly Entry[]} entries below 4 GB together, which is checked */
export function writeZip(file, entries) {
  const out = openSync(file, 'w');
  const directory = [];
  let offset = 0;
  const put = (bytes) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(out, bytes, at);
    offset += bytes.length;
    if (offset > 0xffffffff) throw new Error('the archive would be larger than 4 GB');
  };
  for (const { path, bytes, executable } of entries) {
    const name = Buffer.from(path);
    const content = bytes();
    const packed = deflateRawSync(content, { level: 6 });
    const smaller = packed.length < content.length;
    const data = smaller ? packed : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(smaller ? 8 : 0, 4);
    common.writeUInt16LE(DOS_TIME, 6);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(MADE_BY_UNIX, 4);
    common.copy(head, 6);
    head.writeUInt32LE((0o100000 | (executable ? 0o755 : 0o644)) * 0x10000, 38);
    head.writeUInt32LE(offset, 42);
    directory.push(head, name);
    put(Buffer.from([0x50, 0x4b, 3, 4]));
    put(common);
    put(name);
    put(data);
  }
  const start = offset;
  for (const bytes of directory) put(bytes);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  put(end);
  closeSync(out);
}

/** @param {string} file @param {readonly Entry[]} entries */
export async function writeTarGz(file, entries) {
  const gzip = createGzip({ level: 6 });
  const out = gzip.pipe(createWriteStream(file));
  for (const { path, bytes, executable } of entries) {
    const content = bytes();
    const mode = executable ? 0o755 : 0o644;
    // ustar holds 100 bytes of ASCII; other names go before, in a record of their own
    if (Buffer.byteLength(path) > 100 || /[^ -~]/.test(path)) {
      gzip.write(padded(tarHead('pax', paxRecord('path', path).length, 0o644, 'x')));
      gzip.write(padded(paxRecord('path', path)));
    }
    gzip.write(padded(tarHead(path, content.length, mode, '0')));
    if (!gzip.write(padded(content))) await new Promise((go) => gzip.once('drain', go));
  }
  gzip.end(Buffer.alloc(1024));
  await finished(out);
}

function tarHead(path, size, mode, type) {
  const head = Buffer.alloc(512);
  const octal = (value, at, width) => head.write(value.toString(8).padStart(width - 1, '0'), at);
  Buffer.from(path).copy(head, 0, 0, 100);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(UNIX_TIME, 136, 12);
  head.write('        ', 148);
  head.write(type, 156);
  head.write('ustar\x0000', 257, 'latin1');
  const sum = head.reduce((all, byte) => all + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

/** `<length> key=value\n`, the length its own digits included. */
function paxRecord(key, value) {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (String(length).length + Buffer.byteLength(rest) !== length) {
    length = String(length).length + Buffer.byteLength(rest);
  }
  return Buffer.from(`${length}${rest}`);
}

function padded(bytes) {
  const rest = bytes.length % 512;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(512 - rest)]);
}
