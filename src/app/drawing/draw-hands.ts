import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import { shiftBy, turnBy } from '../../geometry/edit/transform-rings.ts';
import type { Vertex } from '../../geometry/edit/vertex.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DrawSession } from './draw-session.ts';
import * as steps from './draw-steps.ts';
import { distanceOf, type Grip, gripAt, middlesOf, type PointerPlace, reachM } from './grips.ts';
import type { SnapDesk } from './snap-desk.ts';

/** How near a click must be to the first or last point to mean it, px. */
const CLOSE_PX = 8;

export type HandCursor = 'crosshair' | 'pointer' | 'move' | 'grab' | 'unset';

interface Drag {
  readonly grip: Grip;
  /** The board when it began: every move is counted from here. */
  readonly from: readonly EditParcel[];
  readonly start: Position;
  /** What may be snapped to meanwhile. */
  readonly others: readonly EditParcel[];
}

/** What the pointer does on the board. Gestures come from the map; nothing here knows of a screen. */
export class DrawHands {
  readonly #session: DrawSession;
  readonly #snap: SnapDesk;
  #drag: Drag | null = null;

  constructor(session: DrawSession, snap: SnapDesk) {
    this.#session = session;
    this.#snap = snap;
  }

  get isDragging(): boolean {
    return this.#drag !== null;
  }

  hover(place: PointerPlace): HandCursor {
    const { state, frame } = this.#session;
    if (state.tool === 'select') {
      const grip = gripAt(place, state.parcels, state.chosen, frame);
      if (!grip) return 'unset';
      if (grip.kind === 'parcel') return state.chosen.includes(grip.id) ? 'move' : 'pointer';
      return grip.kind === 'turn' ? 'grab' : 'pointer';
    }
    this.#point(place);
    return 'crosshair';
  }

  /** Resolves once what the click asked for is done. */
  async click(place: PointerPlace): Promise<void> {
    const session = this.#session;
    const { state, frame } = session;
    if (state.tool === 'select') {
      const grip = gripAt(place, state.parcels, state.chosen, frame);
      if (grip?.kind === 'vertex') session.chooseVertex(grip.ref);
      else if (grip?.kind === 'middle') this.#insertMiddle(grip.ref);
      else if (grip?.kind === 'parcel') session.choose([grip.id]);
      else if (!grip) session.choose([]);
      return;
    }
    const { draft } = state;
    const isNear = (vertex: Vertex | undefined) =>
      vertex !== undefined &&
      distanceOf(frame.toLonLat(vertex), place.at) <= reachM(place, CLOSE_PX);
    const closes = session.drawsRing && draft.length >= 3 && isNear(draft[0]);
    const ends = draft.length >= (session.drawsRing ? 3 : 2) && isNear(draft.at(-1));
    if (closes || ends) {
      await session.finishDraft();
      return;
    }
    if (isNear(draft.at(-1))) return;
    session.addPoint(this.#point(place));
  }

  /** Whether the drag is for the board; else the map takes it. */
  dragStart(place: PointerPlace): boolean {
    const { state, frame } = this.#session;
    if (state.tool !== 'select') return false;
    const grip = gripAt(place, state.parcels, state.chosen, frame);
    if (!grip || (grip.kind === 'parcel' && !state.chosen.includes(grip.id))) return false;
    const others = state.parcels.flatMap((parcel) =>
      grip.kind === 'vertex' || grip.kind === 'middle' ? withoutRing(parcel, grip.ref) : [],
    );
    this.#drag = { grip, from: state.parcels, start: place.at, others };
    return true;
  }

  drag(place: PointerPlace): void {
    const drag = this.#drag;
    if (!drag) return;
    const session = this.#session;
    const { frame } = session;
    const board = { ...session.state, parcels: drag.from };
    const { grip } = drag;
    if (grip.kind === 'vertex' || grip.kind === 'middle') {
      const snapped = place.free ? null : this.#snap.nearest(place.at, reachM(place), drag.others);
      const vertex = snapped?.vertex ?? frame.vertexAtLonLat(place.at);
      const step =
        grip.kind === 'vertex'
          ? steps.placeVertex(board, grip.ref, vertex)
          : steps.addVertex(board, grip.ref, vertex);
      session.preview(step);
      session.set({ snap: snapped?.mark ?? null });
      return;
    }
    const plane = frame.planeAt(drag.start);
    const [x0, y0] = plane.toPlane(frame.vertexAtLonLat(drag.start));
    const [x1, y1] = plane.toPlane(frame.vertexAtLonLat(place.at));
    session.preview(
      steps.moveChosen(board, frame, ([mx, my]) => {
        if (grip.kind === 'parcel') return shiftBy(x1 - x0, y1 - y0);
        const bearing = (x: number, y: number) => Math.atan2(x - mx, y - my);
        return turnBy([mx, my], ((bearing(x1, y1) - bearing(x0, y0)) * 180) / Math.PI);
      }),
    );
  }

  dragEnd(): void {
    if (!this.#drag) return;
    const moved = this.#session.state.parcels !== this.#drag.from;
    this.#drag = null;
    if (moved) this.#session.settle(null);
    else this.#session.set({ dragging: false });
  }

  /** Puts back what a drag under way has moved. */
  dragCancel(): boolean {
    if (!this.#drag) return false;
    const { from } = this.#drag;
    this.#drag = null;
    this.#session.settle(from);
    return true;
  }

  #insertMiddle(ref: Parameters<DrawSession['addVertex']>[0]): void {
    const session = this.#session;
    const own = session.state.parcels.filter(({ id }) => id === ref.parcel);
    const middle = middlesOf(own, session.frame).find(
      (one) => one.ref.ring === ref.ring && one.ref.at === ref.at,
    );
    if (middle) session.addVertex(ref, session.frame.vertexAtLonLat(middle.at));
  }

  #point(place: PointerPlace): Vertex {
    const session = this.#session;
    const { parcels } = session.state;
    const snapped = place.free ? null : this.#snap.nearest(place.at, reachM(place), parcels);
    const pointer = snapped?.vertex ?? session.frame.vertexAtLonLat(place.at);
    session.set({ pointer, snap: snapped?.mark ?? null });
    return pointer;
  }
}

/** A vertex does not snap to the ring it belongs to. */
function withoutRing(parcel: EditParcel, ref: { parcel: string; ring: number }): EditParcel[] {
  if (parcel.id !== ref.parcel) return [parcel];
  const rings = parcel.rings.filter((_, i) => i !== ref.ring);
  return rings.length > 0 ? [{ ...parcel, rings }] : [];
}
