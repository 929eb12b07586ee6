import type {
  LayerSpecification,
  RasterLayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { VectorDraw } from '../domain/basemap.ts';
import type { BaseMap, BaseSheet, VectorSheet } from './base-map.ts';
import { boldFonts, type Placed } from './painting.ts';
import type { MapTheme } from './theme.ts';

/** Above the ground, beneath everything of ours. */
const BASE = 1;
/** Above all lines, beneath the names of our own layers. */
const NAMES = 94;

const sourceName = (sheet: number): string => `base|${sheet}`;

export function baseSources(
  { sheets }: BaseMap,
  addressOf: (sheet: number) => string,
): Record<string, SourceSpecification> {
  return Object.fromEntries(
    sheets.map((sheet, i) => [sourceName(i), sourceOf(sheet, addressOf(i))]),
  );
}

function sourceOf(sheet: BaseSheet, address: string): SourceSpecification {
  const common = {
    tiles: [address],
    minzoom: sheet.minzoom,
    maxzoom: sheet.maxzoom,
    ...(sheet.extent ? { bounds: [...sheet.extent] as [number, number, number, number] } : {}),
  };
  return sheet.type === 'raster'
    ? { type: 'raster', tileSize: sheet.tileSize, ...common }
    : { type: 'vector', ...common };
}

export function baseLayers({ sheets, look }: BaseMap, theme: MapTheme): Placed[] {
  return sheets.flatMap((sheet, i) =>
    sheet.type === 'raster'
      ? [
          {
            order: BASE + 0.01 * i,
            layer: {
              id: sourceName(i),
              type: 'raster' as const,
              source: sourceName(i),
              paint: { 'raster-fade-duration': 0, ...tone(look, theme) },
            },
          },
        ]
      : drawn(sheet, i, theme),
  );
}

/**
 * A drawn map is made quiet, so that the control lines stay the strongest thing on it, and turned into a
 * dark one under a dark theme (lightness reversed, hues turned back). Pictures stay as they are.
 */
function tone(look: BaseMap['look'], theme: MapTheme): RasterLayerSpecification['paint'] {
  if (theme.ground === 'print') {
    return { 'raster-saturation': -1, 'raster-brightness-min': 0.55, 'raster-brightness-max': 1 };
  }
  if (look === 'imagery') return {};
  if (isDark(theme.color['map-ground'])) {
    return {
      'raster-brightness-min': 0.85,
      'raster-brightness-max': 0.08,
      'raster-hue-rotate': 180,
      'raster-saturation': -0.5,
    };
  }
  return { 'raster-saturation': -0.45, 'raster-brightness-min': 0.12 };
}

/** By the mean of the three channels; a ground is never a strong colour. */
function isDark(hex: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return r + g + b < 3 * 128;
}

function drawn({ draw }: VectorSheet, sheet: number, theme: MapTheme): Placed[] {
  return draw.flatMap((one, i) => {
    const id = `${sourceName(sheet)}|${i}`;
    return drawnAs(one, { id, source: sourceName(sheet), 'source-layer': one.layer }, theme);
  });
}

type Common = { readonly id: string; readonly source: string; readonly 'source-layer': string };

/** Order of the drawn parts, from the ground up. */
const ORDER = { water: 0.2, built: 0.3, road: 0.4 } as const;

function drawnAs(
  { as, field }: VectorDraw,
  common: Common,
  { color, ...theme }: MapTheme,
): Placed[] {
  const placed = (order: number, layer: object): Placed => ({
    order,
    layer: layer as LayerSpecification,
  });
  const isArea = ['==', ['geometry-type'], 'Polygon'];
  if (as === 'name') {
    const name = field ? ['get', field] : ['coalesce', ['get', 'name:zh'], ['get', 'name']];
    const layout = {
      'text-field': ['to-string', name],
      'text-font': boldFonts({ color, ...theme }),
      'text-size': 12,
    };
    const paint = {
      'text-color': color['map-label'],
      'text-halo-color': color['map-halo'],
      'text-halo-width': 2,
    };
    const points = ['==', ['geometry-type'], 'Point'];
    return [placed(NAMES, { ...common, type: 'symbol', filter: points, layout, paint })];
  }
  const order = BASE + ORDER[as];
  if (as === 'road') {
    const width = ['interpolate', ['exponential', 1.6], ['zoom'], 8, 0.4, 14, 2, 18, 9];
    const paint = { 'line-color': color['map-grid'], 'line-opacity': 0.6, 'line-width': width };
    return [placed(order, { ...common, type: 'line', paint })];
  }
  const tint = color[as === 'water' ? 'map-water' : 'map-built'];
  const fill = { 'fill-color': tint, 'fill-antialias': false };
  const line = { 'line-color': color['map-water-line'], 'line-width': 1 };
  const isLine = ['==', ['geometry-type'], 'LineString'];
  return [
    placed(order, { ...common, type: 'fill', filter: isArea, paint: fill }),
    ...(as === 'water'
      ? [
          placed(order + 0.01, {
            ...common,
            id: `${common.id}|line`,
            type: 'line',
            filter: isLine,
            paint: line,
          }),
        ]
      : []),
  ];
}
