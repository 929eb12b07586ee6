import type { Claim } from '../domain/claim.ts';
import type { LineFacts } from '../domain/facts.ts';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { PolicyPack, PolicyRule, QuestionField } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import { VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import { ZONE_WORDS, type ZoneId } from '../domain/zones.ts';
import { formatHectares, formatMetres } from '../text/numbers.ts';
import type { Text } from '../text/text.ts';
import { DECISION_WORDS } from '../text/words/decision.ts';
import { fill } from '../text/words/policy.ts';
import { labelOfAnswers } from './answer-label.ts';
import { type Answer, answerOf, conditionList } from './answers.ts';
import { decide } from './decide.ts';
import type { Ground } from './ground.ts';
import { partsOf } from './parts.ts';
import { answerWords, askOf, inAskingOrder } from './questions.ts';
import { type Road, roadsFrom } from './roads.ts';
import type { Change } from './what-would-change.ts';

/** A box of the path: something measured, or a question with what was answered. */
export interface PathStep {
  readonly kind: 'fact' | 'answer' | 'open';
  /** null for a fact: nobody answers it. */
  readonly field: QuestionField | null;
  readonly title: Text;
  readonly said: Text;
  /** Roads not taken here: what one other answer would have led to. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly answers: readonly Answer[];
  readonly label: Text;
  readonly verdict: Verdict;
  readonly rules: readonly string[];
  /** "ECO-1 禁止". */
  readonly leadsTo: Text;
}

/** A road with its sentence. */
export interface WordedRoad extends Road {
  readonly title: Text;
  readonly text: Text;
}

/** How the verdict on one line, or one zone of it, came about. */
export interface DecisionPath {
  readonly rule: string;
  readonly line: LayerKind;
  readonly zone: ZoneId | null;
  readonly verdict: Verdict;
  readonly title: Text;
  readonly steps: readonly PathStep[];
  readonly roads: readonly WordedRoad[];
}

/** What a path is drawn from. `changes`: the outcomes of `whatWouldChange`, one answer at a time. */
export interface PathGround {
  readonly ground: Ground;
  readonly claim: Claim;
  readonly pack: PolicyPack;
  readonly changes: readonly Change[];
}

/** null for a finding that no rule of the pack gives, or that judges no line. */
export function decisionPath(finding: Finding, from: PathGround): DecisionPath | null {
  const { pack, claim, ground, changes } = from;
  const { line, zone, verdict } = finding;
  const rule = pack.rules.find(({ id }) => id === finding.rule);
  if (!rule || line === null || verdict === null) return null;
  const place = { line, zone };
  const here = changes.filter((change) => change.line === line && change.zone === zone);
  const asked = fieldsBehind(rule, finding, from);
  const steps = [
    ...factSteps(finding, rule, ground),
    ...asked.map((field) => questionStep(field, from, here)),
  ];
  return {
    rule: rule.id,
    line,
    zone,
    verdict,
    title: rule.title,
    steps,
    roads: roadsFrom(place, ground, claim, pack)
      .filter((road) => road.rule !== rule.id)
      .map((road) => worded(road, pack)),
  };
}

/** Questions on which the outcome rests, given or open, in the order in which they are asked. */
function fieldsBehind(
  rule: PolicyRule,
  { line, zone }: Finding,
  { ground, claim, pack }: PathGround,
): QuestionField[] {
  const list = pack.decisions.find(({ id }) => id === rule.when.decision);
  if (list) {
    const { missing, restsOn } = decide(list, claim, pack);
    return inAskingOrder([...restsOn, ...missing], pack);
  }
  if (rule.when.unresolved === undefined)
    return inAskingOrder(
      conditionList(rule.when.claim).map(([field]) => field),
      pack,
    );
  // A rule that only says "open" rests on the questions of the rules it stands in for.
  const stoodFor = pack.rules.filter(
    (other) =>
      other.role === 'admission' &&
      !other.when.decision &&
      !other.when.unresolved &&
      partsOf(other, ground).some(({ part }) => part.line === line && (part.zone ?? null) === zone),
  );
  const fields = stoodFor.flatMap(({ when }) => conditionList(when.claim).map(([field]) => field));
  return inAskingOrder(fields, pack);
}

function factSteps({ line, zone, areaM2 }: Finding, rule: PolicyRule, ground: Ground): PathStep[] {
  const facts = ground.lines.get(line!);
  const ha = formatHectares(areaM2 ?? facts?.areaM2 ?? 0);
  const title = KINDS[line!].title;
  if (line === 'urban-development-boundary') {
    const words = zone === null ? DECISION_WORDS.siteOf : DECISION_WORDS.zone;
    const said = fill(words, { ha, zone: zone === null ? '' : ZONE_WORDS[zone] });
    return [fact(zone === null ? title : DECISION_WORDS.inZone, said)];
  }
  const hits = facts?.hits ?? 0;
  const whole = formatHectares(facts?.areaM2 ?? areaM2 ?? 0);
  const met = fill(hits > 0 ? DECISION_WORDS.area : DECISION_WORDS.areaOnly, {
    ha: whole,
    n: hits,
  });
  const first = fact(fill(DECISION_WORDS.occupies, { line: title }), met);
  if (line === 'ecological-red-line' && zone !== null)
    return [first, fact(DECISION_WORDS.inCore, coreFact(zone, ha, ground))];
  const { cross } = rule.when;
  if (cross?.op === 'minus') {
    const other = fill(DECISION_WORDS.apartFrom, { line: KINDS[cross.of[1]].title });
    return [first, fact(other, fill(DECISION_WORDS.apartYes, { ha }))];
  }
  return [first];
}

function coreFact(zone: ZoneId, ha: string, ground: Ground): Text {
  if (zone === 'core') return fill(DECISION_WORDS.coreYes, { ha });
  const core: LineFacts | undefined = ground.lines.get('nature-reserve-core');
  if (zone !== 'outside-core' || !core || !wasLookedAt(core.state))
    return DECISION_WORDS.coreUnknown;
  const { nearestM } = core;
  if (nearestM === null || nearestM === 0) return DECISION_WORDS.coreNo;
  return fill(DECISION_WORDS.coreNear, { distance: distanceOf(nearestM) });
}

/** Metres to a decimetre, kilometres from 10 km on. */
function distanceOf(metres: number): string {
  return metres >= 10_000 ? `${formatMetres(metres / 1000)} km` : `${formatMetres(metres)} m`;
}

function fact(title: Text, said: Text): PathStep {
  return { kind: 'fact', field: null, title, said, branches: [] };
}

function questionStep(
  field: QuestionField,
  { claim, pack }: PathGround,
  changes: readonly Change[],
): PathStep {
  const given = answerOf(claim, field) !== undefined;
  return {
    kind: given ? 'answer' : 'open',
    field,
    title: askOf(field, pack),
    said: given
      ? fill(DECISION_WORDS.answered, { answer: answerWords(field, claim, pack) })
      : DECISION_WORDS.open,
    branches: changes
      .filter((change) => change.field === field)
      .map(({ answers, after }) => ({
        answers,
        label: fill(DECISION_WORDS.branch, { answer: labelOfAnswers(field, answers, pack) }),
        verdict: after.verdict,
        rules: after.rules,
        leadsTo: fill(DECISION_WORDS.branchTo, {
          rule: after.rules.join('、'),
          verdict: VERDICT_WORDS[after.verdict],
        }),
      })),
  };
}

function worded(road: Road, pack: PolicyPack): WordedRoad {
  const { title } = pack.rules.find(({ id }) => id === road.rule)!;
  const needs = road.needs.map(({ field, answers }) =>
    fill(DECISION_WORDS.need, {
      question: askOf(field, pack),
      answer: labelOfAnswers(field, answers, pack),
    }),
  );
  const all: Text = {
    zh: needs.map(({ zh }) => zh).join('、'),
    en: needs.map(({ en }) => en).join(', and '),
  };
  const verdict = VERDICT_WORDS[road.verdict];
  return {
    ...road,
    title,
    text: fill(DECISION_WORDS.road, { needs: all, verdict, rule: road.rule, title }),
  };
}
