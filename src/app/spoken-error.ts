import { type MessageParams, UserError } from '../domain/user-error.ts';
import type { Language, Text } from '../text/text.ts';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';

/** A UserError that came over from the worker together with its sentence. */
export class SpokenError extends UserError {
  readonly text: Text;

  constructor(code: string, params: MessageParams, detail: unknown, text: Text) {
    super(code, params, detail);
    this.text = text;
  }
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

/** The sentence of a failure; our own bugs are said as such. */
export function textOf(cause: unknown): Text {
  if (cause instanceof SpokenError) return cause.text;
  const message = cause instanceof Error ? cause.message : String(cause);
  return worded('err.unexpected', { message });
}

/** A sentence in both languages, for what may be read after the language was switched. */
export function worded(
  word: UiWord,
  params: WordParams | ((language: Language) => WordParams) = {},
): Text {
  const given = (language: Language) => (typeof params === 'function' ? params(language) : params);
  return { zh: say(word, 'zh', given('zh')), en: say(word, 'en', given('en')) };
}
