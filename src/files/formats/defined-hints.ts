import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import { importError } from '../import-message.ts';

/**
 * What the definition in a file says of its coordinates. A system that is none of ours is not passed over
 * as if nothing stood there: only a person who names another goes past it.
 */
export function hintsOfDefinition(
  defined: DefinedCrs | null,
  answers: ImportAnswers,
): CoordinateHints {
  if (defined === null) return NO_HINTS;
  if (defined.hints !== null) return defined.hints;
  if (answers.crs !== undefined) return NO_HINTS;
  throw importError('err-crs-name', { name: defined.name.slice(0, 80) });
}
