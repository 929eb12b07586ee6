import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';

/**
 * What the definition in a file says of its coordinates. A system that is none of ours is not passed over
 * as if nothing stood there: metres become a question, since nothing tells their datum, and degrees are
 * refused unless a person names their system.
 */
export function hintsOfDefinition(
  file: string,
  defined: DefinedCrs | null,
  answers: ImportAnswers,
): { readonly hints: CoordinateHints; readonly notes: Note[] } {
  if (defined === null) return { hints: NO_HINTS, notes: [] };
  if (defined.hints !== null) return { hints: defined.hints, notes: [] };
  const name = defined.name.slice(0, 80);
  if (answers.crs === undefined && !defined.isPlane) throw importError('err-crs-name', { name });
  return { hints: NO_HINTS, notes: [importNote('note-crs-not-known', 'warning', { file, name })] };
}
