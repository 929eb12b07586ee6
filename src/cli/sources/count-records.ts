import { open } from 'node:fs/promises';

const EVERY_MS = 400;
const PIECE_BYTES = 8 * 1024 * 1024;
const MAGIC_BYTES = 8;

/**
 * Counts the features of a FlatGeobuf file without index while another program writes it, for telling how
 * far it is. What cannot be read yet is read the next time.
 */
export function countRecords(
  file: string,
  onFeatures: ((done: number) => void) | undefined,
): { stop(): void } {
  if (onFeatures === undefined) return { stop: () => {} };
  let done = 0;
  let at = MAGIC_BYTES;
  let busy = false;
  const piece = new Uint8Array(PIECE_BYTES);
  const view = new DataView(piece.buffer);

  const look = async (): Promise<void> => {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      while (at + 4 <= size) {
        const { bytesRead } = await handle.read(piece, 0, Math.min(PIECE_BYTES, size - at), at);
        let start = 0;
        while (start + 4 <= bytesRead) {
          start += 4 + view.getUint32(start, true);
          // the first record is the header
          if (at + start <= size) done++;
        }
        if (start === 0) break;
        at += start;
      }
      onFeatures(Math.max(0, done - 1));
    } finally {
      await handle.close();
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // not there yet, or just being replaced: progress is no reason to fail
    look()
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
