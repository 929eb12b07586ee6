import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Stream } from '../bytes/sha256.ts';

/** Bytes read and hashed at a time. */
const PIECE = 4 * 1024 * 1024;

/** The hex SHA-256 of the first `length` bytes of a source, read piece by piece. */
export async function hashSource(
  source: ByteSource,
  length: number,
  signal?: AbortSignal,
): Promise<string> {
  const hash = sha256Stream();
  for (let at = 0; at < length; at += PIECE) {
    hash.update(await source.read(at, Math.min(PIECE, length - at), signal));
  }
  return hash.digestHex();
}
