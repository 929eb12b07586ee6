import { ByteError, type ByteSource } from './byte-source.ts';

/** Bytes already in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: async () => bytes.length,
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > bytes.length) {
        throw new ByteError('truncated', { name, wanted: offset + length, size: bytes.length });
      }
      return bytes.subarray(offset, offset + length);
    },
  };
}
