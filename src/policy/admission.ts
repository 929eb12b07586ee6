import type { Note } from '../domain/note.ts';
import type { PolicyDecision, PolicyRule, QuestionField } from '../domain/policy-pack.ts';
import { conditionList, truthOf } from './answers.ts';
import { decide } from './decide.ts';
import { appliedFinding, type Context, type Entry, openFinding } from './finding.ts';
import type { Ground, Part } from './ground.ts';
import { partKey, partsOf } from './parts.ts';
import { contradiction } from './special-findings.ts';

export interface Admissions {
  readonly entries: readonly Entry[];
  readonly notes: readonly Note[];
  /** Parts for which an admission rule is true or undecided: `partKey` and `crossKey`. */
  readonly answered: ReadonlySet<string>;
}

/** Outcomes of the admission rules: those that hold, and one question for each line and zone. */
export function admissions(ground: Ground, context: Context): Admissions {
  const entries: Entry[] = [];
  const answered = new Set<string>();
  const undecided = new Map<string, { rule: PolicyRule; part: Part; open: QuestionField[] }>();

  for (const rule of context.pack.rules) {
    if (rule.role !== 'admission' || rule.when.decision || rule.when.unresolved) continue;
    const truth = truthOf(rule.when.claim, context.claim);
    if (truth.is === 'false') continue;
    for (const { part, answers } of partsOf(rule, ground)) {
      for (const key of answers) answered.add(key);
      if (truth.is === 'true') {
        const restsOn = conditionList(rule.when.claim).map(([field]) => field);
        entries.push(appliedFinding(rule, part, [], restsOn, context));
      } else {
        const of = partKey(part.line, part.zone ?? '');
        const known = undecided.get(of);
        if (known === undefined) undecided.set(of, { rule, part, open: [...truth.open] });
        else known.open.push(...truth.open);
      }
    }
  }

  for (const { rule, part, open } of undecided.values()) {
    const own = context.pack.rules.find((other) => other.when.unresolved === part.line);
    entries.push(openFinding(own ?? rule, own !== undefined, part, open, context));
  }
  const notes = context.pack.decisions.flatMap((list) =>
    listOutcomes(list, ground, context, entries, answered),
  );
  return { entries, notes, answered };
}

/** A decision list speaks once for each of its zones that is hit; returns its notes. */
function listOutcomes(
  list: PolicyDecision,
  ground: Ground,
  context: Context,
  entries: Entry[],
  answered: Set<string>,
): Note[] {
  const { claim, pack } = context;
  const whole = ground.whole(list.line);
  const zones = ground.zonesOf(list.line);
  const hit =
    zones.length === 0 && whole?.above
      ? [whole]
      : zones.filter((zone) => zone.above && list.zones.includes(zone.zone!));
  if (hit.length === 0) return [];

  const outcome = decide(list, claim, pack);
  const rule = pack.rules.find((other) => other.id === outcome.rule)!;
  for (const part of hit) {
    answered.add(partKey(list.line, part.zone ?? 'whole'));
    entries.push(appliedFinding(rule, part, outcome.missing, outcome.restsOn, context));
  }
  for (const { if: condition, text } of list.contradictions)
    if (truthOf(condition, claim).is === 'true')
      entries.push(contradiction(list.line, hit[0]!.zone, hit[0]!, text));
  return list.notes
    .filter((note) => truthOf(note.if, claim).is === 'true')
    .map((note) => ({ code: note.code, severity: 'info', params: {} }));
}
