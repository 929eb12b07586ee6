import { ByteError, type ByteSource } from './byte-source.ts';
import { unlessAborted } from './deadline.ts';

export interface BlockCacheOptions {
  readonly blockBytes?: number;
  /** Kept at most; the block used longest ago goes first. */
  readonly maxBytes?: number;
}

/** One read under way, for a run of neighbouring blocks. */
interface Flight {
  readonly first: number;
  readonly bytes: Promise<Uint8Array>;
  readonly controller: AbortController;
  waiting: number;
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
    const controller = new AbortController();
    const start = first * blockBytes;
    const length = Math.min(end * blockBytes, size) - start;
    const bytes = source.read(start, length, controller.signal);
    const flight: Flight = { first, bytes, controller, waiting: 0 };
    for (let block = first; block < end; block++) flights.set(block, flight);
    const land = (): void => {
      for (let block = first; block < end; block++) {
        if (flights.get(block) === flight) flights.delete(block);
      }
    };
    bytes.then((run) => {
      land();
      for (let block = first; block < end; block++) {
        // copied, so that one kept block does not keep the whole run alive
        const at = (block - first) * blockBytes;
        keep(block, run.slice(at, at + blockBytes));
      }
    }, land);
    return flight;
  }

  async function wait(flight: Flight, signal?: AbortSignal): Promise<Uint8Array> {
    flight.waiting++;
    try {
      return await unlessAborted(flight.bytes, signal);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && signal?.aborted) {
        for (const [block, other] of flights) if (other === flight) flights.delete(block);
        flight.controller.abort(signal.reason);
      }
    }
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
      // a read that would empty the cache goes past it
      if (length > maxBytes / 2) return source.read(offset, length, signal);

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
        let flight = flights.get(block);
        if (!flight) {
          let next = block + 1;
          while (next < end && !blocks.has(next) && !flights.has(next)) next++;
          flight = depart(block, next, size);
        }
        parts.push({ at: flight.first * blockBytes, bytes: wait(flight, signal) });
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
