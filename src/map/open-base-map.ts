import type { BaseEntry } from '../domain/basemap.ts';
import type { BaseMap, BaseSheet, RasterSheet } from './base-map.ts';
import { imageTiles } from './image-tiles.ts';

/** Tianditu counts levels from 1 and has eight equal servers, t0 to t7. */
const TIANDITU = {
  minzoom: 1,
  maxzoom: 18,
  servers: ['0', '1', '2', '3', '4', '5', '6', '7'],
} as const;
/** The services of Tianditu that carry names. */
const NAMES: readonly string[] = ['cva', 'cia', 'cta'];

/**
 * Makes a base map of its entry. Only an archive is asked for something now: its kind, zooms and extent;
 * for that it may reject with a `BaseFailure`. `against` is the address of the document.
 */
export async function openBaseMap(entry: BaseEntry, against: string): Promise<BaseMap> {
  const sheets = await sheetsOf(entry, against);
  const named = entry.type === 'tianditu' && entry.layers.some((layer) => NAMES.includes(layer));
  const { id, title, look } = entry;
  return {
    id,
    title,
    look: isPicture(entry) ? 'imagery' : look,
    labelled: entry.labelled || named,
    sheets,
  };
}

function isPicture(entry: BaseEntry): boolean {
  return entry.type === 'tianditu' && entry.layers.includes('img');
}

async function sheetsOf(entry: BaseEntry, against: string): Promise<BaseSheet[]> {
  switch (entry.type) {
    case 'tianditu':
      return entry.layers.map((layer) =>
        sheet({ ...TIANDITU, tileSize: 256 }, tiandituAddress(entry, layer), entry.token),
      );
    case 'raster':
      return entry.tiles.map((tiles) => sheet(entry, resolved(tiles, against), entry.token));
    case 'wmts':
      return [sheet(entry, resolved(wmtsAddress(entry), against), '')];
    case 'pmtiles': {
      // some 30 kB that most deployments never need
      const { openArchive } = await import('./base-archive.ts');
      return [await openArchive(new URL(entry.file, against).href, entry)];
    }
  }
}

interface Grid {
  readonly tileSize: number;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly extent?: BaseSheet['extent'] | undefined;
  readonly zoomOffset?: number;
  readonly scheme?: 'xyz' | 'tms';
  readonly servers?: readonly string[];
}

function sheet(grid: Grid, address: string, token: string): RasterSheet {
  const { tileSize, minzoom, maxzoom, extent, zoomOffset, scheme, servers } = grid;
  return {
    type: 'raster',
    tileSize,
    minzoom,
    maxzoom,
    ...(extent ? { extent } : {}),
    tiles: imageTiles({ address, token, zoomOffset, flipped: scheme === 'tms', servers }),
  };
}

type Of<T extends BaseEntry['type']> = Extract<BaseEntry, { type: T }>;

/** OGC WMTS 1.0.0 in key-value form, as Tianditu documents it. */
export function tiandituAddress({ address }: Of<'tianditu'>, layer: string): string {
  const query = [
    'SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0',
    `LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`,
    'TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={token}',
  ];
  return `${address}/${layer}_w/wmts?${query.join('&')}`;
}

export function wmtsAddress(entry: Of<'wmts'>): string {
  const pairs = Object.entries({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: entry.layer,
    STYLE: entry.style,
    TILEMATRIXSET: entry.matrixSet,
    FORMAT: entry.format,
    ...entry.extra,
  }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const mark = entry.address.includes('?') ? '&' : '?';
  return `${entry.address}${mark}${pairs.join('&')}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;
}

/** `new URL` would escape the braces of the template. */
function resolved(template: string, against: string): string {
  return new URL(template, against).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}
