import type { VertexRef } from '../../components/drawing-board.ts';
import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import { type EditParcel, withRings } from '../../files/drawing/edit-parcel.ts';
import type { Clipper } from '../../geometry/clip.ts';
import {
  insertVertex,
  moveVertex,
  removeVertex,
  ringOf,
} from '../../geometry/edit/change-vertices.ts';
import { corridorOf } from '../../geometry/edit/corridor.ts';
import { draftCrossings, editDefects } from '../../geometry/edit/edit-defects.ts';
import { mergeOutlines } from '../../geometry/edit/merge-outlines.ts';
import { splitOutline } from '../../geometry/edit/split-outline.ts';
import { type Motion, middleOf, moveRings } from '../../geometry/edit/transform-rings.ts';
import { type EditRing, positionsOf, type Vertex } from '../../geometry/edit/vertex.ts';
import { nestRings } from '../../geometry/nesting.ts';
import { pointInRing } from '../../geometry/point-in-ring.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DrawingWord } from '../../text/words/drawing.ts';
import { type DrawState, freeId, parcelOf, replaced } from './draw-state.ts';
import '../../text/words/later.ts';

/** What became of a step: other parcels, with what is then chosen, or why nothing became of it. */
export type Step =
  | {
      readonly parcels: readonly EditParcel[];
      readonly chosen: readonly string[];
      readonly vertex?: VertexRef | null;
    }
  | { readonly problem: DrawingWord };

/** The drawn ring as a new parcel. */
export function addParcel(state: DrawState): Step {
  const ring = drawnRing(state);
  if ('problem' in ring) return ring;
  return withNew(state, [ring]);
}

/** The drawn ring as a further part of the chosen parcel. */
export function addPart(state: DrawState): Step {
  const ring = drawnRing(state);
  if ('problem' in ring) return ring;
  const parcel = parcelOf(state, state.chosen[0] ?? '');
  return parcel ? withAdded(state, parcel, ring) : { problem: 'draw.problem.choose' };
}

/** The drawn ring as a hole of the parcel it lies in. */
export function addHole(state: DrawState): Step {
  const ring = drawnRing(state);
  if ('problem' in ring) return ring;
  const { x, y } = ring.vertices[0]!;
  const parcel = state.parcels.find(({ rings }) => covers(rings, [x, y]));
  return parcel ? withAdded(state, parcel, ring) : { problem: 'draw.problem.hole' };
}

/** The strip along the drawn line as a new parcel. */
export function addCorridor(state: DrawState, frame: DrawingFrame, clipper: Clipper): Step {
  const [first] = state.draft;
  if (!first) return { problem: 'draw.problem.short' };
  const plane = frame.planeAt(frame.toLonLat(first));
  const rings = corridorOf(state.draft, state.corridor, plane, clipper);
  return rings ? withNew(state, rings) : { problem: 'draw.problem.short' };
}

/** Cuts along the drawn line: the chosen parcels, or all that it crosses where none is chosen. */
export function splitParcels(state: DrawState, frame: DrawingFrame): Step {
  if (draftCrossings(placesOf(state.draft), false).length > 0) {
    return { problem: 'draw.problem.cross' };
  }
  let { parcels } = state;
  let why: DrawingWord = 'draw.problem.split';
  const parts: string[] = [];
  const options = { near: frame.near, vertexAt: frame.vertexAt };
  for (const parcel of state.parcels) {
    if (state.chosen.length > 0 && !state.chosen.includes(parcel.id)) continue;
    const polygons = polygonsOf(parcel.rings);
    const cuts = polygons.map((rings) => splitOutline(rings, state.draft, options));
    if (cuts.some((cut) => !cut.ok && cut.why === 'hole')) why = 'draw.problem.split-hole';
    if (!cuts.some(({ ok }) => ok)) continue;
    const pieces = cuts.flatMap((cut, i) => (cut.ok ? cut.parts : [polygons[i]!]));
    let made: readonly EditParcel[] = [];
    for (const rings of pieces) {
      const id = made.length === 0 ? parcel.id : freeId([...parcels, ...made]);
      const name = made.length === 0 ? parcel.name : nameOf(id);
      made = [...made, { ...withRings(parcel, rings), id, name }];
    }
    parcels = replaced(parcels, parcel.id, made);
    parts.push(...made.map(({ id }) => id));
  }
  return parts.length > 0 ? { parcels, chosen: parts } : { problem: why };
}

/** The chosen parcels as one, with the number and name of the first. */
export function mergeParcels(state: DrawState, frame: DrawingFrame, clipper: Clipper): Step {
  const chosen = state.parcels.filter(({ id }) => state.chosen.includes(id));
  const [first, ...others] = chosen;
  if (!first || others.length === 0) return { problem: 'draw.problem.merge' };
  const rings = mergeOutlines(
    chosen.map((parcel) => parcel.rings),
    clipper,
    frame.vertexAt,
  );
  const gone = new Set(others.map(({ id }) => id));
  const parcels = replaced(
    state.parcels.filter(({ id }) => !gone.has(id)),
    first.id,
    [withRings(first, rings)],
  );
  return { parcels, chosen: [first.id] };
}

/** The chosen parcels after a motion in the plane around the middle of them. */
export function moveChosen(
  state: DrawState,
  frame: DrawingFrame,
  motionAround: (middle: Position) => Motion,
): Step {
  const chosen = state.parcels.filter(({ id }) => state.chosen.includes(id));
  const first = chosen[0]?.rings[0]?.vertices[0];
  if (!first) return { problem: 'draw.problem.choose' };
  const plane = frame.planeAt(frame.toLonLat(first));
  const rings = chosen.flatMap((parcel) => parcel.rings);
  const motion = motionAround(middleOf(rings, plane));
  const parcels = state.parcels.map((parcel) =>
    state.chosen.includes(parcel.id)
      ? withRings(parcel, moveRings(parcel.rings, plane, motion))
      : parcel,
  );
  return { parcels, chosen: state.chosen, vertex: state.vertex };
}

export function changeRing(
  { parcels, chosen }: Pick<DrawState, 'parcels' | 'chosen'>,
  { parcel: id, ring }: Pick<VertexRef, 'parcel' | 'ring'>,
  change: (ring: EditRing) => EditRing | null,
): Step {
  const parcel = parcels.find((one) => one.id === id);
  const before = parcel?.rings[ring];
  if (!parcel || !before) return { problem: 'draw.problem.choose' };
  const after = change(before);
  if (!after) return { problem: 'draw.problem.three' };
  if (after === before) return { parcels, chosen };
  const changed = withRings(parcel, parcel.rings.with(ring, after));
  return { parcels: replaced(parcels, id, [changed]), chosen };
}

export function placeVertex(state: DrawState, ref: VertexRef, vertex: Vertex): Step {
  return { ...changeRing(state, ref, (ring) => moveVertex(ring, ref.at, vertex)), vertex: ref };
}

/** Before the vertex that is named. */
export function addVertex(state: DrawState, ref: VertexRef, vertex: Vertex): Step {
  return { ...changeRing(state, ref, (ring) => insertVertex(ring, ref.at, vertex)), vertex: ref };
}

export function dropVertex(state: DrawState, ref: VertexRef): Step {
  const step = changeRing(state, ref, (ring) => removeVertex(ring, ref.at));
  return 'problem' in step ? step : { ...step, vertex: null };
}

export function dropRing(state: DrawState, id: string, ring: number): Step {
  const parcel = parcelOf(state, id);
  if (!parcel) return { problem: 'draw.problem.choose' };
  const rings = parcel.rings.toSpliced(ring, 1);
  const by = rings.length > 0 ? [withRings(parcel, rings)] : [];
  const chosen = by.length > 0 ? state.chosen : state.chosen.filter((one) => one !== id);
  return { parcels: replaced(state.parcels, id, by), chosen, vertex: null };
}

export function dropParcels(state: DrawState, ids: readonly string[]): Step {
  const parcels = state.parcels.filter(({ id }) => !ids.includes(id));
  return { parcels, chosen: [], vertex: null };
}

export function placesOf(points: readonly Vertex[]): readonly Position[] {
  return points.map(({ x, y }): Position => [x, y]);
}

/** Whether a place in the project's coordinates lies in what the rings cover, by even-odd. */
export function covers(rings: readonly EditRing[], [x, y]: Position): boolean {
  return (
    rings.filter((ring) => pointInRing(x, y, positionsOf(ring)) !== 'outside').length % 2 === 1
  );
}

/** The rings of each polygon, shell first: the same objects. */
function polygonsOf(rings: readonly EditRing[]): readonly (readonly EditRing[])[] {
  const byPositions = new Map(rings.map((ring) => [positionsOf(ring), ring]));
  return nestRings(rings.map(positionsOf)).polygons.map((polygon) =>
    polygon.map((positions) => byPositions.get(positions)!),
  );
}

function drawnRing({ draft }: DrawState): EditRing | { readonly problem: DrawingWord } {
  const ring = ringOf(draft);
  if (!ring) return { problem: 'draw.problem.three' };
  return editDefects([ring]).length > 0 ? { problem: 'draw.problem.cross' } : ring;
}

function withNew({ parcels }: DrawState, rings: readonly EditRing[]): Step {
  const id = freeId(parcels);
  const parcel = { id, name: nameOf(id), purpose: null, rings, source: null };
  return { parcels: [...parcels, parcel], chosen: [id], vertex: null };
}

function withAdded({ parcels }: DrawState, parcel: EditParcel, ring: EditRing): Step {
  const rings = [...parcel.rings, ring];
  if (editDefects(rings).length > 0) return { problem: 'draw.problem.rings' };
  const by = [withRings(parcel, rings)];
  return { parcels: replaced(parcels, parcel.id, by), chosen: [parcel.id], vertex: null };
}

/** As importers name parcels without a name. */
function nameOf(id: string): string {
  return `地块${id}`;
}
