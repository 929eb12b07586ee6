import type { Command } from 'commander';
import type { ImportAnswers } from '../domain/import-answers.ts';
import { UserError } from '../domain/user-error.ts';
import { REPORT_FORMATS } from '../report/formats/registry.ts';
import type { ReportFormat } from '../report/formats/report-format.ts';
import { refuseGeodata } from '../report/geometry-formats.ts';
import type { Language } from '../text/text.ts';
import { readChoice, readNumber, readWhole } from './option-values.ts';
import { declarePlaceOptions, readPlaceOptions } from './place-options.ts';

export interface CheckArguments {
  readonly layers?: string;
  readonly policy?: string;
  readonly claim?: string;
  readonly claims?: string;
  /** What was said of the project files. */
  readonly answers: ImportAnswers;
  readonly thresholdM2: number;
  readonly accuracyM: number | null;
  readonly geometry: 'full' | 'none';
  readonly out: string | null;
  readonly formats: readonly ReportFormat[];
  /** Threads that check at the same time. */
  readonly jobs: number;
  readonly asOf: Date | null;
  /** An old report, whose project is checked again. */
  readonly again: string | null;
  /** Command line that turns bytes on its input into a signature on its output. */
  readonly sign: string | null;
  /** Figures for photocopies. */
  readonly grey: boolean;
  /** House template of the documents. */
  readonly template: string | null;
  /** Without coordinates and geometry, for passing on. */
  readonly redact: boolean;
  readonly lang: Language;
  readonly quiet: boolean;
}

/** Declares the options of `check`. */
export function declareCheckOptions(command: Command): Command {
  command
    .option('--layers <catalog>', 'catalog.json, its folder, or an http(s) address')
    .option('--policy <pack>', 'rule pack (YAML)')
    .option('--claim <file>', 'what the applicant says of the projects (YAML or JSON)')
    .option('--claims <table>', 'the same as a table, one row a project (CSV or XLSX, by 项目编号)')
    .option('--threshold <m2>', 'areas up to this are below the threshold, 0 to 10', '1')
    .option('--accuracy <m>', 'accuracy of boundaries, instead of what each layer states')
    .option('--geometry <none|full>', 'geometry in the report', 'full')
    .option('--out <folder>', 'write reports there (default formats: json,html)')
    .option('--format <list>', `formats, comma separated: ${ids().join(', ')}`)
    .option('--jobs <n>', 'threads that check at the same time, 1 to 64', '1')
    .option('--as-of <time>', 'time of the report (ISO 8601) instead of now')
    .option('--again <report>', 'check the project of an old report again and say what changed')
    .option(
      '--sign <command>',
      'program that signs what it reads: a detached .sig beside each record',
    )
    .option('--grey', 'figures for photocopies: no colour, no fills, hatches only')
    .option('--template <file>', 'house template of the documents (YAML or JSON)')
    .option('--redact', 'leave out coordinates and geometry; no geodata formats')
    .option('--lang <zh|en>', 'language', 'zh')
    .option('--quiet', 'say nothing but errors');
  declarePlaceOptions(command);
  return command;
}

/** @throws UserError `cli-...` for a value that makes no sense */
export function readCheckOptions(raw: Readonly<Record<string, unknown>>): CheckArguments {
  if (raw.claim !== undefined && raw.claims !== undefined) {
    throw new UserError('cli-claim-or-claims');
  }
  const text = (key: string): string | undefined => raw[key] as string | undefined;
  const out = text('out') ?? null;
  const formats = readFormats(text('format'), out);
  const redact = raw.redact === true;
  if (redact) {
    refuseGeodata(
      formats.map(({ id }) => id),
      ids(),
    );
  }
  const optional = (key: 'layers' | 'policy' | 'claim' | 'claims') => {
    const value = text(key);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...optional('layers'),
    ...optional('policy'),
    ...optional('claim'),
    ...optional('claims'),
    answers: readPlaceOptions(raw),
    thresholdM2: readNumber('--threshold', text('threshold')!, 0, 10),
    accuracyM:
      raw.accuracy === undefined ? null : readNumber('--accuracy', text('accuracy')!, 0, 1000),
    geometry: readChoice('--geometry', text('geometry')!, ['none', 'full']),
    out,
    formats,
    jobs: readWhole('--jobs', text('jobs')!, 1, 64),
    asOf: readTime(text('asOf')),
    again: text('again') ?? null,
    sign: text('sign') ?? null,
    grey: raw.grey === true,
    template: text('template') ?? null,
    redact,
    lang: readChoice('--lang', text('lang')!, ['zh', 'en']),
    quiet: raw.quiet === true,
  };
}

const ids = (): string[] => REPORT_FORMATS.map((format) => format.id);

function readFormats(list: string | undefined, out: string | null): ReportFormat[] {
  if (list === undefined) {
    return out === null ? [] : REPORT_FORMATS.filter(({ id }) => id === 'json' || id === 'html');
  }
  const wanted = [...new Set(list.split(',').map((id) => id.trim().toLowerCase()))].filter(
    (id) => id !== '',
  );
  if (wanted.length === 0) throw new UserError('cli-no-format');
  const choices = ids().join(', ');
  return wanted.map((value) => {
    const format = REPORT_FORMATS.find(({ id }) => id === value);
    if (!format) throw new UserError('report-format-unknown', { value, choices });
    const needsOut = out === null && (value !== 'json' || wanted.length > 1);
    if (needsOut) throw new UserError('cli-format-needs-out', { format: value });
    return format;
  });
}

function readTime(value: string | undefined): Date | null {
  if (value === undefined) return null;
  const day = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(value);
  const time = new Date(value);
  if (day && isDay(Number(day[1]), Number(day[2]), Number(day[3])) && !Number.isNaN(+time)) {
    return time;
  }
  throw new UserError('cli-number', { option: '--as-of', value, wanted: 'ISO 8601' });
}

/** `new Date` reads 30 February as 2 March. */
function isDay(year: number, month: number, day: number): boolean {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
