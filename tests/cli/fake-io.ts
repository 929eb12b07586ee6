import { join } from 'node:path';
import type { CheckItem, CheckRequest, RunCheck } from '../../src/cli/check-job.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export const packageRoot = join(import.meta.dirname, '../..');

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What the command asked the job to do; null when it never got that far. */
  readonly request: CheckRequest | null;
}

/** Runs the program in this process with a job that answers with the given items. */
export async function run(
  argv: readonly string[],
  options: {
    items?: readonly CheckItem[];
    cwd?: string;
    tty?: boolean;
    runCheck?: RunCheck;
    threadScript?: URL;
  } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  let request: CheckRequest | null = null;
  const io: Io = {
    cwd: options.cwd ?? packageRoot,
    packageRoot,
    version: '0.1.0',
    stdout: {
      write: (text) => {
        out += text;
      },
      isTTY: options.tty === true,
    },
    stderr: {
      write: (text) => {
        err += text;
      },
      isTTY: options.tty === true,
    },
    now: () => new Date('2026-11-21T08:00:00.123Z'),
    signal: new AbortController().signal,
    ...(options.threadScript && { threadScript: options.threadScript }),
    runCheck:
      options.runCheck ??
      async function* (asked) {
        request = asked;
        for (const [i, item] of (options.items ?? []).entries()) {
          asked.onFile(item.source.file, i + 1, options.items!.length);
          yield item;
        }
      },
  };
  return { exit: await main(argv, io), out, err, request };
}
