import { unsafeCSS } from 'lit';
import type { Theme, ThemeChoice } from '../components/choices.ts';
import tokens from '../components/tokens.css?inline';
import type { Language } from '../text/text.ts';

/** Tokens name the theme of a host `theme`; there it is the choice, here what it comes to. */
export const HOST_TOKENS = unsafeCSS(tokens.replaceAll(':host([theme=', ':host([data-theme='));

/** What a choice comes to on this machine, now. */
export function themeNow(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Tells when the system turns light or dark, until the result is called. */
export function watchScheme(onChange: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
}

/** `lang` as pages write it: zh-CN, en-GB. */
export const languageAttribute = {
  fromAttribute: (value: string | null): Language => (value?.startsWith('en') ? 'en' : 'zh'),
  toAttribute: (value: Language): string => value,
};
