import type { Note, Severity } from '../domain/note.ts';
import { type MessageParams, UserError } from '../domain/user-error.ts';
import type { ImportCode } from '../text/words/import.ts';

/** An error with a sentence: a code without words does not compile. */
export function importError(
  code: ImportCode,
  params: MessageParams = {},
  detail: unknown = null,
): UserError {
  return new UserError(code, params, detail);
}

export function importNote(
  code: ImportCode,
  severity: Severity,
  params: MessageParams = {},
  at?: readonly [number, number],
): Note {
  return { code, severity, params, ...(at && { at }) };
}
