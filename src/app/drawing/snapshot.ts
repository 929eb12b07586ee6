import type { Project } from '../../domain/project.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import type { Text } from '../../text/text.ts';

/** Everything that undo brings back: what is open, and what lies on the drawing board. */
export interface Snapshot {
  readonly projects: readonly Project[];
  readonly noteTexts: readonly (readonly Text[])[];
  readonly index: number;
  /** null: nothing is being drawn. */
  readonly parcels: readonly EditParcel[] | null;
}

/** A vertex with its digits, names and object headers, about. */
const VERTEX_BYTES = 200;
const SLOT_BYTES = 8;

/** About how much memory a state takes beyond what it shares with the one before. */
export function snapshotBytes(state: Snapshot, before: Snapshot | null): number {
  const known = new Set<object>();
  for (const project of before?.projects ?? []) for (const one of project.parcels) known.add(one);
  for (const { rings } of before?.parcels ?? []) {
    for (const ring of rings) {
      known.add(ring);
      for (const vertex of ring.vertices) known.add(vertex);
    }
  }
  let bytes = 0;
  for (const { parcels } of state.projects) {
    for (const parcel of parcels) {
      if (known.has(parcel)) continue;
      const given = parcel.given.reduce((sum, { points }) => sum + points.length, 0);
      bytes += parcel.polygons.xy.byteLength + VERTEX_BYTES * given;
    }
  }
  for (const { rings } of state.parcels ?? []) {
    for (const ring of rings) {
      if (known.has(ring)) continue;
      const fresh = ring.vertices.filter((vertex) => !known.has(vertex)).length;
      bytes += SLOT_BYTES * ring.vertices.length + VERTEX_BYTES * fresh;
    }
  }
  return bytes;
}
