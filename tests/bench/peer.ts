/** What one engine found and took for all sites against one layer. */
export interface PeerRun {
  readonly hits: number;
  readonly areaM2: number;
  /** CPU and wall-clock seconds of the check alone, without loading or indexing. */
  readonly cpuS: number;
  readonly wallS: number;
}
