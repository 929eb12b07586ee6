import { Piscina } from 'piscina';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Checked, Checker, ProjectJob } from './checker.ts';
import type { ThreadAnswer, ThreadSetting, ThreadTask } from './thread-protocol.ts';

export interface PoolParts {
  /** The built script of a thread. */
  readonly script: URL;
  readonly threads: number;
  readonly setting: ThreadSetting;
  /** Told once of what every thread finds. */
  readonly onNote: (note: Note) => void;
}

/**
 * Checks over several threads, each of which holds the layers in its own memory. A project whose thread
 * died is done again once; then it is a failure of that project, and the others go on.
 */
export function checkPool({ script, threads, setting, onNote }: PoolParts): Checker {
  const pool = new Piscina<ThreadTask, ThreadAnswer>({
    filename: script.href,
    minThreads: 1,
    maxThreads: threads,
    // a thread let go takes its layers with it
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: setting,
  });
  const told = new Set<string>();

  async function run(job: ProjectJob, signal: AbortSignal): Promise<ThreadAnswer> {
    const task = { job: { ...job, expected: Math.ceil(job.expected / threads) } };
    try {
      return await pool.run(task, { signal });
    } catch (error) {
      signal.throwIfAborted();
      try {
        return await pool.run(task, { signal });
      } catch {
        signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        throw new UserError('cli-thread-died', { project: job.project.name, reason });
      }
    }
  }

  return {
    // one in work and one waiting for each thread
    width: 2 * threads,
    async check(job, signal): Promise<Checked> {
      const answer = await run(job, signal);
      if ('failure' in answer) throw new UserError(answer.failure.code, answer.failure.params);
      for (const note of answer.notes) {
        const key = JSON.stringify(note);
        if (told.has(key)) continue;
        told.add(key);
        onNote(note);
      }
      return { report: answer.report, files: answer.files };
    },
    close: () => pool.destroy(),
  };
}
