import { isControlKind, type LayerKind } from '../domain/kinds.ts';
import type {
  Condition,
  Conditions,
  PolicyDecision,
  PolicyPack,
  PolicyRule,
  PolicyWhen,
} from '../domain/policy-pack.ts';
import { answersTo, conditionList } from './answers.ts';
import { type Mistake, mistake, type PathKey } from './mistakes.ts';

const GROUNDS = [
  'always',
  'overlap',
  'overlapAny',
  'inZone',
  'straddles',
  'cross',
  'near',
  'decision',
  'unresolved',
  'occasion',
] as const satisfies readonly (keyof PolicyWhen)[];

/** Verdicts that only a document in force can give. */
const BINDING: readonly string[] = ['prohibited', 'not-admitted', 'conditional'];

/** What a schema cannot see: names that lead nowhere, rules that say too much or nothing. */
export function checkPack(pack: PolicyPack): Mistake[] {
  return [
    ...pack.requires.flatMap((kind, i) =>
      isControlKind(kind) ? [] : [mistake('context-kind', ['requires', i], kind)],
    ),
    ...duplicates(
      pack.rules.map((rule) => rule.id),
      'rules',
    ),
    ...duplicates(
      pack.decisions.map((list) => list.id),
      'decisions',
    ),
    ...duplicates(
      pack.targets.map((target) => target.id),
      'targets',
    ),
    ...pack.rules.flatMap((rule, i) => checkRule(rule, ['rules', i], pack)),
    ...pack.decisions.flatMap((list, i) => checkDecision(list, ['decisions', i], pack)),
    ...pack.questions.flatMap((question, i) => [
      ...checkConditions(question.onlyIf, ['questions', i, 'onlyIf'], pack),
      ...(question.citation
        ? named(
            question.citation.document,
            ['questions', i, 'citation', 'document'],
            pack.documents,
          )
        : []),
    ]),
    ...pack.targets.flatMap((target, i) =>
      named(target.citation.document, ['targets', i, 'citation', 'document'], pack.documents),
    ),
    ...Object.entries(pack.lists).flatMap(([name, list]) => [
      ...named(list!.citation.document, ['lists', name, 'citation', 'document'], pack.documents),
      ...duplicates(
        list!.items.map((item) => String(item.number)),
        `lists.${name}.items`,
      ),
    ]),
  ];
}

function checkRule(rule: PolicyRule, path: readonly PathKey[], pack: PolicyPack): Mistake[] {
  const mistakes = [
    ...checkGround(rule, path, pack),
    ...checkConditions(rule.when.claim, [...path, 'when', 'claim'], pack),
    ...rule.openDuties.flatMap((duty, i) =>
      checkConditions(duty.if, [...path, 'openDuties', i, 'if'], pack),
    ),
    ...rule.citations.flatMap((citation, i) =>
      named(citation.document, [...path, 'citations', i, 'document'], pack.documents),
    ),
    ...rule.procedure.flatMap((step, i) => [
      ...(step.by ? named(step.by, [...path, 'procedure', i, 'by'], pack.authorities) : []),
      ...(step.content ?? []).flatMap((topic, k) =>
        named(topic, [...path, 'procedure', i, 'content', k], pack.topics),
      ),
    ]),
  ];
  const speaks = rule.verdict !== undefined && rule.text !== undefined;
  if (rule.role === 'admission' && !speaks) mistakes.push(mistake('no-verdict', path, rule.id));
  if (rule.role !== 'admission' && rule.verdict !== undefined)
    mistakes.push(mistake('duty-verdict', [...path, 'verdict'], rule.verdict));
  const inForce = rule.citations.some(
    (citation) => pack.documents[citation.document]?.force === 'in-force',
  );
  if (BINDING.includes(rule.verdict ?? '') && !inForce)
    mistakes.push(mistake('force', [...path, 'verdict'], rule.verdict));
  return mistakes;
}

function checkGround(rule: PolicyRule, path: readonly PathKey[], pack: PolicyPack): Mistake[] {
  const given = GROUNDS.filter((ground) => rule.when[ground] !== undefined);
  const evaluated = rule.role === 'admission' || rule.role === 'duty';
  const everywhere = rule.role === 'duty' && rule.when.claim !== undefined;
  if (given.length > 1 || (evaluated && given.length === 0 && !everywhere))
    return [mistake('ground', [...path, 'when'], given.join(', '), GROUNDS)];
  const { decision } = rule.when;
  const lists = Object.fromEntries(pack.decisions.map((list) => [list.id, list]));
  const mistakes =
    decision === undefined ? [] : named(decision, [...path, 'when', 'decision'], lists);
  const line = lineOf(rule.when, pack);
  if (evaluated && rule.line !== undefined && line !== undefined && line !== rule.line)
    mistakes.push(mistake('line', [...path, 'line'], rule.line, [line]));
  return mistakes;
}

/** The first kind that a rule names; findings carry it as their line. */
function lineOf(when: PolicyWhen, pack: PolicyPack): LayerKind | undefined {
  return (
    when.overlap ??
    when.unresolved ??
    when.inZone?.line ??
    when.straddles ??
    when.cross?.of[0] ??
    when.near?.line ??
    pack.decisions.find((list) => list.id === when.decision)?.line
  );
}

function checkDecision(
  list: PolicyDecision,
  path: readonly PathKey[],
  pack: PolicyPack,
): Mistake[] {
  const rules = Object.fromEntries(
    pack.rules.filter((rule) => rule.when.decision === list.id).map((rule) => [rule.id, rule]),
  );
  const asked = [...list.asks, ...list.asksThen.map((ask) => ask.field)];
  return [
    ...named(list.unresolved, [...path, 'unresolved'], rules),
    ...list.entries.flatMap((entry, i) => [
      ...named(entry.rule, [...path, 'entries', i, 'rule'], rules),
      ...checkConditions(entry.if, [...path, 'entries', i, 'if'], pack),
      ...conditionList(entry.if)
        .filter(([field]) => !asked.includes(field))
        .map(([field]) => mistake('choice', [...path, 'entries', i, 'if', field], field, asked)),
    ]),
    ...asked
      .filter((field) => answersTo(field, pack) === null)
      .map((field) => mistake('open-ended', [...path, 'asks'], field)),
    ...(['asksThen', 'notes', 'contradictions'] as const).flatMap((part) =>
      list[part].flatMap((one, i) => checkConditions(one.if, [...path, part, i, 'if'], pack)),
    ),
  ];
}

function checkConditions(
  conditions: Conditions | undefined,
  path: readonly PathKey[],
  pack: PolicyPack,
): Mistake[] {
  return conditionList(conditions).flatMap(([field, condition]) => {
    const answers = answersTo(field, pack);
    if (answers === null) return [];
    const words = answers.some((answer) => typeof answer === 'number')
      ? [...answers, 'named']
      : answers;
    return wordsOf(condition)
      .filter((word) => !words.includes(word))
      .map((word) => mistake('choice', [...path, field], word, words));
  });
}

function wordsOf(condition: Condition): readonly (string | number)[] {
  if (typeof condition !== 'object') return [condition];
  if (Array.isArray(condition)) return condition;
  return 'not' in condition ? [condition.not] : [condition.atLeast];
}

function named(name: string, path: readonly PathKey[], within: object): Mistake[] {
  return Object.hasOwn(within, name) ? [] : [mistake('choice', path, name, Object.keys(within))];
}

function duplicates(ids: readonly string[], path: string): Mistake[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [mistake('duplicate', [...path.split('.'), i], id)] : [],
  );
}
