import { isControlKind, KIND_ORDER, type LayerKind } from '../domain/kinds.ts';
import type { CheckReport, ReportLayer, ReportOverlap } from '../domain/report.ts';

/** An occupied piece with the number it carries in the figure and in every table. */
export interface Piece {
  readonly number: number;
  readonly kind: LayerKind;
  readonly layer: ReportLayer;
  readonly overlap: ReportOverlap;
}

/**
 * Numbers the occupied pieces 1...n: kinds in the fixed order, layers and pieces as the report lists
 * them. Lying inside the urban boundary is no occupation, and pieces under the threshold stand in
 * their own ledger: neither is numbered.
 */
export function numberedPieces(report: CheckReport): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const kind of KIND_ORDER) {
    if (!isControlKind(kind) || kind === 'urban-development-boundary') continue;
    for (const layer of report.layers) {
      if (layer.kind !== kind) continue;
      for (const overlap of layer.overlaps) {
        if (!overlap.belowThreshold) {
          pieces.push({ number: pieces.length + 1, kind, layer, overlap });
        }
      }
    }
  }
  return pieces;
}
