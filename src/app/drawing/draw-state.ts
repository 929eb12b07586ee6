import type { Tool, VertexRef } from '../../components/drawing-board.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import type { CorridorShape } from '../../geometry/edit/corridor.ts';
import type { Vertex } from '../../geometry/edit/vertex.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DrawingWord } from '../../text/words/drawing.ts';

/** Tools that draw a closed ring, and those that draw a line. */
export const RING_TOOLS: ReadonlySet<Tool> = new Set(['polygon', 'part', 'hole']);
export const LINE_TOOLS: ReadonlySet<Tool> = new Set(['corridor', 'split']);

export interface SnapMark {
  readonly kind: 'vertex' | 'edge';
  readonly at: Position;
}

/** The drawing board: what is on it, what is in hand, and what is chosen. Replaced with every change. */
export interface DrawState {
  readonly parcels: readonly EditParcel[];
  readonly tool: Tool;
  /** Points set so far with a tool that draws. */
  readonly draft: readonly Vertex[];
  /** Where the next point would come to lie. */
  readonly pointer: Vertex | null;
  readonly snap: SnapMark | null;
  readonly chosen: readonly string[];
  readonly vertex: VertexRef | null;
  readonly corridor: CorridorShape;
  readonly dragging: boolean;
  /** Why the last thing asked for was not done. */
  readonly problem: DrawingWord | null;
}

export function startState(parcels: readonly EditParcel[]): DrawState {
  return {
    parcels,
    tool: parcels.length > 0 ? 'select' : 'polygon',
    draft: [],
    pointer: null,
    snap: null,
    chosen: parcels.slice(0, 1).map(({ id }) => id),
    vertex: null,
    corridor: { widthM: 20, ends: 'flat' },
    dragging: false,
    problem: null,
  };
}

export function parcelOf(state: DrawState, id: string): EditParcel | null {
  return state.parcels.find((parcel) => parcel.id === id) ?? null;
}

export function replaced(
  parcels: readonly EditParcel[],
  id: string,
  by: readonly EditParcel[],
): readonly EditParcel[] {
  return parcels.flatMap((parcel) => (parcel.id === id ? by : [parcel]));
}

/** The smallest number that no parcel has. */
export function freeId(parcels: readonly EditParcel[]): string {
  const taken = new Set(parcels.map(({ id }) => id));
  let n = 1;
  while (taken.has(String(n))) n++;
  return String(n);
}
