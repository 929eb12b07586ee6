import { deflateSync, inflateSync, zlibSync } from 'fflate';
import { ByteError } from './byte-source.ts';

/**
 * Raw deflate (RFC 1951). Pure and synchronous: the same bytes on every platform, which its own
 * compressors do not promise from one version to the next.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 });
}

/** The same with the head and sum of zlib (RFC 1950), as PNG wants it; quick rather than small. */
export function deflateZlib(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 1 });
}

/**
 * @param length once unpacked; no more than that is ever held
 * @throws ByteError `unreadable` for bytes that are not packed, or give another length
 */
export function inflate(bytes: Uint8Array, length: number): Uint8Array {
  let unpacked: Uint8Array;
  try {
    // one more than wanted: what is longer shows
    unpacked = inflateSync(bytes, { out: new Uint8Array(length + 1) });
  } catch (error) {
    throw new ByteError('unreadable', { reason: 'deflate' }, error);
  }
  if (unpacked.length !== length) {
    throw new ByteError('unreadable', { reason: 'deflate length', length: unpacked.length });
  }
  return unpacked;
}
