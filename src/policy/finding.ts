import type { Claim } from '../domain/claim.ts';
import { KINDS } from '../domain/kinds.ts';
import type { PolicyPack, PolicyRule, QuestionField } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import type { Text } from '../text/text.ts';
import { fill, SPECIAL_WORDS } from '../text/words/policy.ts';
import { answerOf, truthOf } from './answers.ts';
import { citationOf } from './citation.ts';
import type { Part } from './ground.ts';
import { pathOf, toldPath } from './path.ts';
import { askOf, inAskingOrder } from './questions.ts';

/** What every finding of one judgement is made from. */
export interface Context {
  readonly claim: Claim;
  readonly pack: PolicyPack;
}

/** A finding and the lines whose verdict it counts for. */
export interface Entry {
  readonly finding: Finding;
  readonly part: Part;
}

/** A rule that holds: its verdict, duties, procedure and papers. */
export function appliedFinding(
  rule: PolicyRule,
  part: Part,
  missing: readonly QuestionField[],
  restsOn: readonly QuestionField[],
  context: Context,
): Entry {
  const { claim, pack } = context;
  const owed = rule.openDuties
    .filter((duty) => truthOf(duty.if, claim).is === 'true')
    .flatMap((duty) => duty.fields.filter((field) => answerOf(claim, field) === undefined));
  const finding: Finding = {
    ...blank(rule, part),
    verdict: (rule.verdict as Verdict | undefined) ?? null,
    text: fill(rule.text ?? rule.title, valuesFor(part, claim)),
    duties: [...rule.duties],
    procedure: rule.procedure.map((step, i) => {
      const authority = step.by === undefined ? undefined : pack.authorities[step.by];
      return {
        step: i + 1,
        act: step.act,
        by: authority?.title ?? null,
        level: authority?.level ?? null,
        content: (step.content ?? []).map((topic) => pack.topics[topic]!),
      };
    }),
    attachments: [...rule.attachments],
    missing: inAskingOrder([...missing, ...owed], pack),
    citations: rule.citations.map((citation) => citationOf(citation, pack)),
  };
  Object.assign(finding, toldPath(pathOf(finding, rule, part, restsOn, context)));
  return { finding, part };
}

/** An admission that hangs on open answers: never an outcome, only the questions. */
export function openFinding(
  rule: PolicyRule,
  speaksForItself: boolean,
  part: Part,
  missing: readonly QuestionField[],
  context: Context,
): Entry {
  const asked = inAskingOrder(missing, context.pack);
  const finding: Finding = {
    ...blank(rule, part),
    verdict: 'manual-review',
    text: speaksForItself
      ? fill(rule.text ?? rule.title, valuesFor(part, context.claim))
      : fill(SPECIAL_WORDS.OPEN, {
          ...valuesFor(part, {}),
          questions: asksOf(asked, context.pack),
        }),
    missing: asked,
    citations: rule.citations.map((citation) => citationOf(citation, context.pack)),
  };
  Object.assign(finding, toldPath(pathOf(finding, rule, part, [], context)));
  return { finding, part };
}

/** A duty that hangs on open answers: questions only, no verdict and no duty yet. */
export function openDuty(
  rule: PolicyRule,
  part: Part,
  missing: readonly QuestionField[],
  context: Context,
): Entry {
  const asked = inAskingOrder(missing, context.pack);
  const finding: Finding = {
    ...blank(rule, part),
    text: fill(SPECIAL_WORDS['OPEN-DUTY'], {
      title: rule.title,
      questions: asksOf(asked, context.pack),
    }),
    missing: asked,
    citations: rule.citations.map((citation) => citationOf(citation, context.pack)),
  };
  Object.assign(finding, toldPath(pathOf(finding, rule, part, [], context)));
  return { finding, part };
}

export function valuesFor(part: Part, claim: Claim): Record<string, string | number | Text> {
  return {
    line: part.line === null ? '' : KINDS[part.line].title,
    zone: part.zone === null ? '' : ZONE_WORDS[part.zone],
    area: (part.areaM2 ?? 0).toFixed(2),
    ...(typeof claim.limitedActivity === 'number' && { limitedActivity: claim.limitedActivity }),
    ...(typeof claim.nationalMajor === 'number' && { nationalMajor: claim.nationalMajor }),
  };
}

function blank(rule: PolicyRule, part: Part): Finding {
  return {
    rule: rule.id,
    line: part.line,
    zone: part.zone,
    parcels: [...part.parcels],
    verdict: null,
    areaM2: part.areaM2,
    text: rule.title,
    duties: [],
    procedure: [],
    attachments: [],
    missing: [],
    path: [],
    citations: [],
  };
}

function asksOf(fields: readonly QuestionField[], pack: PolicyPack): Text {
  const asks = fields.map((field) => askOf(field, pack));
  return { zh: asks.map((ask) => ask.zh).join(''), en: asks.map((ask) => ask.en).join(' ') };
}
