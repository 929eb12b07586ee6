import { formatCount } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_WORDS } from '../../text/words/figure.ts';
import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import { LEGEND_HEIGHT_MM } from './footer.ts';
import { paint } from './paint.ts';
import { mm } from './shape.ts';
import { roundLength, type Sheet } from './sheet.ts';
import type { MapSymbol } from './symbols.ts';

/** Grid crosses inside, ticks and kilometre values outside the frame. */
export function grid(sheet: Sheet): Markup {
  const { frame, scale, ground } = sheet;
  const step = roundLength((45 * scale) / 1000);
  const decimals = step >= 1000 ? 0 : step >= 100 ? 1 : step >= 10 ? 2 : 3;
  const km = (metres: number): string => (metres / 1000).toFixed(decimals);
  const easts = multiples(ground[0][0], ground[1][0], step);
  const norths = multiples(ground[0][1], ground[1][1], step);
  const [bottom, right] = [frame.y + frame.height, frame.x + frame.width];
  const ticks: Markup[] = [];
  for (const east of easts) {
    const [x] = sheet.toMm([east, norths[0] ?? ground[0][1]]);
    ticks.push(
      markup`<path d="M${mm(x)} ${mm(frame.y)}v-1.2M${mm(x)} ${mm(bottom)}v1.2" stroke="#14181D" stroke-width="0.15"/><text x="${mm(x)}" y="${mm(bottom + 3.4)}" font-size="2" text-anchor="middle">${km(east)}</text>`,
    );
  }
  for (const north of norths) {
    const [, y] = sheet.toMm([easts[0] ?? ground[0][0], north]);
    ticks.push(
      markup`<path d="M${mm(frame.x)} ${mm(y)}h-1.2M${mm(right)} ${mm(y)}h1.2" stroke="#14181D" stroke-width="0.15"/><text transform="translate(${mm(frame.x - 1.8)} ${mm(y)}) rotate(-90)" font-size="2" text-anchor="middle">${km(north)}</text>`,
    );
    for (const east of easts) {
      const [x] = sheet.toMm([east, north]);
      ticks.push(
        markup`<path d="M${mm(x - 1)} ${mm(y)}h2M${mm(x)} ${mm(y - 1)}v2" stroke="#5F6B76" stroke-width="0.12"/>`,
      );
    }
  }
  return joined(ticks);
}

function multiples(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to; value += step) values.push(value);
  return values;
}

/** Numeric scale and bar; `data-metres` says what the bar's length is on the ground. */
export function scaleBar(sheet: Sheet, x: number, y: number, lang: Language): Markup {
  const metres = roundLength((50 * sheet.scale) / 1000);
  const length = (metres * 1000) / sheet.scale;
  const unit = metres >= 2000 ? 'km' : 'm';
  const label = (part: number): string => String(unit === 'km' ? part / 1000 : part);
  return markup`<g data-role="scale" data-scale="${sheet.scale}">
<text x="${mm(x)}" y="${mm(y)}" font-size="2.8" font-weight="600">${FIGURE_WORDS.scale[lang]} 1:${formatCount(sheet.scale)}</text>
<rect data-role="scale-bar" data-metres="${metres}" x="${mm(x)}" y="${mm(y + 4.6)}" width="${mm(length)}" height="1.2" fill="#fff" stroke="#14181D" stroke-width="0.2"/>
<rect x="${mm(x)}" y="${mm(y + 4.6)}" width="${mm(length / 4)}" height="1.2" fill="#14181D"/>
<rect x="${mm(x + length / 2)}" y="${mm(y + 4.6)}" width="${mm(length / 4)}" height="1.2" fill="#14181D"/>
<text x="${mm(x)}" y="${mm(y + 3.9)}" font-size="2" text-anchor="middle">0</text>
<text x="${mm(x + length / 2)}" y="${mm(y + 3.9)}" font-size="2" text-anchor="middle">${label(metres / 2)}</text>
<text x="${mm(x + length)}" y="${mm(y + 3.9)}" font-size="2" text-anchor="middle">${label(metres)} ${unit}</text>
</g>`;
}

/** The map is drawn in the grid: straight up is grid north. */
export function northArrow(sheet: Sheet, lang: Language): Markup {
  const x = sheet.frame.x + sheet.frame.width - 9;
  const y = sheet.frame.y + 4;
  return markup`<g data-role="north">
<rect x="${mm(x - 6.5)}" y="${mm(y - 2.5)}" width="13" height="19" fill="#fff" fill-opacity="0.85"/>
<path d="M${mm(x)} ${mm(y + 1.6)}l2.4 9.4l-2.4 -1.7z" fill="#14181D"/>
<path d="M${mm(x)} ${mm(y + 1.6)}l-2.4 9.4l2.4 -1.7z" fill="#fff" stroke="#14181D" stroke-width="0.2"/>
<text x="${mm(x)}" y="${mm(y + 0.8)}" font-size="2.8" font-weight="600" text-anchor="middle">N</text>
<text x="${mm(x)}" y="${mm(y + 14.6)}" font-size="2" text-anchor="middle">${FIGURE_WORDS.gridNorth[lang]}</text>
</g>`;
}

export interface LegendEntry {
  readonly symbol: MapSymbol | null;
  readonly title: string;
}

const ROW_MM = 4.6;

/**
 * Legend of what is in the figure, drawn with the real symbols. It keeps to its height: the more there
 * is, the closer it stands.
 */
export function legend(
  entries: readonly LegendEntry[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  grey: boolean,
  lang: Language,
): Markup {
  const columns = entries.length > 10 ? 3 : 2;
  const rows = Math.ceil(entries.length / columns);
  const rowMm = Math.min(ROW_MM, LEGEND_HEIGHT_MM / rows);
  const size = rowMm < 3.4 ? 1.9 : 2.3;
  const columnMm = at.width / columns;
  const drawn = entries.map(({ symbol, title }, i) => {
    const x = at.x + Math.floor(i / rows) * columnMm;
    const y = at.y + 2.4 + (i % rows) * rowMm;
    const height = Math.min(3.2, rowMm - 0.8);
    const text = markup`<text x="${mm(x + 10)}" y="${mm(y + height / 2 + 0.8)}" font-size="${size}">${title}</text>`;
    return joined([swatch(symbol, { x, y, height }, grey), text]);
  });
  return markup`<g data-role="legend"><text x="${mm(at.x)}" y="${mm(at.y)}" font-size="2.6" font-weight="600">${FIGURE_WORDS.legend[lang]}</text>${drawn}</g>`;
}

function swatch(
  symbol: MapSymbol | null,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
  grey: boolean,
): Markup {
  if (symbol === null) {
    return markup`<circle cx="${mm(x + 4)}" cy="${mm(y + height / 2)}" r="0.5" fill="#fff" stroke="#14181D" stroke-width="0.25"/>`;
  }
  const [x2, y2] = [x + 8, y + height];
  const box: readonly (readonly [number, number])[] = [
    [x, y],
    [x2, y],
    [x2, y2],
    [x, y2],
    [x, y],
  ];
  const paper = { widthMm: 0, heightMm: 0 };
  const { fill, line } = paint([[box]], { ...symbol, bandMm: 0, letter: null }, { grey, paper });
  const wide = Math.min(symbol.bandMm, 0.8);
  const band =
    symbol.bandMm === 0
      ? NOTHING
      : markup`<rect x="${mm(x + wide / 2)}" y="${mm(y + wide / 2)}" width="${mm(8 - wide)}" height="${mm(height - wide)}" fill="none" stroke="${symbol.fill ?? symbol.stroke}" stroke-opacity="0.42" stroke-width="${wide}"/>`;
  const letter =
    symbol.letter === null
      ? NOTHING
      : markup`<text x="${mm(x + 4)}" y="${mm(y + height / 2 + 0.8)}" font-size="2.2" text-anchor="middle" fill="${symbol.stroke}">${symbol.letter}</text>`;
  return joined([fill, band, line, letter]);
}
