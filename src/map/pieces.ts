import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';

/** An occupied part as it is drawn, with the geometry that was measured. */
export interface DrawnPiece {
  readonly id: string;
  readonly number: number;
  readonly kind: LayerKind;
  readonly areaM2: number;
  readonly geometry: GeoJsonMultiPolygon;
}

/** The numbered pieces that can be drawn; a report without geometry gives none. */
export function drawnPieces(report: Pick<CheckReport, 'layers'>): DrawnPiece[] {
  return numberedPieces(report).flatMap(({ id, number, kind, overlap }) =>
    overlap.geometry
      ? [{ id, number, kind, areaM2: overlap.areaM2, geometry: overlap.geometry }]
      : [],
  );
}
