import { FILL, LABEL, LINE } from '../build-tile.ts';
import { type TileId, worldX, worldY } from '../mercator.ts';
import { type TileLayer, tileOf } from '../tile-layer.ts';
import { childrenOf, tileNumber } from '../tile-number.ts';
import type { PmtilesOptions, PmtilesTile } from './write-pmtiles.ts';

export interface LayerTilesOptions {
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly signal?: AbortSignal;
  /** Called when a zoom is begun, with how many tiles have to be looked at. */
  readonly onZoom?: (z: number, tiles: number) => void;
}

/**
 * The tiles of a layer that have anything in them, in the order of an archive: what the map would make
 * of the layer, tile by tile. What is empty at one zoom is not looked at in the next.
 *
 * @throws UserError `layer-...`: a layer that cannot be read has no archive
 */
export async function* layerTiles(
  layer: TileLayer,
  { minzoom, maxzoom, signal, onZoom }: LayerTilesOptions,
): AsyncGenerator<PmtilesTile> {
  let wanted = tilesOfExtent(layer, minzoom);
  for (let z = minzoom; z <= maxzoom; z++) {
    onZoom?.(z, wanted.length);
    const filled: TileId[] = [];
    for (const tile of wanted) {
      signal?.throwIfAborted();
      const bytes = await tileOf(layer, tile, signal);
      if (bytes.length === 0) continue;
      filled.push(tile);
      yield { ...tile, bytes };
    }
    wanted = inOrder(filled.flatMap(childrenOf));
  }
}

/** What an archive of a layer says of itself. */
export function layerArchive(
  { source: { entry } }: TileLayer,
  zooms: { readonly minzoom: number; readonly maxzoom: number },
): Pick<PmtilesOptions, 'minzoom' | 'maxzoom' | 'bounds' | 'metadata'> {
  const { minzoom, maxzoom } = zooms;
  return {
    minzoom,
    maxzoom,
    bounds: entry.extent,
    metadata: {
      name: entry.title.zh,
      description: `${entry.title.en}, ${entry.edition}`,
      attribution: entry.owner,
      type: 'overlay',
      vector_layers: [FILL, LINE, LABEL].map((id) => ({ id, minzoom, maxzoom, fields: {} })),
    },
  };
}

function tilesOfExtent({ source }: TileLayer, z: number): TileId[] {
  const [west, south, east, north] = source.entry.extent;
  const at = (world: number): number => Math.min(2 ** z - 1, Math.floor(world * 2 ** z));
  const tiles: TileId[] = [];
  for (let y = at(worldY(north)); y <= at(worldY(south)); y++) {
    for (let x = at(worldX(west)); x <= at(worldX(east)); x++) tiles.push({ z, x, y });
  }
  return inOrder(tiles);
}

function inOrder(tiles: readonly TileId[]): TileId[] {
  return tiles
    .map((tile) => ({ tile, number: tileNumber(tile) }))
    .sort((a, b) => a.number - b.number)
    .map(({ tile }) => tile);
}
