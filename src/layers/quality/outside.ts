import { polygonsOfBoundary } from '../../geometry/face-rings.ts';
import { type FlatPolygons, toFlat } from '../../geometry/shapes.ts';
import { visitPieces } from '../../overlay/boundary-pieces.ts';
import { buildLayerIndex, type LayerIndex } from '../../overlay/edge-index.ts';
import { PieceLinker } from '../../overlay/link-pieces.ts';
import { nearPart } from '../../overlay/near-part.ts';
import { prepareSite, type Site } from '../../overlay/site.ts';
import { areaOf, siteOf } from './overlaps.ts';

/** Where a layer is meant to lie, ready to compare features with. */
export interface StatedArea {
  readonly site: Site;
  readonly shape: FlatPolygons;
  readonly index: LayerIndex;
}

/** Throws a RangeError when the stated area has no area. */
export function prepareStated(shape: FlatPolygons): StatedArea {
  return { site: prepareSite(shape), shape, index: buildLayerIndex([shape]) };
}

/** How much of feature f lies outside, m²; null where that cannot be computed. */
export function outsideM2(stated: StatedArea, index: LayerIndex, f: number): number | null {
  const inside = areaOf(stated.site, index, f);
  return inside === null ? null : Math.max(0, index.areaM2[f]! - inside);
}

/** The part of a feature that lies outside, as polygons. */
export function outsidePart(stated: StatedArea, feature: FlatPolygons): FlatPolygons {
  const site = siteOf(feature);
  if (site === null) return feature;
  const near = nearPart(stated.index, 0, stated.shape, site.bbox);
  const groups = near.xy.length > 0 ? [[near]] : [[]];
  const linker = new PieceLinker();
  visitPieces(
    site,
    groups,
    ([covered]) => !covered,
    (weight, x1, y1, x2, y2) => {
      const { x0, y0 } = site;
      linker.add(weight, [x0 + x1, y0 + y1], [x0 + x2, y0 + y2]);
    },
  );
  return toFlat(polygonsOfBoundary(linker.rings()));
}
