import type { Note } from '../domain/note.ts';
import type { RawParcel } from './formats/format.ts';
import { importNote } from './import-message.ts';

/** A project of more points than this is opened, and said to be slow. */
const MANY_VERTICES = 1_000_000;

export function sizeNotes(vertices: number): Note[] {
  return vertices > MANY_VERTICES
    ? [importNote('note-many-vertices', 'warning', { vertices })]
    : [];
}

/** Numbers of the file where they tell parcels apart; a second of the same number gets "-2". */
export function uniqueIds(parcels: readonly RawParcel[], notes: Note[]): string[] {
  const seen = new Set<string>();
  return parcels.map((parcel, i) => {
    const wanted = (parcel.id ?? String(i + 1)).normalize('NFC');
    let id = wanted;
    for (let n = 2; seen.has(id); n++) id = `${wanted}-${n}`;
    seen.add(id);
    if (id !== wanted && parcel.id !== null) {
      notes.push(importNote('note-duplicate-id', 'warning', { id: wanted, given: id }));
    }
    return id;
  });
}
