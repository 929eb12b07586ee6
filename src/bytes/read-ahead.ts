/**
 * Results of reads in their order, of which up to `ahead` are under way at once. When one fails or the
 * caller leaves, the others are aborted.
 */
export async function* readAhead<T>(
  reads: readonly ((signal: AbortSignal) => Promise<T>)[],
  ahead: number,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', follow, { once: true });
  const started: Promise<T>[] = [];
  try {
    for (let i = 0; i < reads.length; i++) {
      while (started.length < Math.min(reads.length, i + ahead)) {
        const read = reads[started.length]!(controller.signal);
        // one that is never waited for, because another failed before, must not be loud
        read.catch(() => {});
        started.push(read);
      }
      yield await started[i]!;
    }
  } finally {
    signal?.removeEventListener('abort', follow);
    controller.abort();
  }
}
