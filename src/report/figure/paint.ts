import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import { hatchMarkup } from './hatch-lines.ts';
import { alongRing, mm, pathData, type SheetPolygons } from './shape.ts';
import type { MapSymbol } from './symbols.ts';

/** A drawn thing: its fills first, so that no fill covers another's line. */
export interface Painted {
  readonly fill: Markup;
  readonly line: Markup;
}

export interface PaintOptions {
  /** Unique in the document that holds the figure. */
  readonly id: string;
  readonly grey: boolean;
  /** The part of the polygons that is filled, where more of their line is drawn than of their inside. */
  readonly inside?: SheetPolygons;
}

/** Draws polygons with a symbol. */
export function paint(
  polygons: SheetPolygons,
  symbol: MapSymbol,
  { id, grey, inside = polygons }: PaintOptions,
): Painted {
  const d = pathData(polygons);
  if (d === '') return { fill: NOTHING, line: NOTHING };
  const filled = inside === polygons ? d : pathData(inside);
  const tint =
    symbol.fill !== null && symbol.fillOpacity > 0
      ? markup`<path d="${filled}" fill="${symbol.fill}" fill-opacity="${symbol.fillOpacity}"/>`
      : NOTHING;
  const hatch = symbol.hatch !== null ? hatchMarkup(inside, symbol.hatch, grey) : NOTHING;
  const band =
    symbol.bandMm > 0
      ? markup`<clipPath id="${id}"><path d="${filled}"/></clipPath><path d="${d}" fill="none" stroke="${symbol.fill ?? symbol.stroke}" stroke-opacity="0.42" stroke-width="${2 * symbol.bandMm}" clip-path="url(#${id})"/>`
      : NOTHING;
  return { fill: joined([tint, hatch, band]), line: lineOf(d, polygons, symbol) };
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
