import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chunkSums, openChunkSums } from '../../src/bytes/chunk-sums.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { verifiedChunks } from '../../src/bytes/verified-chunks.ts';

/** 16 bytes a chunk, 256 chunks a page: 10,001 bytes are 626 chunks on 3 pages. */
const CHUNK = 16;
const FILE = Uint8Array.from({ length: 10_001 }, (_, i) => (i * 31 + (i >> 8)) & 255);
const sha = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const made = chunkSums(FILE, CHUNK);
const headSha256 = sha(made.bytes.subarray(0, made.headBytes)).toString('hex');

async function open(file = FILE, sums = made.bytes) {
  const opened = await openChunkSums(memorySource('a.sums', sums), headSha256);
  return verifiedChunks(memorySource('a', file), opened);
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> => {
  const other = Uint8Array.from(bytes);
  other[at]! ^= 1 << (at % 8);
  return other;
};

describe('chunk sums', () => {
  it('are laid out as described, by an independent SHA-256', () => {
    expect(made.headBytes).toBe(32 + 3 * 16);
    expect(made.bytes).toHaveLength(32 + 3 * 16 + 626 * 16);
    expect(Buffer.from(made.bytes.subarray(0, 4)).toString()).toBe('SXCS');
    const sumAt = (at: number) => Buffer.from(made.bytes.subarray(at, at + 16));
    const chunk = (i: number) => sha(FILE.subarray(CHUNK * i, CHUNK * (i + 1))).subarray(0, 16);
    for (const i of [0, 255, 256, 625]) expect(sumAt(80 + 16 * i)).toEqual(chunk(i));
    const page = made.bytes.subarray(80 + 256 * 16, 80 + 512 * 16);
    expect(sumAt(32 + 16)).toEqual(sha(page).subarray(0, 16));
  });

  it('let through what is unchanged, at any place and of any length', async () => {
    const verified = await open();
    expect(await verified.size()).toBe(FILE.length);
    for (const [at, length] of [
      [0, 1],
      [15, 2],
      [4090, 12],
      [9_999, 2],
      [0, 10_001],
      [7, 0],
    ] as const) {
      expect(await verified.read(at, length)).toEqual(FILE.subarray(at, at + length));
    }
    await expect(verified.read(10_000, 2)).rejects.toMatchObject({ code: 'truncated' });
  });

  it('find every flipped byte of the file, where one looks and nowhere else', async () => {
    for (let at = 0; at < FILE.length; at += 7) {
      const verified = await open(flipped(FILE, at));
      await expect(verified.read(at, 1)).rejects.toMatchObject({ code: 'sha256' });
      const elsewhere = (at + 5_000) % 10_000;
      expect(await verified.read(elsewhere, 1)).toEqual(FILE.subarray(elsewhere, elsewhere + 1));
    }
  });

  it('find every flipped byte of their own', async () => {
    for (let at = 0; at < made.bytes.length; at += 3) {
      const read = open(FILE, flipped(made.bytes, at)).then((verified) =>
        verified.read(0, FILE.length),
      );
      await expect(read, `byte ${at}`).rejects.toMatchObject({ code: 'sha256' });
    }
  });

  it('find a file of another length, on either side', async () => {
    for (const file of [FILE.subarray(0, 10_000), Uint8Array.of(...FILE, 0)]) {
      const verified = await open(file);
      await expect(verified.size()).rejects.toMatchObject({ code: 'sha256' });
    }
    const last = made.bytes.length - 1;
    for (const sums of [made.bytes.subarray(0, last), Uint8Array.of(...made.bytes, 0)]) {
      await expect(open(FILE, sums)).rejects.toMatchObject({ code: 'sha256' });
    }
    await expect(open(FILE, made.bytes.subarray(0, 20))).rejects.toMatchObject({
      code: 'truncated',
    });
    await expect(open(FILE, new Uint8Array(made.bytes.length))).rejects.toMatchObject({
      code: 'sha256',
    });
  });

  it('read no more pages than needed, each once', async () => {
    const reads: number[] = [];
    const source = memorySource('a.sums', made.bytes);
    const counted = {
      ...source,
      read: async (at: number, n: number) => {
        reads.push(at);
        return source.read(at, n);
      },
    };
    const verified = verifiedChunks(
      memorySource('a', FILE),
      await openChunkSums(counted, headSha256),
    );
    expect(reads).toEqual([0, 0]);
    await verified.read(300 * CHUNK, 40);
    await verified.read(400 * CHUNK, 40);
    expect(reads).toEqual([0, 0, 80 + 256 * 16]);
  });
});
