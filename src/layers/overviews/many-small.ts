import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import { cellFeatures } from './cell-features.ts';
import { CellGrid } from './cell-grid.ts';
import { Junctions } from './junctions.ts';
import { CELL_ZOOMS, PARCEL_ZOOM, pixelsPerWorld } from './levels.ts';
import {
  FEATURES_PER_FILE,
  levelFiles,
  type Overview,
  type OverviewFeature,
  overviewFile,
} from './overview-file.ts';
import { ParcelCount, ParcelLevel } from './parcel-features.ts';
import { type DrawnBy, worldRing, zoneOf } from './shape.ts';

/** The cells of the closest level that is drawn as cells. */
const FINEST = CELL_ZOOMS[0]!.maxzoom;

/**
 * A layer of many small features: what they touch, and where their borders meet. The features themselves
 * are not kept; the closest level reads them again.
 */
export class ManySmall {
  readonly #by: DrawnBy;
  readonly #grids = new Map<string | null, CellGrid>();
  readonly #junctions = new Junctions();
  readonly #parcels: ParcelCount;

  constructor(by: DrawnBy) {
    this.#by = by;
    this.#parcels = new ParcelCount(by);
  }

  add(feature: WriteFeature): void {
    if (!('polygons' in feature)) return;
    this.#parcels.add(feature);
    const grid = this.#gridOf(zoneOf(this.#by, feature.properties));
    for (const rings of polygonsOf(feature.polygons)) {
      for (const ring of rings) this.#junctions.add(ring);
      grid.markPolygon(rings.map((ring) => worldRing(ring, grid.perWorld)));
    }
  }

  /** Levels of cells, the closest first, each made of the one before. */
  *cellLevels(id: string, signal?: AbortSignal): Generator<Overview> {
    let level = [...this.#grids];
    let at = FINEST;
    for (const zooms of CELL_ZOOMS) {
      signal?.throwIfAborted();
      for (; at > zooms.maxzoom; at--) level = level.map(([zone, grid]) => [zone, grid.halved()]);
      const features = level.flatMap(([zone, grid]) => [...cellFeatures(grid, zone)]);
      yield* levelFiles({ id, ...zooms }, features);
    }
    this.#grids.clear();
  }

  /** The level of single parcels, from the same features once more; a file as soon as it is full. */
  async *parcelLevel(
    id: string,
    batches: AsyncIterable<readonly WriteFeature[]>,
  ): AsyncGenerator<Overview> {
    const parts = Math.ceil(this.#parcels.total() / FEATURES_PER_FILE);
    const level = new ParcelLevel(this.#by, this.#junctions);
    let features: OverviewFeature[] = [];
    let part = 0;
    let index = 0;
    for await (const batch of batches) {
      for (const feature of batch) {
        for (const complete of level.add(index++, feature)) features.push(complete);
      }
      while (features.length >= FEATURES_PER_FILE) {
        const full = features.slice(0, FEATURES_PER_FILE);
        features = features.slice(FEATURES_PER_FILE);
        yield overviewFile({ id, ...PARCEL_ZOOM }, full, part++, parts);
      }
    }
    features.push(...level.rest());
    for (; features.length > 0; features = features.slice(FEATURES_PER_FILE)) {
      const next = features.slice(0, FEATURES_PER_FILE);
      yield overviewFile({ id, ...PARCEL_ZOOM }, next, part++, parts);
    }
  }

  #gridOf(zone: string | null): CellGrid {
    let grid = this.#grids.get(zone);
    if (!grid) {
      grid = new CellGrid(pixelsPerWorld(FINEST));
      this.#grids.set(zone, grid);
    }
    return grid;
  }
}
