import type { BoardLine, BoardView, FormatName } from '../../components/drawing-board.ts';
import { type EditRing, positionsOf } from '../../geometry/edit/vertex.ts';
import { nestRings } from '../../geometry/nesting.ts';
import type { Text } from '../../text/text.ts';
import { crsName } from '../project-summary.ts';
import { cellsOf, zoneEpsg } from './coordinate-format.ts';
import { crossings } from './draw-picture.ts';
import type { DrawSession } from './draw-session.ts';
import type { LiveLooked } from './live-protocol.ts';
import type { MeasureDesk } from './measured.ts';

export interface BoardParts {
  readonly session: DrawSession;
  readonly measured: MeasureDesk;
  /** Of what is drawn now, or a moment ago; null where nothing could be looked at. */
  readonly looked: LiveLooked | null;
  readonly liveFailure: Text | null;
  readonly format: FormatName;
  readonly zone: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The board as its elements show it. */
export function boardView(parts: BoardParts): BoardView {
  const { session, measured, looked, liveFailure, format, zone } = parts;
  const { state, frame } = session;
  const { parcels, draft, pointer } = state;
  const inHand = measured.inHand(state);
  const areas = parcels.map((parcel) => measured.of(parcel));
  const all = inHand ? [...areas, inHand] : areas;
  const isBroken = all.some(({ polygons }) => polygons === null);
  const sum = all.reduce((total, { areaM2 }) => total + (areaM2 ?? 0), 0);
  const last = draft.at(-1);
  return {
    tool: state.tool,
    chosen: state.chosen,
    vertex: state.vertex,
    parcels: parcels.map(({ id, name, rings }, i) => ({
      id,
      name,
      rings: withRoles(rings),
      areaM2: areas[i]!.areaM2,
    })),
    draft,
    areaM2: all.length === 0 || isBroken ? null : unionOf(sum, looked),
    lines: all.length === 0 ? null : isBroken ? brokenLines(looked) : linesOf(looked),
    liveFailure,
    piecesShown: looked?.pieces.length ?? 0,
    piecesLeftOut: looked?.piecesLeftOut ?? 0,
    format,
    zoneName: { zh: crsName(zone, 'zh'), en: crsName(zone, 'en') },
    isDegrees: format !== 'zone',
    cells: (vertex) => cellsOf(vertex, format, frame, zone),
    edgeM: (from, to) => frame.edgeBetween(from, to).lengthM,
    edge: last && pointer && state.tool !== 'select' ? frame.edgeBetween(last, pointer) : null,
    snap: state.snap?.kind ?? null,
    widthM: state.corridor.widthM,
    ends: state.corridor.ends,
    problem: state.problem,
    crosses: isBroken || crossings(state, frame).length > 0,
    canUndo: parts.canUndo || session.canUndoPoint,
    canRedo: parts.canRedo || session.canRedoPoint,
    canFinish: parcels.length > 0 && draft.length === 0 && !isBroken,
  };
}

/** Parcels that share ground count once, as in the report; the last look tells. */
function unionOf(sum: number, looked: LiveLooked | null): number {
  return looked && looked.siteM2 < sum - 0.005 && looked.siteM2 > 0.5 * sum ? looked.siteM2 : sum;
}

const ALWAYS = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
] as const;

function linesOf(looked: LiveLooked | null): readonly BoardLine[] {
  return (
    looked?.lines ??
    ALWAYS.map((kind) => ({
      kind,
      state: 'loading',
      areaM2: null,
      uncoveredM2: 0,
      outsideM2: null,
    }))
  );
}

/** A shape that crosses itself has no inside to be measured. */
function brokenLines(looked: LiveLooked | null): readonly BoardLine[] {
  return linesOf(looked).map(({ kind }) => ({
    kind,
    state: 'invalid',
    areaM2: null,
    uncoveredM2: 0,
    outsideM2: null,
  }));
}

const roles = new WeakMap<readonly EditRing[], BoardView['parcels'][number]['rings']>();

function withRoles(rings: readonly EditRing[]): BoardView['parcels'][number]['rings'] {
  const known = roles.get(rings);
  if (known) return known;
  const depth = rings.length === 1 ? [0] : nestRings(rings.map(positionsOf)).depth;
  const made = rings.map(({ vertices }, i) => ({ vertices, hole: depth[i]! % 2 === 1 }));
  roles.set(rings, made);
  return made;
}

export function zoneFor(session: DrawSession, fallback: readonly [number, number]): number {
  const { state, frame } = session;
  const first = state.parcels[0]?.rings[0]?.vertices[0] ?? state.draft[0];
  return zoneEpsg(frame, first ? frame.toLonLat(first) : fallback);
}
