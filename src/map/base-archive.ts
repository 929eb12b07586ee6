import { type Header, PMTiles, TileType } from 'pmtiles';
import type { BaseEntry, VectorDraw } from '../domain/basemap.ts';
import { BaseFailure, type BaseSheet, type BaseTiles } from './base-map.ts';
import { wasBlocked } from './blocked-hosts.ts';
import { hostOf } from './image-tiles.ts';

/** Source layers by the names that the common schemas give them. Borders are drawn by none of these. */
const KNOWN: readonly [RegExp, VectorDraw['as']][] = [
  [/name|place|label|poi/i, 'name'],
  [/water|ocean|river|lake/i, 'water'],
  [/build|built|urban/i, 'built'],
  [/road|street|highway|transport|rail/i, 'road'],
];
/** No boundary is drawn that does not come from the layers of an authority. */
const BORDERS = /boundar|admin|border/i;

type Archive = Pick<Extract<BaseEntry, { type: 'pmtiles' }>, 'draw' | 'tileSize'>;

/** Opens a PMTiles archive on this or another server. Rejects with a `BaseFailure`. */
export async function openArchive(url: string, { draw, tileSize }: Archive): Promise<BaseSheet> {
  const archive = new PMTiles(url);
  const header = await archive.getHeader().catch((cause: unknown) => failed(url, cause));
  const place = placeOf(header);
  const tiles = archiveTiles(archive, url);
  if (header.tileType !== TileType.Mvt) return { type: 'raster', tileSize, tiles, ...place };
  return { type: 'vector', draw: draw ?? known(await archive.getMetadata()), tiles, ...place };
}

function placeOf({ minZoom, maxZoom, minLon, minLat, maxLon, maxLat }: Header) {
  const extent = [minLon, minLat, maxLon, maxLat] as const;
  return { minzoom: minZoom, maxzoom: maxZoom, ...(maxLon > minLon ? { extent } : {}) };
}

function archiveTiles(archive: PMTiles, url: string): BaseTiles {
  return async ({ z, x, y }, signal) => {
    try {
      return (await archive.getZxy(z, x, y, signal))?.data ?? null;
    } catch (cause) {
      signal.throwIfAborted();
      return failed(url, cause);
    }
  };
}

async function failed(url: string, cause: unknown): Promise<never> {
  const host = hostOf(url);
  if (await wasBlocked(host)) throw new BaseFailure('base-blocked', { host }, cause);
  const file = url.split('/').at(-1) ?? url;
  throw new BaseFailure('base-archive', { file, why: String(cause) }, cause);
}

/** What is drawn of a vector archive whose layers nobody has named. */
export function known(metadata: unknown): VectorDraw[] {
  const layers = (metadata as { vector_layers?: readonly { id?: unknown }[] } | null)
    ?.vector_layers;
  return (layers ?? []).flatMap(({ id }) => {
    if (typeof id !== 'string' || BORDERS.test(id)) return [];
    const as = KNOWN.find(([pattern]) => pattern.test(id));
    return as ? [{ layer: id, as: as[1] }] : [];
  });
}
