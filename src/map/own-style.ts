import type { ExpressionSpecification, GeoJSONSourceSpecification } from 'maplibre-gl';
import { badges } from './badge-style.ts';
import { ghosts } from './ghost-style.ts';
import { boldFonts, type Painting, type Placed } from './painting.ts';
import { HATCH_ZOOM, type KindSymbol, OWN_SYMBOLS, type OwnSymbol } from './symbols.ts';
import type { ColorToken } from './theme.ts';

/** Sources for what the map is given as geometry, with every vertex kept. */
export const OWN_SOURCES = [
  'graticule',
  'project',
  'occupied',
  'badges',
  'uncovered',
  'ghosts',
] as const;
export type OwnSource = (typeof OWN_SOURCES)[number];

/**
 * What is drawn as an overlap is the geometry that was measured: no simplification, and a maximal zoom
 * at which a tile unit is less than 4 mm.
 */
export function ownSource(): GeoJSONSourceSpecification {
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    tolerance: 0,
    maxzoom: 20,
    buffer: 64,
  };
}

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
    ...shape('uncovered', painting, 1),
    ...shape('occupied', painting, litOpacity(state.lit)),
    ...shape('project', painting, 1),
    ...selection(painting, state.selected),
    ...parcels(painting, state),
    ...badges(painting, state.imageOf('badge')),
    ...ghosts(painting),
  ];
}

function litOpacity(lit: readonly string[] | null): ExpressionSpecification | number {
  return lit ? ['case', ['in', ['get', 'id'], ['literal', [...lit]]], 1, 0.4] : 1;
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

function shape(
  name: OwnSymbol,
  { theme, imageOf }: Painting,
  opacity: ExpressionSpecification | number,
): Placed[] {
  const { fill, hatch, lines, tier }: KindSymbol = OWN_SYMBOLS[name];
  const out: Placed[] = [];
  const times = (alpha: number): ExpressionSpecification | number =>
    typeof opacity === 'number' ? alpha * opacity : ['*', alpha, opacity];
  if (fill) {
    const alpha = typeof fill.alpha === 'number' ? fill.alpha : theme.alpha[fill.alpha];
    out.push({
      order: tier,
      layer: {
        id: `sx|${name}|fill`,
        type: 'fill',
        source: name,
        paint: {
          'fill-color': theme.color[fill.color],
          'fill-antialias': false,
          'fill-opacity': times(alpha),
        },
      },
    });
  }
  if (hatch) {
    out.push({
      order: tier + 0.2,
      layer: {
        id: `sx|${name}|hatch`,
        type: 'fill',
        source: name,
        minzoom: name === 'occupied' ? HATCH_ZOOM : 0,
        paint: { 'fill-pattern': imageOf(hatch), 'fill-antialias': false, 'fill-opacity': opacity },
      },
    });
  }
  for (const line of lines) {
    if (line.casing) {
      out.push(stroke(`sx|${name}|casing`, tier + 0.3, name, 'project-case', line.casing));
    }
    out.push(
      stroke(`sx|${name}|line`, tier + 0.4, name, line.color, line.width, opacity, line.dash),
    );
  }
  return out;

  function stroke(
    id: string,
    order: number,
    source: string,
    color: ColorToken,
    width: number,
    alpha: ExpressionSpecification | number = 1,
    dash?: readonly number[],
  ): Placed {
    return {
      order,
      layer: {
        id,
        type: 'line',
        source,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.color[color],
          'line-width': width,
          'line-opacity': alpha,
          ...(dash ? { 'line-dasharray': dash.map((d) => d / width) } : {}),
        },
      },
    };
  }
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
