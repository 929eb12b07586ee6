import { resolve } from 'node:path';
import { sha256Hex } from '../../bytes/sha256.ts';
import { BUNDLE_MANIFEST, bundleSchema } from '../../domain/bundle.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import { type Surroundings, surroundingsSchema } from '../../domain/surroundings.ts';
import { surroundingsDigest } from '../../job/around/collect-surroundings.ts';
import { digestOf } from '../../job/digest.ts';
import { differencesOf } from '../../report/differences.ts';
import { htmlDocument } from '../../report/html/document.ts';
import type { Text } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { checkAgain } from '../check-again.ts';
import { differenceLines } from '../difference-lines.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import { recordOf } from '../read-report.ts';
import type { CliCommand } from './command.ts';

interface VerifyOptions {
  readonly layers?: string;
  readonly policy?: string;
  readonly lang: string;
}

/** `sanxian verify`: is this what was written, and, with layers, does the check still say so? */
export const verify: CliCommand = {
  name: 'verify',
  define: (program, run, io) => {
    program
      .command('verify')
      .description('recompute the digest of a report (JSON, HTML or bundle)')
      .argument('<report>')
      .option(
        '--layers <catalog>',
        'check the project again with these layers and say what differs',
      )
      .option('--policy <pack>', 'rule pack for that (YAML)')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((file: string, raw: VerifyOptions) => run(() => verifyReport(file, raw, io)));
  },
};

interface Answer {
  readonly good: boolean;
  readonly said: Text;
}

async function verifyReport(file: string, raw: VerifyOptions, io: Io): Promise<ExitCode> {
  const lang = readLanguage(raw.lang);
  const {
    report,
    page,
    files,
    house = null,
  } = await recordOf(await readInput(resolve(io.cwd, file)), file);
  const own = digestOf(report);
  const good = own === report.digest;
  const answers: Answer[] = [
    { good, said: good ? CLI_SAID.digestGood(own) : CLI_SAID.digestBad(report.digest, own) },
  ];
  if (report.redaction) answers.push({ good: true, said: CLI_SAID.redactedRecord });
  if (page !== null) answers.push(pageWording(report, page, house, io.version));
  if (house !== null) answers.push({ good: true, said: CLI_SAID.pageTemplate });
  if (files !== null) answers.push(...bundleFiles(report, files));
  io.stdout.write(`${report.number}\n${answers.map(({ said }) => `${said[lang]}\n`).join('')}`);

  const { layers, policy } = raw;
  if (layers === undefined) return answers.every((one) => one.good) ? 0 : 1;
  const again = await checkAgain(report, { layers, policy, createdAt: report.createdAt }, io);
  const found = differencesOf(report, again);
  io.stdout.write(differenceLines(found, lang));
  return found.length === 0 && answers.every((one) => one.good) ? 0 : 1;
}

/** A page is written anew from its record and compared, letter by letter; what is not compared is not good. */
function pageWording(
  report: CheckReport,
  text: string,
  house: HouseTemplate | null,
  version: string,
): Answer {
  if (report.tool.version !== version) {
    return { good: false, said: CLI_SAID.pageOtherVersion(report.tool.version) };
  }
  const surroundings = surroundingsOf(text);
  const drawn = surroundings === null || surroundings.digest === surroundingsDigest(surroundings);
  const good =
    drawn &&
    (['zh', 'en'] as const).some((lang) =>
      [false, true].some(
        (grey) => htmlDocument(report, lang, { grey, surroundings, house }) === text,
      ),
    );
  return { good, said: good ? CLI_SAID.pageGood : CLI_SAID.pageBad };
}

/** What the page's figures draw around the site; a page that lies about it is not written like this. */
function surroundingsOf(page: string): Surroundings | null {
  const found = /<script type="application\/json" id="sanxian-surroundings">(.*?)<\/script>/s.exec(
    page,
  );
  if (!found) return null;
  try {
    return surroundingsSchema.parse(JSON.parse(found[1]!));
  } catch {
    return null;
  }
}

/** Every file of a bundle against its manifest, and the manifest against what is there. */
function bundleFiles(report: CheckReport, files: ReadonlyMap<string, Uint8Array>): Answer[] {
  const manifest = manifestOf(files);
  if (!manifest || manifest.digest !== report.digest) {
    return [{ good: false, said: CLI_SAID.bundleNoManifest }];
  }
  const listed = new Map(manifest.files.map((one) => [one.path, one]));
  const bad = manifest.files
    .filter(({ path, bytes, sha256 }) => {
      const found = files.get(path);
      return found === undefined || found.length !== bytes || sha256Hex(found) !== sha256;
    })
    .map(({ path }) => path);
  const ownFiles = [BUNDLE_MANIFEST, `${BUNDLE_MANIFEST}.sig`];
  const extra = [...files.keys()].filter((path) => !listed.has(path) && !ownFiles.includes(path));
  if (bad.length + extra.length === 0) {
    return [{ good: true, said: CLI_SAID.bundleGood(manifest.files.length) }];
  }
  return [...bad, ...extra].map((path) => ({ good: false, said: CLI_SAID.bundleBad(path) }));
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>) {
  const bytes = files.get(BUNDLE_MANIFEST);
  if (!bytes) return null;
  try {
    return bundleSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
