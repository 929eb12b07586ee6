import { edgeLengthM, metresPerDegree } from '../geometry/ellipsoid.ts';
import { visitPieces } from './boundary-pieces.ts';
import type { Feature } from './indexed-feature.ts';
import { type DirectedEdge, largestInscribedRadius } from './inscribed-circle.ts';
import type { Site } from './site.ts';
import { combinationAreaM2 } from './union-overlap.ts';

/** How long and how wide an overlap is, for telling a real one from two surveys of one boundary. */
export interface Sliver {
  readonly areaM2: number;
  /** Sides of the rectangle with the overlap's area and perimeter; for a sliver, its length ... */
  readonly lengthM: number;
  /** ... and its mean width, area over length. */
  readonly meanWidthM: number;
  /** Diameter of the largest circle that fits into the overlap. */
  readonly largestWidthM: number;
}

/** Widths of the overlap of a site and a feature; all 0 where there is none. */
export function measureSliver(site: Site, feature: Feature): Sliver {
  const inside = ([covered]: readonly boolean[]): boolean => covered!;
  const areaM2 = combinationAreaM2(site, [[feature]], inside);
  const { lon, lat } = metresPerDegree(site.y0);
  const edges: DirectedEdge[] = [];
  let perimeter = 0;
  visitPieces(site, [[feature]], inside, (weight, x1, y1, x2, y2) => {
    perimeter += edgeLengthM(site.x0 + x1, site.y0 + y1, site.x0 + x2, site.y0 + y2);
    const a = { x: x1 * lon, y: y1 * lat };
    const b = { x: x2 * lon, y: y2 * lat };
    edges.push(weight > 0 ? { a, b } : { a: b, b: a });
  });
  if (areaM2 === 0 || perimeter === 0) {
    return { areaM2, lengthM: 0, meanWidthM: 0, largestWidthM: 0 };
  }
  // length + width = half the perimeter, length x width = area; what is rounder than a square is a square.
  const half = perimeter / 2;
  const lengthM = (half + Math.sqrt(Math.max(0, half * half - 4 * areaM2))) / 2;
  return {
    areaM2,
    lengthM,
    meanWidthM: areaM2 / lengthM,
    largestWidthM: 2 * largestInscribedRadius(edges),
  };
}
