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
  readonly defects: readonly Defect[];
}

/** One defect of a file, with its sentence where there are several, and its place where it has one. */
export interface Defect {
  readonly text: Text | null;
  /** lon/lat */
  readonly at: readonly [number, number] | null;
}

/** What the detail of an error says of defects: a place alone, or all of them. */
export function defectsIn(detail: unknown): Defect[] {
  if (typeof detail !== 'object' || detail === null) return [];
  const { at, text, defects } = detail as { at?: unknown; text?: unknown; defects?: unknown };
  if (Array.isArray(defects)) return defects.flatMap(defectsIn);
  const words = typeof text === 'object' && text !== null ? (text as Text) : null;
  return isPlace(at) || words ? [{ text: words, at: isPlace(at) ? at : null }] : [];
}

function isPlace(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
