import type { ExpressionSpecification } from 'maplibre-gl';
import { casingOf, lineFactor, type Painting, type Placed } from './painting.ts';
import { HATCH_ZOOM, type KindSymbol, OWN_SYMBOLS, type OwnSymbol } from './symbols.ts';
import type { ColorToken } from './theme.ts';

type Opacity = ExpressionSpecification | number;

/** Pieces that are not lit step back. */
export function litOpacity(lit: readonly string[] | null): Opacity {
  return lit ? ['case', ['in', ['get', 'id'], ['literal', [...lit]]], 1, 0.4] : 1;
}

/** Fill, texture, casing and line of one of the map's own areas. */
export function ownShape(name: OwnSymbol, painting: Painting, opacity: Opacity): Placed[] {
  const { theme, imageOf } = painting;
  const { fill, hatch, lines, tier }: KindSymbol = OWN_SYMBOLS[name];
  const out: Placed[] = [];
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
          'fill-opacity':
            theme.ground === 'print' && hatch
              ? ['step', ['zoom'], times(alpha, opacity), HATCH_ZOOM, 0]
              : times(alpha, opacity),
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
  const factor = lineFactor(theme);
  for (const line of lines) {
    const casing = casingOf(line, theme);
    const { color, dash } = line;
    if (casing > 0) {
      const style = { color: 'project-case' as const, width: casing * factor, opacity: 1 };
      out.push(stroke(`sx|${name}|casing`, tier + 0.3, name, style, painting));
    }
    const style = { color, width: line.width * factor, opacity, ...(dash ? { dash } : {}) };
    out.push(stroke(`sx|${name}|line`, tier + 0.4, name, style, painting));
  }
  return out;
}

function times(alpha: number, opacity: Opacity): Opacity {
  return typeof opacity === 'number' ? alpha * opacity : ['*', alpha, opacity];
}

interface Stroke {
  readonly color: ColorToken;
  readonly width: number;
  readonly opacity: Opacity;
  readonly dash?: readonly number[];
}

function stroke(
  id: string,
  order: number,
  source: OwnSymbol,
  { color, width, opacity, dash }: Stroke,
  { theme }: Painting,
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
        'line-opacity': opacity,
        ...(dash ? { 'line-dasharray': dash.map((d) => d / width) } : {}),
      },
    },
  };
}
