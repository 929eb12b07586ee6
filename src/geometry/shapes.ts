/**
 * The two shapes of a polygon here.
 *
 * - `MultiPolygon`: nested arrays as in GeoJSON (RFC 7946), for documents and people.
 * - `FlatPolygons`: typed arrays, for computing. FlatGeobuf stores them in this order already.
 *
 * Coordinates are lon/lat degrees (CGCS2000) unless a name says otherwise. Rings are closed: the last
 * vertex repeats the first. Outer ring first, then its holes; orientation carries no meaning.
 */
export type Position = readonly [x: number, y: number];
export type Ring = readonly Position[];
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];

/** [west, south, east, north] */
export type BBox = readonly [number, number, number, number];

export interface FlatPolygons {
  /** x0, y0, x1, y1, ... of all rings, one after the other; every ring closed. */
  readonly xy: Float64Array;
  /** For each ring the index of the vertex after its last one (in vertices, not numbers). */
  readonly ringEnds: Uint32Array;
  /** For each polygon the index of the ring after its last one. */
  readonly polygonEnds: Uint32Array;
}

export const EMPTY_FLAT: FlatPolygons = {
  xy: new Float64Array(0),
  ringEnds: new Uint32Array(0),
  polygonEnds: new Uint32Array(0),
};

/** One polygon of rings that are flat and closed; of no rings, nothing. */
export function flatPolygon(rings: readonly ArrayLike<number>[]): FlatPolygons {
  let numbers = 0;
  for (const ring of rings) numbers += ring.length;
  const xy = new Float64Array(numbers);
  const ringEnds = new Uint32Array(rings.length);
  let at = 0;
  for (let r = 0; r < rings.length; r++) {
    // by hand: for short rings `set` takes longer than the copying
    const ring = rings[r]!;
    for (let i = 0; i < ring.length; i++) xy[at++] = ring[i]!;
    ringEnds[r] = at / 2;
  }
  return { xy, ringEnds, polygonEnds: Uint32Array.from(rings.length > 0 ? [rings.length] : []) };
}

/** Nested arrays to typed arrays. Unclosed rings are closed. */
export function toFlat(polygons: MultiPolygon): FlatPolygons {
  const xy: number[] = [];
  const ringEnds: number[] = [];
  const polygonEnds: number[] = [];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (const [x, y] of ring) xy.push(x, y);
      const first = ring[0];
      const last = ring[ring.length - 1];
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
        xy.push(first[0], first[1]);
      }
      ringEnds.push(xy.length / 2);
    }
    polygonEnds.push(ringEnds.length);
  }
  return {
    xy: Float64Array.from(xy),
    ringEnds: Uint32Array.from(ringEnds),
    polygonEnds: Uint32Array.from(polygonEnds),
  };
}

/** Typed arrays to nested arrays. */
export function toNested(flat: FlatPolygons): MultiPolygon {
  const polygons: Polygon[] = [];
  let ring = 0;
  let vertex = 0;
  for (const polygonEnd of flat.polygonEnds) {
    const rings: Ring[] = [];
    for (; ring < polygonEnd; ring++) {
      const end = flat.ringEnds[ring]!;
      const positions: Position[] = [];
      for (; vertex < end; vertex++) {
        positions.push([flat.xy[2 * vertex]!, flat.xy[2 * vertex + 1]!]);
      }
      rings.push(positions);
    }
    polygons.push(rings);
  }
  return polygons;
}

/** Bounding box; of no vertices the inverted infinite box, which intersects nothing. */
export function bboxOf(flat: { readonly xy: ArrayLike<number> }): BBox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const { xy } = flat;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** All of lon/lat, degrees. */
export const EVERYWHERE: BBox = [-180, -90, 180, 90];

/** Boxes that share at least one point. */
export function bboxesMeet(a: BBox, b: BBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The polygons of several shapes, one after the other, not merged. */
export function concatFlat(parts: readonly FlatPolygons[]): FlatPolygons {
  return toFlat(parts.flatMap((part) => toNested(part)));
}
