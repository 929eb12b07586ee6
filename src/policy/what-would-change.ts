import type { Claim } from '../domain/claim.ts';
import type { Facts } from '../domain/facts.ts';
import { KIND_ORDER, KINDS, type LayerKind } from '../domain/kinds.ts';
import type { PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import { VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import { ZONE_WORDS, type ZoneId } from '../domain/zones.ts';
import type { Text } from '../text/text.ts';
import { fill, PATH_WORDS } from '../text/words/policy.ts';
import { type Answer, answerOf, answersTo } from './answers.ts';
import { type Judgement, judge } from './judge.ts';
import { askOf, labelOf, questionsToAsk } from './questions.ts';

/** What the admission of one line and zone would be if one answer were another. */
export interface Change {
  readonly field: QuestionField;
  /** Answers that lead to the same outcome. */
  readonly answers: readonly Answer[];
  readonly line: LayerKind;
  readonly zone: ZoneId | null;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly text: Text;
}

export interface Outcome {
  readonly rules: readonly string[];
  readonly verdict: Verdict;
}

/**
 * Every single answer that would change the outcome of some line, one answer changed at a time, in
 * the order of the questions. Answers with free text or numbers are left out.
 */
export function whatWouldChange(facts: Facts, claim: Claim, pack: PolicyPack): Change[] {
  const now = outcomes(judge(facts, claim, pack));
  const changes = new Map<string, Change>();
  for (const field of questionsToAsk(claim, pack))
    for (const answer of answersTo(field, pack) ?? []) {
      if (answer === answerOf(claim, field) || answer === 'absent') continue;
      const then = outcomes(judge(facts, answered(claim, field, answer), pack));
      for (const [place, before] of now) {
        const after = then.get(place) ?? NOTHING;
        if (after.rules.join() === before.rules.join() && after.verdict === before.verdict)
          continue;
        const key = `${field} ${place} ${after.rules.join()} ${after.verdict}`;
        const answers = [...(changes.get(key)?.answers ?? []), answer];
        changes.set(key, describe(field, answers, place, before, after, pack));
      }
    }
  return [...changes.values()];
}

const NOTHING: Outcome = { rules: [], verdict: 'clear' };

/** Verdicts by line and zone; duties and lines that were not looked at do not depend on answers. */
function outcomes({ findings }: Judgement): Map<string, Outcome> {
  const found = new Map<string, Outcome>();
  for (const { line, zone, rule, verdict } of findings) {
    if (line === null || verdict === null || verdict === 'undetermined') continue;
    if (rule === 'CONTRADICTION') continue;
    const place = `${line}/${zone ?? ''}`;
    const known = found.get(place);
    // Findings of a line come worst first.
    found.set(place, {
      rules: [...(known?.rules ?? []), rule],
      verdict: known?.verdict ?? verdict,
    });
  }
  return found;
}

function answered(claim: Claim, field: QuestionField, answer: Answer): Claim {
  if (field === 'kind9Basis') return { ...claim, kind9Basis: { law: '…', article: '…' } };
  return { ...claim, [field]: answer };
}

function describe(
  field: QuestionField,
  answers: readonly Answer[],
  place: string,
  before: Outcome,
  after: Outcome,
  pack: PolicyPack,
): Change {
  const [kind, zoneId] = place.split('/') as [LayerKind, ZoneId | ''];
  const line = KIND_ORDER.find((one) => one === kind)!;
  const zone = zoneId === '' ? null : zoneId;
  const labels = answers.map((answer) => labelOf(field, answer, pack));
  const title = KINDS[line].title;
  const text = fill(PATH_WORDS.change, {
    question: askOf(field, pack),
    answer: joined(labels),
    line: zone === null ? title : bracketed(title, ZONE_WORDS[zone]),
    before: spoken(before),
    after: spoken(after),
  });
  return { field, answers, line, zone, before, after, text };
}

function spoken({ rules, verdict }: Outcome): Text {
  if (rules.length === 0) return PATH_WORDS.noOutcome;
  const { zh, en } = VERDICT_WORDS[verdict];
  return { zh: `${zh}（${rules.join('、')}）`, en: `${en} (${rules.join(', ')})` };
}

function joined(texts: readonly Text[]): Text {
  return {
    zh: texts.map((one) => one.zh).join('、'),
    en: texts.map((one) => one.en).join(', '),
  };
}

function bracketed(text: Text, zone: Text): Text {
  return { zh: `${text.zh}（${zone.zh}）`, en: `${text.en} (${zone.en})` };
}
