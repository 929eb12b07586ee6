import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import { overviewsOf } from '../tiles/overview-source.ts';
import { type LayerTilesOptions, layerArchive, layerTiles } from '../tiles/pmtiles/layer-tiles.ts';
import { type PmtilesOptions, writePmtiles } from '../tiles/pmtiles/write-pmtiles.ts';
import { tileLayer } from '../tiles/tile-layer.ts';

/** Zooms of an archive: its last tiles have every vertex, and are enlarged closer in. */
export const PMTILES_ZOOMS = { minzoom: 5, maxzoom: 14 } as const;

export type LayerPmtilesOptions = Pick<PmtilesOptions, 'gzip' | 'spool'> &
  Partial<LayerTilesOptions>;

/**
 * A PMTiles archive of a catalog layer, for other maps: its tiles are the ones the map of this app draws.
 * Pieces to be written one after the other; the first comes when all tiles are made. Memory is bounded by
 * the caches of `bytesOf` and by the spool.
 *
 * @param bytesOf the layer's file and its level-of-detail files, by the names in the catalog; cached, as
 *   neighbouring tiles read the same bytes
 * @throws UserError `layer-...`; the reason of the signal
 */
export function layerPmtiles(
  entry: CatalogLayer,
  bytesOf: (file: string) => ByteSource,
  { gzip, spool, ...given }: LayerPmtilesOptions = {},
): AsyncGenerator<Uint8Array> {
  const options = { ...PMTILES_ZOOMS, ...given };
  const source = openLayerSource(entry, bytesOf(entry.file), { integrity: 'size+header+index' });
  const layer = tileLayer(source, overviewsOf(entry, bytesOf));
  return writePmtiles(layerTiles(layer, options), {
    ...layerArchive(layer, options),
    ...(gzip ? { gzip } : {}),
    ...(spool ? { spool } : {}),
  });
}
