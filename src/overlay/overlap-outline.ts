import { edgeLengthM } from '../geometry/ellipsoid.ts';
import { visitPieces } from './boundary-pieces.ts';
import type { Feature } from './indexed-feature.ts';
import type { Site } from './site.ts';

/** Length in metres of the outline of site ∩ feature, holes included; 0 where there is none. */
export function overlapOutlineM(site: Site, feature: Feature): number {
  const inside = ([covered]: readonly boolean[]): boolean => covered!;
  let outline = 0;
  visitPieces(site, [[feature]], inside, (_, x1, y1, x2, y2) => {
    outline += edgeLengthM(site.x0 + x1, site.y0 + y1, site.x0 + x2, site.y0 + y2);
  });
  return outline;
}
