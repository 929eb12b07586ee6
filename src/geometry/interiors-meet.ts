import { nodeRings } from './node-rings.ts';
import { pointInRing } from './point-in-ring.ts';
import { piecesOf, pointWithin } from './point-within.ts';
import { pieceKey } from './ring-pairs.ts';
import { type FlatPolygons, type Position, type Ring, toNested } from './shapes.ts';

/**
 * Whether two valid shapes share ground, not only edges or points. Decided piece by piece of their noded
 * boundaries; a width below the rounding of a crossing point may be taken either way.
 */
export function interiorsMeet(a: FlatPolygons, b: FlatPolygons): boolean {
  const ringsA = toNested(a).flat();
  const ringsB = toNested(b).flat();
  const { rings, meetings } = nodeRings([...ringsA, ...ringsB]);
  const isOfA = (ring: number) => ring < ringsA.length;
  for (const { kind, a: one, b: other } of meetings) {
    if (kind === 'cross' && isOfA(one.ring) !== isOfA(other.ring)) return true;
  }
  const nodedA = rings.slice(0, ringsA.length);
  const nodedB = rings.slice(ringsA.length);
  return reachesInto(nodedA, nodedB, ringsB) || reachesInto(nodedB, nodedA, ringsA);
}

/** Whether a piece of the boundary, or ground bounded by shared pieces alone, lies inside the other. */
function reachesInto(
  noded: readonly Ring[],
  otherNoded: readonly Ring[],
  other: readonly Ring[],
): boolean {
  const shared = new Set(otherNoded.flatMap((ring) => piecesOf(ring).map(pieceKey)));
  let allShared = true;
  for (const ring of noded) {
    for (const piece of piecesOf(ring)) {
      if (shared.has(pieceKey(piece))) continue;
      allShared = false;
      const [from, to] = piece;
      if (isInside([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], other)) return true;
    }
  }
  if (!allShared) return false;
  const within = pointWithin(noded);
  return within !== null && isInside(within, other);
}

/** By even and odd over all rings of a shape. */
function isInside([x, y]: Position, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    const place = pointInRing(x, y, ring);
    if (place === 'boundary') return false;
    if (place === 'inside') inside = !inside;
  }
  return inside;
}
