import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import type { LevelTile } from '../../tiles/levels/write-levels.ts';
import { lonLatBoxOf, type TileId } from '../../tiles/mercator.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import type { TileFeature } from '../../tiles/tile-feature.ts';
import { childrenOf, tileNumber } from '../../tiles/tile-number.ts';
import { CellGrid } from './cell-grid.ts';
import { cellParts } from './cell-parts.ts';
import { Junctions } from './junctions.ts';
import type { LayerFile } from './layer-file.ts';
import { CELL_ZOOM, pixelsPerWorld } from './levels.ts';
import { parcelPart } from './parcel-part.ts';
import { type DrawnBy, worldRing, zoneOf } from './shape.ts';
import { levelTile, zoomTiles } from './zoom-tiles.ts';

/** Cells by zone. */
type Grids = ReadonlyMap<string | null, CellGrid>;

/**
 * A layer of many small features: what they touch, and where their borders meet. The features themselves
 * are not kept; the closest zoom reads them again, tile by tile.
 */
export class ManySmall {
  readonly #by: DrawnBy;
  readonly #grids = new Map<string | null, CellGrid>();
  readonly #junctions = new Junctions();

  constructor(by: DrawnBy) {
    this.#by = by;
  }

  add(feature: WriteFeature): void {
    if (!('polygons' in feature)) return;
    const grid = this.#gridOf(zoneOf(this.#by, feature.properties));
    for (const rings of polygonsOf(feature.polygons)) {
      for (const ring of rings) this.#junctions.add(ring);
      grid.markPolygon(rings.map((ring) => worldRing(ring, grid.perWorld)));
    }
  }

  /** All tiles in order: cells, then single parcels. `onTile` is told how many of the parcels' are done. */
  async *tiles(
    layer: LayerFile,
    onTile: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): AsyncGenerator<LevelTile> {
    let closest: TileId[] = [];
    for (const [z, grids] of this.#levels().entries()) {
      signal?.throwIfAborted();
      closest = [];
      const parts = [...grids].flatMap(([zone, grid]) => [...cellParts(grid, zone)]);
      for (const tile of zoomTiles(parts, z, this.#by)) {
        closest.push(tile);
        yield tile;
      }
    }
    // nothing lies in a tile of parcels that touches no cell of the tile above
    const nearer = closest
      .flatMap(childrenOf)
      .map((id) => ({ id, number: tileNumber(id) }))
      .sort((a, b) => a.number - b.number);
    for (const [done, { id }] of nearer.entries()) {
      signal?.throwIfAborted();
      onTile(done, nearer.length);
      yield { ...id, bytes: await this.#parcelTile(layer, id, signal) };
    }
  }

  /** Cells of every zoom from 0, each made of the next. */
  #levels(): Grids[] {
    const levels: Grids[] = [this.#grids];
    for (let z = CELL_ZOOM; z > 0; z--) {
      const next = levels[0]!;
      levels.unshift(new Map(Array.from(next, ([zone, grid]) => [zone, grid.halved()])));
    }
    return levels;
  }

  async #parcelTile(layer: LayerFile, id: TileId, signal?: AbortSignal): Promise<Uint8Array> {
    const parts: TileFeature[] = [];
    for await (const placed of layer.featuresIn(lonLatBoxOf(id), signal)) {
      const part = parcelPart(placed, this.#junctions, this.#by);
      if (part) parts.push(part);
    }
    return levelTile(parts, id, this.#by);
  }

  #gridOf(zone: string | null): CellGrid {
    let grid = this.#grids.get(zone);
    if (!grid) {
      grid = new CellGrid(pixelsPerWorld(CELL_ZOOM));
      this.#grids.set(zone, grid);
    }
    return grid;
  }
}
