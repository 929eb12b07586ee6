import type { Note } from '../../domain/note.ts';
import type { AnyFeature } from '../flatgeobuf/read-features.ts';
import { importNote } from '../import-message.ts';
import { featureParcel } from './feature-parcel.ts';
import type { RawParcel } from './format.ts';
import type { FieldTitles } from './parcel-fields.ts';

/** Features as parcels; one that holds areas and lines becomes a parcel of each. */
export function flatParcels(
  features: readonly AnyFeature[],
  layer: string | null,
  titles: FieldTitles = {},
): { readonly parcels: RawParcel[]; readonly notes: Note[] } {
  let empty = 0;
  let heights = 0;
  const parcels = features.flatMap(({ shapes, hasHeights, properties }) => {
    if (shapes.length === 0) empty++;
    if (hasHeights) heights++;
    const attributes = Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]) => {
        const text = value === null ? '' : String(value).trim();
        return text === '' ? [] : [[name, text] as const];
      }),
    );
    return shapes.map((shape) => featureParcel({ ...shape, attributes }, layer, titles));
  });
  return { parcels, notes: featureNotes(empty, heights) };
}

/** What is left out of features, wherever they come from. */
export function featureNotes(empty: number, heights: number): Note[] {
  const notes: Note[] = [];
  if (empty > 0) notes.push(importNote('note-empty-geometry', 'warning', { count: empty }));
  if (heights > 0) notes.push(importNote('note-feature-heights', 'info', { count: heights }));
  return notes;
}
