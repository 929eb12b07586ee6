import { PMTiles } from 'pmtiles';

/** An archive in memory behind the reference reader; counts what it reads. */
export function openArchive(pieces: readonly Uint8Array[]) {
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const reads: [number, number][] = [];
  const archive = new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => {
      reads.push([offset, length]);
      return { data: bytes.slice(offset, offset + length).buffer };
    },
  });
  return { archive, bytes, reads };
}

export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for await (const piece of pieces) out.push(piece);
  return out;
}
