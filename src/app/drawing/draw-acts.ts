import type { DrawAct } from '../../components/drawing-board.ts';
import { plainDigits } from '../../crs/ordinate-text.ts';
import type { BoardParts } from './board-view.ts';
import { retyped, typedVertex } from './coordinate-format.ts';
import type { DrawSession } from './draw-session.ts';
import { parcelOf } from './draw-state.ts';
import '../../text/words/later.ts';

type Parts = Pick<BoardParts, 'session' | 'format' | 'zone'>;

/** What an element asks for that is about the board alone. False where it is none of that. */
export function onBoard(act: DrawAct, { session, format, zone }: Parts): boolean {
  const { state, frame } = session;
  switch (act.act) {
    case 'tool':
      session.setTool(act.tool);
      return true;
    case 'merge':
      void session.merge();
      return true;
    case 'delete':
      session.drop();
      return true;
    case 'finish-shape':
      void session.finishDraft();
      return true;
    case 'choose':
      session.choose(act.parcels);
      return true;
    case 'vertex':
      session.chooseVertex(act.ref);
      return true;
    case 'remove':
      session.dropVertex(act.ref);
      return true;
    case 'remove-ring':
      session.dropRing(act.parcel, act.ring);
      return true;
    case 'cell': {
      const before = parcelOf(state, act.ref.parcel)?.rings[act.ref.ring]?.vertices[act.ref.at];
      const vertex = before && retyped(before, act.axis, act.text, format, frame, zone);
      if (!vertex) refuse(session);
      else if (vertex !== before) session.placeVertex(act.ref, vertex);
      return true;
    }
    case 'insert':
      insertAfter(session, act.ref);
      return true;
    case 'point': {
      const vertex = typedVertex([act.x, act.y], format, frame, zone);
      if (vertex) session.addPoint(vertex);
      else refuse(session);
      return true;
    }
    case 'edge': {
      const lengthM = numberOf(act.lengthM);
      const bearingDeg = numberOf(act.bearingDeg);
      if (lengthM === null || bearingDeg === null || lengthM <= 0) refuse(session);
      else session.addEdge({ lengthM, bearingDeg });
      return true;
    }
    case 'corridor': {
      const widthM = numberOf(act.widthM);
      if (widthM === null || widthM <= 0 || widthM > 10_000) refuse(session);
      else session.setCorridor({ widthM, ends: act.ends });
      return true;
    }
    case 'move': {
      const east = numberOf(act.east || '0');
      const north = numberOf(act.north || '0');
      if (east === null || north === null) refuse(session);
      else session.moveBy(east, north);
      return true;
    }
    case 'turn': {
      const degrees = numberOf(act.degrees);
      if (degrees === null) refuse(session);
      else session.turn(degrees);
      return true;
    }
    default:
      return false;
  }
}

function refuse(session: DrawSession): void {
  session.set({ problem: 'draw.problem.number' });
}

function numberOf(text: string): number | null {
  const digits = plainDigits(text);
  return digits === null ? null : Number(digits);
}

/** A new vertex in the middle of the edge after the one named. */
function insertAfter(
  session: DrawSession,
  ref: { parcel: string; ring: number; at: number },
): void {
  const ring = parcelOf(session.state, ref.parcel)?.rings[ref.ring];
  const from = ring?.vertices[ref.at];
  if (!ring || !from) return;
  const to = ring.vertices[(ref.at + 1) % ring.vertices.length]!;
  const middle = session.frame.vertexAt((from.x + to.x) / 2, (from.y + to.y) / 2);
  session.addVertex({ ...ref, at: ref.at + 1 }, middle);
}
