import type { CatalogLayer } from '../../domain/catalog.ts';
import { SECURITY_LEVELS } from '../../domain/catalog.ts';
import { isControlKind, KINDS, kindRank, type LayerKind } from '../../domain/kinds.ts';
import type { BBox, FlatPolygons, MultiPolygon, Position } from '../../geometry/shapes.ts';
import { toNested } from '../../geometry/shapes.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language, Text } from '../../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../../text/words/figure.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { SHEET_SENTENCES } from '../../text/words/sheet.ts';
import { displayWidth } from '../display-width.ts';
import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import { type Plane, planeOfSite } from '../plane.ts';
import { cutToFrame } from './cut-to-frame.ts';
import { FOOTER_TOP_MM, LEGEND_HEIGHT_MM, NOTE_STEP_MM } from './footer.ts';
import { grid, type LegendEntry, legend, northArrow, scaleBar } from './furniture.ts';
import { convergence } from './notes.ts';
import { type Painted, paint } from './paint.ts';
import { mm, onSheet, type SheetPolygons } from './shape.ts';
import { layOut, type Sheet } from './sheet.ts';
import { inGrey, type MapSymbol, SITE, symbolOf } from './symbols.ts';
import { thinned } from './thin.ts';

/** Scales to choose from. */
export const SHEET_SCALES = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000] as const;

export const PAPERS = {
  a4p: { widthMm: 210, heightMm: 297 },
  a4l: { widthMm: 297, heightMm: 210 },
  a3p: { widthMm: 297, heightMm: 420 },
  a3l: { widthMm: 420, heightMm: 297 },
} as const;
export type Paper = keyof typeof PAPERS;

export interface SheetRequest {
  readonly paper: Paper;
  /** 1 : scale; null: the smallest round one that holds the view. */
  readonly scale: number | null;
  /** What the map shows, lon/lat: its middle is the middle of the sheet. */
  readonly view: BBox;
  /** EPSG of the project, for its zone; 4490 where there is none. */
  readonly epsg: number;
  /** Layers that will be asked. */
  readonly layers: readonly CatalogLayer[];
}

/** Where everything goes before any layer was read. */
export interface SheetPlan {
  readonly request: SheetRequest;
  readonly plane: Plane;
  readonly sheet: Sheet;
  /** Ground of the frame, lon/lat: what has to be read of each layer. */
  readonly ground: BBox;
}

/** What one layer gave for the sheet; a reason where it gave nothing. */
export type SheetLayer =
  | { readonly entry: CatalogLayer; readonly features: readonly FlatPolygons[] }
  | { readonly entry: CatalogLayer; readonly why: Text };

export interface SheetOptions {
  readonly lang: Language;
  readonly title: string;
  readonly grey: boolean;
  readonly synthetic: boolean;
  /** Outline of the project, lon/lat. */
  readonly site: MultiPolygon;
  /** Time of making, ISO. */
  readonly createdAt: string;
  /** Layers of which the frame is not wholly covered. */
  readonly uncovered: readonly CatalogLayer[];
}

/** Part of the frame that `layOut` keeps for what it is given, less a hair: the scale is then the wanted one. */
const HELD = 0.77;
const PREFIX = 'm-';
/** Small print may take so many lines: what is missing is named, whatever room that takes. */
const NOTE_LINES = 7;
const FOOTER_MM = FOOTER_TOP_MM + 2.4 + LEGEND_HEIGHT_MM + 3 + NOTE_LINES * NOTE_STEP_MM;

export function planSheet(request: SheetRequest): SheetPlan {
  const { view, paper, scale, epsg } = request;
  const plane = planeOfSite(epsg, view);
  const size = PAPERS[paper];
  const given = { ...size, footerMm: FOOTER_MM };
  const corners = boxInPlane(view, plane);
  const sheet = layOut(scale === null ? corners : cornersFor(corners, scale, given), given);
  return { request, plane, sheet, ground: groundOf(sheet, plane) };
}

/** Control lines are drawn; administrative boundaries and the base never are. */
export function isDrawn({ kind }: CatalogLayer): boolean {
  return isControlKind(kind);
}

/** Corners around the middle of the view for which `layOut` takes just this scale. */
function cornersFor(
  [[west, south], [east, north]]: readonly [Position, Position],
  scale: number,
  { widthMm }: { readonly widthMm: number },
): readonly [Position, Position] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const half = ((widthMm - 16) * scale * HELD) / 2000;
  return [
    [x - half, y],
    [x + half, y],
  ];
}

function boxInPlane(box: BBox, plane: Plane): readonly [Position, Position] {
  const corners = ring(box).map((corner) => plane.toPlane(corner));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

/** The frame in lon/lat: its corners and the middles of its sides, and a hair more for their bend. */
function groundOf({ ground: [[west, south], [east, north]] }: Sheet, plane: Plane): BBox {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const places = [west, x, east].flatMap((e) => [south, y, north].map((n): Position => [e, n]));
  const lonLats = places.map((place) => plane.toLonLat(place));
  const lons = lonLats.map(([lon]) => lon);
  const lats = lonLats.map(([, lat]) => lat);
  const [w, s, e, n] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const more = 0.001 * Math.max(e - w, n - s);
  return [w - more, s - more, e + more, n + more];
}

const ring = ([w, s, e, n]: BBox): readonly Position[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
];

/** The shown control lines on one sheet at a round scale, as SVG in millimetres. */
export function drawSheet(
  { plane, sheet }: SheetPlan,
  layers: readonly SheetLayer[],
  options: SheetOptions,
): string {
  const { lang, title, grey, site, synthetic } = options;
  const style = (symbol: MapSymbol): MapSymbol => (grey ? inGrey(symbol) : symbol);
  const toSheet = (lonLat: Position): Position => sheet.toMm(plane.toPlane(lonLat));
  const { frame, widthMm, heightMm } = sheet;
  const painted: Painted[] = [];
  const draw = (shape: SheetPolygons, symbol: MapSymbol): void => {
    const inside = cutToFrame(shape, sheet);
    painted.push(paint(shape, style(symbol), { grey, paper: sheet, inside }));
  };
  const read = [...layers].sort((a, b) => kindRank(a.entry.kind) - kindRank(b.entry.kind));
  const kinds = new Set<LayerKind>();
  for (const layer of read) {
    if (!('features' in layer)) continue;
    const { kind } = layer.entry;
    kinds.add(kind);
    const shape = layer.features.flatMap((one) => thinned(onSheet(toNested(one), toSheet)));
    if (shape.length > 0) draw(shape, symbolOf(kind));
  }
  if (site.length > 0) draw(onSheet(site, toSheet), SITE);
  const entries: LegendEntry[] = [
    ...(site.length > 0 ? [{ symbol: style(SITE), title: FIGURE_WORDS.site[lang] }] : []),
    ...[...kinds].map((kind) => ({
      symbol: style(symbolOf(kind)),
      title: KINDS[kind].title[lang],
    })),
  ];
  const clip = `${PREFIX}frame`;
  const footer = frame.y + frame.height + FOOTER_TOP_MM;
  const legendX = frame.x + 66;
  const box = markup`x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}"`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-label="${title}" font-family="'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif" fill="#14181D">
<defs><clipPath id="${clip}"><rect ${box}/></clipPath></defs>
<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>
<text x="${widthMm / 2}" y="6.4" font-size="4.4" font-weight="600" text-anchor="middle">${title}</text>
<text x="${mm(frame.x)}" y="9" font-size="2.4" fill="${grey ? '#14181D' : '#9B1C1C'}">${bannerOf(layers)[lang]}</text>
<g clip-path="url(#${clip})">
${painted.map((one) => one.under)}
${painted.map((one) => one.fill)}
${painted.map((one) => one.line)}
${synthetic ? watermark(sheet, lang) : NOTHING}
</g>
<rect ${box} fill="none" stroke="#14181D" stroke-width="0.4"/>
${grid(sheet)}
${northArrow(sheet, lang)}
${scaleBar(sheet, frame.x + 1, footer, lang)}
${legend(entries, { x: legendX, y: footer, width: frame.x + frame.width - legendX }, grey, lang)}
${notes(sheet, plane, layers, options)}
</svg>`.source;
}

/** The strictest 密级 of the layers on the sheet, also of those that could not be drawn. */
function bannerOf(layers: readonly SheetLayer[]): Text {
  const ranks = layers.map(({ entry }) => SECURITY_LEVELS.indexOf(entry.security));
  const level = SECURITY_LEVELS[Math.max(...ranks)] ?? 'internal';
  if (level === 'secret') return REPORT_WORDS.secretBanner;
  return level === 'internal' ? REPORT_WORDS.keepSafe : REPORT_WORDS.publicBanner;
}

function notes(
  sheet: Sheet,
  plane: Plane,
  layers: readonly SheetLayer[],
  { lang, createdAt, uncovered }: SheetOptions,
): Markup {
  const nameOf = ({ kind }: CatalogLayer): string => KINDS[kind].short[lang];
  const list = (names: readonly string[]): string =>
    [...new Set(names)].join(lang === 'zh' ? '、' : ', ');
  const missing = layers.flatMap((layer) => ('why' in layer ? [nameOf(layer.entry)] : []));
  const editions = layers.flatMap((layer) => ('why' in layer ? [] : [layer.entry.edition]));
  const asOf = [...new Set(editions)].sort().join('、') || NO_VALUE;
  const lines = [
    ...(missing.length > 0
      ? [{ text: SHEET_SENTENCES.missing(list(missing))[lang], gap: true }]
      : []),
    ...(uncovered.length > 0
      ? [{ text: SHEET_SENTENCES.uncovered(list(uncovered.map(nameOf)))[lang], gap: true }]
      : []),
    {
      text: `${FIGURE_SENTENCES.plane(plane.zoneWidth, plane.zone, plane.meridian, convergence(plane, sheet))[lang]}　${SHEET_SENTENCES.areas[lang]}`,
      gap: false,
    },
    {
      text: [
        `${FIGURE_WORDS.madeOn[lang]} ${createdAt.slice(0, 10)}`,
        `${REPORT_WORDS.dataAsOf[lang]} ${asOf}`,
        FIGURE_WORDS.unit[lang],
        FIGURE_WORDS.approval[lang],
      ].join('　'),
      gap: false,
    },
    { text: REPORT_WORDS.internalFigure[lang], gap: true },
  ];
  const room = (2 * sheet.frame.width) / NOTE_MM;
  const printed = lines.flatMap(({ text, gap }) =>
    wrapped(text, room).map((part) => ({ text: part, gap })),
  );
  const bottom = sheet.heightMm - 3;
  return joined(
    printed.map(({ text, gap }, i) => {
      const y = bottom - (printed.length - 1 - i) * NOTE_STEP_MM;
      return markup`<text x="${mm(sheet.frame.x)}" y="${mm(y)}" font-size="${NOTE_MM}"${gap ? markup` font-weight="600"` : NOTHING}>${text}</text>`;
    }),
  );
}

/** Height of the small print, mm; a Chinese character is as wide, a Latin one half of it. */
const NOTE_MM = 2.3;

/** Lines of at most so many half-width columns, broken at spaces and behind the marks of a list. */
function wrapped(text: string, room: number): string[] {
  const lines = [''];
  for (const word of text.split(/(?<=[、，。；\s])/u)) {
    const line = lines.at(-1)! + word;
    if (lines.at(-1) !== '' && displayWidth(line.trimEnd()) > room) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trimEnd());
}

function watermark(sheet: Sheet, lang: Language): Markup {
  const { x, y, width, height } = sheet.frame;
  return joined(
    [0.2, 0.5, 0.8].map((part) => {
      const at = markup`translate(${mm(x + width / 2)} ${mm(y + height * part)}) rotate(-20)`;
      return markup`<text transform="${at}" font-size="8" text-anchor="middle" fill="#573A91" fill-opacity="0.16">${REPORT_WORDS.synthetic[lang]}</text>`;
    }),
  );
}
