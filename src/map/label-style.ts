import type { CatalogLayer } from '../domain/catalog.ts';
import { LABEL, LINE } from '../tiles/build-tile.ts';
import { NAME } from '../tiles/tile-feature.ts';
import { boldFonts, type Painting, type Placed } from './painting.ts';
import type { KindSymbol } from './symbols.ts';

/** Above all lines. */
const LETTER = 72;
const LABELS = 95;

/** The letter set into a line again and again. */
export function letters(
  entry: CatalogLayer,
  { letter, lines }: KindSymbol,
  opacity: number,
  { theme }: Painting,
): Placed[] {
  const line = lines[0];
  if (!letter || !line) return [];
  return [
    {
      order: LETTER,
      layer: {
        id: `${entry.id}|letter`,
        type: 'symbol',
        source: entry.id,
        'source-layer': LINE,
        minzoom: 11,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 160,
          'text-field': letter.zh,
          'text-font': boldFonts(theme),
          'text-size': 12,
          'text-rotation-alignment': 'viewport',
          // one upright letter may stand at any corner of a small plot
          'text-max-angle': 180,
          'text-padding': 1,
        },
        paint: {
          'text-color': theme.color[line.color],
          'text-halo-color': theme.color['map-halo'],
          'text-halo-width': 2.5,
          'text-opacity': opacity,
        },
      },
    },
  ];
}

/** Names of features. */
export function labels(
  entry: CatalogLayer,
  { label }: KindSymbol,
  opacity: number,
  { theme }: Painting,
): Placed[] {
  if (!label || !entry.fields.name) return [];
  return [
    {
      order: LABELS,
      layer: {
        id: `${entry.id}|label`,
        type: 'symbol',
        source: entry.id,
        'source-layer': LABEL,
        minzoom: label.minzoom,
        ...(label.maxzoom ? { maxzoom: label.maxzoom } : {}),
        layout: {
          'text-field': ['get', NAME],
          'text-font': boldFonts(theme),
          'text-size': label.size,
          'text-max-width': 12,
        },
        paint: {
          'text-color': theme.color['map-label'],
          'text-halo-color': theme.color['map-halo'],
          'text-halo-width': 2.5,
          'text-opacity': opacity,
        },
      },
    },
  ];
}
