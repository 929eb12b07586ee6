import type { CheckReport } from '../../domain/report.ts';
import type { Position } from '../../geometry/shapes.ts';
import { formatCount } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../../text/words/figure.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { joined, type Markup, markup, NOTHING } from '../markup.ts';
import type { Plane } from '../plane.ts';
import { editionsOf } from '../took-part.ts';
import { NOTE_STEP_MM } from './footer.ts';
import { mm } from './shape.ts';
import type { Sheet } from './sheet.ts';

/** At the foot of a figure: plane, dates, slots to fill in, what is not shown, who may see it. */
export function figureNotes(
  report: CheckReport,
  plane: Plane,
  sheet: Sheet,
  said: {
    readonly labelled: number;
    readonly all: number;
    readonly notShown: readonly string[];
  },
  lang: Language,
): Markup {
  const { zoneWidth, zone, meridian } = plane;
  const { labelled, all } = said;
  const gap = '　';
  const thinned =
    labelled < all
      ? [FIGURE_SENTENCES.pointsThinned(formatCount(labelled), formatCount(all))[lang]]
      : [];
  const lines = [
    FIGURE_SENTENCES.plane(zoneWidth, zone, meridian, convergence(plane, sheet))[lang],
    [
      `${FIGURE_WORDS.madeOn[lang]} ${report.createdAt.slice(0, 10)}`,
      `${REPORT_WORDS.dataAsOf[lang]} ${editionsOf(report.layers)}`,
      FIGURE_WORDS.unit[lang],
      FIGURE_WORDS.approval[lang],
      ...thinned,
    ].join(gap),
    said.notShown.join(lang === 'zh' ? '；' : '; '),
    REPORT_WORDS.internalFigure[lang],
  ];
  const bottom = sheet.heightMm - 1.5;
  return joined(
    lines.map((line, i) => {
      const y = bottom - (lines.length - 1 - i) * NOTE_STEP_MM;
      const strong = i === lines.length - 1;
      return markup`<text x="${mm(sheet.frame.x)}" y="${mm(y)}" font-size="2.3"${strong ? markup` font-weight="600"` : NOTHING}>${line}</text>`;
    }),
  );
}

/** Grid north from true north at the middle of the figure, east of it positive, as ±d°mm′. */
export function convergence(plane: Plane, { ground }: Sheet): string {
  const [[west, south], [east, north]] = ground;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const [lon, lat] = plane.toLonLat(middle);
  const from = plane.toPlane([lon, lat - 0.01]);
  const to = plane.toPlane([lon, lat + 0.01]);
  const minutes = Math.round((Math.atan2(from[0] - to[0], to[1] - from[1]) * 180 * 60) / Math.PI);
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '−' : '+';
  return `${sign}${Math.floor(size / 60)}°${String(size % 60).padStart(2, '0')}′`;
}
