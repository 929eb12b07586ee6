import { resolve } from 'node:path';
import { type CheckReport, checkReportSchema } from '../../domain/report.ts';
import { UserError } from '../../domain/user-error.ts';
import { digestOf } from '../../job/digest.ts';
import { htmlDocument } from '../../report/html/document.ts';
import type { Language } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import type { CliCommand } from './command.ts';

/** `sanxian verify`: recomputes the digest of a record; of a page also its wording. */
export const verify: CliCommand = {
  name: 'verify',
  define: (program, run, io) => {
    program
      .command('verify')
      .description('recompute the digest of a report (JSON or HTML)')
      .argument('<report>')
      .addOption(program.createOption('--layers <catalog>').hideHelp())
      .option('--lang <zh|en>', 'language', 'zh')
      .action((file: string, raw: { layers?: string; lang: string }) =>
        run(async () => {
          if (raw.layers !== undefined) {
            throw new UserError('cli-option-not-built', { option: '--layers' });
          }
          return verifyReport(file, readLanguage(raw.lang), io);
        }),
      );
  },
};

async function verifyReport(file: string, lang: Language, io: Io): Promise<ExitCode> {
  const text = new TextDecoder().decode(await readInput(resolve(io.cwd, file)));
  const page = /^\s*<!doctype html/i.test(text);
  const report = readReport(page ? recordIn(text, file) : text, file);
  const own = digestOf(report);
  const good = own === report.digest;
  const said = good ? CLI_SAID.digestGood(own) : CLI_SAID.digestBad(report.digest, own);
  io.stdout.write(`${report.number}\n${said[lang]}\n`);
  if (!page) return good ? 0 : 1;
  const wording = pageWording(report, text, io.version);
  io.stdout.write(`${wording.said[lang]}\n`);
  return good && wording.good ? 0 : 1;
}

/** A page is written anew from its record and compared, letter by letter; what is not compared is not good. */
function pageWording(report: CheckReport, text: string, version: string) {
  if (report.tool.version !== version) {
    return { good: false, said: CLI_SAID.pageOtherVersion(report.tool.version) };
  }
  const good = (['zh', 'en'] as const).some((lang) => htmlDocument(report, lang) === text);
  return { good, said: good ? CLI_SAID.pageGood : CLI_SAID.pageBad };
}

const RECORD = /<script type="application\/json" id="sanxian-report">(.*?)<\/script>/s;

function recordIn(page: string, file: string): string {
  const record = RECORD.exec(page)?.[1];
  if (record !== undefined) return record;
  throw new UserError('report-unreadable', { file, problem: '#sanxian-report' });
}

/** @throws UserError `report-unreadable` */
export function readReport(text: string, file: string): CheckReport {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError('report-unreadable', { file, problem: String(error) });
  }
  const parsed = checkReportSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const problem = `${issue.path.join('.')}: ${issue.message}`;
    throw new UserError('report-unreadable', { file, problem });
  }
  // As written, not as parsed: unknown fields belong to the digest too.
  return data as CheckReport;
}
