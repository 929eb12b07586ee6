import type { ExpressionSpecification } from 'maplibre-gl';
import { badges } from './badge-style.ts';
import { drawing } from './drawing-style.ts';
import { ghosts } from './ghost-style.ts';
import { litOpacity, ownShape } from './own-shapes.ts';
import { boldFonts, type Painting, type Placed } from './painting.ts';

/** Small images of the map itself, beside the textures. */
export type OwnImage = 'badge' | 'vertex';

export interface OwnState {
  readonly selected: string | null;
  /** Pieces that are lit; null: all alike. */
  readonly lit: readonly string[] | null;
  readonly imageOf: (image: OwnImage) => string;
}

const SELECTION = 88;
const LABEL = 96;

export function ownLayers(painting: Painting, state: OwnState): Placed[] {
  return [
    ...base(painting),
    ...ownShape('uncovered', painting, 1),
    ...ownShape('occupied', painting, litOpacity(state.lit)),
    ...ownShape('project', painting, 1),
    ...selection(painting, state.selected),
    ...parcels(painting, state),
    ...badges(painting, state.imageOf('badge')),
    ...ghosts(painting),
    ...drawing(painting),
  ];
}

function base({ theme }: Painting): Placed[] {
  return [
    {
      order: 0,
      layer: {
        id: 'sx|ground',
        type: 'background',
        paint: { 'background-color': theme.color['map-ground'] },
      },
    },
    {
      order: 6,
      layer: {
        id: 'sx|graticule',
        type: 'line',
        source: 'graticule',
        paint: { 'line-color': theme.color['map-grid'], 'line-width': 0.5, 'line-opacity': 0.5 },
      },
    },
  ];
}

/** The double outline of the piece that is selected in map and table. */
function selection({ theme }: Painting, selected: string | null): Placed[] {
  const filter: ExpressionSpecification = ['==', ['get', 'id'], selected ?? ''];
  return (
    [
      ['outer', 'project-case', 6.8],
      ['inner', 'focus', 3.4],
    ] as const
  ).map(([name, color, width], i) => ({
    order: SELECTION + 0.1 * i,
    layer: {
      id: `sx|selection|${name}`,
      type: 'line',
      source: 'occupied',
      filter,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.color[color], 'line-width': width },
    },
  }));
}

function parcels({ theme }: Painting, { imageOf }: OwnState): Placed[] {
  return [
    {
      order: 85.6,
      layer: {
        id: 'sx|project|vertices',
        type: 'symbol',
        source: 'project',
        minzoom: 17,
        filter: ['==', ['get', 'what'], 'vertex'],
        layout: {
          'icon-image': imageOf('vertex'),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
    },
    {
      order: LABEL,
      layer: {
        id: 'sx|project|label',
        type: 'symbol',
        source: 'project',
        minzoom: 12,
        filter: ['==', ['get', 'what'], 'label'],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': boldFonts({ ...theme }),
          'text-size': 13,
          'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
          'text-radial-offset': 1.1,
        },
        paint: textPaint(theme.color['map-label'], theme.color['map-halo']),
      },
    },
  ];
}

function textPaint(color: string, halo: string) {
  return { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 2.5 };
}
