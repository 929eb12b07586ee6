import { isLayerKind, KINDS } from '../domain/kinds.ts';
import { LAYER_STATE_WORDS } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import { VERDICT_WORDS } from '../domain/verdict.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import { formatDecimal, formatHectares, formatM2, NO_VALUE } from '../text/numbers.ts';
import type { Text } from '../text/text.ts';
import { MEMBER_WORDS, VALUE_WORDS } from '../text/words/compare.ts';
import { QUESTION_WORDS } from '../text/words/questions.ts';
import { type FullDifference, fullDifferencesOf, sortDifferences } from './differences.ts';

/** What a difference is about, in the order it is told. */
export const DIFFERENCE_GROUPS = [
  'verdict',
  'lines',
  'findings',
  'pieces',
  'project',
  'answers',
  'layers',
  'policy',
  'other',
] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/** A difference as people read it. */
export interface WordedDifference {
  readonly group: DifferenceGroup;
  readonly label: Text;
  readonly was: Text;
  readonly is: Text;
  /** It lies in what the runs were made with, not in what they found. */
  readonly cause: boolean;
  /** Where in the record. */
  readonly path: string;
}

/** All differences of two reports of one project, in words, group by group. */
export function wordedDifferences(a: CheckReport, b: CheckReport): readonly WordedDifference[] {
  const found = bothLanguages(fullDifferencesOf(a, b));
  const causes = new Set(sortDifferences(found).causes);
  const titles = layerTitles(a, b);
  const worded = found.map((one): WordedDifference => {
    const { keys, before, after, path } = one;
    const answer = groupOf(keys) === 'answers';
    return {
      group: groupOf(keys),
      label: labelOf(keys, titles),
      was: answer ? answerWord(before) : valueWord(keys, before),
      is: answer ? answerWord(after) : otherShape(keys, before, after),
      cause: causes.has(one),
      path,
    };
  });
  const rank = (one: WordedDifference): number => DIFFERENCE_GROUPS.indexOf(one.group);
  return worded.sort((x, y) => rank(x) - rank(y));
}

/** A sentence that differs in both languages is one difference. */
function bothLanguages(found: readonly FullDifference[]): FullDifference[] {
  const sentences = new Map<string, { zh?: FullDifference; en?: FullDifference }>();
  const order: (FullDifference | string)[] = [];
  for (const one of found) {
    const last = one.keys.at(-1);
    if (last !== 'zh' && last !== 'en') {
      order.push(one);
      continue;
    }
    const of = one.keys.slice(0, -1).join('\0');
    if (!sentences.has(of)) order.push(of);
    sentences.set(of, { ...sentences.get(of), [last]: one });
  }
  return order.map((one) => {
    if (typeof one !== 'string') return one;
    const { zh, en } = sentences.get(one)!;
    const either = (zh ?? en)!;
    const keys = either.keys.slice(0, -1);
    const text = (side: 'before' | 'after'): unknown => {
      const [z, e] = [zh?.[side] ?? en?.[side], en?.[side] ?? zh?.[side]];
      return { zh: z, en: e };
    };
    return { ...either, keys, path: keys.join('.'), before: text('before'), after: text('after') };
  });
}

function groupOf(keys: readonly string[]): DifferenceGroup {
  const [top, second, third] = keys;
  switch (top) {
    case 'verdict':
    case 'complete':
      return 'verdict';
    case 'lines':
    case 'notChecked':
    case 'crosses':
      return 'lines';
    case 'findings':
    case 'overrides':
      return 'findings';
    case 'layers':
      return third === 'overlaps' ? 'pieces' : 'layers';
    case 'project':
      if (second === 'claim') return 'answers';
      return second === 'notes' ? 'other' : 'project';
    case 'tool':
    case 'policies':
    case 'catalog':
    case 'parameters':
    case 'schema':
      return 'policy';
    default:
      return 'other';
  }
}

/** Lists whose members are told by what names them. */
const LISTS = new Set([
  ...['lines', 'zones', 'layers', 'overlaps', 'findings', 'policies', 'parcels', 'notes', 'steps'],
  ...['crosses', 'notChecked', 'overrides', 'location', 'duties', 'procedure', 'attachments'],
  ...['missing', 'path', 'citations', 'hints', 'classes', 'features', 'content', 'of', 'bbox'],
]);
/** Members that hold names given by data. */
const GIVEN = new Set(['attributes', 'params', 'feature']);
/** Lists that the group says already. */
const SAID = new Set(['lines', 'layers', 'findings']);

function labelOf(keys: readonly string[], titles: ReadonlyMap<string, Text>): Text {
  if (keys[0] === 'verdict') return { zh: '总体结论', en: 'Overall result' };
  const parts: Text[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const isList = LISTS.has(key) && !(key === 'features' && i === keys.length - 1);
    if (key === 'project' && i === 0) continue;
    if (key === 'claim' && keys[i + 1] !== undefined) {
      parts.push(questionWord(keys[i + 1]!));
      i++;
      continue;
    }
    const next = keys[i + 1];
    const isNamed = next !== undefined && (isList || GIVEN.has(key));
    const name = isNamed ? memberName(key, next, titles) : null;
    // a code alone does not say what it is the code of
    const speaks = name !== null && /\p{Script=Han}/u.test(name.zh);
    if (!(SAID.has(key) && i === 0 && speaks)) parts.push(memberWord(key));
    if (name) {
      parts.push(name);
      i++;
    }
  }
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
}

function memberWord(key: string): Text {
  return isMember(key) ? MEMBER_WORDS[key] : both(key);
}

function isMember(key: string): key is keyof typeof MEMBER_WORDS {
  return Object.hasOwn(MEMBER_WORDS, key);
}

function questionWord(field: string): Text {
  const words: Readonly<Record<string, { readonly label: Text }>> = QUESTION_WORDS;
  return Object.hasOwn(words, field) ? words[field]!.label : memberWord(field);
}

/** "ECO-2A/ecological-red-line/outside-core" → 规则 ECO-2A（生态保护红线，核心保护区外）. */
function memberName(list: string, name: string, titles: ReadonlyMap<string, Text>): Text {
  if (list === 'layers') return titles.get(name) ?? both(name);
  if (list === 'feature') return memberWord(name);
  if (/^\d+$/.test(name) && list !== 'parcels') return both(String(Number(name) + 1));
  const [first, ...rest] = name.split(/[/,]/).map(partWord);
  if (rest.length === 0) return first!;
  const zh = `${first!.zh}（${rest.map((one) => one.zh).join('，')}）`;
  return { zh, en: `${first!.en} (${rest.map((one) => one.en).join(', ')})` };
}

function partWord(part: string): Text {
  if (isLayerKind(part)) return KINDS[part].short;
  if (Object.hasOwn(ZONE_WORDS, part)) return ZONE_WORDS[part as keyof typeof ZONE_WORDS];
  if (part === 'and' || part === 'minus') return VALUE_WORDS[part];
  return both(part);
}

function layerTitles(a: CheckReport, b: CheckReport): ReadonlyMap<string, Text> {
  return new Map([...a.layers, ...b.layers].map(({ id, kind, title }) => [`${id}/${kind}`, title]));
}

// ---- values ------------------------------------------------------------------------------------

const both = (word: string): Text => ({ zh: word, en: word });

function answerWord(value: unknown): Text {
  if (value === undefined || value === null) return VALUE_WORDS.unanswered;
  if (typeof value === 'object') return both(Object.values(value).map(String).join(' '));
  return plainWord(value);
}

function otherShape(keys: readonly string[], before: unknown, after: unknown): Text {
  const isShape = keys.at(-1) === 'geometry' && isObject(before) && isObject(after);
  return isShape ? VALUE_WORDS.otherShape : valueWord(keys, after);
}

function valueWord(keys: readonly string[], value: unknown): Text {
  if (value === undefined || value === null) return both(NO_VALUE);
  const key = keys.at(-1) ?? '';
  if (typeof value === 'number') return numberWord(key, value);
  if (isText(value)) return value;
  if (isObject(value)) return objectWord(keys, value);
  if (typeof value === 'string') {
    if (key === 'verdict' && Object.hasOwn(VERDICT_WORDS, value)) {
      return VERDICT_WORDS[value as keyof typeof VERDICT_WORDS];
    }
    if (key === 'state' && Object.hasOwn(LAYER_STATE_WORDS, value)) {
      return LAYER_STATE_WORDS[value as keyof typeof LAYER_STATE_WORDS];
    }
    if (keys.at(-2) === 'missing') return questionWord(value);
    if (/^[0-9a-f]{64}$/.test(value)) return both(`${value.slice(0, 12)}…`);
  }
  return GIVEN.has(keys.at(-2) ?? '') ? both(String(value)) : plainWord(value);
}

function plainWord(value: unknown): Text {
  const word = String(value);
  return Object.hasOwn(VALUE_WORDS, word)
    ? VALUE_WORDS[word as keyof typeof VALUE_WORDS]
    : partWord(word);
}

function numberWord(key: string, value: number): Text {
  if (/AreaM2$|^areaM2$/.test(key)) {
    const [ha, m2] = [formatHectares(value), formatM2(value)];
    return { zh: `${ha} 公顷 / ${m2} m²`, en: `${ha} ha / ${m2} m²` };
  }
  if (/[sS]hare/.test(key)) return both(formatDecimal(value * 100, 4));
  if (/M$/.test(key)) return both(formatDecimal(value, 3));
  return both(String(value));
}

/** Something that is there in one report and not in the other: what matters of it. */
function objectWord(keys: readonly string[], value: Record<string, unknown>): Text {
  if (keys.at(-1) === 'geometry') return VALUE_WORDS.there;
  const parts: Text[] = [];
  for (const key of ['verdict', 'state', 'areaM2', 'edition', 'text', 'document']) {
    const part = value[key];
    if (part !== undefined && part !== null) parts.push(valueWord([key], part));
  }
  if (parts.length === 0) return VALUE_WORDS.there;
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is Text {
  return isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string';
}
