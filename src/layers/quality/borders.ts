import type { QualityParameters } from '../../domain/layer-quality.ts';
import { pointWithin } from '../../geometry/point-within.ts';
import type { BBox, Position } from '../../geometry/shapes.ts';
import { type CellContent, isCovered } from './cell-content.ts';
import { holdsPoint } from './cells.ts';
import { channelBetween } from './channels.ts';
import { emptyGround, type Way, widthOf } from './gaps.ts';
import { looseEdges } from './loose-edges.ts';
import { haveContact, visitNearEdges } from './near-edges.ts';
import { type UnmatchedVertex, VertexMatcher } from './unmatched-vertices.ts';

/** A gap with features all around it. */
export interface ClosedGap {
  readonly way: Way;
  readonly areaM2: number;
  readonly widthM: number;
  readonly at: Position;
}

/** A stretch of empty ground between two features, open at its ends as far as was looked. */
export interface OpenStretch {
  readonly a: number;
  readonly b: number;
  readonly areaM2: number;
  readonly lengthM: number;
  readonly at: Position;
  readonly corners: readonly Position[];
}

export interface Borders {
  readonly gaps: readonly ClosedGap[];
  /** Gaps below the noise, m² each. */
  readonly smallGaps: readonly number[];
  readonly stretches: readonly OpenStretch[];
  readonly vertices: readonly UnmatchedVertex[];
}

/** What is wrong along the borders of features, as far as it lies in a cell. */
export function inspectBorders(content: CellContent, parameters: QualityParameters): Borders {
  const { index, box, cell } = content;
  const { gapWidthM, vertexToleranceM, noiseM2 } = parameters;
  const edges = looseEdges(index, box);
  const contacts: [number, number][] = [];
  const near: [number, number][] = [];
  const matcher = new VertexMatcher(edges, vertexToleranceM);
  visitNearEdges(edges, Math.max(gapWidthM, vertexToleranceM), (e, f) => {
    if (haveContact(edges, e, f)) contacts.push([e, f]);
    matcher.compare(e, f);
    if (channelBetween(edges, e, f, gapWidthM)) near.push([e, f]);
  });
  const { ways, isThin } = emptyGround(edges, contacts, gapWidthM);
  const gaps: ClosedGap[] = [];
  const smallGaps: number[] = [];
  for (const way of ways) {
    const areaM2 = -way.signedM2;
    const widthM = widthOf(way);
    if (!(areaM2 > 0) || widthM >= gapWidthM) continue;
    if (!holdsPoint(cell, ...southWest(way))) continue;
    if (areaM2 < noiseM2) {
      smallGaps.push(areaM2);
      continue;
    }
    const at = pointWithin([way.ring]);
    if (at && !isCovered(content, ...at)) gaps.push({ way, areaM2, widthM, at });
  }
  const stretches: OpenStretch[] = [];
  for (const [e, f] of near) {
    if (isThin[e] === 1 && isThin[f] === 1) continue;
    const channel = channelBetween(edges, e, f, gapWidthM)!;
    const { areaM2, lengthM, middle: at, corners } = channel;
    if (!(areaM2 > 0) || !holdsPoint(cell, ...at)) continue;
    // what is thinner than a millimetre lies on the border itself
    if (areaM2 / lengthM > 0.001 && isCovered(content, ...at)) continue;
    const [a, b] = [edges.owner[e]!, edges.owner[f]!];
    stretches.push({ a, b, areaM2, lengthM, at, corners });
  }
  const vertices = matcher.found().filter(({ at }) => holdsPoint(cell, ...at));
  return { gaps, smallGaps, stretches, vertices };
}

/** One vertex of a way, the same whichever cell asks. */
function southWest({ ring }: Way): Position {
  return ring.reduce((best, at) =>
    at[0] < best[0] || (at[0] === best[0] && at[1] < best[1]) ? at : best,
  );
}

export function boxOfPlaces(places: readonly Position[]): BBox {
  const x = places.map((at) => at[0]);
  const y = places.map((at) => at[1]);
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
