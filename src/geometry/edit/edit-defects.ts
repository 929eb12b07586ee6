import { edgeMeetings } from '../edge-crossings.ts';
import type { Position } from '../shapes.ts';
import { type Defect, findDefects } from '../validity.ts';
import { type EditRing, positionsOf } from './vertex.ts';

/** What keeps an outline from being finished. Touching itself is allowed nowhere, nor are spikes. */
export function editDefects(rings: readonly EditRing[]): readonly Defect[] {
  const small = rings.findIndex(({ vertices }) => vertices.length < 3);
  if (small >= 0) return [{ kind: 'zero-area', ring: small, at: null }];
  return findDefects(rings.map(positionsOf)).filter(({ kind }) => kind !== 'duplicate-point');
}

/**
 * Where the line through drawn points crosses or touches itself; of a ring also where its closing edge
 * does, once it has one.
 */
export function draftCrossings(points: readonly Position[], isRing: boolean): readonly Position[] {
  if (points.length < 3) return [];
  const path = isRing ? [...points, points[0]!] : points;
  return edgeMeetings([path], 100).map(({ at }) => at);
}
