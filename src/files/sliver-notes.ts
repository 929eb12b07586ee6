import type { Note } from '../domain/note.ts';
import { ellipsoidAreaM2, lengthM } from '../geometry/ellipsoid.ts';
import { type MultiPolygon, toFlat } from '../geometry/shapes.ts';
import { roundM, roundM2 } from '../units/round.ts';
import { importNote } from './import-message.ts';

/** Narrower on average than boundaries are accurate: hardly a plot, whatever its length. */
const SLIVER_WIDTH_M = 0.5;
const SLIVER_AREA_M2 = 1;

/**
 * A note for each polygon (lon/lat) of a parcel that is a sliver, with its place; twice its area over its
 * perimeter is its mean width.
 */
export function sliverNotes(polygons: MultiPolygon, parcel: string): Note[] {
  return polygons.flatMap((polygon, i) => {
    const flat = toFlat([polygon]);
    const areaM2 = ellipsoidAreaM2(flat);
    const widthM = (2 * areaM2) / lengthM(flat);
    if (widthM >= SLIVER_WIDTH_M && areaM2 >= SLIVER_AREA_M2) return [];
    const at = polygon[0]![0]!;
    const measured = { areaM2: roundM2(areaM2), widthM: roundM(widthM) };
    const params = { parcel, part: i + 1, ...measured, lon: at[0], lat: at[1] };
    return [importNote('note-sliver', 'warning', params, at)];
  });
}
