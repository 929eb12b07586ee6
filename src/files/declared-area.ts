import type { Note } from '../domain/note.ts';
import { M2_PER_HECTARE, M2_PER_MU } from '../units/area.ts';
import { importNote } from './import-message.ts';

const UNITS = [
  { unit: 'm2', m2: 1 },
  { unit: 'ha', m2: M2_PER_HECTARE },
  { unit: 'mu', m2: M2_PER_MU },
] as const;

/** A declared number further off than this factor fits no unit. */
const FIT = 1.5;

/**
 * The declared area in m²: files write hectares, square metres or mu without saying which, so the unit
 * is the one that comes near the computed area. Null, with a note, when none does. A difference beyond
 * max(1 m², 0.1 %) is noted.
 */
export function declaredAreaM2(
  declared: number | null,
  computedM2: number,
  parcel: string,
): { areaM2: number | null; notes: Note[] } {
  if (declared === null || declared <= 0) return { areaM2: null, notes: [] };
  const off = (m2: number) => Math.abs(Math.log((declared * m2) / computedM2));
  const nearest = UNITS.reduce((best, unit) => (off(unit.m2) < off(best.m2) ? unit : best));
  const params = { parcel, declared, computedM2 };
  if (off(nearest.m2) > Math.log(FIT)) {
    return { areaM2: null, notes: [importNote('note-declared-unclear', 'warning', params)] };
  }
  const areaM2 = declared * nearest.m2;
  // What is written with four decimals of a hectare cannot be nearer than half a square metre.
  const differs = Math.abs(areaM2 - computedM2) > Math.max(1, computedM2 * 0.001);
  const notes = differs
    ? [importNote('note-declared-differs', 'warning', { ...params, areaM2, unit: nearest.unit })]
    : [];
  return { areaM2, notes };
}
