import type { Command } from 'commander';
import { SECURITY_LEVELS, type SecurityLevel } from '../../domain/catalog.ts';
import { isLayerKind, KIND_ORDER, KINDS, type LayerKind } from '../../domain/kinds.ts';
import { UserError } from '../../domain/user-error.ts';
import { type DbfEncoding, encodingFromCpg } from '../../files/sources/dbf-encoding.ts';
import { sourceError } from '../../files/sources/source-error.ts';
import type { ReplaceWhere } from '../../layers/build-layer.ts';
import type { Language } from '../../text/text.ts';
import { readLanguage } from '../language.ts';
import { readChoice, readCrs, readNumber } from '../option-values.ts';

export interface BuildArguments {
  readonly kind: LayerKind;
  /** A polygon file or an administrative code; null only for context kinds. */
  readonly coverage: string | null;
  readonly out: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly owner: string | null;
  readonly edition: string | null;
  readonly approval: string | null;
  readonly security: SecurityLevel | null;
  readonly accuracyM: number | null;
  /** Role to column. */
  readonly fields: ReadonlyMap<string, string>;
  readonly table: string | null;
  readonly crs: number | null;
  readonly encoding: DbfEncoding | null;
  readonly replaceWhere: ReplaceWhere | null;
  readonly policy: string | null;
  readonly region: string | null;
  readonly pmtiles: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly lang: Language;
  readonly quiet: boolean;
}

const SECURITY_WORDS: Readonly<Record<string, SecurityLevel>> = {
  公开: 'public',
  内部: 'internal',
  秘密: 'secret',
};

export function declareBuildOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[]): string[] => [...before, value];
  return command
    .requiredOption('--kind <kind>', 'which line or area, e.g. permanent-basic-farmland')
    .option('--coverage <file|code>', 'where it is complete: polygon file or administrative code')
    .requiredOption('--out <folder>', 'folder of the catalog')
    .option('--id <id>', 'id in the catalog; default: the kind')
    .option('--title <text>', 'title')
    .option('--owner <text>', 'who the data come from')
    .option('--edition <text>', 'state of the data, e.g. 2025-12; default: this month')
    .option('--approval <text>', 'document that approved it')
    .option('--security <level>', `${SECURITY_LEVELS.join(', ')}; default: internal`)
    .option('--accuracy <m>', 'accuracy of boundaries, metres')
    .option(
      '--field <role=column>',
      'column of a role, e.g. featureId=BSM; may repeat',
      collect,
      [],
    )
    .option('--table <name>', 'table of a source that holds several')
    .option('--crs <epsg>', 'coordinate system of the sources, e.g. EPSG:4523')
    .option('--encoding <name>', 'text of shapefiles and GeoJSON: UTF-8, GBK, GB18030')
    .option('--replace-where <column=value>', 'renew only these features, e.g. XZQDM=640303')
    .option('--policy <pack>', 'rule pack the catalog names')
    .option('--region <code>', 'administrative code of the catalog')
    .option('--pmtiles', 'also write a PMTiles file, for other maps')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--format <text|json>', 'what is printed', 'text')
    .option('--lang <zh|en>', 'language', 'zh')
    .option('--quiet', 'say nothing but errors');
}

/** @throws UserError `cli-...`, `source-...` for a value that makes no sense */
export function readBuildOptions(raw: Readonly<Record<string, unknown>>): BuildArguments {
  const text = (key: string): string | null => {
    const value = raw[key] as string | undefined;
    return value === undefined || value.trim() === '' ? null : value.trim();
  };
  const lang = readLanguage(String(raw.lang));
  const accuracy = text('accuracy');
  return {
    kind: readKind(String(raw.kind), lang),
    coverage: text('coverage'),
    out: String(raw.out),
    id: text('id'),
    title: text('title'),
    owner: text('owner'),
    edition: text('edition'),
    approval: text('approval'),
    security: readSecurity(text('security')),
    accuracyM: accuracy === null ? null : readNumber('--accuracy', accuracy, 0, 1000),
    fields: readFields(raw.field as readonly string[]),
    table: text('table'),
    crs: readCrs(raw.crs as string | undefined),
    encoding: readEncoding(text('encoding')),
    replaceWhere: readReplaceWhere(text('replaceWhere')),
    policy: text('policy'),
    region: readRegion(text('region')),
    pmtiles: raw.pmtiles === true,
    dryRun: raw.dryRun === true,
    json: readChoice('--format', String(raw.format), ['text', 'json']) === 'json',
    lang,
    quiet: raw.quiet === true,
  };
}

function readKind(value: string, lang: Language): LayerKind {
  if (isLayerKind(value)) return value;
  const byTitle = KIND_ORDER.find((kind) => KINDS[kind].title.zh === value);
  if (byTitle !== undefined) return byTitle;
  const choices = KIND_ORDER.map((kind) =>
    lang === 'zh' ? `${kind}（${KINDS[kind].title.zh}）` : kind,
  );
  throw new UserError('cli-choice', { option: '--kind', value, choices: choices.join(', ') });
}

function readSecurity(value: string | null): SecurityLevel | null {
  if (value === null) return null;
  return SECURITY_WORDS[value] ?? readChoice('--security', value, SECURITY_LEVELS);
}

function readEncoding(value: string | null): DbfEncoding | null {
  if (value === null) return null;
  const encoding = encodingFromCpg(value);
  if (encoding !== null) return encoding;
  throw new UserError('cli-choice', {
    option: '--encoding',
    value,
    choices: 'UTF-8, GBK, GB18030',
  });
}

function readFields(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((value) => {
      const pair = divide(value);
      if (pair === null) throw sourceError('source-field-form', { value });
      return pair;
    }),
  );
}

function readReplaceWhere(value: string | null): ReplaceWhere | null {
  if (value === null) return null;
  const pair = divide(value);
  if (pair !== null) return { column: pair[0], value: pair[1] };
  const wanted = 'XZQDM=640303';
  throw new UserError('cli-number', { option: '--replace-where', value, wanted });
}

function readRegion(value: string | null): string | null {
  if (value === null || /^\d{2,6}$/.test(value)) return value;
  throw new UserError('cli-number', { option: '--region', value, wanted: '64, 6403, 640303' });
}

function divide(pair: string): [string, string] | null {
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  return at > 0 && name !== '' && value !== '' ? [name, value] : null;
}
