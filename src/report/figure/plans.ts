import type { LayerKind } from '../../domain/kinds.ts';
import { numberedPieces } from '../../domain/pieces.ts';
import type { CheckReport, ReportOverlap } from '../../domain/report.ts';
import type { BBox, Position } from '../../geometry/shapes.ts';
import { type Plane, planeOfSite } from '../plane.ts';
import { FOOTER_MM } from './footer.ts';
import { layOut, type Sheet } from './sheet.ts';

/** What a figure shows, and on how large a sheet. */
export interface FigurePlan {
  /** `location`, `site` or `piece-<number>`: ties a figure to its surroundings. */
  readonly id: string;
  readonly piece: PlannedPiece | null;
  /** Lower left and upper right corner in the plane of the site, m, that must be in the frame. */
  readonly extent: readonly [Position, Position];
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface PlannedPiece {
  readonly number: number;
  readonly kind: LayerKind;
  readonly overlap: ReportOverlap;
}

export interface FigurePlans {
  readonly plane: Plane;
  readonly plans: readonly FigurePlan[];
  /** Numbers of the pieces without an enlargement of their own. */
  readonly leftOut: readonly number[];
}

/** A report of five thousand pieces would be five thousand pages of figures. */
const MOST_ENLARGEMENTS = 12;

/** Half the ground shown around the site for finding it, and at least around a piece, m. */
const LOCATION_HALF_M = 2500;
const PIECE_HALF_M = 20;

/** A location with its heading and the whole site take a page each; two enlargements share one. */
const LOCATION_SIZE = { widthMm: 170, heightMm: 205 } as const;
export const SITE_SIZE = { widthMm: 170, heightMm: 225 } as const;
const PIECE_SIZE = { widthMm: 170, heightMm: 120 } as const;

/** The figures of a report: location, the site over the lines, the largest pieces. */
export function figurePlans(report: CheckReport): FigurePlans {
  const plane = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const corners = siteCorners(report, plane);
  if (corners === null) return { plane, plans: [], leftOut: [] };
  const pieces = numberedPieces(report).filter(({ overlap }) => overlap.geometry !== null);
  const bySize = [...pieces].sort(
    (a, b) => b.overlap.areaM2 - a.overlap.areaM2 || a.number - b.number,
  );
  const byNumber = (a: PlannedPiece, b: PlannedPiece): number => a.number - b.number;
  const shown = bySize.slice(0, MOST_ENLARGEMENTS).sort(byNumber);
  const location = around(corners, LOCATION_HALF_M);
  return {
    plane,
    plans: [
      { id: 'location', piece: null, extent: location, ...LOCATION_SIZE },
      { id: 'site', piece: null, extent: corners, ...SITE_SIZE },
      ...shown.map(({ number, kind, overlap }): FigurePlan => {
        const positions = overlap.geometry!.coordinates.flat(2);
        const extent = around(
          positions.map(([x, y]) => plane.toPlane([x, y])),
          PIECE_HALF_M,
        );
        return { id: `piece-${number}`, piece: { number, kind, overlap }, extent, ...PIECE_SIZE };
      }),
    ],
    leftOut: bySize
      .slice(MOST_ENLARGEMENTS)
      .map(({ number }) => number)
      .sort((a, b) => a - b),
  };
}

/** Where a figure lies on its sheet. */
export const sheetOf = (plan: Omit<FigurePlan, 'id' | 'piece'>): Sheet =>
  layOut(plan.extent, { ...plan, footerMm: FOOTER_MM });

/** The ground of a figure and a little more, so that nothing that is cut there shows at its edge. */
export interface FigureGround {
  readonly id: string;
  /** 1 : scale */
  readonly scale: number;
  /** lon/lat */
  readonly box: BBox;
}

/** Wider than the widest symbol reaches, mm. */
const BEYOND_MM = 6;

/** The ground of every figure of a report. */
export function figureGrounds(report: CheckReport): readonly FigureGround[] {
  const { plane, plans } = figurePlans(report);
  return plans.map((plan) => {
    const { scale, ground } = sheetOf(plan);
    const beyondM = (BEYOND_MM * scale) / 1000;
    const [[west, south], [east, north]] = ground;
    const corners = [west - beyondM, east + beyondM].flatMap((x) =>
      [south - beyondM, north + beyondM].map((y) => plane.toLonLat([x, y])),
    );
    return { id: plan.id, scale, box: boxOf(corners) };
  });
}

/** Lower left and upper right corner of the site in its plane, m; null without geometry. */
export function siteCorners(
  report: CheckReport,
  plane: Plane,
): readonly [Position, Position] | null {
  const positions = report.project.parcels.flatMap(
    ({ geometry }) => geometry?.coordinates.flat(2) ?? [],
  );
  if (positions.length === 0) return null;
  return cornersOf(boxOf(positions.map(([x, y]) => plane.toPlane([x, y]))));
}

/** The box of these positions, grown to at least twice `halfM` in either direction. */
function around(positions: readonly Position[], halfM: number): readonly [Position, Position] {
  const [west, south, east, north] = boxOf(positions);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [
    [Math.min(west, x - halfM), Math.min(south, y - halfM)],
    [Math.max(east, x + halfM), Math.max(north, y + halfM)],
  ];
}

const cornersOf = ([west, south, east, north]: BBox): readonly [Position, Position] => [
  [west, south],
  [east, north],
];

function boxOf(positions: readonly Position[]): BBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
