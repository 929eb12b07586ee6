import { version } from '../../../package.json';
import type { MainJob } from '../main-job.ts';
import type { Shell } from '../shell.ts';
import { BatchDesk } from './batch-desk.ts';
import type { BatchJobs } from './batch-runner.ts';
import { IndexedBatchStore } from './batch-store.ts';

/** What a batch needs to know of the element it stands in. */
export interface BatchApp extends HTMLElement {
  readonly keep: boolean;
  readonly readonly: boolean;
}

/** A desk for batches over a worker of their own, listening to what the table tells. */
export function startBatch(
  app: BatchApp,
  shell: Shell,
  job: MainJob,
  start: () => BatchJobs,
): BatchDesk {
  const desk = new BatchDesk(shell, {
    job,
    start,
    store: () => (app.keep ? new IndexedBatchStore() : null),
    madeWith: () => {
      const { catalog } = shell.workspace.state;
      const layers = catalog?.layers.map(({ id, sha256, edition }) => [id, sha256, edition]);
      return JSON.stringify([version, catalog?.policy, layers]);
    },
    isReadonly: () => app.readonly,
  });
  desk.listenTo(app);
  return desk;
}
