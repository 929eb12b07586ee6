import { resolve } from 'node:path';
import type { CheckReport } from '../../domain/report.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import type { CliCommand } from './command.ts';
import { readReport } from './verify.ts';

/** `sanxian diff`: what differs between two reports of one project. Exit 1 when something does. */
export const diff: CliCommand = {
  name: 'diff',
  define: (program, run, io) => {
    program
      .command('diff')
      .description('what differs between two reports (JSON) of one project')
      .argument('<a.json>')
      .argument('<b.json>')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((a: string, b: string, raw: { lang: string }) =>
        run(async (): Promise<ExitCode> => {
          const lang = readLanguage(raw.lang);
          const differences = differencesOf(await load(a, io), await load(b, io));
          if (differences.length === 0) io.stdout.write(`${CLI_SAID.same[lang]}\n`);
          for (const { path, was, is } of differences) {
            io.stdout.write(`${path}: ${was} → ${is}\n`);
          }
          return differences.length === 0 ? 0 : 1;
        }),
      );
  },
};

async function load(file: string, io: Io): Promise<CheckReport> {
  return readReport(new TextDecoder().decode(await readInput(resolve(io.cwd, file))), file);
}

export interface Difference {
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/** Members of which two runs may differ without meaning anything. */
const IGNORED = new Set(['createdAt', 'number', 'digest', 'integrity']);

/** Lists are matched by what names their members, so that one more finding is one difference. */
export function differencesOf(a: CheckReport, b: CheckReport): Difference[] {
  const found: Difference[] = [];
  compare('', a, b, found);
  return found;
}

function compare(path: string, was: unknown, is: unknown, found: Difference[]): void {
  if (Object.is(was, is)) return;
  if (isRecord(was) && isRecord(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (IGNORED.has(key)) continue;
      if (key === 'geometry') {
        const same = JSON.stringify(was[key]) === JSON.stringify(is[key]);
        if (!same) found.push({ path: join(path, key), was: '…', is: '…' });
      } else compare(join(path, key), was[key], is[key], found);
    }
    return;
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    compare(path, byName(was), byName(is), found);
    return;
  }
  found.push({ path, was: shown(was), is: shown(is) });
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function byName(items: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  items.forEach((item, i) => {
    const name = nameOf(item) ?? String(i);
    named[Object.hasOwn(named, name) ? `${name}#${i}` : name] = item;
  });
  return named;
}

const NAMES = ['rule', 'line', 'zone', 'featureId', 'parcel', 'id', 'kind', 'op', 'of', 'code'];

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const parts = NAMES.map((key) => item[key]).filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : parts.map(String).join('/');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '—';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
