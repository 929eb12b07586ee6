import type { Note } from '../domain/note.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { interiorsMeet } from '../geometry/interiors-meet.ts';
import { planeArea } from '../geometry/plane-area.ts';
import { pointWithin } from '../geometry/point-within.ts';
import { turfIntersection } from '../geometry/second-opinion.ts';
import {
  bboxesMeet,
  bboxOf,
  type FlatPolygons,
  type Position,
  toNested,
} from '../geometry/shapes.ts';
import { importNote } from './import-message.ts';

export interface PlacedParcel {
  readonly name: string;
  /** In the coordinates of the file, so that shared corners are shared to the last digit. */
  readonly shape: FlatPolygons;
}

/** Less than this is rounding of the intersection itself. */
const NOISE_M2 = 1e-4;

/**
 * A note for every pair of parcels that cover the same ground, with a place in it: the project's area is
 * their union.
 *
 * @param toLonLat null where the shapes are lon/lat already
 */
export function overlapNotes(
  parcels: readonly PlacedParcel[],
  toLonLat: ((x: number, y: number) => Position) | null,
  signal?: AbortSignal,
): Note[] {
  const boxes = parcels.map(({ shape }) => bboxOf(shape));
  const notes: Note[] = [];
  for (let i = 0; i < parcels.length; i++) {
    signal?.throwIfAborted();
    for (let j = i + 1; j < parcels.length; j++) {
      if (!bboxesMeet(boxes[i]!, boxes[j]!)) continue;
      const [a, b] = [parcels[i]!.shape, parcels[j]!.shape];
      if (!interiorsMeet(a, b)) continue;
      const common = turfIntersection(a, b);
      const areaM2 = toLonLat ? planeArea(common) : ellipsoidAreaM2(common);
      if (areaM2 <= NOISE_M2) continue;
      const params = { parcel: parcels[i]!.name, other: parcels[j]!.name, areaM2 };
      const within = pointWithin(toNested(common)[0]!);
      const at = within && toLonLat ? toLonLat(...within) : within;
      notes.push(importNote('note-parcels-overlap', 'warning', params, at ?? undefined));
    }
  }
  return notes;
}
