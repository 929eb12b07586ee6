import type { UserError } from '../domain/user-error.ts';
import { wordsFor } from '../job/words.ts';
import type { Text } from '../text/text.ts';
import { CLI_WORDS } from '../text/words/cli.ts';

/** The sentence of a failure in both languages. */
export function sentenceFor({ code, params }: UserError): Text {
  if (Object.hasOwn(CLI_WORDS, code)) return CLI_WORDS[code as keyof typeof CLI_WORDS](params);
  const { zh, en, file, line, column } = params;
  if (typeof zh === 'string' && typeof en === 'string') {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return { zh: `${place} ${zh}`.trim(), en: `${place} ${en}`.trim() };
  }
  return wordsFor(code, params);
}
