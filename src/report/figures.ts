import { KINDS } from '../domain/kinds.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../text/words/report.ts';
import { siteCorners, siteFigure } from './figure.ts';
import { planeOfSite } from './plane.ts';

export interface ReportFigure {
  readonly caption: string;
  readonly svg: string;
}

export interface ReportFigures {
  /** Location, the site over the lines, then one enlargement a piece. */
  readonly figures: readonly ReportFigure[];
  /** Pieces without an enlargement of their own: the smallest, where there are very many. */
  readonly leftOut: number;
}

/** A report of five thousand pieces would be five thousand pages of figures. */
const MOST_ENLARGEMENTS = 12;

/** Half the ground shown around the site for finding it, and at least around a piece, m. */
const LOCATION_HALF_M = 4000;
const PIECE_HALF_M = 20;
const WIDE = { widthMm: 170, heightMm: 120 } as const;

/** Every figure of a report, drawn to round scales. None where it holds no geometry. */
export function reportFigures(
  report: CheckReport,
  { lang, grey = false }: { readonly lang: Language; readonly grey?: boolean },
): ReportFigures {
  const plane = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const corners = siteCorners(report, plane);
  if (corners === null) return { figures: [], leftOut: 0 };
  const draw = (caption: string, id: string, more: object): ReportFigure => {
    const svg = siteFigure(report, { lang, grey, caption, idPrefix: `${id}-`, ...more });
    return { caption, svg: svg! };
  };
  const pieces = numberedPieces(report).flatMap(({ number, kind, overlap }) =>
    overlap.geometry === null ? [] : [{ number, kind, overlap, geometry: overlap.geometry }],
  );
  const largest = [...pieces]
    .sort((a, b) => b.overlap.areaM2 - a.overlap.areaM2 || a.number - b.number)
    .slice(0, MOST_ENLARGEMENTS)
    .sort((a, b) => a.number - b.number);
  const enlargements = largest.map(({ number, kind, geometry }) => {
    const positions = geometry.coordinates.flat(2).map(([x, y]) => plane.toPlane([x, y]));
    const caption = FIGURE_SENTENCES.piece(number, KINDS[kind].short[lang])[lang];
    return draw(caption, `f3-${number}`, { ...WIDE, extent: around(positions, PIECE_HALF_M) });
  });
  return {
    figures: [
      draw(FIGURE_WORDS.location[lang], 'f1', {
        ...WIDE,
        extent: around(corners, LOCATION_HALF_M),
      }),
      draw(FIGURE_WORDS.caption[lang], 'f2', {}),
      ...enlargements,
    ],
    leftOut: pieces.length - largest.length,
  };
}

/** The box of these positions, grown to at least twice `halfM` in either direction. */
function around(positions: readonly Position[], halfM: number): [Position, Position] {
  const xs = positions.map(([x]) => x);
  const ys = positions.map(([, y]) => y);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  const grown = (values: readonly number[]): [number, number] => {
    const middle = (least(values) + most(values)) / 2;
    return [Math.min(least(values), middle - halfM), Math.max(most(values), middle + halfM)];
  };
  const [west, east] = grown(xs);
  const [south, north] = grown(ys);
  return [
    [west, south],
    [east, north],
  ];
}
