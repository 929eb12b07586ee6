import { Command, CommanderError } from 'commander';
import { UserError } from '../domain/user-error.ts';
import { COMMANDS } from './commands/registry.ts';
import type { ExitCode, Io } from './io.ts';
import { sentenceFor } from './sentences.ts';

/** Runs the program in this process. Never exits it; a failure of ours is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = new Command('sanxian')
    .description('国土空间控制线选址核查 - checks sites against control lines, offline')
    .version(io.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  for (const command of COMMANDS) {
    command.define(
      program,
      async (action) => {
        exit = await action();
      },
      io,
    );
  }
  inheritOverrides(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    const { zh, en } = sentenceFor(error);
    io.stderr.write(`${languageOf(argv) === 'en' ? en : zh}\n`);
    return 2;
  }
}

/** Commander copies these to subcommands only when set before they are made. */
function inheritOverrides(command: Command): void {
  for (const sub of command.commands) {
    sub.copyInheritedSettings(command);
    inheritOverrides(sub);
  }
}

function languageOf(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--lang='))?.slice(7);
}
