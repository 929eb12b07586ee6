import type { BaseEntry } from './basemap.ts';

/** Why an entry can never be drawn on this map, which is in Web Mercator; null: it can. */
export function unshowable(entry: BaseEntry): 'degrees' | 'no-token' | null {
  if (entry.type === 'tianditu' && entry.matrixSet === 'c') return 'degrees';
  if (entry.type === 'wmts' && entry.projection !== 'EPSG:3857') return 'degrees';
  if (entry.type === 'tianditu' && entry.token === '') return 'no-token';
  return null;
}
