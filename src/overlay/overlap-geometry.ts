import { polygonsOfBoundary } from '../geometry/face-rings.ts';
import { type FlatPolygons, type Ring, toFlat } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from './edge-index.ts';
import { PieceLinker } from './link-pieces.ts';
import { visitPairPieces } from './pair-pieces.ts';
import { arePlainShells } from './plain-ring.ts';
import type { Site } from './site.ts';

/**
 * The part of the site that a feature covers, as polygons valid by OGC rules (Simple Features 6.1.11): the
 * pieces of the two boundaries between their crossings, linked into rings.
 *
 *      ┌─────────┐
 *      │ P   ┏━━━X──────┐     X  the crossings `measureOverlap` finds, the same to the last bit
 *      │     ┃▒▒▒┃    Q │     ━  pieces of P within Q and of Q within P: a closed way around ▒
 *      └─────X━━━┛      │
 *            └──────────┘
 *
 * Given vertices come back to the last bit, crossings as near as doubles come. Pieces along a common edge
 * that run both ways cancel, so shapes that only touch give nothing. Pieces thinner than doubles can hold
 * fall away: an overlap below about 1e-7 m² may have no polygon, though `measureOverlap` knows of it.
 *
 * @param feature rings valid as for `measureOverlap`
 */
export function overlapGeometry(site: Site, feature: FlatPolygons): FlatPolygons {
  return overlapGeometryOf(site, buildLayerIndex([feature]), 0);
}

/** The same for feature f of an indexed layer. */
export function overlapGeometryOf(site: Site, index: LayerIndex, f: number): FlatPolygons {
  return linkOverlap(site, index, f).polygons;
}

export interface LinkedOverlap {
  readonly polygons: FlatPolygons;
  /** They were seen to be valid; else they are by the way they were made, as far as the shapes were. */
  readonly certain: boolean;
}

/**
 * The same, with what is known of the result.
 *
 * @throws OpenBoundary where rings of the feature cross or overlap
 */
export function linkOverlap(site: Site, index: LayerIndex, f: number): LinkedOverlap {
  const linker = new PieceLinker();
  const { x0, y0 } = site;
  visitPairPieces(site, index, f, (weight, x1, y1, x2, y2) => {
    linker.add(weight, [x0 + x1, y0 + y1], [x0 + x2, y0 + y2]);
  });
  const rings = linker.rings();
  return arePlainShells(rings)
    ? { polygons: shells(rings), certain: true }
    : { polygons: toFlat(polygonsOfBoundary(rings)), certain: false };
}

/** Each ring a polygon, written without building nested arrays first. */
function shells(rings: readonly Ring[]): FlatPolygons {
  let vertices = 0;
  for (const ring of rings) vertices += ring.length;
  const xy = new Float64Array(2 * vertices);
  const ringEnds = new Uint32Array(rings.length);
  let at = 0;
  rings.forEach((ring, r) => {
    for (const place of ring) {
      xy[at++] = place[0];
      xy[at++] = place[1];
    }
    ringEnds[r] = at / 2;
  });
  return { xy, ringEnds, polygonEnds: Uint32Array.from(rings, (_, r) => r + 1) };
}
