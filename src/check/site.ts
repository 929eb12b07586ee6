import type { Note } from '../domain/note.ts';
import type { Parcel } from '../domain/project.ts';
import { UserError } from '../domain/user-error.ts';
import type { Clipper } from '../geometry/clip.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import {
  type BBox,
  bboxesMeet,
  bboxOf,
  concatFlat,
  type FlatPolygons,
} from '../geometry/shapes.ts';
import { measureOverlap } from '../overlay/overlap.ts';
import { prepareSite, type Site } from '../overlay/site.ts';
import { roundM2 } from '../units/round.ts';

export interface SiteParcel {
  readonly id: string;
  readonly polygons: FlatPolygons;
  readonly bbox: BBox;
  readonly areaM2: number;
  readonly prepared: Site;
}

/** The ground a project stands on: its parcels, and their union for every total. */
export interface CheckSite {
  readonly polygons: FlatPolygons;
  readonly bbox: BBox;
  readonly areaM2: number;
  readonly prepared: Site;
  readonly parcels: readonly SiteParcel[];
  /** No two parcels share ground: sums over parcels are sums over the site. */
  readonly parcelsApart: boolean;
  readonly notes: readonly Note[];
}

/**
 * The threshold for noise along a boundary, kept below half the site: what lies under most of a site is
 * no noise, however small the site.
 */
export function effectiveThresholdM2(site: CheckSite, thresholdM2: number): number {
  return Math.min(thresholdM2, site.areaM2 / 2);
}

/** Parcels that overlap one another count once in every total, and that is said. */
export function prepareCheckSite(
  project: { readonly parcels: readonly Pick<Parcel, 'id' | 'polygons'>[] },
  clipper: Clipper,
): CheckSite {
  const parcels = project.parcels.map(({ id, polygons }) => ({
    id,
    polygons,
    bbox: bboxOf(polygons),
    areaM2: ellipsoidAreaM2(polygons),
    prepared: prepareSite(polygons),
  }));
  for (const { id, areaM2 } of parcels) {
    // Below the resolution of every number in a report nothing can be stated.
    if (roundM2(areaM2) === 0) throw new UserError('site-too-small', { parcel: id, areaM2 });
  }
  const [only] = parcels;
  if (only && parcels.length === 1) return { ...only, parcels, parcelsApart: true, notes: [] };

  const notes: Note[] = [];
  let shared = 0;
  for (const [i, a] of parcels.entries()) {
    for (const b of parcels.slice(i + 1)) {
      if (!bboxesMeet(a.bbox, b.bbox)) continue;
      const { areaM2 } = measureOverlap(a.prepared, b.polygons);
      if (areaM2 <= 0) continue;
      shared += areaM2;
      if (areaM2 >= 0.005) {
        notes.push({
          code: 'parcels-overlap',
          severity: 'warning',
          params: { a: a.id, b: b.id, areaM2: Math.round(areaM2 * 100) / 100 },
        });
      }
    }
  }
  const all = parcels.map((parcel) => parcel.polygons);
  const polygons = shared > 0 ? clipper.union(all) : concatFlat(all);
  return {
    polygons,
    bbox: bboxOf(polygons),
    areaM2: shared > 0 ? ellipsoidAreaM2(polygons) : sum(parcels.map((parcel) => parcel.areaM2)),
    prepared: prepareSite(polygons),
    parcels,
    parcelsApart: shared === 0,
    notes,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
