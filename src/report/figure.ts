import { KIND_ORDER, KINDS, type LayerKind } from '../domain/kinds.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';
import type { MultiPolygon, Position } from '../geometry/shapes.ts';
import { formatCount } from '../text/numbers.ts';
import type { Language } from '../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS, REPORT_WORDS } from '../text/words/report.ts';
import { boundaryPoints } from './boundary-points.ts';
import {
  grid,
  LEGEND_ROW_MM,
  type LegendEntry,
  legend,
  legendRows,
  northArrow,
  scaleBar,
} from './figure/furniture.ts';
import { badges, haloText, Occupancy, pointLabels } from './figure/labels.ts';
import { type Painted, paint } from './figure/paint.ts';
import { innerPoint, mm, onSheet } from './figure/shape.ts';
import { layOut, type Sheet } from './figure/sheet.ts';
import {
  hatchPatterns,
  inGrey,
  type MapSymbol,
  OCCUPIED,
  SITE,
  symbolOf,
} from './figure/symbols.ts';
import { joined, type Markup, markup, NOTHING } from './markup.ts';
import { type Plane, planeOfSite } from './plane.ts';
import { securityBanner } from './security.ts';
import { editionsOf } from './took-part.ts';

export interface FigureOptions {
  readonly lang: Language;
  /** For photocopies: no colour, no fills, hatches only. */
  readonly grey?: boolean;
  /** The lines around the site, lon/lat. Administrative areas are never drawn. */
  readonly context?: readonly { readonly kind: LayerKind; readonly polygons: MultiPolygon }[];
  /** What the figure is called; the default is that of the whole site. */
  readonly caption?: string;
  /** [min, max] east and north in the site's plane, m, to be drawn; the default is the site. */
  readonly extent?: readonly [Position, Position];
  /** Sheet size; the default fits the text width of A4. */
  readonly widthMm?: number;
  readonly heightMm?: number;
  /** Prefix of element ids, where several figures share a document. */
  readonly idPrefix?: string;
}

/** Context that is left out of figures: an administrative boundary is never drawn. */
const NEVER_DRAWN: readonly LayerKind[] = ['administrative-area', 'land-use'];

/**
 * The site over the control lines as one SVG in millimetres, drawn in the Gauss-Krüger plane of the
 * site's zone at a round scale. Pure: the same report gives the same figure everywhere.
 *
 * @returns null when the report holds no geometry
 */
export function siteFigure(report: CheckReport, options: FigureOptions): string | null {
  const plane = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const corners = options.extent ?? siteCorners(report, plane);
  return corners === null ? null : drawFigure(report, plane, corners, options).source;
}

/** Lower left and upper right corner of the site in its plane, m; null without geometry. */
export function siteCorners(
  report: CheckReport,
  plane: Plane,
): readonly [Position, Position] | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const parcel of report.project.parcels) {
    for (const position of parcel.geometry?.coordinates.flat(2) ?? []) {
      const [x, y] = plane.toPlane(position);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  if (west > east) return null;
  return [
    [west, south],
    [east, north],
  ];
}

function drawFigure(
  report: CheckReport,
  plane: Plane,
  corners: readonly [Position, Position],
  options: FigureOptions,
): Markup {
  const { lang, grey = false, idPrefix = 'f-' } = options;
  const caption = options.caption ?? FIGURE_WORDS.caption[lang];
  const { widthMm = 170, heightMm = 185 } = options;
  const entries = legendEntries(report, options);
  const footerMm = Math.max(14, 5 + legendRows(entries.length) * LEGEND_ROW_MM) + 15;
  const sheet = layOut(corners, { widthMm, heightMm, footerMm });
  const style = (symbol: MapSymbol): MapSymbol => (grey ? inGrey(symbol) : symbol);
  const toSheet = (lonLat: Position): Position => sheet.toMm(plane.toPlane(lonLat));

  const taken = new Occupancy();
  const { frame } = sheet;
  taken.take([frame.x + frame.width - 9, frame.y + 11], 7, 10);
  const painted: Painted[] = [];
  const draw = (polygons: MultiPolygon, symbol: MapSymbol): void => {
    const shape = onSheet(polygons, toSheet);
    if (!meetsFrame(shape, sheet)) return;
    painted.push(paint(shape, style(symbol), idPrefix, `s${painted.length}`));
  };
  for (const { kind, polygons } of inKindOrder(options.context ?? [])) {
    draw(polygons, symbolOf(kind));
  }
  const around = new Set(options.context?.map((one) => one.kind));
  for (const layer of inKindOrder(report.layers)) {
    if (around.has(layer.kind)) continue;
    for (const { geometry, belowThreshold } of layer.overlaps) {
      if (geometry !== null && !belowThreshold) draw(geometry.coordinates, symbolOf(layer.kind));
    }
  }
  const pieces = numberedPieces(report).flatMap(({ number, overlap }) =>
    overlap.geometry === null ? [] : [{ number, polygons: overlap.geometry.coordinates }],
  );
  for (const { polygons } of pieces) draw(polygons, OCCUPIED);
  const parcels = report.project.parcels.flatMap((parcel) =>
    parcel.geometry === null ? [] : [{ name: parcel.name, polygons: parcel.geometry.coordinates }],
  );
  for (const { polygons } of parcels) draw(polygons, SITE);

  const numbered = pieces
    .map(({ number, polygons }) => ({ number, shape: onSheet(polygons, toSheet) }))
    .filter(({ shape }) => meetsFrame(shape, sheet));
  const discs = badges(numbered, taken);
  const rings = boundaryPoints(report).map(({ points }) =>
    points
      .map((point) => ({ name: point.name, at: sheet.toMm(point.plane) }))
      .filter(({ at }) => isInFrame(at, sheet)),
  );
  const points = pointLabels(rings, taken);
  const names = parcels.map(({ name, polygons }) => {
    const inner = innerPoint(onSheet(polygons, toSheet));
    if (
      inner === null ||
      !isInFrame(inner.at, sheet) ||
      !taken.take(inner.at, 1.2 * name.length, 1.6)
    )
      return NOTHING;
    return haloText([inner.at[0], inner.at[1] + 1], 2.6, name);
  });

  const clip = `${idPrefix}frame`;
  const footer = frame.y + frame.height + 10;
  const legendX = frame.x + 66;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-label="${caption}" font-family="'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif" fill="#14181D">
<defs>${hatchPatterns(idPrefix, grey)}<clipPath id="${clip}"><rect x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}"/></clipPath></defs>
<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>
<text x="${widthMm / 2}" y="6" font-size="4" font-weight="600" text-anchor="middle">${caption}</text>
<text x="${mm(frame.x)}" y="9" font-size="2.4" fill="#9B1C1C">${securityBanner(report)[lang]}</text>
<text x="${mm(frame.x + frame.width)}" y="9" font-size="2.2" text-anchor="end">${report.number}</text>
<g clip-path="url(#${clip})">
${painted.map((one) => one.fill)}
${painted.map((one) => one.line)}
${points.drawn}
${discs}
${names}
${report.catalog.synthetic ? watermark(sheet, lang) : NOTHING}
</g>
<rect x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}" fill="none" stroke="#14181D" stroke-width="0.4"/>
${grid(sheet)}
${northArrow(sheet, lang)}
${scaleBar(sheet, frame.x + 1, footer, lang)}
${legend(entries, { x: legendX, y: footer, width: frame.x + frame.width - legendX }, idPrefix, lang)}
${notes(report, plane, sheet, points, lang)}
</svg>`;
}

function legendEntries(report: CheckReport, options: FigureOptions): LegendEntry[] {
  const { lang, grey = false } = options;
  const style = (symbol: MapSymbol): MapSymbol => (grey ? inGrey(symbol) : symbol);
  const kinds = new Set<LayerKind>();
  for (const { kind } of inKindOrder(options.context ?? [])) kinds.add(kind);
  for (const layer of inKindOrder(report.layers)) {
    const drawn = layer.overlaps.some((one) => one.geometry !== null && !one.belowThreshold);
    if (drawn) kinds.add(layer.kind);
  }
  const occupied = numberedPieces(report).some((piece) => piece.overlap.geometry !== null);
  return [
    { symbol: style(SITE), title: FIGURE_WORDS.site[lang] },
    { symbol: null, title: FIGURE_WORDS.boundaryPoint[lang] },
    ...(occupied ? [{ symbol: style(OCCUPIED), title: FIGURE_WORDS.occupied[lang] }] : []),
    ...KIND_ORDER.filter((kind) => kinds.has(kind)).map((kind) => ({
      symbol: style(symbolOf(kind)),
      title: KINDS[kind].title[lang],
    })),
  ];
}

function inKindOrder<T extends { readonly kind: LayerKind }>(items: readonly T[]): T[] {
  return KIND_ORDER.filter((kind) => !NEVER_DRAWN.includes(kind)).flatMap((kind) =>
    items.filter((item) => item.kind === kind),
  );
}

function notes(
  report: CheckReport,
  plane: Plane,
  sheet: Sheet,
  points: { readonly labelled: number; readonly all: number },
  lang: Language,
): Markup {
  const lines = [
    FIGURE_SENTENCES.plane(plane.zoneWidth, plane.zone, plane.meridian)[lang],
    [
      `${FIGURE_WORDS.madeOn[lang]} ${report.createdAt.slice(0, 10)}`,
      `${REPORT_WORDS.dataAsOf[lang]} ${editionsOf(report.layers)}`,
      FIGURE_WORDS.unit[lang],
      FIGURE_WORDS.approval[lang],
    ].join('　'),
    REPORT_WORDS.internalFigure[lang],
  ];
  if (points.labelled < points.all) {
    const [shown, all] = [formatCount(points.labelled), formatCount(points.all)];
    lines[0] += `　${FIGURE_SENTENCES.pointsThinned(shown, all)[lang]}`;
  }
  const bottom = sheet.heightMm - 1.5;
  return joined(
    lines.map((line, i) => {
      const y = bottom - (lines.length - 1 - i) * 3.6;
      const strong = i === lines.length - 1;
      return markup`<text x="${mm(sheet.frame.x)}" y="${mm(y)}" font-size="2.3"${strong ? markup` font-weight="600"` : NOTHING}>${line}</text>`;
    }),
  );
}

function watermark(sheet: Sheet, lang: Language): Markup {
  const { x, y, width, height } = sheet.frame;
  const places = [0.2, 0.5, 0.8].map((part): Position => [x + width / 2, y + height * part]);
  return joined(
    places.map(
      ([cx, cy]) =>
        markup`<text transform="translate(${mm(cx)} ${mm(cy)}) rotate(-20)" font-size="8" text-anchor="middle" fill="#573A91" fill-opacity="0.16">${REPORT_WORDS.synthetic[lang]}</text>`,
    ),
  );
}

/** Whether anything of it may show: its box meets the frame. */
function meetsFrame(shape: ReturnType<typeof onSheet>, { frame }: Sheet): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shape.flat(2)) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const { x, y, width, height } = frame;
  return east >= x && west <= x + width && north >= y && south <= y + height;
}

function isInFrame([px, py]: Position, { frame: { x, y, width, height } }: Sheet): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}
