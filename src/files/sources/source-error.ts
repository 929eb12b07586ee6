import { ByteError } from '../../bytes/byte-source.ts';
import type { Note, Severity } from '../../domain/note.ts';
import { type MessageParams, UserError } from '../../domain/user-error.ts';
import type { SourceCode } from '../../text/words/sources.ts';
import { FlatGeobufError } from '../flatgeobuf/flatgeobuf-error.ts';

/** An error with a sentence: a code without words does not compile. */
export function sourceError(code: SourceCode, params: MessageParams, detail: unknown = null) {
  return new UserError(code, params, detail);
}

export function sourceNote(code: SourceCode, severity: Severity, params: MessageParams): Note {
  return { code, severity, params };
}

/** What went wrong with the bytes of a source, as the user is told it; anything else as it is. */
export function asSourceError(file: string, error: unknown): unknown {
  if (error instanceof FlatGeobufError) {
    const what = Object.entries(error.params).map(([name, value]) => `${name} ${value}`);
    return sourceError('source-damaged', { file, what: [error.code, ...what].join(', ') });
  }
  if (error instanceof ByteError) {
    const reason = String(error.params.reason ?? error.code);
    return sourceError('source-unreadable', { file, reason });
  }
  return error;
}
