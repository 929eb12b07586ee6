import type { CheckReport } from '../domain/report.ts';
import type { Surroundings } from '../domain/surroundings.ts';
import { loadClipper } from '../geometry/clip.ts';
import { collectSurroundings } from '../job/around/collect-surroundings.ts';
import type { CatalogHandle } from '../job/run-check.ts';

export type SurroundingsOf = (report: CheckReport) => Promise<Surroundings | null>;

/** The lines around the sites of reports, from the catalog they were checked with. */
export const surroundingsFrom =
  (catalog: CatalogHandle, signal: AbortSignal): SurroundingsOf =>
  async (report) =>
    collectSurroundings(report, catalog, await loadClipper(), signal);
