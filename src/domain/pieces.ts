import { isControlKind, KIND_ORDER, type LayerKind } from './kinds.ts';
import type { CheckReport, ReportLayer, ReportOverlap } from './report.ts';

/** One occupied piece with the number it carries on the map, in every table and in the figure. */
export interface Piece {
  readonly number: number;
  /** `<layer id>:<position in its list of overlaps>` */
  readonly id: string;
  readonly kind: LayerKind;
  readonly layer: ReportLayer;
  readonly overlap: ReportOverlap;
}

/**
 * The occupied pieces 1...n: kinds in the fixed order, layers and pieces as the report lists them.
 * Lying inside the urban boundary occupies nothing, and pieces under the threshold stand in their own
 * ledger: neither is numbered here.
 */
export function numberedPieces(report: Pick<CheckReport, 'layers'>): Piece[] {
  return overlapsOf(report)
    .filter(({ overlap }) => !overlap.belowThreshold)
    .map((piece, index) => ({ ...piece, number: index + 1 }));
}

/** Pieces under the threshold; their numbers follow the occupied ones. */
export function minorPieces(report: Pick<CheckReport, 'layers'>): Piece[] {
  const occupied = numberedPieces(report).length;
  return overlapsOf(report)
    .filter(({ overlap }) => overlap.belowThreshold)
    .map((piece, index) => ({ ...piece, number: occupied + index + 1 }));
}

function overlapsOf(report: Pick<CheckReport, 'layers'>): Omit<Piece, 'number'>[] {
  return KIND_ORDER.filter(
    (kind) => isControlKind(kind) && kind !== 'urban-development-boundary',
  ).flatMap((kind) =>
    report.layers
      .filter((layer) => layer.kind === kind)
      .flatMap((layer) =>
        layer.overlaps.map((overlap, index) => ({
          id: `${layer.id}:${index}`,
          kind,
          layer,
          overlap,
        })),
      ),
  );
}
