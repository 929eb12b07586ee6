import type { CheckReport } from '../domain/report.ts';
import { loadClipper } from '../geometry/clip.ts';
import { checkToReport } from '../job/run-check.ts';
import { projectOfReport } from '../report/project-of-report.ts';
import { openCatalogAt } from './find-catalog.ts';
import { findPolicy } from './find-policy.ts';
import type { Io } from './io.ts';

export interface AgainOptions {
  readonly layers: string | undefined;
  readonly policy: string | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/**
 * The project of an old report checked with the same parameters and answers against these layers and
 * rules. @throws UserError `report-without-geometry`, and what opening catalog and pack throws
 */
export async function checkAgain(
  old: CheckReport,
  { layers, policy, createdAt }: AgainOptions,
  io: Io,
): Promise<CheckReport> {
  const project = projectOfReport(old);
  const catalog = await openCatalogAt(layers, io);
  const pack = await findPolicy(policy, catalog.catalog, io);
  const { thresholdM2, accuracyM, geometry } = old.parameters;
  const options = {
    ...{ thresholdM2, accuracyM, geometry, createdAt },
    sequence: 1,
    version: io.version,
  };
  const clipper = await loadClipper();
  return checkToReport(project, null, catalog, pack, clipper, options, io.signal);
}
