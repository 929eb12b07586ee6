import { isControlKind, KIND_ORDER, KINDS, type LayerKind } from '../domain/kinds.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Surroundings } from '../domain/surroundings.ts';
import type { MultiPolygon, Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../text/words/figure.ts';
import { REPORT_WORDS } from '../text/words/report.ts';
import { boundaryPoints } from './boundary-points.ts';
import { gapsOf, namesOf, notShown, sheetAround } from './figure/around.ts';
import { cutToFrame } from './figure/cut-to-frame.ts';
import { FOOTER_TOP_MM } from './figure/footer.ts';
import { grid, type LegendEntry, legend, northArrow, scaleBar } from './figure/furniture.ts';
import { badges, haloText, Occupancy, pointLabels } from './figure/labels.ts';
import { figureNotes } from './figure/notes.ts';
import { type Painted, paint } from './figure/paint.ts';
import { type FigurePlan, figurePlans, sheetOf } from './figure/plans.ts';
import { innerPoint, mm, onSheet, type SheetPolygons } from './figure/shape.ts';
import type { Sheet } from './figure/sheet.ts';
import { inGrey, type MapSymbol, OCCUPIED, SITE, symbolOf, UNCHECKED } from './figure/symbols.ts';
import { urbanZones, zoneEntries } from './figure/urban-zones.ts';
import { joined, type Markup, markup, NOTHING } from './markup.ts';
import type { Plane } from './plane.ts';
import { securityBanner } from './security.ts';

export interface FigureOptions {
  readonly lang: Language;
  /** For photocopies: no colour, no fills, hatches only. */
  readonly grey?: boolean | undefined;
  /** The lines around the site; without them the figure says that they are not drawn. */
  readonly surroundings?: Surroundings | null | undefined;
}

/** Lines from the lowest to the uppermost; an administrative boundary is never drawn. */
const DRAWN_KINDS = KIND_ORDER.filter(isControlKind);

/**
 * The site over the control lines as one SVG in millimetres, drawn in the Gauss-Krüger plane of the
 * site's zone at a round scale. Pure: the same report and surroundings give the same figure everywhere.
 *
 * @returns null when the report holds no geometry
 */
export function siteFigure(report: CheckReport, options: FigureOptions): string | null {
  const { plane, plans } = figurePlans(report);
  const plan = plans.find(({ id }) => id === 'site');
  return plan ? plannedFigure(report, plane, plan, options) : null;
}

/** One of the figures of `figurePlans`. */
export function plannedFigure(
  report: CheckReport,
  plane: Plane,
  plan: FigurePlan,
  options: FigureOptions,
): string {
  return drawFigure(report, plane, plan, options).source;
}

/** What a figure is called. */
export function captionOf({ id, piece }: FigurePlan, lang: Language): string {
  if (piece) return FIGURE_SENTENCES.piece(piece.number, KINDS[piece.kind].short[lang])[lang];
  return FIGURE_WORDS[id === 'location' ? 'location' : 'caption'][lang];
}

function drawFigure(
  report: CheckReport,
  plane: Plane,
  plan: FigurePlan,
  { lang, grey = false, surroundings }: FigureOptions,
): Markup {
  const caption = captionOf(plan, lang);
  const { widthMm, heightMm } = plan;
  const sheet = sheetOf(plan);
  const around = sheetAround(report, surroundings, plan.id);
  const toSheet = (lonLat: Position): Position => sheet.toMm(plane.toPlane(lonLat));

  const taken = new Occupancy();
  const { frame } = sheet;
  taken.take([frame.x + frame.width - 9, frame.y + 11], 7, 10);
  const painted: Painted[] = [];
  const entries: LegendEntry[] = [];
  // One path a symbol: a hatch is costly to draw again for every feature.
  const draw = (polygons: MultiPolygon, symbol: MapSymbol, title: string): void => {
    const shape = polygons
      .map((polygon) => onSheet([polygon], toSheet))
      .filter((polygon) => showsIn(polygon, sheet))
      .flat();
    if (shape.length === 0) return;
    const style = grey ? inGrey(symbol) : symbol;
    painted.push(paint(shape, style, { grey, paper: sheet, inside: cutToFrame(shape, sheet) }));
    entries.push({ symbol: style, title });
  };
  for (const kind of DRAWN_KINDS) {
    const line = around?.lines.find((one) => one.kind === kind);
    if (kind === 'urban-development-boundary') {
      const zones = urbanZones(report, line).filter(({ polygons }) =>
        showsIn(onSheet(polygons, toSheet), sheet),
      );
      // beneath the boundary, whose line they share
      for (const zone of zoneEntries(zones, lang)) draw(zone.polygons, zone.symbol, zone.title);
    }
    const polygons = line?.geometry?.coordinates ?? overlapsOf(report, kind);
    draw(polygons, symbolOf(kind), KINDS[kind].title[lang]);
  }
  const gaps = gapsOf(around);
  draw(
    gaps.flatMap(({ polygons }) => polygons),
    UNCHECKED,
    FIGURE_WORDS.unchecked[lang],
  );
  const pieces = numberedPieces(report).flatMap(({ number, overlap }) =>
    overlap.geometry === null ? [] : [{ number, polygons: overlap.geometry.coordinates }],
  );
  draw(
    pieces.flatMap(({ polygons }) => polygons),
    OCCUPIED,
    FIGURE_WORDS.occupied[lang],
  );
  const parcels = report.project.parcels.flatMap((parcel) =>
    parcel.geometry === null ? [] : [{ name: parcel.name, polygons: parcel.geometry.coordinates }],
  );
  draw(
    parcels.flatMap(({ polygons }) => polygons),
    SITE,
    FIGURE_WORDS.site[lang],
  );

  const numbered = pieces
    .map(({ number, polygons }) => ({ number, shape: onSheet(polygons, toSheet) }))
    .filter(({ shape }) => showsIn(shape, sheet));
  const discs = badges(numbered, taken);
  const rings = boundaryPoints(report).map(({ points }) =>
    points
      .map((point) => ({ name: point.name, at: sheet.toMm(point.plane) }))
      .filter(({ at }) => isInFrame(at, sheet)),
  );
  const points = pointLabels(rings, taken);
  if (points.all > 0) entries.push({ symbol: null, title: FIGURE_WORDS.boundaryPoint[lang] });
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
  const unchecked = gaps.map(({ kinds, polygons }) => {
    const words = FIGURE_SENTENCES.uncheckedHere(namesOf(kinds, lang))[lang];
    const inner = innerPoint(cutToFrame(onSheet(polygons, toSheet), sheet));
    if (inner === null || !taken.take(inner.at, 1.3 * words.length, 2)) return NOTHING;
    return haloText([inner.at[0], inner.at[1] + 1], 2.4, words);
  });

  const footer = frame.y + frame.height + FOOTER_TOP_MM;
  const legendX = frame.x + 66;
  const ordered = inLegendOrder(entries, lang);
  const said = { ...points, notShown: notShown(report, around, lang) };
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-label="${caption}" font-family="'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif" fill="#14181D">
<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>
<g data-role="map">
${painted.map((one) => one.under)}
${painted.map((one) => one.fill)}
${painted.map((one) => one.line)}
${points.drawn}
${discs}
${names}
${unchecked}
${report.catalog.synthetic ? watermark(sheet, lang) : NOTHING}
</g>
${mat(sheet)}
<text x="${widthMm / 2}" y="6" font-size="4" font-weight="600" text-anchor="middle">${caption}</text>
<text x="${mm(frame.x)}" y="9" font-size="2.4" fill="#9B1C1C">${securityBanner(report)[lang]}</text>
<text x="${mm(frame.x + frame.width)}" y="9" font-size="2.2" text-anchor="end">${report.number}</text>
${report.project.crs.shift === null ? NOTHING : markup`<text x="${widthMm / 2}" y="9.2" font-size="2.4" font-weight="600" text-anchor="middle" fill="#9B1C1C">${REPORT_WORDS.internetMap[lang]}</text>`}
<rect x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}" fill="none" stroke="#14181D" stroke-width="0.4"/>
${grid(sheet)}
${northArrow(sheet, lang)}
${scaleBar(sheet, frame.x + 1, footer, lang)}
${legend(ordered, { x: legendX, y: footer, width: frame.x + frame.width - legendX }, grey, lang)}
${figureNotes(report, plane, sheet, said, lang)}
</svg>`;
}

/**
 * The site first, then what it occupies, the lines in their fixed order, the urban boundary before its
 * zones, and what was not looked at.
 */
function inLegendOrder(entries: readonly LegendEntry[], lang: Language): LegendEntry[] {
  const { site, boundaryPoint, occupied, unchecked } = FIGURE_WORDS;
  const first: string[] = [site[lang], boundaryPoint[lang], occupied[lang]];
  const kinds = KIND_ORDER.map((kind): string => KINDS[kind].title[lang]);
  const urban = kinds.indexOf(KINDS['urban-development-boundary'].title[lang]);
  const rank = ({ title }: LegendEntry): number => {
    if (title === unchecked[lang]) return 3000;
    const at = first.indexOf(title);
    if (at >= 0) return at;
    const kind = kinds.indexOf(title);
    return kind >= 0 ? 1000 + kind : 1000 + urban + 0.5;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** What the report itself knows of a line: the pieces it has under the site. */
function overlapsOf(report: CheckReport, kind: LayerKind): MultiPolygon {
  return report.layers
    .filter((layer) => layer.kind === kind)
    .flatMap(({ overlaps }) => overlaps)
    .flatMap(({ geometry, belowThreshold }) =>
      belowThreshold ? [] : (geometry?.coordinates ?? []),
    );
}

/** Paper over what lies beyond the frame: quicker to draw than a clipped group, and the same to see. */
function mat({ widthMm, heightMm, frame: { x, y, width, height } }: Sheet): Markup {
  return markup`<path data-role="mat" d="M0 0H${widthMm}V${heightMm}H0ZM${mm(x)} ${mm(y)}V${mm(y + height)}H${mm(x + width)}V${mm(y)}Z" fill="#fff"/>`;
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

/** Whether any of it shows: some of a ring lies within the frame, or some of its line. */
function showsIn(shape: SheetPolygons, sheet: Sheet): boolean {
  return cutToFrame(shape, sheet).length > 0;
}

function isInFrame([px, py]: Position, { frame: { x, y, width, height } }: Sheet): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}
