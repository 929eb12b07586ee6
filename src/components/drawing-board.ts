import type { LayerKind } from '../domain/kinds.ts';
import type { Vertex } from '../geometry/edit/vertex.ts';
import type { Text } from '../text/text.ts';
import type { DrawingWord } from '../text/words/drawing.ts';

/** What the elements of drawing show, and what they ask for. */
export const TOOLS = ['select', 'polygon', 'part', 'hole', 'corridor', 'split'] as const;
export type Tool = (typeof TOOLS)[number];

export const FORMATS = ['zone', 'degrees', 'dms'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface VertexRef {
  readonly parcel: string;
  readonly ring: number;
  readonly at: number;
}

export type Ends = 'round' | 'flat';

/** Everything a person can ask of the drawing board. */
export type DrawAct =
  /** `fresh`: a project of its own, whatever is open. */
  | { readonly act: 'begin'; readonly fresh: boolean }
  | { readonly act: 'tool'; readonly tool: Tool }
  | { readonly act: 'merge' | 'delete' | 'undo' | 'redo' | 'list' }
  | { readonly act: 'finish' | 'discard' | 'finish-shape' }
  | { readonly act: 'choose'; readonly parcels: readonly string[] }
  | { readonly act: 'vertex'; readonly ref: VertexRef | null }
  | { readonly act: 'cell'; readonly ref: VertexRef; readonly axis: 0 | 1; readonly text: string }
  | { readonly act: 'insert' | 'remove'; readonly ref: VertexRef }
  | { readonly act: 'remove-ring'; readonly parcel: string; readonly ring: number }
  | { readonly act: 'format'; readonly format: FormatName }
  | { readonly act: 'point'; readonly x: string; readonly y: string }
  | { readonly act: 'edge'; readonly lengthM: string; readonly bearingDeg: string }
  | { readonly act: 'corridor'; readonly widthM: string; readonly ends: Ends }
  | { readonly act: 'move'; readonly east: string; readonly north: string }
  | { readonly act: 'turn'; readonly degrees: string };

export interface BoardRing {
  readonly hole: boolean;
  readonly vertices: readonly Vertex[];
}

export interface BoardParcel {
  readonly id: string;
  readonly name: string;
  readonly rings: readonly BoardRing[];
  /** Ellipsoidal; null while its border crosses itself. */
  readonly areaM2: number | null;
}

/** A control line as the live check has it; a number only where it was measured. */
export interface BoardLine {
  readonly kind: LayerKind;
  readonly state:
    | 'measured'
    | 'touch'
    | 'below-threshold'
    | 'loading'
    | 'failed'
    | 'not-covered'
    | 'not-loaded'
    | 'invalid';
  readonly areaM2: number | null;
  readonly uncoveredM2: number;
  readonly outsideM2: number | null;
}

export interface BoardView {
  readonly tool: Tool;
  readonly chosen: readonly string[];
  readonly vertex: VertexRef | null;
  readonly parcels: readonly BoardParcel[];
  readonly draft: readonly Vertex[];
  /** Of everything drawn, also of the shape in hand; null while there is none. */
  readonly areaM2: number | null;
  /** null: nothing to measure. */
  readonly lines: readonly BoardLine[] | null;
  readonly liveFailure: Text | null;
  readonly piecesShown: number;
  readonly piecesLeftOut: number;
  readonly format: FormatName;
  /** Name of the grid that `zone` stands for. */
  readonly zoneName: Text;
  readonly isDegrees: boolean;
  readonly cells: (vertex: Vertex) => readonly [x: string, y: string];
  readonly edgeM: (from: Vertex, to: Vertex) => number;
  /** From the last point to the pointer. */
  readonly edge: { readonly lengthM: number; readonly bearingDeg: number } | null;
  readonly snap: 'vertex' | 'edge' | null;
  readonly widthM: number;
  readonly ends: Ends;
  readonly problem: DrawingWord | null;
  readonly crosses: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canFinish: boolean;
}
