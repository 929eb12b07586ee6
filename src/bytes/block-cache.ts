import { ByteError, type ByteSource } from './byte-source.ts';
import { ByteStore } from './byte-store.ts';
import { SharedWork } from './shared-work.ts';

export interface BlockCacheOptions {
  readonly blockBytes?: number;
  /** Where blocks are kept; several sources may share one. Default: 16 MB of its own. */
  readonly store?: ByteStore;
  /** Missing blocks this many blocks apart are still one read: a request costs more than a few bytes. */
  readonly bridge?: number;
}

/** One read under way, for a run of neighbouring blocks. */
interface Flight {
  readonly first: number;
  readonly bytes: SharedWork<Uint8Array>;
}

/** Blocks asked for in one turn of the event loop, before they depart together. */
interface Gathering {
  readonly wanted: { readonly blocks: readonly number[]; readonly signal?: AbortSignal }[];
  readonly departed: Promise<void>;
}

/** No single read takes more (bytes). */
const LARGEST_RUN = 4 * 1024 * 1024;

/**
 * Keeps blocks of a source in memory. What is asked for in one turn of the event loop departs together:
 * neighbouring missing blocks are one read whoever wants them, a block under way is shared, and a read
 * nobody waits for any more is aborted.
 */
export function blockCached(source: ByteSource, options: BlockCacheOptions = {}): ByteSource {
  const blockBytes = options.blockBytes ?? 32 * 1024;
  const bridge = options.bridge ?? 0;
  const blocks = (options.store ?? new ByteStore(16 * 1024 * 1024)).shelf();
  const flights = new Map<number, Flight>();
  let gathering: Gathering | null = null;

  function depart(first: number, end: number, size: number): void {
    const start = first * blockBytes;
    const length = Math.min(end * blockBytes, size) - start;
    const bytes = new SharedWork(async (signal) => {
      try {
        const run = await source.read(start, length, signal);
        for (let block = first; block < end; block++) {
          // copied, so that one kept block does not keep the whole run alive
          const at = (block - first) * blockBytes;
          blocks.keep(block, run.slice(at, at + blockBytes));
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
  }

  /** A block that is neither kept nor under way. */
  function isMissing(block: number): boolean {
    return !blocks.has(block) && (flights.get(block)?.bytes.lost ?? true);
  }

  function departAll(wanted: Gathering['wanted'], size: number): void {
    const missing = new Set<number>();
    for (const { blocks: asked, signal } of wanted) {
      // who has left meanwhile needs nothing
      if (!signal?.aborted) for (const block of asked) if (isMissing(block)) missing.add(block);
    }
    let run: { first: number; end: number } | null = null;
    for (const block of [...missing].sort((a, b) => a - b)) {
      if (run && joins(run, block)) run.end = block + 1;
      else {
        if (run) depart(run.first, run.end, size);
        run = { first: block, end: block + 1 };
      }
    }
    if (run) depart(run.first, run.end, size);
  }

  function joins(run: { first: number; end: number }, block: number): boolean {
    if (block - run.end > bridge || (block + 1 - run.first) * blockBytes > LARGEST_RUN)
      return false;
    for (let between = run.end; between < block; between++) if (!isMissing(between)) return false;
    return true;
  }

  function gather(asked: readonly number[], size: number, signal?: AbortSignal): Promise<void> {
    if (gathering === null) {
      const wanted: Gathering['wanted'] = [];
      const departed = new Promise<void>((resolve) => {
        setTimeout(() => {
          gathering = null;
          departAll(wanted, size);
          resolve();
        }, 0);
      });
      gathering = { wanted, departed };
    }
    gathering.wanted.push(signal ? { blocks: asked, signal } : { blocks: asked });
    return gathering.departed;
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

      const answer = new Uint8Array(length);
      const put = (at: number, bytes: Uint8Array): void => {
        const skipped = Math.max(0, offset - at);
        answer.set(bytes.subarray(skipped, offset + length - at), at + skipped - offset);
      };
      const first = Math.floor(offset / blockBytes);
      const end = Math.ceil((offset + length) / blockBytes);
      await fill(range(first, end), put, size, signal);
      return answer;
    },
  };

  /** Gives the bytes of blocks to `put`, each with its place in the file: kept, under way or still to ask for. */
  async function fill(
    wanted: readonly number[],
    put: (at: number, bytes: Uint8Array) => void,
    size: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const missing: number[] = [];
    const underWay = new Set<Flight>();
    for (const block of wanted) {
      const kept = blocks.use(block);
      if (kept) put(block * blockBytes, kept);
      else if (isMissing(block)) missing.push(block);
      else underWay.add(flights.get(block)!);
    }
    const joins = [...underWay].map(async (flight) =>
      put(flight.first * blockBytes, await flight.bytes.join(signal)),
    );
    if (missing.length > 0) {
      joins.push(
        gather(missing, size, signal).then(() => {
          signal?.throwIfAborted();
          return fill(missing, put, size, signal);
        }),
      );
    }
    await Promise.all(joins);
  }
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}
