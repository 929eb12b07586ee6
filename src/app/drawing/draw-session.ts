import type { Tool, VertexRef } from '../../components/drawing-board.ts';
import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import type { Clipper } from '../../geometry/clip.ts';
import type { CorridorShape } from '../../geometry/edit/corridor.ts';
import type { Edge } from '../../geometry/edit/next-point.ts';
import { shiftBy, turnBy } from '../../geometry/edit/transform-rings.ts';
import { isSameVertex, type Vertex } from '../../geometry/edit/vertex.ts';
import { type DrawState, LINE_TOOLS, RING_TOOLS, startState } from './draw-state.ts';
import type { Step } from './draw-steps.ts';
import * as steps from './draw-steps.ts';
import '../../text/words/later.ts';

export interface SessionHost {
  /** Something is different; `shape` where it is what would be measured. */
  changed(state: DrawState): void;
  /** A step that undo takes back. */
  record(parcels: readonly EditParcel[]): void;
  clipper(): Promise<Clipper>;
}

/** The drawing board and everything that can be done on it, by pointer, key or list alike. */
export class DrawSession {
  readonly frame: DrawingFrame;
  readonly #host: SessionHost;
  #state: DrawState;
  /** Points of the draft that were taken back, the last one first. */
  #taken: readonly Vertex[] = [];

  constructor(frame: DrawingFrame, parcels: readonly EditParcel[], host: SessionHost) {
    this.frame = frame;
    this.#host = host;
    this.#state = startState(parcels);
  }

  get state(): DrawState {
    return this.#state;
  }

  set(change: Partial<DrawState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.changed(this.#state);
  }

  /** Another tool; what was begun with the one before is dropped. */
  setTool(tool: Tool): void {
    this.#taken = [];
    const drop = { draft: [], pointer: null, snap: null, vertex: null, problem: null };
    // A part, or a cut, is of one parcel: the only one is meant.
    const only = this.#state.parcels.length === 1 ? [this.#state.parcels[0]!.id] : null;
    this.set({ tool, ...drop, ...(only && { chosen: only }) });
  }

  setCorridor(corridor: CorridorShape): void {
    this.set({ corridor });
  }

  choose(chosen: readonly string[]): void {
    this.set({ chosen, vertex: null, problem: null });
  }

  chooseVertex(vertex: VertexRef | null): void {
    const { chosen } = this.#state;
    const shown = vertex && !chosen.includes(vertex.parcel) ? [vertex.parcel] : chosen;
    this.set({ vertex, chosen: shown });
  }

  // ---- the draft -----------------------------------------------------------------------------

  /** Sets a point; the same place twice is one point. */
  addPoint(vertex: Vertex): void {
    const { tool, draft } = this.#state;
    if (tool === 'select') return;
    const last = draft.at(-1);
    if (last && isSameVertex(last, vertex)) return;
    this.#taken = [];
    this.set({ draft: [...draft, vertex], problem: null });
  }

  /** The next point by length and bearing from the last one. */
  addEdge(edge: Edge): void {
    const last = this.#state.draft.at(-1);
    if (!last) this.set({ problem: 'draw.problem.start' });
    else this.addPoint(this.frame.vertexAlong(last, edge));
  }

  /** Makes of the draft what the tool is for. Resolves to whether it could be done. */
  async finishDraft(): Promise<boolean> {
    const { frame } = this;
    const state = this.#state;
    const { tool } = state;
    const clipper = tool === 'corridor' ? await this.#host.clipper() : null;
    if (this.#state !== state && clipper) return false;
    const step = ((): Step => {
      switch (tool) {
        case 'polygon':
          return steps.addParcel(state);
        case 'part':
          return steps.addPart(state);
        case 'hole':
          return steps.addHole(state);
        case 'corridor':
          return steps.addCorridor(state, frame, clipper!);
        case 'split':
          return steps.splitParcels(state, frame);
        default:
          return state;
      }
    })();
    if (!this.#take(step)) return false;
    this.#taken = [];
    this.set({ tool: 'select', draft: [], pointer: null, snap: null });
    return true;
  }

  /** Drops the draft; without one the choice. Returns whether there was anything to drop. */
  cancel(): boolean {
    const { draft, tool, chosen, vertex } = this.#state;
    this.#taken = [];
    if (draft.length > 0) this.set({ draft: [], pointer: null, snap: null, problem: null });
    else if (tool !== 'select') this.setTool('select');
    else if (vertex) this.set({ vertex: null });
    else if (chosen.length > 0 && this.#state.parcels.length > 1) this.set({ chosen: [] });
    else return false;
    return true;
  }

  /** Takes the last point of the draft back; false where there is none. */
  undoPoint(): boolean {
    const { draft } = this.#state;
    const last = draft.at(-1);
    if (!last) return false;
    this.#taken = [last, ...this.#taken];
    this.set({ draft: draft.slice(0, -1), problem: null });
    return true;
  }

  redoPoint(): boolean {
    const [next, ...rest] = this.#taken;
    if (!next) return false;
    this.#taken = rest;
    this.set({ draft: [...this.#state.draft, next], problem: null });
    return true;
  }

  get canUndoPoint(): boolean {
    return this.#state.draft.length > 0;
  }

  get canRedoPoint(): boolean {
    return this.#taken.length > 0;
  }

  get drawsRing(): boolean {
    return RING_TOOLS.has(this.#state.tool);
  }

  get drawsLine(): boolean {
    return LINE_TOOLS.has(this.#state.tool);
  }

  // ---- what stands ---------------------------------------------------------------------------

  placeVertex(ref: VertexRef, vertex: Vertex): boolean {
    return this.#take(steps.placeVertex(this.#state, ref, vertex));
  }

  addVertex(ref: VertexRef, vertex: Vertex): boolean {
    return this.#take(steps.addVertex(this.#state, ref, vertex));
  }

  dropVertex(ref: VertexRef): boolean {
    return this.#take(steps.dropVertex(this.#state, ref));
  }

  dropRing(parcel: string, ring: number): boolean {
    return this.#take(steps.dropRing(this.#state, parcel, ring));
  }

  /** The chosen vertex; without one the chosen parcels; while drawing the last point. */
  drop(): boolean {
    const { vertex, chosen } = this.#state;
    if (this.undoPoint()) return true;
    if (vertex) return this.dropVertex(vertex);
    if (chosen.length === 0) return this.#take({ problem: 'draw.problem.choose' });
    return this.#take(steps.dropParcels(this.#state, chosen));
  }

  async merge(): Promise<boolean> {
    if (this.#state.chosen.length < 2) return this.#take({ problem: 'draw.problem.merge' });
    const clipper = await this.#host.clipper();
    return this.#take(steps.mergeParcels(this.#state, this.frame, clipper));
  }

  /** Metres to the east and north. */
  moveBy(east: number, north: number): boolean {
    return this.#take(steps.moveChosen(this.#state, this.frame, () => shiftBy(east, north)));
  }

  /** Degrees, clockwise, around the middle of what is chosen. */
  turn(degrees: number): boolean {
    const motion = (middle: Parameters<typeof turnBy>[0]) => turnBy(middle, degrees);
    return this.#take(steps.moveChosen(this.#state, this.frame, motion));
  }

  /** Shows a step without recording it: a drag under way. Steps are taken from `from`. */
  preview(step: Step): void {
    if ('problem' in step) return;
    this.set({ ...step, vertex: step.vertex ?? null, dragging: true, problem: null });
  }

  /** Ends a drag: what it shows is recorded, or, for null, put back. */
  settle(from: readonly EditParcel[] | null): void {
    if (from) this.set({ parcels: from, dragging: false, snap: null });
    else {
      this.set({ dragging: false, snap: null });
      this.#host.record(this.#state.parcels);
    }
  }

  /** Parcels as undo or redo brings them. */
  restore(parcels: readonly EditParcel[]): void {
    const ids = new Set(parcels.map(({ id }) => id));
    const chosen = this.#state.chosen.filter((id) => ids.has(id));
    this.#taken = [];
    const only = parcels.length === 1 ? [parcels[0]!.id] : chosen;
    this.set({ parcels, chosen: only, vertex: null, problem: null, dragging: false });
  }

  #take(step: Step): boolean {
    if ('problem' in step) {
      this.set({ problem: step.problem });
      return false;
    }
    const { parcels, chosen, vertex } = step;
    const isChange = parcels !== this.#state.parcels;
    this.set({ parcels, chosen, vertex: vertex ?? null, problem: null });
    if (isChange) this.#host.record(parcels);
    return true;
  }
}
