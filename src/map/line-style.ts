import type { ExpressionSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { LINE } from '../tiles/build-tile.ts';
import { INNER } from '../tiles/outline.ts';
import type { Painting, Placed } from './painting.ts';
import type { KindSymbol, LineSymbol } from './symbols.ts';

/**
 * The inner band lies beneath the other fills and is opaque, in the colour it would have on the ground:
 * a see-through line grows darker wherever it meets itself at a corner.
 */
const BAND = 28;
/** Above the fills of every kind (tiers up to 60). */
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

/** The tint along the inner side of a border. */
export function band(
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
