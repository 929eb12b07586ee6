import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { bboxOf } from '../../geometry/shapes.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import type { Junctions } from './junctions.ts';
import { groupSpanAt, PARCEL_ZOOM, toleranceAt } from './levels.ts';
import type { OverviewFeature } from './overview-file.ts';
import { ringWeights } from './ring-weights.ts';
import { type DrawnBy, worldRing, zoneOf } from './shape.ts';
import { collapses, keptPlaces, ringOf } from './simplify-ring.ts';
import { WholeGroups } from './whole-groups.ts';

const TOLERANCE = toleranceAt(PARCEL_ZOOM.maxzoom);

/** Every parcel by itself, simplified by at most half a pixel, in the order of the layer. */
export class ParcelLevel {
  readonly #by: DrawnBy;
  readonly #junctions: Junctions;
  readonly #groups = new WholeGroups(groupSpanAt(PARCEL_ZOOM.maxzoom));

  constructor(by: DrawnBy, junctions: Junctions) {
    this.#by = by;
    this.#junctions = junctions;
  }

  /** The features that are complete with this parcel. */
  *add(index: number, feature: WriteFeature): Generator<OverviewFeature> {
    if (!('polygons' in feature)) return;
    const zone = zoneOf(this.#by, feature.properties);
    for (const polygon of polygonsOf(feature.polygons)) {
      const group = this.#groups.add(
        index,
        zone,
        this.#simplified(polygon),
        bboxOf({ xy: polygon[0]! }),
      );
      if (group) yield group;
    }
  }

  rest(): Generator<OverviewFeature> {
    return this.#groups.rest();
  }

  #simplified(polygon: readonly Float64Array[]): Float64Array[] {
    const rings: Float64Array[] = [];
    for (const [i, ring] of polygon.entries()) {
      const weights = ringWeights(worldRing(ring), this.#junctions.of(ring));
      if (i > 0 && collapses(weights, TOLERANCE)) continue;
      rings.push(ringOf(ring, keptPlaces(ring, weights, TOLERANCE)));
    }
    return rings;
  }
}

/** Counts beforehand what a `ParcelLevel` will give for the same parcels. */
export class ParcelCount {
  readonly #by: DrawnBy;
  readonly #groups = new WholeGroups(groupSpanAt(PARCEL_ZOOM.maxzoom));
  #count = 0;

  constructor(by: DrawnBy) {
    this.#by = by;
  }

  add(feature: WriteFeature): void {
    if (!('polygons' in feature)) return;
    const zone = zoneOf(this.#by, feature.properties);
    for (const polygon of polygonsOf(feature.polygons)) {
      if (this.#groups.add(0, zone, [], bboxOf({ xy: polygon[0]! }))) this.#count++;
    }
  }

  /** Call once, at the end. */
  total(): number {
    return this.#count + [...this.#groups.rest()].length;
  }
}
