import type { VertexRef } from '../../components/drawing-board.ts';
import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import { metresPerDegree } from '../../geometry/ellipsoid.ts';
import type { Position } from '../../geometry/shapes.ts';
import { covers } from './draw-steps.ts';

/** Where the pointer is, and how much ground a CSS pixel shows there. */
export interface PointerPlace {
  readonly at: Position;
  readonly metresPerPx: number;
  /** Held to set a point freely, without snapping. */
  readonly free: boolean;
  /** A finger covers more than a mouse points at. */
  readonly touch: boolean;
}

/** What lies under the pointer. */
export type Grip =
  | { readonly kind: 'vertex'; readonly ref: VertexRef }
  /** The middle of the edge that ends at `ref.at`: a new vertex goes there. */
  | { readonly kind: 'middle'; readonly ref: VertexRef }
  | { readonly kind: 'turn' }
  | { readonly kind: 'parcel'; readonly id: string };

const VERTEX_PX = 9;
const MIDDLE_PX = 8;
const TURN_PX = 12;
/** How far the handle for turning stands off the parcel. */
export const TURN_OFF_PX = 30;
/** Beyond this an edge's middle is not offered: too many, too near. */
export const MOST_MIDDLES = 500;

export function reachM({ metresPerPx, touch }: PointerPlace, px = VERTEX_PX): number {
  return metresPerPx * px * (touch ? 2 : 1);
}

export function distanceOf(a: Position, b: Position): number {
  const metres = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * metres.lon, (a[1] - b[1]) * metres.lat);
}

export function gripAt(
  place: PointerPlace,
  parcels: readonly EditParcel[],
  chosen: readonly string[],
  frame: DrawingFrame,
): Grip | null {
  const own = parcels.filter(({ id }) => chosen.includes(id));
  const vertex = nearestVertex(place, own, frame);
  if (vertex) return { kind: 'vertex', ref: vertex };
  const turn = turnHandle(own, frame, place.metresPerPx);
  if (turn && distanceOf(turn, place.at) <= reachM(place, TURN_PX)) return { kind: 'turn' };
  const middle = middlesOf(own, frame).find(
    ({ at }) => distanceOf(at, place.at) <= reachM(place, MIDDLE_PX),
  );
  if (middle) return { kind: 'middle', ref: middle.ref };
  const { x, y } = frame.vertexAtLonLat(place.at);
  const under = [...own, ...parcels].find(({ rings }) => covers(rings, [x, y]));
  return under ? { kind: 'parcel', id: under.id } : null;
}

function nearestVertex(
  place: PointerPlace,
  parcels: readonly EditParcel[],
  frame: DrawingFrame,
): VertexRef | null {
  let best: VertexRef | null = null;
  let least = reachM(place);
  for (const { id, rings } of parcels) {
    rings.forEach(({ vertices }, ring) => {
      vertices.forEach((vertex, at) => {
        const distance = distanceOf(frame.toLonLat(vertex), place.at);
        if (distance > least) return;
        least = distance;
        best = { parcel: id, ring, at };
      });
    });
  }
  return best;
}

export function middlesOf(
  parcels: readonly EditParcel[],
  frame: DrawingFrame,
): readonly { readonly ref: VertexRef; readonly at: Position }[] {
  const count = parcels.reduce(
    (sum, { rings }) => sum + rings.reduce((n, { vertices }) => n + vertices.length, 0),
    0,
  );
  if (count > MOST_MIDDLES) return [];
  return parcels.flatMap(({ id, rings }) =>
    rings.flatMap(({ vertices }, ring) =>
      vertices.map((vertex, i) => {
        const a = frame.toLonLat(vertex);
        const b = frame.toLonLat(vertices[(i + 1) % vertices.length]!);
        const at: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        return { ref: { parcel: id, ring, at: i + 1 }, at };
      }),
    ),
  );
}

/** Above the middle of the parcels' northern side; null where none is chosen. */
export function turnHandle(
  parcels: readonly EditParcel[],
  frame: DrawingFrame,
  metresPerPx: number,
): Position | null {
  let [west, east, north] = [Infinity, -Infinity, -Infinity];
  for (const ring of parcels.flatMap(({ rings }) => rings)) {
    for (const vertex of ring.vertices) {
      const [lon, lat] = frame.toLonLat(vertex);
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  if (west > east) return null;
  const off = (TURN_OFF_PX * metresPerPx) / metresPerDegree(north).lat;
  return [(west + east) / 2, north + off];
}
