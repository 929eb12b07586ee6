import { UserError } from '../domain/user-error.ts';
import type { Language } from '../text/text.ts';

/** @throws UserError `cli-choice` */
export function readLanguage(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new UserError('cli-choice', { option: '--lang', value, choices: 'zh, en' });
}
