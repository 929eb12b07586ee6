import { bboxOf, flatPolygon } from '../../geometry/shapes.ts';
import { cellFeatures } from './cell-features.ts';
import { CellGrid } from './cell-grid.ts';
import { dividePolygon } from './halve-polygon.ts';
import { groupSpanAt, pixelsPerWorld, tileSpanAt, toleranceAt } from './levels.ts';
import type { OverviewFeature } from './overview-file.ts';
import { ringLines } from './ring-lines.ts';
import { type Shape, type ShapeRing, worldRing } from './shape.ts';
import { collapses, keptPlaces, ringOf } from './simplify-ring.ts';
import { WholeGroups } from './whole-groups.ts';

/** Larger polygons are divided, longer lines cut. */
export const MOST_VERTICES = 400;
/** In a layer of more features than this, what is smaller than two pixels is drawn as cells. */
const MANY = 1000;
const CELL_PIXELS = 2;

/** The features of a level, simplified for a zoom. */
export function* simpleFeatures(
  shapes: readonly Shape[],
  zoom: number,
): Generator<OverviewFeature> {
  const perWorld = pixelsPerWorld(zoom);
  const tolerance = toleranceAt(zoom);
  const grids = new Map<string | null, CellGrid>();
  const groups = {
    wholes: new WholeGroups(groupSpanAt(zoom), MOST_VERTICES),
    span: tileSpanAt(zoom),
  };
  for (const shape of shapes) {
    yield* labelOf(shape);
    const [left, top, right, bottom] = shape.box;
    const side = Math.max(right - left, bottom - top) * perWorld;
    const small = shapes.length > MANY && side < CELL_PIXELS;
    for (const polygon of shape.polygons) {
      if (small) markCells(grids, shape.zone, polygon, perWorld);
      else yield* polygonFeatures(shape, simplified(polygon, tolerance), groups);
    }
  }
  yield* groups.wholes.rest();
  for (const [zone, grid] of grids) yield* cellFeatures(grid, zone);
}

/** The features of the level that is exact: every vertex as the layer has it, and its own columns. */
export function* exactFeatures(shapes: readonly Shape[]): Generator<OverviewFeature> {
  for (const shape of shapes) {
    const own = Object.entries(shape.properties).filter(([name]) => !name.startsWith('_'));
    yield* labelOf(shape);
    for (const polygon of shape.polygons) {
      const kept = polygon.map((ring) => ({ ring, places: [...ring.weights.keys()] }));
      for (const feature of polygonFeatures(shape, kept, null)) {
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

interface Groups {
  readonly wholes: WholeGroups;
  /** Side of a tile, degrees: what is no larger is not divided, which would write its border twice. */
  readonly span: number;
}

/** One polygon: as a whole where it is small and no neighbour shares its border; else pieces and lines. */
function* polygonFeatures(
  { feature, zone }: Shape,
  kept: readonly KeptRing[],
  groups: Groups | null,
): Generator<OverviewFeature> {
  const rings = kept.map(({ ring, places }) => ringOf(ring.xy, places));
  const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const alone = kept.every(({ ring }) => ring.beyond?.every((beyond) => beyond === 0) ?? true);
  const base = { _feature: feature, ...(zone === null ? {} : { _zone: zone }) };
  const box = bboxOf({ xy: rings[0]! });
  const side = Math.max(box[2] - box[0], box[3] - box[1]);
  if (alone && (vertices <= MOST_VERTICES || side <= (groups?.span ?? 0))) {
    const whole = groups?.wholes.add(feature, zone, rings, box);
    if (whole) yield whole;
    if (!groups) yield { polygons: flatPolygon(rings), properties: base };
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

function* labelOf({ feature, label, zone }: Shape): Generator<OverviewFeature> {
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
