import { ByteError, type ByteSource } from './byte-source.ts';
import { SharedWork } from './shared-work.ts';

export interface BlockCacheOptions {
  readonly blockBytes?: number;
  /** Kept at most; the block used longest ago goes first. */
  readonly maxBytes?: number;
}

/** One read under way, for a run of neighbouring blocks. */
interface Flight {
  readonly first: number;
  readonly bytes: SharedWork<Uint8Array>;
}

/**
 * Keeps blocks of a source in memory. Neighbouring missing blocks are one read, a block under way is
 * shared by all who want it, and a read nobody waits for any more is aborted.
 */
export function blockCached(source: ByteSource, options: BlockCacheOptions = {}): ByteSource {
  const blockBytes = options.blockBytes ?? 32 * 1024;
  const maxBytes = options.maxBytes ?? 16 * 1024 * 1024;
  const blocks = new Map<number, Uint8Array>();
  const flights = new Map<number, Flight>();
  let kept = 0;

  function keep(block: number, bytes: Uint8Array): void {
    blocks.set(block, bytes);
    kept += bytes.length;
    for (const [oldest, old] of blocks) {
      if (kept <= maxBytes) break;
      blocks.delete(oldest);
      kept -= old.length;
    }
  }

  function depart(first: number, end: number, size: number): Flight {
    const start = first * blockBytes;
    const length = Math.min(end * blockBytes, size) - start;
    const bytes = new SharedWork(async (signal) => {
      try {
        const run = await source.read(start, length, signal);
        for (let block = first; block < end; block++) {
          // copied, so that one kept block does not keep the whole run alive
          const at = (block - first) * blockBytes;
          keep(block, run.slice(at, at + blockBytes));
        }
        return run;
      } finally {
        for (let block = first; block < end; block++) {
          if (flights.get(block) === flight) flights.delete(block);
        }
      }
    });
    const flight: Flight = { first, bytes };
    for (let block = first; block < end; block++) flights.set(block, flight);
    return flight;
  }

  /** A block that is neither kept nor under way. */
  function isMissing(block: number): boolean {
    return !blocks.has(block) && (flights.get(block)?.bytes.lost ?? true);
  }

  return {
    name: source.name,
    size: (signal) => source.size(signal),
    async read(offset, length, signal) {
      signal?.throwIfAborted();
      const size = await source.size(signal);
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new ByteError('truncated', {
          name: source.name,
          wanted: offset + length,
          size,
        });
      }
      if (length === 0) return new Uint8Array(0);
      // a read that would empty much of the cache goes past it
      if (length > maxBytes / 8) return source.read(offset, length, signal);

      const first = Math.floor(offset / blockBytes);
      const end = Math.ceil((offset + length) / blockBytes);
      const parts: { at: number; bytes: Uint8Array | Promise<Uint8Array> }[] = [];
      for (let block = first; block < end; block++) {
        const cached = blocks.get(block);
        if (cached) {
          blocks.delete(block);
          blocks.set(block, cached);
          parts.push({ at: block * blockBytes, bytes: cached });
          continue;
        }
        if (isMissing(block)) {
          let next = block + 1;
          while (next < end && isMissing(next)) next++;
          depart(block, next, size);
        }
        const flight = flights.get(block)!;
        parts.push({ at: flight.first * blockBytes, bytes: flight.bytes.join(signal) });
        while (block + 1 < end && flights.get(block + 1) === flight) block++;
      }

      const answer = new Uint8Array(length);
      const runs = await Promise.all(parts.map((part) => part.bytes));
      runs.forEach((run, i) => {
        const from = parts[i]!.at - offset;
        const skipped = Math.max(0, -from);
        answer.set(run.subarray(skipped, length - from), from + skipped);
      });
      return answer;
    },
  };
}
