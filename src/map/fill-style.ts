import type { ExpressionSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { FILL } from '../tiles/build-tile.ts';
import { FAILED } from '../tiles/failed-tile.ts';
import { ZONE } from '../tiles/tile-feature.ts';
import type { HatchId } from './hatches.ts';
import type { Painting, Placed } from './painting.ts';
import { BASE_TIER, HATCH_ZOOM, type KindSymbol } from './symbols.ts';

/** Tints and textures of one layer. */
export function fills(
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
    const isBase = tier <= BASE_TIER;
    const near = theme.ground === 'print' && !isBase ? 0 : alpha;
    const strength = isBase ? alpha * opacity : stronger(alpha * opacity, near * opacity);
    out.push({
      order: tier,
      layer: {
        ...common,
        id: `${entry.id}|fill`,
        paint: { 'fill-color': color, 'fill-antialias': false, [how]: strength },
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
function stronger(far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 10, Math.min(1, 1.6 * far), HATCH_ZOOM, near];
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

/** Tiles that could not be read: hatched as not looked at, on top of every layer. */
export function failed(entry: CatalogLayer, { imageOf }: Painting): Placed {
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
