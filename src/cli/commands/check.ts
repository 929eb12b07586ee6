import { basename, dirname, join, relative, resolve } from 'node:path';
import { KINDS } from '../../domain/kinds.ts';
import type { Note } from '../../domain/note.ts';
import type { Progress } from '../../domain/progress.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import { UserError } from '../../domain/user-error.ts';
import { exitCodeOf } from '../../job/exit-code.ts';
import { redactReport } from '../../job/redact-report.ts';
import { openTemplate } from '../../job/report-template.ts';
import type { CatalogHandle } from '../../job/run-check.ts';
import { wordsFor } from '../../job/words.ts';
import type { ClaimedProject } from '../../policy/claim-table.ts';
import { differencesOf } from '../../report/differences.ts';
import { prettyJson } from '../../report/formats/json.ts';
import { recordOf } from '../../report/read-report.ts';
import { terminalSummary } from '../../report/terminal.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { RemainingTime } from '../../units/remaining-time.ts';
import { BatchFolder } from '../batch/batch-folder.ts';
import { checkAgain } from '../check-again.ts';
import type { CheckItem, CheckRequest, Earlier } from '../check-job.ts';
import { type CheckArguments, declareCheckOptions, readCheckOptions } from '../check-options.ts';
import { claimTableAt, unusedClaims } from '../claim-table.ts';
import { differenceLines } from '../difference-lines.ts';
import { openCatalogAt } from '../find-catalog.ts';
import { findPolicy } from '../find-policy.ts';
import { claimFrom, inputFiles, readInput } from '../input-files.ts';
import { type ExitCode, type Io, worstExit } from '../io.ts';
import { jsonList } from '../json-list.ts';
import { namedFiles } from '../named-files.ts';
import { reportAssets } from '../report-assets.ts';
import { signerOf } from '../sign.ts';
import { surroundingsFrom } from '../surroundings-of.ts';
import type { CliCommand } from './command.ts';

/** `sanxian check`: files in, verdicts and reports out. */
export const check: CliCommand = {
  name: 'check',
  define: (program, run, io) => {
    const command = program
      .command('check')
      .description('check project files against the control lines')
      .argument(
        '[project-file...]',
        'boundary files, or folders of them; - for coordinates from standard input',
      );
    declareCheckOptions(command).action((files: string[], raw: Record<string, unknown>) =>
      run(() => checkFiles(files, readCheckOptions(raw), io)),
    );
  },
};

async function checkFiles(names: string[], args: CheckArguments, io: Io): Promise<ExitCode> {
  if (args.again !== null) return recheck(args.again, args, io);
  if (names.length === 0) throw new UserError('cli-nothing-to-check');
  const catalog = await openCatalogAt(args.layers, io);
  const pack = await findPolicy(args.policy, catalog.catalog, io);
  const claim = args.claim === undefined ? null : await claimFrom(resolve(io.cwd, args.claim));
  const claims =
    args.claims === undefined ? null : await claimTableAt(resolve(io.cwd, args.claims));
  const files = await inputFiles(await filesFor(names, args, io), io.cwd, claim, io.stdin);
  const told = progressLine(args, io);
  const pace = paceOf(args, io);
  const house = await houseOf(args, io);
  const paths = files.map((file) => file.path);
  const sink = sinkFor(args, paths, catalog, house, io);
  const items = io.runCheck({
    files,
    catalog,
    pack,
    claims,
    options: {
      answers: args.answers,
      thresholdM2: args.thresholdM2,
      accuracyM: args.accuracyM,
      geometry: args.geometry,
      createdAt: timeOf(args, io),
      version: io.version,
      redact: args.redact,
    },
    earlier: sink.earlier,
    openChecker: threadsFor(args, catalog, house, io),
    signal: io.signal,
    onFile: (name, index, total) =>
      told.say(pace.line() || CLI_SAID.checking(name, index, total)[args.lang]),
    onProgress: (progress) => told.say(pace.line() || layerProgress(progress, args)),
    onExpected: (projects) => pace.expect(projects),
    onNote: (note) => warn(note, told, args, io),
  });

  let exit: ExitCode = 0;
  const checked: ClaimedProject[] = [];
  for await (const whole of items) {
    told.clear();
    const item = args.redact ? redacted(whole) : whole;
    await sink.take(item);
    pace.done('earlier' in item && item.earlier === true);
    told.say(pace.line());
    if (claims && 'report' in item) checked.push(claimedProject(item.report));
    if ('report' in item) exit = worstExit(exit, exitCodeOf(item.report));
    else {
      io.stderr.write(`${item.source.file}: ${item.error.text[args.lang]}\n`);
      exit = worstExit(exit, 2);
    }
  }
  told.clear();
  await sink.end();
  if (claims && !args.quiet) {
    for (const text of unusedClaims(claims, checked)) io.stderr.write(`${text[args.lang]}\n`);
  }
  return exit;
}

/** What the names stand for; what else lay in a folder is said, for it was not looked at. */
async function filesFor(
  names: readonly string[],
  { claims, claim, template, quiet, lang }: CheckArguments,
  io: Io,
): Promise<readonly string[]> {
  const besides = [claims, claim, template].filter((path) => typeof path === 'string');
  const found = await namedFiles(names, io.cwd, besides);
  if (found.left.length > 0 && !quiet) {
    const left = found.left.map((path) => relative(io.cwd, path));
    io.stderr.write(`${CLI_SAID.leftInFolder(left)[lang]}\n`);
  }
  return found.names;
}

/** The template with the logo beside it; read before anything is checked. */
async function houseOf({ template }: CheckArguments, io: Io): Promise<HouseTemplate | null> {
  if (template === null) return null;
  const path = resolve(io.cwd, template);
  return openTemplate(await readInput(path), basename(path), (file) =>
    readInput(join(dirname(path), file)),
  );
}

/** What leaves the program is redacted before anything is made of it. */
function redacted(item: CheckItem): CheckItem {
  if (!('report' in item) || item.report.redaction) return item;
  return { ...item, report: redactReport(item.report), files: undefined };
}

/** Without its geometry: a batch may hold thousands. */
function claimedProject({ project: { id, code, name, source } }: CheckReport): ClaimedProject {
  return { id, code, name, source: { file: source.file } };
}

/** The project of an old report against today's layers: the new report, and what changed since. */
async function recheck(name: string, args: CheckArguments, io: Io): Promise<ExitCode> {
  const { report: old } = await recordOf(await readInput(resolve(io.cwd, name)), name);
  const { layers, policy } = args;
  const createdAt = timeOf(args, io);
  const report = await checkAgain(old, { layers, policy, createdAt }, io);
  const opened = await openCatalogAt(layers, io);
  const sink = sinkFor(args, [resolve(io.cwd, name)], opened, await houseOf(args, io), io);
  const { file, sha256 } = report.project.source;
  const item = { source: { file, sha256, numberInFile: null }, report };
  await sink.take(args.redact ? redacted(item) : item);
  await sink.end();
  const found = differencesOf(old, report);
  io.stderr.write(differenceLines(found, args.lang));
  return exitCodeOf(report);
}

const timeOf = ({ asOf }: CheckArguments, io: Io): string =>
  (asOf ?? io.now()).toISOString().replace(/\.\d{3}Z$/, 'Z');

interface Sink {
  readonly earlier?: Earlier;
  take(item: CheckItem): Promise<void>;
  end(): Promise<void>;
}

/** Where results go: files, one JSON document on stdout, or a summary to read. */
function sinkFor(
  args: CheckArguments,
  inputs: readonly string[],
  catalog: CatalogHandle,
  house: HouseTemplate | null,
  io: Io,
): Sink {
  if (args.out !== null) {
    return folderSink(args, resolve(io.cwd, args.out), inputs, catalog, house, io);
  }
  if (args.formats.length > 0) {
    const list = jsonList((text) => io.stdout.write(text));
    return {
      take: async (item) => list.add(prettyJson('report' in item ? item.report : item)),
      end: async () => list.end(),
    };
  }
  let first = true;
  return {
    take: async (item) => {
      if (!('report' in item)) return;
      if (args.quiet) return;
      io.stdout.write(`${first ? '' : '\n'}${terminalSummary(item.report, args.lang)}`);
      first = false;
    },
    end: async () => {},
  };
}

function folderSink(
  args: CheckArguments,
  folder: string,
  inputs: readonly string[],
  catalog: CatalogHandle,
  house: HouseTemplate | null,
  io: Io,
): Sink {
  const sign = args.sign === null ? undefined : signerOf(args.sign);
  const batch = new BatchFolder(folder, inputs, {
    formats: args.formats,
    render: { lang: args.lang, assets: reportAssets, house, sign, grey: args.grey },
    surroundingsOf: surroundingsFrom(catalog, io.signal),
    createdAt: timeOf(args, io),
  });
  const tell = (paths: readonly string[]): void => {
    if (args.quiet) return;
    for (const path of paths) io.stdout.write(`${CLI_SAID.written(path)[args.lang]}\n`);
  };
  return {
    earlier: (source) => batch.earlier(source),
    take: async (item) => tell(await batch.take(item)),
    end: async () => tell(await batch.end()),
  };
}

/** Threads that open the layers for themselves and print what they check; none for one at a time. */
function threadsFor(
  { jobs, layers, formats, lang, sign, out, grey, redact }: CheckArguments,
  { catalog }: CatalogHandle,
  house: HouseTemplate | null,
  { cwd, packageRoot, threadScript }: Io,
): CheckRequest['openChecker'] {
  if (jobs === 1 || threadScript === undefined) return undefined;
  return async ({ pack, options, onNote }) => {
    const { checkPool } = await import('../batch/check-pool.ts');
    const setting = {
      layers,
      cwd,
      packageRoot,
      catalog: JSON.stringify(catalog),
      pack,
      options,
      // what is signed is signed here, by the program that the user named
      formats: out === null || sign !== null ? [] : formats.map(({ id }) => id),
      render: { lang, grey, house },
      redact,
    };
    return checkPool({ script: threadScript, threads: jobs, setting, onNote });
  };
}

/** How far a run of several projects is, and how long the rest will take. */
function paceOf({ lang }: CheckArguments, { now }: Io) {
  const time = new RemainingTime(now().getTime());
  let done = 0;
  let expected = 0;
  return {
    expect: (projects: number): void => {
      expected = projects;
    },
    /** What was taken from an earlier run says nothing about the pace. */
    done: (fromBefore: boolean): void => {
      done++;
      if (!fromBefore) time.done(now().getTime());
    },
    line: (): string => {
      if (expected < 2 || done === 0) return '';
      const seconds = time.secondsFor(expected - done);
      const rest = seconds === null || done >= expected ? '' : CLI_SAID.remaining(seconds)[lang];
      return `${CLI_SAID.progress(done, expected)[lang]}${rest}`;
    },
  };
}

function warn(
  { code, params }: Note,
  told: { clear(): void },
  { lang, quiet }: CheckArguments,
  { stderr }: Io,
): void {
  if (quiet) return;
  told.clear();
  stderr.write(`${wordsFor(code, params)[lang]}\n`);
}

function layerProgress(progress: Progress, { lang }: CheckArguments): string {
  if (progress.step !== 'layer') return '';
  const title = KINDS[progress.kind].title[lang];
  return CLI_SAID.checkingLayer(title, progress.index, progress.total)[lang];
}

/** One line on a terminal that is written over; nothing at all where stderr is no terminal. */
function progressLine({ quiet }: CheckArguments, { stderr }: Io) {
  const shown = stderr.isTTY && !quiet;
  return {
    say: (line: string): void => {
      if (shown && line !== '') stderr.write(`\r\u001b[K${line}`);
    },
    clear: (): void => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
