import type { Clipper } from '../geometry/clip.ts';
import { type FlatPolygons, toNested } from '../geometry/shapes.ts';
import { areValidPolygons } from '../geometry/valid-polygons.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';
import { OpenBoundary } from '../overlay/link-pieces.ts';
import { type LinkedOverlap, linkOverlap } from '../overlay/overlap-geometry.ts';
import { isAsMeasured } from './geometry-differs.ts';
import type { SiteParcel } from './site.ts';

/**
 * The polygons of a parcel on a feature: the crossings that were measured, linked into rings, where that
 * is valid and as large as measured; else what clipper2 cuts on its integer grid. Of that the caller has
 * to say where it differs.
 *
 * @param near the feature, or the part of it near the parcel
 */
export function cutOverlap(
  parcel: SiteParcel,
  { index, at }: IndexedFeature,
  near: FlatPolygons,
  areaM2: number,
  clipper: Clipper,
): FlatPolygons {
  return (
    soundLink(() => linkOverlap(parcel.prepared, index, at), areaM2) ??
    clipper.intersection(parcel.polygons, near)
  );
}

/**
 * What a way of linking gives, null where it cannot be relied upon: features that are drawn wrong away from
 * the site may leave a boundary open, or close it around too much.
 */
export function soundLink(link: () => LinkedOverlap, areaM2: number): FlatPolygons | null {
  try {
    const { polygons, certain } = link();
    if (!isAsMeasured(polygons, areaM2)) return null;
    return certain || areValidPolygons(toNested(polygons)) ? polygons : null;
  } catch (error) {
    if (error instanceof OpenBoundary) return null;
    throw error;
  }
}
