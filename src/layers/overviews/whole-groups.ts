import { type BBox, flatPolygon } from '../../geometry/shapes.ts';
import type { OverviewFeature } from './overview-file.ts';

/** Polygons in one feature: an index entry and a table each would weigh more than their vertices. */
const MOST_POLYGONS = 32;

interface Group {
  readonly ids: number[];
  readonly polygons: (readonly Float64Array[])[];
  box: BBox;
  vertices: number;
}

/**
 * Gathers small whole polygons that follow each other and lie together into one feature, by zone. Wants
 * them in an order that keeps neighbours together, as layer files have it.
 */
export class WholeGroups {
  readonly #span: number;
  readonly #vertices: number;
  readonly #open = new Map<string | null, Group>();

  /**
   * What a group holds at most, unless one polygon alone holds more.
   *
   * @param span its reach in either direction, degrees
   */
  constructor(span: number, vertices = Infinity) {
    this.#span = span;
    this.#vertices = vertices;
  }

  /** The group that is full without this polygon, if one is. */
  add(
    feature: number,
    zone: string | null,
    rings: readonly Float64Array[],
    box: BBox,
  ): OverviewFeature | null {
    const group = this.#open.get(zone);
    const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
    if (group) {
      const [west, south, east, north] = group.box;
      const reach: BBox = [
        Math.min(west, box[0]),
        Math.min(south, box[1]),
        Math.max(east, box[2]),
        Math.max(north, box[3]),
      ];
      const fits =
        Math.max(reach[2] - reach[0], reach[3] - reach[1]) <= this.#span &&
        group.vertices + vertices <= this.#vertices;
      if (fits && group.ids.length < MOST_POLYGONS) {
        group.ids.push(feature);
        group.polygons.push(rings);
        group.box = reach;
        group.vertices += vertices;
        return null;
      }
    }
    this.#open.set(zone, { ids: [feature], polygons: [rings], box, vertices });
    return group ? featureOf(zone, group) : null;
  }

  /** The groups that are not full. */
  *rest(): Generator<OverviewFeature> {
    for (const [zone, group] of this.#open) yield featureOf(zone, group);
    this.#open.clear();
  }
}

function featureOf(zone: string | null, { ids, polygons }: Group): OverviewFeature {
  const { xy, ringEnds } = flatPolygon(polygons.flat());
  let rings = 0;
  const polygonEnds = Uint32Array.from(polygons, (polygon) => {
    rings += polygon.length;
    return rings;
  });
  const properties = { _features: JSON.stringify(ids), ...(zone === null ? {} : { _zone: zone }) };
  return { polygons: { xy, ringEnds, polygonEnds }, properties };
}
