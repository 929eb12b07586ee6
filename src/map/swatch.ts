import type { LayerKind } from '../domain/kinds.ts';
import { HATCHES, type Hatch, type HatchId } from './hatches.ts';
import {
  type KindSymbol,
  type LineSymbol,
  OWN_SYMBOLS,
  type OwnSymbol,
  SYMBOLS,
} from './symbols.ts';

/**
 * A swatch of 26 x 16 px with the real symbol, for the legend and the layer panel. Colours are the
 * `--sx-*` properties themselves, so it follows the theme. Decorative: the name stands beside it.
 */
export function layerSwatchSvg(kind: LayerKind | OwnSymbol): string {
  const symbol: KindSymbol =
    kind in OWN_SYMBOLS ? OWN_SYMBOLS[kind as OwnSymbol] : SYMBOLS[kind as LayerKind];
  const body = symbol.letter ? letterLine(symbol.lines[0]!, symbol.letter.zh) : sheet(symbol);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">${body}</svg>`;
}

/** The sheet's corner and size; lines are centred on its edge. */
const LEFT = 1.5;
const TOP = 1.5;
const WIDTH = 23;
const HEIGHT = 13;

const color = (token: string): string => `var(--sx-${token})`;

function sheet({ fill, hatch, zoneHatch, band, lines }: KindSymbol): string {
  const texture = hatch ?? (zoneHatch ? undefined : null);
  return [
    fill ? rect(0, `fill="${color(fill.color)}" fill-opacity="${alphaOf(fill.alpha)}"`) : '',
    texture ? hatchPiece(texture) : '',
    band ? bandPiece(band) : '',
    ...lines.filter(({ of }) => of !== 'inner').map(edge),
  ].join('');
}

function alphaOf(alpha: string | number): string {
  return typeof alpha === 'number' ? String(Math.max(alpha, 0.12)) : color(alpha);
}

function rect(inset: number, attributes: string): string {
  const size = `width="${WIDTH - 2 * inset}" height="${HEIGHT - 2 * inset}"`;
  return `<rect x="${LEFT + inset}" y="${TOP + inset}" ${size} ${attributes}/>`;
}

function edge({ color: token, width, dash, offset = 0 }: LineSymbol): string {
  // full width would fill so small a sheet
  const stroke = Math.min(width, 2);
  const dashes = dash
    ? ` stroke-dasharray="${dash.map((d) => Math.round(d * 0.6 * 10) / 10).join(' ')}"`
    : '';
  return rect(offset, `fill="none" stroke="${color(token)}" stroke-width="${stroke}"${dashes}`);
}

function bandPiece({ color: token, alpha }: NonNullable<KindSymbol['band']>): string {
  return rect(
    2,
    `fill="none" stroke="${color(token)}" stroke-opacity="${color(alpha)}" stroke-width="4"`,
  );
}

/** The texture's own strokes, cut to the sheet by an inner drawing that hides what sticks out. */
function hatchPiece(id: HatchId): string {
  const hatch: Hatch = HATCHES[id];
  const scale = Math.min(1, HEIGHT / hatch.side);
  const pieces: string[] = [];
  const side = hatch.side * scale;
  for (let x = 0; x < WIDTH; x += side) {
    for (let y = 0; y < HEIGHT; y += side) pieces.push(tile(hatch, x, y, scale));
  }
  const place = `x="${LEFT}" y="${TOP}" width="${WIDTH}" height="${HEIGHT}"`;
  return `<svg ${place} overflow="hidden" stroke="${color(hatch.color)}" fill="${color(hatch.color)}" stroke-width="${hatch.width}">${pieces.join('')}</svg>`;
}

function tile({ strokes, dots, side }: Hatch, x: number, y: number, scale: number): string {
  const at = (v: number): number => Math.round(v * scale * 100) / 100;
  const inside = `x="${Math.round(x * 100) / 100}" y="${Math.round(y * 100) / 100}" width="${at(side)}" height="${at(side)}"`;
  const lines = strokes.map(
    ([x0, y0, x1, y1]) => `<path d="M${at(x0)} ${at(y0)}L${at(x1)} ${at(y1)}"/>`,
  );
  const discs = dots.map(
    ([cx, cy, r]) => `<circle cx="${at(cx)}" cy="${at(cy)}" r="${r}" stroke="none"/>`,
  );
  return `<svg ${inside} overflow="hidden">${lines.join('')}${discs.join('')}</svg>`;
}

function letterLine({ color: token, width }: LineSymbol, letter: string): string {
  const line = `stroke="${color(token)}" stroke-width="${width}"`;
  return (
    `<path d="M0 8H6M20 8H26" ${line}/>` +
    `<text x="13" y="12" text-anchor="middle" font-size="11" font-weight="600" fill="${color(token)}">${letter}</text>`
  );
}
