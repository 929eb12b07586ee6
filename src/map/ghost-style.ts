import type { ExpressionSpecification } from 'maplibre-gl';
import { boldFonts, type Painting, type Placed } from './painting.ts';

/** The candidates of a coordinate question. */
export function ghosts({ theme }: Painting): Placed[] {
  const { color } = theme;
  const own: ExpressionSpecification = [
    'match',
    ['get', 'place'],
    1,
    color['ghost-1'],
    2,
    color['ghost-2'],
    3,
    color['ghost-3'],
    color['ghost-4'],
  ];
  const outline = ['==', ['get', 'what'], 'outline'] as ExpressionSpecification;
  const chosen = ['get', 'selected'] as ExpressionSpecification;
  return [
    {
      order: 86,
      layer: {
        id: 'sx|ghost|fill',
        type: 'fill',
        source: 'ghosts',
        filter: outline,
        paint: { 'fill-color': own, 'fill-opacity': ['case', chosen, 0.16, 0.06] },
      },
    },
    {
      order: 86.1,
      layer: {
        id: 'sx|ghost|casing',
        type: 'line',
        source: 'ghosts',
        filter: outline,
        paint: { 'line-color': color.casing, 'line-width': 4.6 },
      },
    },
    {
      order: 86.2,
      layer: {
        id: 'sx|ghost|line',
        type: 'line',
        source: 'ghosts',
        filter: outline,
        paint: {
          'line-color': own,
          'line-width': ['case', chosen, 3, 2],
          'line-dasharray': [4.5, 2.5],
        },
      },
    },
    {
      order: 91,
      layer: {
        id: 'sx|ghost|disc',
        type: 'circle',
        source: 'ghosts',
        filter: ['==', ['get', 'what'], 'disc'],
        paint: { 'circle-color': own, 'circle-radius': 9 },
      },
    },
    {
      order: 91.1,
      layer: {
        id: 'sx|ghost|number',
        type: 'symbol',
        source: 'ghosts',
        filter: ['==', ['get', 'what'], 'disc'],
        layout: {
          'text-field': ['to-string', ['get', 'place']],
          'text-font': boldFonts(theme),
          'text-size': 12,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': color.casing },
      },
    },
  ];
}
