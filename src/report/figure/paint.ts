import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import { hatchMarkup } from './hatch-lines.ts';
import { alongRing, mm, pathData, type SheetPolygons } from './shape.ts';
import type { MapSymbol } from './symbols.ts';

/**
 * A drawn thing, from the paper up: what has to lie beneath everything, its fills, its lines, so that no
 * fill covers another's line.
 */
export interface Painted {
  readonly under: Markup;
  readonly fill: Markup;
  readonly line: Markup;
}

export interface PaintOptions {
  readonly grey: boolean;
  /** The sheet that is drawn on. */
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  /** The part of the polygons that is filled, where more of their line is drawn than of their inside. */
  readonly inside?: SheetPolygons;
}

/** Draws polygons with a symbol. */
export function paint(
  polygons: SheetPolygons,
  symbol: MapSymbol,
  { grey, paper, inside = polygons }: PaintOptions,
): Painted {
  const d = pathData(polygons);
  if (d === '') return { under: NOTHING, fill: NOTHING, line: NOTHING };
  const filled = inside === polygons ? d : pathData(inside);
  const tint =
    symbol.fill !== null && symbol.fillOpacity > 0
      ? markup`<path d="${filled}" fill="${symbol.fill}" fill-opacity="${symbol.fillOpacity}"/>`
      : NOTHING;
  const hatch = symbol.hatch !== null ? hatchMarkup(inside, symbol.hatch, grey) : NOTHING;
  const under = symbol.bandMm > 0 ? bandOf(d, symbol, paper) : NOTHING;
  return { under, fill: joined([tint, hatch]), line: lineOf(d, polygons, symbol) };
}

/**
 * A band inside the edge: a line of twice its width, its outer half papered over. A clip path does the
 * same, and takes longer to draw than all the rest of a figure. For polygons that do not overlap.
 */
function bandOf(
  d: string,
  symbol: MapSymbol,
  { widthMm, heightMm }: PaintOptions['paper'],
): Markup {
  const around = `M0 0V${heightMm}H${widthMm}V0Z`;
  return markup`<path d="${d}" fill="none" stroke="${symbol.fill ?? symbol.stroke}" stroke-opacity="0.42" stroke-width="${2 * symbol.bandMm}"/><path d="${around}${d}" fill="#fff"/>`;
}

function lineOf(d: string, polygons: SheetPolygons, symbol: MapSymbol): Markup {
  const stroke = (colour: string, width: number, dash: string | null): Markup =>
    markup`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${mm(width)}" stroke-linejoin="round"${dash === null ? NOTHING : markup` stroke-dasharray="${dash}"`}/>`;
  const casing = symbol.casingMm > 0 ? stroke('#fff', symbol.casingMm, null) : NOTHING;
  const inner = symbol.double ? stroke('#fff', symbol.widthMm * 0.45, null) : NOTHING;
  return joined([
    casing,
    stroke(symbol.stroke, symbol.widthMm, symbol.dash),
    inner,
    symbol.letter === null ? NOTHING : letters(polygons, symbol.letter, symbol.stroke),
  ]);
}

const LETTER_EVERY_MM = 34;

function letters(polygons: SheetPolygons, letter: string, colour: string): Markup {
  const places = polygons.flat().flatMap((ring) => alongRing(ring, LETTER_EVERY_MM));
  return joined(
    places.map(
      ([x, y]) =>
        markup`<text x="${mm(x)}" y="${mm(y + 0.8)}" font-size="2.2" font-weight="600" text-anchor="middle" fill="${colour}" stroke="#fff" stroke-width="0.7" paint-order="stroke">${letter}</text>`,
    ),
  );
}
