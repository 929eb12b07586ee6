import type { CheckReport } from '../../domain/report.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../../text/words/figure.ts';
import { REDACTION_WORDS } from '../../text/words/redaction.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import { type Plane, planeOfSite } from '../plane.ts';
import { securityBanner } from '../security.ts';
import { editionsOf } from '../took-part.ts';
import { northArrow, scaleBar } from './furniture.ts';
import { mm } from './shape.ts';
import { layOut, type Sheet } from './sheet.ts';

const SIZE = { widthMm: 170, heightMm: 120, footerMm: 28 } as const;

/** Lines drawn to either side of the cell: more than the frame holds at 1:500 000. */
const AROUND_CELLS = 6;

/**
 * Location figure of a redacted report: the graticule of 0.1° and, hatched, the cell that holds the
 * middle of the site, at 1:500 000. Drawn from the cell alone; nothing else of the place is in the record.
 */
export function cellFigure(report: CheckReport, lang: Language): string {
  const [west, south, east, north] = report.project.bbox;
  const plane = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const degrees = east - west;
  const lines = Array.from(
    { length: 2 * AROUND_CELLS + 2 },
    (_, i) => (i - AROUND_CELLS) * degrees,
  );
  const lons = lines.map((offset) => west + offset);
  const lats = lines.map((offset) => south + offset);
  const sheet = layOut(
    [
      plane.toPlane([west - degrees / 2, south - degrees / 2]),
      plane.toPlane([east + degrees / 2, north + degrees / 2]),
    ],
    SIZE,
  );
  const { frame } = sheet;
  const at = (position: Position): Position => sheet.toMm(plane.toPlane(position));
  const path = (positions: readonly Position[]): string =>
    `M${positions.map((position) => at(position).map(mm).join(' ')).join('L')}`;
  const cell = path([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]);
  const graticule = joined([
    ...lons.map((lon) => line(path(lats.map((lat): Position => [lon, lat])))),
    ...lats.map((lat) => line(path(lons.map((lon): Position => [lon, lat])))),
  ]);
  const caption = REDACTION_WORDS.caption[lang];
  const footer = frame.y + frame.height + 10;
  const legendX = frame.x + 66;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.widthMm}mm" height="${SIZE.heightMm}mm" viewBox="0 0 ${SIZE.widthMm} ${SIZE.heightMm}" role="img" aria-label="${caption}" font-family="'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif" fill="#14181D">
<defs><pattern id="cell-hatch" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v2" stroke="#14181D" stroke-width="0.3"/></pattern><clipPath id="cell-frame"><rect x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}"/></clipPath></defs>
<rect width="${SIZE.widthMm}" height="${SIZE.heightMm}" fill="#fff"/>
<text x="${SIZE.widthMm / 2}" y="6" font-size="4" font-weight="600" text-anchor="middle">${caption}</text>
<text x="${mm(frame.x)}" y="9" font-size="2.4" fill="#9B1C1C">${securityBanner(report)[lang]}</text>
<text x="${mm(frame.x + frame.width)}" y="9" font-size="2.2" text-anchor="end">${report.number}</text>
<g clip-path="url(#cell-frame)">${graticule}<path data-role="cell" d="${cell}Z" fill="url(#cell-hatch)" stroke="#14181D" stroke-width="0.5"/>${report.catalog.synthetic ? across(sheet, REPORT_WORDS.synthetic[lang]) : NOTHING}</g>
<rect x="${mm(frame.x)}" y="${mm(frame.y)}" width="${mm(frame.width)}" height="${mm(frame.height)}" fill="none" stroke="#14181D" stroke-width="0.4"/>
${labels(lons, lats, sheet, at)}
${northArrow(sheet, lang)}
${scaleBar(sheet, frame.x + 1, footer, lang)}
<g data-role="legend"><text x="${mm(legendX)}" y="${mm(footer)}" font-size="2.6" font-weight="600">${FIGURE_WORDS.legend[lang]}</text>
<rect x="${mm(legendX)}" y="${mm(footer + 2.4)}" width="8" height="3.2" fill="url(#cell-hatch)" stroke="#14181D" stroke-width="0.3"/>
<text x="${mm(legendX + 10)}" y="${mm(footer + 4.8)}" font-size="2.3">${REDACTION_WORDS.cell[lang]} ${cellName(report)}</text></g>
${foot(report, plane, sheet, lang)}
</svg>`.source;
}

/** "106.0°–106.1°E, 37.3°–37.4°N" */
function cellName({ project: { bbox } }: CheckReport): string {
  const [west, south, east, north] = bbox.map((value) => value.toFixed(1));
  return `${west}°–${east}°E, ${south}°–${north}°N`;
}

const line = (d: string): Markup =>
  markup`<path d="${d}" fill="none" stroke="#5F6B76" stroke-width="0.15"/>`;

function labels(
  lons: readonly number[],
  lats: readonly number[],
  sheet: Sheet,
  at: (position: Position) => Position,
): Markup {
  const { x, y, width, height } = sheet.frame;
  const below = lons.flatMap((lon) => {
    const [place] = at([lon, lats[AROUND_CELLS - 1]!]);
    if (place < x + 3 || place > x + width - 3) return [];
    return [
      markup`<text x="${mm(place)}" y="${mm(y + height + 3.4)}" font-size="2" text-anchor="middle">${lon.toFixed(1)}°E</text>`,
    ];
  });
  const beside = lats.flatMap((lat) => {
    const [, place] = at([lons[AROUND_CELLS - 4]!, lat]);
    if (place < y + 3 || place > y + height - 3) return [];
    return [
      markup`<text transform="translate(${mm(x - 1.8)} ${mm(place)}) rotate(-90)" font-size="2" text-anchor="middle">${lat.toFixed(1)}°N</text>`,
    ];
  });
  return joined([...below, ...beside]);
}

function across({ frame: { x, y, width, height } }: Sheet, words: string): Markup {
  return markup`<text transform="translate(${mm(x + width / 2)} ${mm(y + height / 2)}) rotate(-20)" font-size="8" text-anchor="middle" fill="#573A91" fill-opacity="0.2">${words}</text>`;
}

function foot(report: CheckReport, plane: Plane, sheet: Sheet, lang: Language): Markup {
  const lines = [
    REDACTION_WORDS.why[lang],
    FIGURE_SENTENCES.plane(plane.zoneWidth, plane.zone, plane.meridian, '')[lang].split(
      /[；;]/,
    )[0]!,
    [
      `${FIGURE_WORDS.madeOn[lang]} ${report.createdAt.slice(0, 10)}`,
      `${REPORT_WORDS.dataAsOf[lang]} ${editionsOf(report.layers)}`,
      FIGURE_WORDS.unit[lang],
      FIGURE_WORDS.approval[lang],
    ].join('　'),
    REPORT_WORDS.internalFigure[lang],
  ];
  const bottom = sheet.heightMm - 1.5;
  return joined(
    lines.map(
      (words, i) =>
        markup`<text x="${mm(sheet.frame.x)}" y="${mm(bottom - (lines.length - 1 - i) * 3.4)}" font-size="2.2"${i === lines.length - 1 ? markup` font-weight="600"` : NOTHING}>${words}</text>`,
    ),
  );
}
