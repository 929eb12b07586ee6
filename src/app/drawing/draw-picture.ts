import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import { draftCrossings } from '../../geometry/edit/edit-defects.ts';
import { type FlatPolygons, type Position, toFlat } from '../../geometry/shapes.ts';
import type { DrawingPicture } from '../../map/drawing/drawing-picture.ts';
import { type DrawState, RING_TOOLS } from './draw-state.ts';
import { placesOf } from './draw-steps.ts';
import { middlesOf, turnHandle } from './grips.ts';
import type { MeasureDesk } from './measured.ts';

/** More handles than this in one view hide what they stand for; they are still under the pointer. */
const MOST_HANDLES = 5000;

/** What the map shows of the board. */
export function drawPicture(
  state: DrawState,
  frame: DrawingFrame,
  measured: MeasureDesk,
  metresPerPx: number,
  pieces: readonly FlatPolygons[],
): DrawingPicture {
  const { parcels, tool, draft, pointer, snap, chosen, vertex, dragging } = state;
  const isEditing = tool === 'select';
  const own = isEditing ? parcels.filter(({ id }) => chosen.includes(id)) : [];
  const points = pointer ? [...draft, pointer] : draft;
  const course = frame.pathOf(placesOf(points));
  return {
    parcels: parcels.map((parcel) => ({
      id: parcel.id,
      polygons:
        measured.of(parcel).polygons ?? toFlat(parcel.rings.map((ring) => [frame.courseOf(ring)])),
      chosen: chosen.includes(parcel.id),
    })),
    draft: draft.length > 0 ? { path: course, closing: RING_TOOLS.has(tool) } : null,
    vertices: [
      ...own
        .flatMap(({ id, rings }) =>
          rings.flatMap(({ vertices }, ring) =>
            vertices.map((one, at) => ({
              at: frame.toLonLat(one),
              chosen: vertex?.parcel === id && vertex.ring === ring && vertex.at === at,
            })),
          ),
        )
        .slice(0, MOST_HANDLES),
      ...draft.map((one, i) => ({ at: frame.toLonLat(one), chosen: i === draft.length - 1 })),
    ],
    middles: dragging ? [] : middlesOf(own, frame).map(({ at }) => at),
    turn: dragging ? null : turnHandle(own, frame, metresPerPx),
    snap,
    defects: [
      ...parcels.flatMap((parcel) => measured.of(parcel).defects),
      ...crossings(state, frame),
    ],
    pieces,
  };
}

/** Where the line in hand crosses itself; its closing edge counts once the pointer is off the map. */
export function crossings(
  { tool, draft, pointer }: DrawState,
  frame: DrawingFrame,
): readonly Position[] {
  const points = placesOf(pointer ? [...draft, pointer] : draft);
  const isClosed = RING_TOOLS.has(tool) && points.length > 3;
  return draftCrossings(dropRepeats(points), isClosed).map(([x, y]) =>
    frame.toLonLat(frame.vertexAt(x, y)),
  );
}

/** The pointer rests on the last point, or on the first to close. */
function dropRepeats(points: readonly Position[]): readonly Position[] {
  const same = (a: Position | undefined, b: Position | undefined) =>
    a !== undefined && a[0] === b?.[0] && a[1] === b[1];
  const out = points.filter((at, i) => i === 0 || !same(at, points[i - 1]));
  return out.length > 1 && same(out[0], out.at(-1)) ? out.slice(0, -1) : out;
}
