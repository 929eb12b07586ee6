import { ByteError, type ByteSource } from './byte-source.ts';

/** A Blob or a File the user gave. A file changed since on disk is an error of the platform's. */
export function blobSource(
  blob: Blob,
  name = blob instanceof File ? blob.name : 'blob',
): ByteSource {
  return {
    name,
    size: async () => blob.size,
    read: async (offset, length, signal) => {
      signal?.throwIfAborted();
      if (offset < 0 || length < 0 || offset + length > blob.size) {
        throw new ByteError('truncated', { name, wanted: offset + length, size: blob.size });
      }
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch (error) {
        throw new ByteError('changed', { name, reason: String(error) }, error);
      }
      signal?.throwIfAborted();
      if (bytes.length !== length) {
        throw new ByteError('truncated', { name, wanted: length, size: bytes.length });
      }
      return bytes;
    },
  };
}
