import type { ExpressionSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { LINE } from '../tiles/build-tile.ts';
import { INNER } from '../tiles/outline.ts';
import { casingOf, lineFactor, type Painting, type Placed } from './painting.ts';
import type { KindSymbol, LineSymbol } from './symbols.ts';

/** Above the fills of every kind (tiers up to 60), beneath every line. */
const BAND = 66;
const CASING = 68;
const STROKE = 70;

/** One line with its casing. */
export function strokes(
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
  const factor = lineFactor(theme);
  const offset = line.offset ?? 0;
  const casing = casingOf(line, theme);
  const out: Placed[] = [];
  if (casing > 0) {
    out.push({
      order: CASING,
      layer: {
        ...common,
        id: `${entry.id}|casing${i}`,
        paint: {
          'line-color': theme.color.casing,
          'line-width': growing(casing * factor),
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
        'line-width': growing(line.width * factor),
        'line-offset': growing(offset),
        'line-opacity': opacity,
        ...(line.dash ? { 'line-dasharray': line.dash.map((d) => d / line.width) } : {}),
      },
    },
  });
  return out;
}

/** The tint along the inner side of a border. */
export function band(
  entry: CatalogLayer,
  { band }: KindSymbol,
  opacity: number,
  { theme }: Painting,
): Placed[] {
  if (!band) return [];
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
          'line-color': theme.color[band.color],
          // of the layer, not of each line: where a band meets itself at a corner it stays as light
          'line-layer-opacity': theme.alpha[band.alpha] * opacity,
          'line-width': widening(band.width),
          'line-offset': widening(band.width / 2),
        },
      },
    },
  ];
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
