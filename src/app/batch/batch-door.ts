import { Door } from '../door.ts';
import type { MainJob } from '../main-job.ts';
import type { Shell } from '../shell.ts';
import type { BatchDesk } from './batch-desk.ts';
import type { BatchJobs } from './batch-runner.ts';
import type { BatchApp } from './start-batch.ts';

/** The way to batches. */
export class BatchDoor {
  readonly #door: Door<BatchDesk>;

  constructor(app: BatchApp, shell: Shell, job: MainJob, start: () => BatchJobs) {
    this.#door = new Door(shell, async () => {
      const { startBatch } = await import('./start-batch.ts');
      const desk = startBatch(app, shell, job, start);
      // what a former visit left comes before what is given now
      if (app.keep && !app.readonly) await desk.begin();
      return desk;
    });
    app.addEventListener('sanxian-batch', ({ detail }) => {
      // once it is there the desk listens itself
      if (!this.#door.desk && !app.readonly) this.#door.with((desk) => desk.act(detail));
    });
  }

  drop(files: readonly File[], entries: readonly FileSystemEntry[]): void {
    this.#door.with((desk) => void desk.drop(files, entries));
  }

  onShown(): void {
    this.#door.with((desk) => desk.onShown());
  }

  leave(): void {
    this.#door.desk?.leave();
  }
}
