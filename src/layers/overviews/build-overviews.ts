import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { cellFeatures } from './cell-features.ts';
import { CellGrid } from './cell-grid.ts';
import { Junctions } from './junctions.ts';
import { CELL_ZOOMS, EXACT_ZOOMS, PARCEL_ZOOM, pixelsPerWorld, SIMPLE_ZOOMS } from './levels.ts';
import {
  FEATURES_PER_FILE,
  levelFiles,
  type Overview,
  type OverviewFeature,
  overviewFile,
} from './overview-file.ts';
import { ParcelCount, ParcelLevel } from './parcel-features.ts';
import { type DrawnBy, prepareShapes, worldRing, zoneOf } from './shape.ts';
import { exactFeatures, simpleFeatures } from './shape-features.ts';

export interface OverviewOptions extends DrawnBy {
  /** Of the layer; names the files. */
  readonly id: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OverviewProgress) => void;
}

/** How far the reading of the layer has come; many parcels are read twice. */
export interface OverviewProgress {
  readonly reading: 1 | 2;
  /** Features. */
  readonly done: number;
  readonly total: number | null;
}

/** What the first read of a layer holds anyway needs no overview: vertices. */
const FEW_VERTICES = 4000;
/** More features than this are many small ones. */
const MANY_FEATURES = 5000;
/** Of kinds whose borders are drawn at every zoom no number of features is too many. */
const DRAWN_BY_BORDER = ['ecological-red-line', 'urban-development-boundary'];
/** More vertices than this are not held in memory, whatever the kind. */
const MOST_VERTICES = 6_000_000;
/** A polygon of more vertices is huge: tiles of every zoom read pieces of it. */
const HUGE_VERTICES = 2000;
/**
 * The level-of-detail files of a layer (`levels.ts` says which zoom is drawn from what). `source` must give
 * the features in the order of the layer's file, whose positions the files carry. Memory is bounded: few
 * large polygons are held at once; of many small ones only touched cells and a table of junctions, and they
 * are read twice.
 *
 * A layer that is small, or holds no polygons, has no overviews. The same source gives the same bytes.
 *
 * @throws UserError as the source does; the reason of `signal` when it is aborted
 */
export async function* buildOverviews(
  source: FeatureStream,
  options: OverviewOptions,
): AsyncGenerator<Overview> {
  const { id, signal } = options;
  const survey = await readFirst(source, options);
  if (survey.cells) {
    yield* cellLevels(survey.cells, options);
    yield* parcelLevel(source, survey.cells, options);
    return;
  }
  const { features, vertices, largest } = survey;
  if (vertices <= FEW_VERTICES) return;
  const shapes = prepareShapes(options, features);
  for (const zooms of SIMPLE_ZOOMS) {
    signal?.throwIfAborted();
    yield* levelFiles({ id, ...zooms }, [...simpleFeatures(shapes, zooms.maxzoom)]);
  }
  if (largest <= HUGE_VERTICES) return;
  signal?.throwIfAborted();
  const columns = source.columns.filter(({ name }) => !name.startsWith('_'));
  yield* levelFiles({ id, ...EXACT_ZOOMS, columns }, [...exactFeatures(shapes)]);
}

/** What the first reading leaves: the features themselves, or the cells they touch. */
interface Survey {
  readonly features: readonly WriteFeature[];
  readonly vertices: number;
  /** Vertices of the largest feature. */
  readonly largest: number;
  readonly cells: Cells | null;
}

/** Of many small features. */
class Cells {
  readonly grids = new Map<string | null, CellGrid>();
  readonly junctions = new Junctions();
  readonly parcels: ParcelCount;
  readonly #by: DrawnBy;
  readonly #perWorld = pixelsPerWorld(CELL_ZOOMS[0]!.maxzoom);

  constructor(by: DrawnBy) {
    this.parcels = new ParcelCount(by);
    this.#by = by;
  }

  add(feature: WriteFeature): void {
    if (!('polygons' in feature)) return;
    this.parcels.add(feature);
    const grid = this.#gridOf(zoneOf(this.#by, feature.properties));
    for (const rings of polygonsOf(feature.polygons)) {
      for (const ring of rings) this.junctions.add(ring);
      grid.markPolygon(rings.map((ring) => worldRing(ring, this.#perWorld)));
    }
  }

  #gridOf(zone: string | null): CellGrid {
    let grid = this.grids.get(zone);
    if (!grid) {
      grid = new CellGrid(this.#perWorld);
      this.grids.set(zone, grid);
    }
    return grid;
  }
}

async function readFirst(source: FeatureStream, options: OverviewOptions): Promise<Survey> {
  const mostFeatures = DRAWN_BY_BORDER.includes(options.kind) ? Infinity : MANY_FEATURES;
  let features: WriteFeature[] = [];
  let cells: Cells | null = null;
  let vertices = 0;
  let largest = 0;
  let done = 0;
  for await (const batch of source.batches(options.signal)) {
    for (const feature of batch) {
      if ('polygons' in feature) {
        const own = feature.polygons.xy.length / 2;
        vertices += own;
        largest = Math.max(largest, own);
      }
      if (cells) cells.add(feature);
      else features.push(feature);
    }
    if (!cells && (features.length > mostFeatures || vertices > MOST_VERTICES)) {
      cells = new Cells(options);
      for (const feature of features) cells.add(feature);
      features = [];
    }
    done += batch.length;
    options.onProgress?.({ reading: 1, done, total: source.count });
  }
  return { features, vertices, largest, cells };
}

function* cellLevels({ grids }: Cells, { id, signal }: OverviewOptions): Generator<Overview> {
  let level = [...grids];
  let at = CELL_ZOOMS[0]!.maxzoom;
  for (const zooms of CELL_ZOOMS) {
    signal?.throwIfAborted();
    for (; at > zooms.maxzoom; at--) level = level.map(([zone, grid]) => [zone, grid.halved()]);
    const features = level.flatMap(([zone, grid]) => [...cellFeatures(grid, zone)]);
    yield* levelFiles({ id, ...zooms }, features);
  }
}

async function* parcelLevel(
  source: FeatureStream,
  { junctions, parcels }: Cells,
  { id, signal, onProgress, ...by }: OverviewOptions,
): AsyncGenerator<Overview> {
  const parts = Math.ceil(parcels.total() / FEATURES_PER_FILE);
  const level = new ParcelLevel(by, junctions);
  const features: OverviewFeature[] = [];
  let part = 0;
  let index = 0;
  for await (const batch of source.batches(signal)) {
    for (const feature of batch) {
      for (const complete of level.add(index++, feature)) features.push(complete);
    }
    while (features.length > FEATURES_PER_FILE) {
      const next = features.splice(0, FEATURES_PER_FILE);
      yield overviewFile({ id, ...PARCEL_ZOOM }, next, part++, parts);
    }
    onProgress?.({ reading: 2, done: index, total: source.count });
  }
  features.push(...level.rest());
  while (features.length > 0) {
    const next = features.splice(0, FEATURES_PER_FILE);
    yield overviewFile({ id, ...PARCEL_ZOOM }, next, part++, parts);
  }
}
