import type { ReportOverride } from '../domain/report.ts';
import { VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import type { Text } from '../text/text.ts';
import { OPINION_WORDS } from '../text/words/decision.ts';
import { fill } from '../text/words/policy.ts';
import { SENTENCES } from '../text/words/report.ts';

/** "2026-11-21 08:00:00 UTC" of an ISO time. */
export const time = (iso: string): string => iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');

/** Who holds an opinion, and since when. */
export function opinionBy({ name, at }: ReportOverride): string {
  return `${name} (${time(at)})`;
}

/** An opinion in one sentence: the person's first, the rule's own verdict beneath. */
export function opinionSentence(opinion: ReportOverride, own: Verdict | null): Text {
  const { rule, verdict, reason } = opinion;
  const said = (lang: 'zh' | 'en') =>
    SENTENCES.overridden(rule, VERDICT_WORDS[verdict][lang], opinionBy(opinion), reason)[lang];
  if (own === null) return { zh: said('zh'), en: said('en') };
  const beside = fill(OPINION_WORDS.rule, { verdict: VERDICT_WORDS[own] });
  return { zh: `${said('zh')}${beside.zh}`, en: `${said('en')} ${beside.en}` };
}
