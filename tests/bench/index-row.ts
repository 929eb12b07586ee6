import type { LayerIndex } from '../../src/overlay/edge-index.ts';
import { readEdgeIndex, writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';
import type { IndexTime } from './postgis.ts';

const NO_FILE = new Uint8Array(32);

/** Time to build the indexes, memory they take with the vertices in them, and time to map stored ones back. */
export function printIndex(
  indexes: readonly LayerIndex[],
  built: IndexTime,
  gist: IndexTime | null,
): void {
  const edges = indexes.map(({ rings }) => rings.xy.length / 2 - rings.ringSign.length);
  const files = indexes.map((index) => writeEdgeIndex(index, NO_FILE));
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const file of files) {
      const index = readEdgeIndex(file, NO_FILE);
      if (typeof index === 'string') throw new Error(`the index cannot be mapped back: ${index}`);
    }
    return performance.now() - start;
  });
  const mappedMs = Math.min(...rounds);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const memory = indexes.map(bytesOf);
  const perEdge = (bytes: readonly number[]) =>
    `${(sum(bytes) / sum(edges)).toFixed(1)} (${bytes.map((of, l) => (of / edges[l]!).toFixed(1)).join(', ')})`;
  const against = gist
    ? `; GIST ${timeOf(gist)}: ${(built.cpuS / gist.cpuS).toFixed(2)}x by CPU, ${(built.wallS / gist.wallS).toFixed(2)}x by wall`
    : '';
  console.log(`index of ${sum(edges)} edges: ${timeOf(built)}${against}`);
  console.log(
    `bytes an edge, vertices included: in memory ${perEdge(memory)}, stored ${perEdge(files.map(({ length }) => length))}; mapped back in ${mappedMs.toFixed(2)} ms`,
  );
}

function timeOf({ cpuS, wallS }: IndexTime): string {
  return `${cpuS.toFixed(2)} s CPU, ${wallS.toFixed(2)} s wall`;
}

/** Every array of an index and of what it holds. */
function bytesOf({ rings, tree, ...own }: LayerIndex): number {
  const arrays = [...Object.values(rings), ...Object.values(own)] as ArrayBufferView[];
  return arrays.reduce((bytes, array) => bytes + array.byteLength, tree.bytes.byteLength);
}
