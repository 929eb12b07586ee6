import type { Note } from '../domain/note.ts';
import { UserError } from '../domain/user-error.ts';

/** Notes are of severity `error`, each with its sentence and, where one can be named, its place. */
interface DefectsDetail {
  readonly at: readonly [number, number] | null;
  readonly defects: readonly Note[];
}

/** An error that says its first defect and carries them all. */
export function errorOfDefects(defects: readonly Note[]): UserError {
  const [first] = defects;
  if (!first) throw new Error('no defect');
  const detail: DefectsDetail = { at: first.at ?? null, defects };
  return new UserError(first.code, first.params, detail);
}

/** Every defect that an import failed for, with places for the map; empty for other failures. */
export function defectsOf(cause: unknown): readonly Note[] {
  if (!(cause instanceof UserError)) return [];
  const { detail } = cause;
  const isDefects = typeof detail === 'object' && detail !== null && 'defects' in detail;
  return isDefects ? (detail as DefectsDetail).defects : [];
}
