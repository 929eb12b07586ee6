import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { QUESTION_FIELDS } from '../../src/domain/policy-pack.ts';
import { jsonSchemaOf } from '../../src/domain/schemas.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { judge } from '../../src/policy/judge.ts';
import { loadPack } from '../../src/policy/load-pack.ts';
import type { PlacedMistake } from '../../src/policy/mistakes.ts';
import { POLICY_ERROR_WORDS } from '../../src/text/words/policy.ts';
import { CASES, PACK, PACK_TEXT, SOURCES } from './pack-file.ts';
import { factsOf } from './site.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');
const sources = new Map(
  readdirSync(SOURCES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, bare(readFileSync(join(SOURCES, name), 'utf8'))]),
);

interface Quote {
  where: string;
  document: string;
  quote: string;
}

const quotes: Quote[] = [
  ...PACK.rules.flatMap((rule) => rule.citations.map((one) => ({ where: rule.id, ...one }))),
  ...PACK.targets.map((target) => ({ where: target.id, ...target.citation })),
  ...PACK.questions.flatMap((one) => (one.citation ? [{ where: one.field, ...one.citation }] : [])),
  ...Object.values(PACK.lists).flatMap((list) =>
    list!.items.map(({ number, quote }) => ({
      where: `${list!.title.en} ${number}`,
      document: list!.citation.document,
      quote,
    })),
  ),
];

describe('nx-2023-63', () => {
  test('holds 57 rules, 24 targets and both lists', () => {
    expect(PACK.rules).toHaveLength(57);
    expect(PACK.targets).toHaveLength(24);
    expect(PACK.lists.limitedActivity?.items.map((item) => item.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(PACK.lists.nationalMajor?.items).toHaveLength(6);
  });

  test.each(quotes)('$where quotes $document letter by letter', ({ document, quote }) => {
    const file = PACK.documents[document]!.file;
    expect(sources.get(file)).toContain(bare(quote));
  });

  test('every sentence stands in both languages, with no Chinese in the English', () => {
    const texts: { zh: string; en: string }[] = [];
    JSON.stringify(PACK, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value)
        texts.push(value as { zh: string; en: string });
      return value;
    });
    expect(texts.length).toBeGreaterThan(200);
    for (const { zh, en } of texts) {
      expect(en, zh).not.toMatch(/\p{Script=Han}/u);
      expect(en.trim()).not.toBe('');
      expect(zh).not.toMatch(/(?<!符)合法(?!权益|性)|违法(?!违规)/);
    }
  });

  test('placeholders of a finding are all filled in', () => {
    const names = PACK.rules.flatMap((rule) => rule.text?.zh.match(/\{\w+\}/g) ?? []);
    expect(new Set(names)).toEqual(new Set(['{limitedActivity}', '{nationalMajor}', '{line}']));
    for (const rule of PACK.rules)
      expect(rule.text?.en.match(/\{\w+\}/g) ?? [], rule.id).toEqual(
        rule.text?.zh.match(/\{\w+\}/g) ?? [],
      );
  });
});

test('the format is published for machines too', () => {
  const schema = jsonSchemaOf('policy-pack');
  expect(schema).toMatchObject({ title: 'sanxian policy-pack', type: 'object' });
  expect(schema.required).toEqual(expect.arrayContaining(['id', 'region', 'requires', 'rules']));
  expect(schema.required).not.toContain('targets');
});

describe('a pack of another region', () => {
  const pack = loadPack(
    readFileSync(join(CASES, 'minimal-pack.yaml'), 'utf8'),
    'minimal-pack.yaml',
  );
  const facts = factsOf({
    hits: { 'ecological-red-line': { 'outside-core': 50 } },
    absent: ['permanent-basic-farmland', 'nature-reserve-core', 'urban-development-boundary'],
  });

  test('judges by its own rules', () => {
    const verdict = (claim: Parameters<typeof judge>[1]) => {
      const found = judge(facts, claim, pack);
      return [found.verdict, found.complete, ...found.findings.map((one) => one.rule)];
    };
    expect(verdict({ linear: 'yes' })).toEqual(['conditional', true, 'R-1']);
    expect(verdict({ linear: 'no' })).toEqual(['prohibited', true, 'R-2']);
    expect(verdict({})).toEqual(['manual-review', true, 'R-1']);
    expect(judge(facts, {}, pack).findings[0]).toMatchObject({
      missing: ['linear'],
      text: { zh: '占用“生态保护红线”，尚有决定结论的问题未回答：是否为线性工程？' },
    });
  });

  test('a layer it has no rule for is answered by nobody', () => {
    const more = factsOf({ hits: { 'scenic-area': 50 } });
    const found = judge(more, {}, pack);
    expect(found.findings.map((one) => [one.rule, one.line])).toEqual([['NO-RULE', 'scenic-area']]);
  });

  test('a pack that requires nothing is refused', () => {
    expect(() => judge(facts, {}, { ...pack, requires: [] })).toThrow(UserError);
  });
});

/** A change to the minimal pack, and what is said about it. */
const minimal = readFileSync(join(CASES, 'minimal-pack.yaml'), 'utf8');
const MISTAKES: [name: string, from: string, to: string, expected: Partial<PlacedMistake>][] = [
  [
    'a verdict that does not exist',
    'verdict: conditional',
    'verdict: allowed',
    { code: 'choice', line: 23, column: 14, value: 'allowed' },
  ],
  [
    'a layer kind that does not exist',
    'requires: [ecological-red-line]',
    'requires: [red-line]',
    { code: 'choice', line: 13, column: 12, value: 'red-line' },
  ],
  [
    'requires nothing',
    'requires: [ecological-red-line]',
    'requires: []',
    { code: 'empty', line: 13, column: 11 },
  ],
  [
    'requires left out',
    'requires: [ecological-red-line]\n',
    '',
    { code: 'missing', path: ['requires'] },
  ],
  ['an unknown field', 'region: "99"', 'regoin: "99"', { code: 'unknown-field', path: ['regoin'] }],
  [
    'a word no one can answer',
    '{ linear: yes }',
    '{ linear: maybe }',
    { code: 'choice', line: 22, value: 'maybe', choices: ['yes', 'no'] },
  ],
  [
    'a question that does not exist',
    '{ linear: yes }',
    '{ straight: yes }',
    { code: 'unknown-field', line: 22, choices: [...QUESTION_FIELDS] },
  ],
  [
    'a document that is not listed',
    'document: A, section: 第一条',
    'document: B, section: 第一条',
    { code: 'choice', line: 26, value: 'B', choices: ['A'] },
  ],
  ['an id used twice', 'id: R-2', 'id: R-1', { code: 'duplicate', line: 27, value: 'R-1' }],
  ['a draft that binds', 'force: in-force', 'force: draft', { code: 'force', line: 23 }],
  [
    'no spatial condition',
    'overlap: ecological-red-line, claim: { linear: yes }',
    'claim: { linear: yes }',
    { code: 'ground', line: 22 },
  ],
  [
    'two spatial conditions',
    'overlap: ecological-red-line, claim: { linear: yes }',
    'overlap: ecological-red-line, always: true',
    { code: 'ground', line: 22 },
  ],
  [
    'another line than the condition',
    'when: { overlap: ecological-red-line, claim: { linear: yes } }',
    'when: { overlap: scenic-area }',
    { code: 'line', line: 20 },
  ],
  [
    'a number where a word belongs',
    'version: "0.1"',
    'version: 0.1',
    { code: 'type', line: 4, column: 10, value: '0.1' },
  ],
];

describe('mistakes in a pack', () => {
  test.each(MISTAKES)('%s', (_, from, to, expected) => {
    const broken = minimal.replace(from, to);
    expect(broken).not.toBe(minimal);
    const error = failure(broken);
    expect(error.code).toBe('policy-schema');
    expect(error.detail).toContainEqual(expect.objectContaining(expected));
    const [first] = error.detail as PlacedMistake[];
    expect(error.params).toMatchObject({
      file: 'my.yaml',
      line: first!.line,
      column: first!.column,
    });
    const said = POLICY_ERROR_WORDS['policy-schema'](error.params);
    expect(said.zh).toMatch(/规则包 my.yaml 有 \d+ 处须改正：\n第 \d+ 行第 \d+ 列：/);
    expect(said.zh + said.en).not.toMatch(/undefined|null/);
  });

  test('YAML that cannot be read', () => {
    const error = failure('schema: "sanxian\nid: [');
    expect(error.code).toBe('policy-yaml');
    expect(error.params).toMatchObject({ file: 'my.yaml', line: expect.any(Number) });
  });

  test.each(['', 'just words', '- 1', PACK_TEXT.slice(0, 5000)])('no pack at all: %#', (text) => {
    expect(failure(text).code).toMatch(/^policy-/);
  });
});

function failure(text: string): UserError {
  try {
    loadPack(text, 'my.yaml');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the pack was accepted');
}
