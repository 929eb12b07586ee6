import type { FieldChoice, ImportAnswers } from '../domain/import-answers.ts';
import type { InputFile } from '../files/open-project.ts';
import type { Text } from '../text/text.ts';

/** A file that was read, with what was said about it: kept to read it again with another answer. */
export interface ReadFile {
  readonly file: InputFile;
  readonly answers: ImportAnswers;
  readonly fields: readonly FieldChoice[];
}

/** A file that could not be read, or that was given up. It stays in the list with its sentence. */
export interface RefusedFile {
  readonly name: string;
  readonly text: Text;
  /** Where the defects lie, lon/lat. */
  readonly places: readonly (readonly [number, number])[];
}

/** Places in the detail of an error: one, or one of each defect. */
export function placesOf(detail: unknown): (readonly [number, number])[] {
  if (Array.isArray(detail)) return detail.flatMap(placesOf);
  if (typeof detail !== 'object' || detail === null) return [];
  const { at, defects } = detail as { at?: unknown; defects?: unknown };
  const own = isPlace(at) ? [at] : [];
  return [...own, ...(Array.isArray(defects) ? defects.flatMap(placesOf) : [])];
}

function isPlace(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
