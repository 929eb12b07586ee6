import type { FileHandle } from '../../../src/app/batch/batch-ask.ts';

/** A file in memory that counts how often it is read. */
export function handle(
  name: string,
  bytes: Uint8Array | string = '',
): FileHandle & { reads: number } {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
  return {
    name,
    size: data.length,
    reads: 0,
    async arrayBuffer() {
      this.reads++;
      return data.slice().buffer;
    },
  };
}

/** A file that the disk does not give any more. */
export function lost(name: string): FileHandle {
  return {
    name,
    size: 10,
    arrayBuffer: () => Promise.reject(new DOMException('it was moved', 'NotReadableError')),
  };
}
