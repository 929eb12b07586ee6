import { expect, it } from 'vitest';
import type { Text } from '../../src/text/text.ts';
import { LATER_WORDS } from '../../src/text/words/later.ts';
import { QUESTION_WORDS } from '../../src/text/words/questions.ts';
import { say, UI_WORDS } from '../../src/text/words/ui.ts';

const words: Readonly<Record<string, Text>> = { ...UI_WORDS, ...LATER_WORDS };
const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it('says the same values in both languages', () => {
  for (const [key, { zh, en }] of Object.entries(words)) {
    if (zh === '') continue;
    expect([key, values(zh)]).toEqual([key, values(en)]);
  }
});

it('keeps to the tone of an office: no exclamation marks, no 合法 or 违法', () => {
  const all: readonly Text[] = [
    ...Object.values(words),
    ...Object.values(QUESTION_WORDS).flatMap(({ label, question }) => [label, question]),
  ];
  for (const { zh, en } of all) {
    expect(`${zh} ${en}`).not.toMatch(/[!！]|合法|违法|恭喜/);
  }
});

it('fills values in and leaves a missing one visible', () => {
  expect(say('running', 'zh', { layer: '绿线', i: 1, n: 9 })).toBe(
    '正在核查：绿线（第 1 / 9 个图层）',
  );
  expect(say('gap.part', 'en')).toBe('Covers {p} % of the site');
});
