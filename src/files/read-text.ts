import { ByteError } from '../bytes/byte-source.ts';
import { decodeText } from '../bytes/decode-text.ts';
import type { Note } from '../domain/note.ts';
import { importError, importNote } from './import-message.ts';

/** Text of a file and, where it is not UTF-8, a note about how it was read. */
export function readText(bytes: Uint8Array): { text: string; notes: Note[] } {
  try {
    const { text, encoding } = decodeText(bytes);
    const notes = encoding === 'UTF-8' ? [] : [importNote('note-encoding', 'info', { encoding })];
    return { text, notes };
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    throw importError('err-not-text', { ...error.params });
  }
}
