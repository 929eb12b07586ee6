import { nestRings } from './nesting.ts';
import { nodeRings, splitAtRepeats } from './node-rings.ts';
import { signedRingArea } from './plane-area.ts';
import type { MultiPolygon, Position, Ring } from './shapes.ts';

/**
 * Turns the directed boundary of a region (inside on the left of every edge) into polygons as OGC
 * wants them: simple rings, each polygon's inside connected, a hole touching its shell in one point at
 * most. Where several edges meet in a vertex the walk keeps to the same piece of inside, so a hole that
 * touches its shell twice cuts it in two.
 *
 *        |  in              out edges of v, looked at clockwise from the way
 *   -----v=====>            back: the first one bounds the same piece
 */
export function polygonsOfBoundary(boundary: readonly Ring[]): MultiPolygon {
  const { rings, meetings } = nodeRings(boundary);
  if (meetings.length === 0) return nestRings(rings).polygons;
  const loops = walkFaces(rings)
    .flatMap(splitAtRepeats)
    .filter((loop) => loop.length > 3 && signedRingArea(loop) !== 0);
  return nestRings(loops).polygons;
}

interface Edge {
  readonly from: Position;
  readonly to: Position;
  used: boolean;
}

function walkFaces(rings: readonly Ring[]): Ring[] {
  const leaving = leavingEdges(rings);
  const loops: Ring[] = [];
  for (const edges of leaving.values()) {
    for (const start of edges) {
      if (start.used) continue;
      const loop: Position[] = [start.from];
      let edge: Edge | undefined = start;
      while (edge && !edge.used) {
        edge.used = true;
        loop.push(edge.to);
        edge = nextOnFace(edge, leaving.get(edge.to.join()) ?? []);
      }
      loops.push(loop);
    }
  }
  return loops;
}

/** Edges by the vertex they leave; a pair that runs both ways along one piece bounds nothing. */
function leavingEdges(rings: readonly Ring[]): Map<string, Edge[]> {
  const leaving = new Map<string, Edge[]>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const edge: Edge = { from: ring[i - 1]!, to: ring[i]!, used: false };
      const start = edge.from.join();
      const end = edge.to.join();
      if (start === end) continue;
      const back = leaving.get(end);
      const opposite = back?.findIndex((other) => other.to.join() === start) ?? -1;
      if (back && opposite >= 0) {
        back.splice(opposite, 1);
        continue;
      }
      const list = leaving.get(start);
      if (list) list.push(edge);
      else leaving.set(start, [edge]);
    }
  }
  return leaving;
}

function nextOnFace(edge: Edge, candidates: readonly Edge[]): Edge | undefined {
  const free = candidates.filter((candidate) => !candidate.used);
  if (free.length < 2) return free[0];
  const back = Math.atan2(edge.from[1] - edge.to[1], edge.from[0] - edge.to[0]);
  const clockwise = (candidate: Edge) => {
    const angle = Math.atan2(
      candidate.to[1] - candidate.from[1],
      candidate.to[0] - candidate.from[0],
    );
    return (back - angle + 4 * Math.PI) % (2 * Math.PI);
  };
  return free.reduce((best, candidate) =>
    clockwise(candidate) < clockwise(best) ? candidate : best,
  );
}
