import type { RunCheck } from './check-job.ts';

/** A stream that text goes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** Everything a command touches of the world outside, so that tests can run it in-process. */
export interface Io {
  readonly cwd: string;
  /** Where `layers/` and `data/` of this package lie. */
  readonly packageRoot: string;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Everything piped in; asked for once, by the file name "-". */
  readonly stdin?: () => Promise<Uint8Array>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly runCheck: RunCheck;
  /** The built script of a thread that checks; without it all is checked in this one. */
  readonly threadScript?: URL;
}

/** 0 good; 1 problems found; 2 wrong use or unreadable input; 3 not everything was checked. */
export type ExitCode = 0 | 1 | 2 | 3;

export function worstExit(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
