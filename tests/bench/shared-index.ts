import type { LayerIndex } from '../../src/overlay/edge-index.ts';
import { readEdgeIndex, writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';

const NO_FILE = new Uint8Array(32);

/** An index as bytes that threads read in place. */
export function shareIndex(index: LayerIndex): SharedArrayBuffer {
  const bytes = writeEdgeIndex(index, NO_FILE);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

export function openShared(shared: SharedArrayBuffer): LayerIndex {
  // Typed for plain buffers; a shared one is read the same way.
  const bytes = new Uint8Array(shared) as unknown as Uint8Array<ArrayBuffer>;
  const index = readEdgeIndex(bytes, NO_FILE);
  if (typeof index === 'string') throw new Error(`the shared index cannot be read: ${index}`);
  return index;
}
