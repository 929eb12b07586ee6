import type { Command as Commander } from 'commander';
import type { ExitCode, Io } from '../io.ts';

/** One command of the program. */
export interface CliCommand {
  readonly name: string;
  /** Adds itself to the program; what its action returns becomes the exit code. */
  define(program: Commander, run: RunAction, io: Io): void;
}

export type RunAction = (action: () => Promise<ExitCode>) => Promise<void>;
