import type { Claim } from '../domain/claim.ts';
import type { Facts, FeaturePair } from '../domain/facts.ts';
import { KIND_ORDER, kindRank, type LayerKind } from '../domain/kinds.ts';
import type { Note } from '../domain/note.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { severity, type Verdict, worstVerdict } from '../domain/verdict.ts';
import { admissions } from './admission.ts';
import { conditionList, truthOf } from './answers.ts';
import { appliedFinding, type Context, type Entry, openDuty } from './finding.ts';
import { type Ground, readGround } from './ground.ts';
import { partsOf } from './parts.ts';
import {
  engineContradictions,
  gapFindings,
  NOT_LOOKED_AT_RULES,
  type WordsFor,
} from './special-findings.ts';
import { unansweredFindings } from './unanswered.ts';

export interface Judgement {
  /** In the fixed order of lines, the worst of a line first, findings without a line last. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** false: something required, or listed as current, was not looked at. */
  readonly complete: boolean;
  /** Kinds that were neither looked at nor required are `undetermined`, never `clear`. */
  readonly lineVerdicts: Readonly<Record<LayerKind, Verdict>>;
  readonly notes: readonly Note[];
}

/**
 * What a rule pack says of a site: one pure function of the facts on the ground, the applicant's
 * claim and the pack. Unknown answers become questions; what was not looked at is undetermined.
 *
 * @param wordsFor words of the reasons that the facts carry
 * @throws UserError `policy-requires` for a pack that requires no control line
 */
export function judge(
  facts: Facts,
  claim: Claim,
  pack: PolicyPack,
  wordsFor: WordsFor = () => null,
): Judgement {
  if (pack.requires.length === 0) throw new UserError('policy-requires', { pack: pack.id });
  const context: Context = { claim, pack };
  const ground = readGround(facts);
  const admitted = admissions(ground, context);
  const entries = [
    ...gapFindings(facts, pack, wordsFor),
    ...engineContradictions(facts),
    ...admitted.entries,
    ...unansweredFindings(ground, pack, admitted.answered),
    ...duties(ground, context),
  ].sort(inReportOrder);
  const findings = entries.map((entry) => entry.finding);
  const notLookedAt: readonly string[] = NOT_LOOKED_AT_RULES;
  return {
    findings,
    verdict: worstVerdict(findings.flatMap((finding) => finding.verdict ?? [])),
    complete: !findings.some((finding) => notLookedAt.includes(finding.rule)),
    lineVerdicts: lineVerdicts(facts, pack, entries),
    notes: [...admitted.notes, ...dataProblems(facts, ground, pack)],
  };
}

/** Duties that hold, and the questions of those that are open. */
function duties(ground: Ground, context: Context): Entry[] {
  return context.pack.rules
    .filter((rule) => rule.role === 'duty')
    .flatMap((rule) => {
      const truth = truthOf(rule.when.claim, context.claim);
      if (truth.is === 'false') return [];
      const restsOn = conditionList(rule.when.claim).map(([field]) => field);
      return partsOf(rule, ground).map(({ part }) =>
        truth.is === 'true'
          ? appliedFinding(rule, part, [], restsOn, context)
          : openDuty(rule, part, truth.open, context),
      );
    });
}

function lineVerdicts(
  facts: Facts,
  pack: PolicyPack,
  entries: readonly Entry[],
): Record<LayerKind, Verdict> {
  const known = new Set([...facts.lines.map((line) => line.kind), ...pack.requires]);
  const verdicts = Object.fromEntries(
    KIND_ORDER.map((kind) => [kind, known.has(kind) ? 'clear' : 'undetermined']),
  ) as Record<LayerKind, Verdict>;
  for (const { finding, part } of entries) {
    if (finding.verdict === null) continue;
    for (const kind of part.counts) {
      if (known.has(kind)) verdicts[kind] = worstVerdict([verdicts[kind], finding.verdict]);
    }
  }
  return verdicts;
}

/** Control lines that overlap, or miss, each other under the site: the data's fault, not the site's. */
function dataProblems(facts: Facts, ground: Ground, pack: PolicyPack): Note[] {
  return pack.crosses.flatMap(({ op, of, meaning }) => {
    const [a, b] = of;
    if (meaning !== 'data-conflict' || !ground.lookedAt(a) || !ground.lookedAt(b)) return [];
    const given = facts.crosses.find(
      (cross) => cross.op === op && cross.of[0] === a && cross.of[1] === b,
    );
    const part = ground.cross(op, of);
    // What lies outside a line that was not looked at everywhere may yet lie inside it.
    if (!part?.above || (op === 'minus' && given?.known === false)) return [];
    const code = op === 'and' ? 'data-conflict' : 'data-gap';
    const pairs = pairsInWords(given?.features ?? []);
    const params = { a, b, areaM2: part.areaM2, pairs };
    return [{ code, severity: 'warning' as const, params }];
  });
}

/** The largest few of the features that meet: "A12 × B7 40.00 m²". */
function pairsInWords(features: readonly FeaturePair[]): string {
  const named = features
    .slice(0, 3)
    .map(({ a, b, areaM2 }) => `${b === null ? a : `${a} × ${b}`} ${areaM2.toFixed(2)} m²`);
  const rest = features.length - named.length;
  return [...named, ...(rest > 0 ? [`+${rest}`] : [])].join('; ');
}

function inReportOrder(first: Entry, second: Entry): number {
  return (
    rank(first.finding.line) - rank(second.finding.line) ||
    weight(first.finding.verdict) - weight(second.finding.verdict)
  );
}

function rank(line: LayerKind | null): number {
  return line === null ? KIND_ORDER.length : kindRank(line);
}

/** Duties after every verdict. */
function weight(verdict: Verdict | null): number {
  return verdict === null ? Number.MAX_SAFE_INTEGER : severity(verdict);
}
