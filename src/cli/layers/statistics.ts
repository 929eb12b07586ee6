import { indicatorsOf } from '../../check/statistics/indicators.ts';
import { kindsToMeasure, measureCatalog } from '../../check/statistics/measure-catalog.ts';
import type { Reason } from '../../domain/facts.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Indicator, KindStatistics, StatisticsResult } from '../../domain/statistics.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordsFor } from '../../job/words.ts';
import { alignColumns } from '../../report/terminal.ts';
import { formatCount, formatDecimal, NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { say } from '../../text/words/ui.ts';
import { levelToTotal } from '../../units/level.ts';
import { openCatalogAt } from '../find-catalog.ts';
import { findPolicy } from '../find-policy.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import '../../text/words/later.ts';

export interface StatisticsFlags {
  readonly format: string;
  readonly lang: string;
  readonly policy?: string;
}

/**
 * Areas by county for every control kind of a catalog, and the targets of its rule pack against them. Exit 1
 * where a layer could not be summed.
 */
export async function layerStatistics(
  where: string,
  { format, lang: given, policy }: StatisticsFlags,
  io: Io,
): Promise<ExitCode> {
  if (format !== 'text' && format !== 'json') {
    throw new UserError('cli-choice', { option: '--format', value: format, choices: 'text, json' });
  }
  const lang = readLanguage(given);
  const { catalog, sources } = await openCatalogAt(where, io);
  const { pack } = await findPolicy(policy, catalog, io);
  const { region, synthetic, title } = catalog;
  const wanted = kindsToMeasure(catalog.layers, pack.targets, region);
  const results = new Map<string, StatisticsResult>();
  await measureCatalog(sources, catalog.layers, wanted, {
    signal: io.signal,
    onResult: (key, result) => results.set(key, result),
  });
  const indicators = indicatorsOf(pack.targets, region, results).filter(
    ({ targets }) => targets[0]?.measure !== undefined,
  );
  const said = { title, region, synthetic, policy: pack.id, areaMethod: 'cgcs2000-ellipsoid' };
  if (format === 'json') {
    const told = [...results.values()].map((result) =>
      result.state === 'failed' ? { ...result, text: textOf(result.reason) } : result,
    );
    const targets = indicators.map(({ targets: same, reason, ...rest }) => ({
      targets: same.map(({ id, op, value }) => ({ id, op, value })),
      ...rest,
      reason: reason && { ...reason, text: textOf(reason) },
    }));
    io.stdout.write(
      `${JSON.stringify({ ...said, indicators: targets, results: told }, null, 2)}\n`,
    );
  } else {
    const lines = [
      `${title[lang]}${synthetic ? `  ${say('demo', lang)}` : ''}`,
      ...indicators.map((one) => indicatorLine(one, lang)),
      say('stat.note', lang),
      ...[...results.values()].flatMap((result) => resultLines(result, lang)),
      '',
      say('stat.how', lang),
    ];
    io.stdout.write(`${lines.join('\n')}\n`);
  }
  return [...results.values()].some(({ state }) => state === 'failed') ? 1 : 0;
}

const textOf = ({ code, params }: Reason) => wordsFor(code, params);

function indicatorLine(
  { targets, years, state, value, net, reason }: Indicator,
  lang: Language,
): string {
  const target = targets[0]!;
  const decimals = target.value >= 100 ? 2 : 4;
  const limit = say(target.op === '>=' ? 'stat.floor.unit' : 'stat.ceiling.unit', lang, {
    v: String(target.value),
    unit: target.unit[lang],
    years: years.join(say('stat.years.join', lang)),
  });
  const name = `${target.title[lang]}  ${say(`stat.${state}`, lang)}`;
  if (value === null) return `${name}  ${reason ? textOf(reason)[lang] : ''}  ${limit}`;
  const also = net && {
    v: formatDecimal(net.value, decimals),
    state: say(`stat.${net.state}`, lang),
  };
  const stated = also ? `  ${say('stat.net', lang, also)}` : '';
  return `${name}  ${formatDecimal(value, decimals)} ${target.unit[lang]}  ${limit}${stated}`;
}

function resultLines(result: StatisticsResult, lang: Language): string[] {
  const kinds = result.state === 'failed' ? result.kinds : result.statistics.kinds;
  const title = kinds.map((kind) => KINDS[kind].short[lang]).join(' + ');
  if (result.state === 'failed') return ['', `${title}: ${textOf(result.reason)[lang]}`];
  return ['', title, ...table(result.statistics, lang)];
}

function table(
  { counties, outside, total, unsound, overlapping }: KindStatistics,
  lang: Language,
): string[] {
  const rows = [
    ...counties,
    ...(outside.areaM2 > 0
      ? [{ ...outside, code: '', name: say('stat.outside', lang), countyM2: 0, coverageShare: 1 }]
      : []),
  ];
  const km2 = levelToTotal(
    rows.map(({ areaM2 }) => areaM2 / 1e6),
    2,
  );
  const share = (areaM2: number, countyM2: number): string =>
    countyM2 > 0 ? formatDecimal((100 * areaM2) / countyM2, 1) : NO_VALUE;
  const cells = [
    ['code', 'county', 'area', 'features', 'share'].map((name) =>
      say(`stat.col.${name as 'code'}`, lang),
    ),
    ...rows.map(({ code, name, areaM2, features, countyM2, coverageShare }, i) => [
      code,
      coverageShare < 1 ? `${name} (${say('stat.uncovered', lang)})` : name,
      formatDecimal(km2[i]!, 2),
      formatCount(features),
      share(areaM2, countyM2),
    ]),
    [
      '',
      say('stat.total', lang),
      formatDecimal(total.areaM2 / 1e6, 2),
      formatCount(total.features),
      '',
    ],
  ];
  const list = unsound.slice(0, 5).join(', ');
  return [
    ...alignColumns(cells, ['left', 'left', 'right', 'right', 'right']),
    ...(unsound.length > 0 ? [say('stat.unsound', lang, { n: unsound.length, list })] : []),
    ...(overlapping > 0 ? [say('stat.overlapping', lang, { n: overlapping })] : []),
  ];
}
