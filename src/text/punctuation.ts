import type { Language } from './text.ts';

/** （…） or ` (…)`, to follow a word. */
export const inBrackets = (text: string, lang: Language): string =>
  lang === 'zh' ? `（${text}）` : ` (${text})`;

/** a、b or a, b */
export const listed = (items: readonly string[], lang: Language): string =>
  items.join(lang === 'zh' ? '、' : ', ');

/** a；b or a; b */
export const clauses = (items: readonly string[], lang: Language): string =>
  items.join(lang === 'zh' ? '；' : '; ');
