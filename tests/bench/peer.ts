/** What one engine found and took for all sites against one layer. */
export interface PeerRun {
  readonly hits: number;
  readonly areaM2: number;
  /** CPU and wall-clock seconds of the check alone, without loading or indexing. */
  readonly cpuS: number;
  readonly wallS: number;
}

/** What else runs on the machine only ever adds time: of several runs the one that took least. */
export function bestOf<T extends { readonly cpuS: number }>(runs: readonly T[]): T {
  return runs.reduce((best, run) => (run.cpuS < best.cpuS ? run : best));
}

export const PEER_RUNS = 3;
