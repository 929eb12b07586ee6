import { isControlKind, KIND_ORDER, type LayerKind } from '../domain/kinds.ts';
import type { CheckReport, ReportOverlap } from '../domain/report.ts';

/** One occupied piece. Its number is the same on the map, in the table and on the card. */
export interface Piece {
  readonly number: number;
  /** `<layer id>:<position in its list of overlaps>`, as the map names it. */
  readonly id: string;
  readonly kind: LayerKind;
  readonly overlap: ReportOverlap;
}

/** Mean width under which a piece is called a sliver, m. */
export const SLIVER_M = 0.5;

/**
 * The occupied pieces: kinds in the fixed order, layers and pieces as the report lists them, the same
 * numbers as in the printed report. Being inside the urban boundary occupies nothing, so it gives no
 * piece; pieces under the threshold have their own ledger.
 */
export function piecesOf(report: CheckReport): Piece[] {
  return overlapsOf(report)
    .filter(({ overlap }) => !overlap.belowThreshold)
    .map((piece, index) => ({ ...piece, number: index + 1 }));
}

/** Pieces under the threshold; their numbers follow the occupied ones. */
export function minorPiecesOf(report: CheckReport): Piece[] {
  const occupied = piecesOf(report).length;
  return overlapsOf(report)
    .filter(({ overlap }) => overlap.belowThreshold)
    .map((piece, index) => ({ ...piece, number: occupied + index + 1 }));
}

function overlapsOf(report: CheckReport): Omit<Piece, 'number'>[] {
  return KIND_ORDER.filter(
    (kind) => isControlKind(kind) && kind !== 'urban-development-boundary',
  ).flatMap((kind) =>
    report.layers
      .filter((layer) => layer.kind === kind)
      .flatMap(({ id, overlaps }) =>
        overlaps.map((overlap, index) => ({ id: `${id}:${index}`, kind, overlap })),
      ),
  );
}
