import { resolve } from 'node:path';
import type { CheckReport } from '../../domain/report.ts';
import { differencesOf } from '../../report/differences.ts';
import { recordOf } from '../../report/read-report.ts';
import { differenceLines } from '../difference-lines.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import type { CliCommand } from './command.ts';

/** `sanxian diff`: what differs between two reports of one project. Exit 1 when something does. */
export const diff: CliCommand = {
  name: 'diff',
  define: (program, run, io) => {
    program
      .command('diff')
      .description('what differs between two reports (JSON, HTML or bundle) of one project')
      .argument('<a>')
      .argument('<b>')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((a: string, b: string, raw: { lang: string }) =>
        run(async (): Promise<ExitCode> => {
          const found = differencesOf(await load(a, io), await load(b, io));
          io.stdout.write(differenceLines(found, readLanguage(raw.lang)));
          return found.length === 0 ? 0 : 1;
        }),
      );
  },
};

async function load(file: string, io: Io): Promise<CheckReport> {
  return (await recordOf(await readInput(resolve(io.cwd, file)), file)).report;
}
