import type { FlatGeometry } from '../../files/flatgeobuf/flat-geometry.ts';
import { bboxOf, flatPolygon } from '../../geometry/shapes.ts';
import { type OverviewProperties, overviewPart } from '../../tiles/overview-part.ts';
import type { TileFeature } from '../../tiles/tile-feature.ts';
import { CellGrid } from './cell-grid.ts';
import { cellParts } from './cell-parts.ts';
import { dividePolygon } from './halve-polygon.ts';
import { pixelsPerWorld, tileSpanAt, toleranceAt } from './levels.ts';
import type { OverviewFeature } from './piece-file.ts';
import { ringLines } from './ring-lines.ts';
import { type Shape, type ShapeRing, worldRing } from './shape.ts';
import { collapses, keptPlaces, ringOf } from './simplify-ring.ts';

/** Larger polygons are divided, longer lines cut. */
const MOST_VERTICES = 400;
/** In a layer of more features than this, what is smaller than two pixels is drawn as cells. */
const MANY = 1000;
const CELL_PIXELS = 2;

/** What tiles of a zoom draw of a layer, simplified for it. */
export function* simpleParts(shapes: readonly Shape[], zoom: number): Generator<TileFeature> {
  const perWorld = pixelsPerWorld(zoom);
  const tolerance = toleranceAt(zoom);
  const grids = new Map<string | null, CellGrid>();
  for (const shape of shapes) {
    for (const label of labelOf(shape)) yield partOf(label);
    const [left, top, right, bottom] = shape.box;
    const side = Math.max(right - left, bottom - top) * perWorld;
    const small = shapes.length > MANY && side < CELL_PIXELS;
    for (const polygon of shape.polygons) {
      if (small) markCells(grids, shape.zone, polygon, perWorld);
      else {
        const kept = simplified(polygon, tolerance);
        // what is no larger than a tile is not divided, which would write its border twice
        for (const one of polygonFeatures(shape, kept, tileSpanAt(zoom))) yield partOf(one);
      }
    }
  }
  for (const [zone, grid] of grids) yield* cellParts(grid, zone);
}

type Part = FlatGeometry & { readonly properties: OverviewProperties };

function partOf({ properties, ...geometry }: Part): TileFeature {
  return overviewPart({ index: 0, geometry, properties });
}

/** The exact pieces of a layer: every vertex as the layer has it, and its own columns. */
export function* exactFeatures(shapes: readonly Shape[]): Generator<OverviewFeature> {
  for (const shape of shapes) {
    const own = Object.entries(shape.properties).filter(([name]) => !name.startsWith('_'));
    yield* labelOf(shape);
    for (const polygon of shape.polygons) {
      const kept = polygon.map((ring) => ({ ring, places: [...ring.weights.keys()] }));
      for (const feature of polygonFeatures(shape, kept, 0)) {
        const properties = { ...feature.properties, ...Object.fromEntries(own) };
        yield 'polygons' in feature ? { ...feature, properties } : feature;
      }
    }
  }
}

interface KeptRing {
  readonly ring: ShapeRing;
  /** Of the vertices that stay. */
  readonly places: readonly number[];
}

/** A hole too small to be seen is filled. */
function simplified(polygon: readonly ShapeRing[], tolerance: number): KeptRing[] {
  return polygon
    .filter((ring, i) => i === 0 || !collapses(ring.weights, tolerance))
    .map((ring) => ({ ring, places: keptPlaces(ring.xy, ring.weights, tolerance) }));
}

/**
 * One polygon: as a whole where no neighbour shares its border and it is small, in vertices or by `span`
 * (degrees); else pieces and lines.
 */
function* polygonFeatures(
  { feature, zone }: Shape,
  kept: readonly KeptRing[],
  span: number,
): Generator<Part> {
  const rings = kept.map(({ ring, places }) => ringOf(ring.xy, places));
  const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const alone = kept.every(({ ring }) => ring.beyond?.every((beyond) => beyond === 0) ?? true);
  const base = { _feature: feature, ...(zone === null ? {} : { _zone: zone }) };
  const box = bboxOf({ xy: rings[0]! });
  const side = Math.max(box[2] - box[0], box[3] - box[1]);
  if (alone && (vertices <= MOST_VERTICES || side <= span)) {
    yield { polygons: flatPolygon(rings), properties: base };
    return;
  }
  for (const piece of dividePolygon(rings, MOST_VERTICES)) {
    yield { polygons: flatPolygon(piece), properties: { ...base, _piece: true } };
  }
  for (const { ring, places } of kept) {
    for (const { xy, inner } of ringLines(ring, places, MOST_VERTICES)) {
      yield {
        lines: { xy, lineEnds: Uint32Array.of(xy.length / 2) },
        properties: inner ? { ...base, _inner: true } : base,
      };
    }
  }
}

function* labelOf({ feature, label, zone }: Shape): Generator<Part> {
  if (!label) return;
  const properties = {
    _feature: feature,
    _name: label.name,
    ...(zone === null ? {} : { _zone: zone }),
  };
  yield { point: label.at, properties };
}

function markCells(
  grids: Map<string | null, CellGrid>,
  zone: string | null,
  polygon: readonly ShapeRing[],
  perWorld: number,
): void {
  let grid = grids.get(zone);
  if (!grid) {
    grid = new CellGrid(perWorld);
    grids.set(zone, grid);
  }
  grid.markPolygon(polygon.map(({ xy }) => worldRing(xy, perWorld)));
}
