import type {
  ExpressionSpecification,
  LayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { kindRank } from '../domain/kinds.ts';
import { FILL, LABEL, LINE } from '../tiles/build-tile.ts';
import { FAILED } from '../tiles/failed-tile.ts';
import { INNER } from '../tiles/outline.ts';
import { NAME, ZONE } from '../tiles/tile-feature.ts';
import type { HatchId } from './hatches.ts';
import { HATCH_ZOOM, type KindSymbol, type LineSymbol, SYMBOLS } from './symbols.ts';
import type { MapTheme } from './theme.ts';

/** Source zooms; closer in, the last tiles are enlarged (0.15 m a tile unit). */
const MINZOOM = 5;
const MAXZOOM = 16;

/** How a layer of the catalog is shown now. */
export interface LayerShow {
  readonly visible: boolean;
  /** 0 to 1, what the user chose. */
  readonly opacity: number;
  /** Stepped back because something else is lit. */
  readonly dimmed: boolean;
}

/** A drawing instruction with its place in the pile, lowest first. */
export interface Placed {
  readonly order: number;
  readonly layer: LayerSpecification;
}

export interface Painting {
  readonly theme: MapTheme;
  /** Name of a texture in this theme. */
  readonly imageOf: (hatch: HatchId) => string;
}

const DIMMED = 0.4;
/**
 * The inner band lies beneath the other fills and is opaque, in the colour it would have on the ground:
 * a see-through line grows darker wherever it meets itself at a corner.
 */
const BAND = 28;
/** Above the fills of every kind (tiers up to 60): casings, lines, letters. */
const CASING = 68;
const STROKE = 70;
const LETTER = 72;
const LABELS = 95;

export function catalogSource(entry: CatalogLayer, address: string): VectorSourceSpecification {
  const [west, south, east, north] = entry.extent;
  return {
    type: 'vector',
    tiles: [address],
    minzoom: MINZOOM,
    maxzoom: MAXZOOM,
    bounds: [west, south, east, north],
  };
}

/** Everything that is drawn of one layer of the catalog. */
export function catalogLayers(entry: CatalogLayer, show: LayerShow, painting: Painting): Placed[] {
  const symbol = SYMBOLS[entry.kind];
  const opacity = show.opacity * (show.dimmed ? DIMMED : 1);
  const placed = [
    ...fills(entry, symbol, opacity, painting),
    ...symbol.lines.flatMap((line, i) => strokes(entry, line, i, opacity, painting)),
    ...band(entry, symbol, opacity, painting),
    ...letters(entry, symbol, opacity, painting),
    ...labels(entry, symbol, opacity, painting),
    failed(entry, painting),
  ];
  // within a tier the kinds that come first in every table lie on top
  const rank = 1 - kindRank(entry.kind) / 100;
  return placed.map(({ order, layer }) => ({
    order: order + 0.1 * rank,
    layer: {
      ...layer,
      layout: { ...layer.layout, visibility: show.visible ? 'visible' : 'none' },
    } as LayerSpecification,
  }));
}

function fills(
  entry: CatalogLayer,
  { fill, hatch, zoneHatch, tier }: KindSymbol,
  opacity: number,
  { theme, imageOf }: Painting,
): Placed[] {
  const common = { type: 'fill', source: entry.id, 'source-layer': FILL } as const;
  const out: Placed[] = [];
  if (fill) {
    const alpha = typeof fill.alpha === 'number' ? fill.alpha : theme.alpha[fill.alpha];
    // Where features lie over each other the layer must not grow darker; that costs an extra pass.
    const how = entry.overlapsItself ? 'fill-layer-opacity' : 'fill-opacity';
    const color =
      entry.kind === 'administrative-area'
        ? tints(theme.color[fill.color])
        : theme.color[fill.color];
    out.push({
      order: tier,
      layer: {
        ...common,
        id: `${entry.id}|fill`,
        paint: { 'fill-color': color, 'fill-antialias': false, [how]: stronger(alpha * opacity) },
      },
    });
  }
  const zones = Object.entries(zoneHatch ?? {}) as [string, HatchId][];
  const textures: [string | null, HatchId][] = hatch ? [[null, hatch]] : zones;
  for (const [zone, id] of textures) {
    out.push({
      order: tier + 0.5,
      layer: {
        ...common,
        id: `${entry.id}|hatch${zone ? `|${zone}` : ''}`,
        minzoom: HATCH_ZOOM,
        ...(zone ? { filter: ['==', ['get', ZONE], zone] as ExpressionSpecification } : {}),
        paint: {
          'fill-pattern': imageOf(id),
          'fill-antialias': false,
          'fill-opacity': opacity,
        },
      },
    });
  }
  return out;
}

/** Far out there is no texture and often no line: the fill alone must carry a lone parcel. */
function stronger(alpha: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 10, Math.min(1, 1.6 * alpha), HATCH_ZOOM, alpha];
}

/** Neighbouring areas differ a little in lightness instead of having a line between them. */
function tints(color: string): ExpressionSpecification {
  return [
    'match',
    ['%', ['to-number', ['id']], 4],
    0,
    withAlpha(color, 0.35),
    1,
    withAlpha(color, 0.6),
    2,
    withAlpha(color, 0.85),
    withAlpha(color, 0.1),
  ];
}

/** #RRGGBB with an alpha. */
function withAlpha(color: string, alpha: number): string {
  return `${color}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

function strokes(
  entry: CatalogLayer,
  line: LineSymbol,
  i: number,
  opacity: number,
  { theme }: Painting,
): Placed[] {
  const filter: ExpressionSpecification =
    line.of === 'inner' ? ['has', INNER] : line.of === 'border' ? ['!', ['has', INNER]] : ['all'];
  const common = {
    type: 'line',
    source: entry.id,
    'source-layer': LINE,
    minzoom: line.minzoom ?? 0,
    filter,
    layout: { 'line-join': 'round' },
  } as const;
  const offset = line.offset ?? 0;
  const out: Placed[] = [];
  if (line.casing) {
    out.push({
      order: CASING,
      layer: {
        ...common,
        id: `${entry.id}|casing${i}`,
        paint: {
          'line-color': theme.color.casing,
          'line-width': growing(line.casing),
          'line-offset': growing(offset),
          'line-opacity': opacity * 0.85,
        },
      },
    });
  }
  out.push({
    order: STROKE + 0.5 * i,
    layer: {
      ...common,
      id: `${entry.id}|line${i}`,
      paint: {
        'line-color': theme.color[line.color],
        'line-width': growing(line.width),
        'line-offset': growing(offset),
        'line-opacity': opacity,
        ...(line.dash ? { 'line-dasharray': line.dash.map((d) => d / line.width) } : {}),
      },
    },
  });
  return out;
}

function band(
  entry: CatalogLayer,
  { band }: KindSymbol,
  opacity: number,
  { theme }: Painting,
): Placed[] {
  if (!band) return [];
  const wide: ExpressionSpecification = widening(band.width);
  return [
    {
      order: BAND,
      layer: {
        id: `${entry.id}|band`,
        type: 'line',
        source: entry.id,
        'source-layer': LINE,
        filter: ['!', ['has', INNER]],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': mixed(
            theme.color['map-ground'],
            theme.color[band.color],
            theme.alpha[band.alpha] * opacity,
          ),
          'line-width': wide,
          'line-offset': widening(band.width / 2),
        },
      },
    },
  ];
}

/** What `over` looks like on `ground` at an alpha, both #RRGGBB. */
function mixed(ground: string, over: string, alpha: number): string {
  const channel = (color: string, i: number): number =>
    Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mix = [0, 1, 2].map((i) =>
    Math.round(channel(ground, i) * (1 - alpha) + channel(over, i) * alpha),
  );
  return `rgb(${mix.join(', ')})`;
}

/** Full size from zoom 12; finer far out, where whole regions are a few dozen pixels wide. */
function growing(px: number): ExpressionSpecification | number {
  if (px === 0) return 0;
  return ['interpolate', ['linear'], ['zoom'], 6, 0.35 * px, 9, 0.6 * px, 12, px];
}

/** Full size from zoom 12; narrower far out, where a town is hardly wider than the band. */
function widening(px: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 8, px / 6, 12, px];
}

function letters(
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
          'text-padding': 0,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
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

function labels(
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

/** Tiles that could not be read: hatched as not looked at, on top of every layer. */
function failed(entry: CatalogLayer, { imageOf }: Painting): Placed {
  return {
    order: 77,
    layer: {
      id: `${entry.id}|failed`,
      type: 'fill',
      source: entry.id,
      'source-layer': FAILED,
      paint: { 'fill-pattern': imageOf('gap'), 'fill-opacity': 0.6, 'fill-antialias': false },
    },
  };
}

/**
 * The theme's fonts at weight 600. MapLibre takes the weight from the word in the first family's name,
 * so the first one is a family that need not exist.
 */
export function boldFonts({ fonts }: MapTheme): string[] {
  return ['sx semibold', ...fonts];
}
