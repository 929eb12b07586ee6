import { type Difference, sortDifferences } from '../report/differences.ts';
import type { Language } from '../text/text.ts';
import { CLI_SAID } from '../text/words/cli.ts';

/** Differences to read: first what the two runs were made with, then what they found. */
export function differenceLines(found: readonly Difference[], lang: Language): string {
  if (found.length === 0) return `${CLI_SAID.same[lang]}\n`;
  const { causes, results } = sortDifferences(found);
  const part = (title: string, list: readonly Difference[]): string =>
    list.length === 0
      ? ''
      : `${title}\n${list.map(({ path, was, is }) => `  ${path}: ${was} → ${is}\n`).join('')}`;
  const none = results.length === 0 ? `${CLI_SAID.sameResults[lang]}\n` : '';
  return `${part(CLI_SAID.madeWith[lang], causes)}${part(CLI_SAID.found[lang], results)}${none}`;
}
