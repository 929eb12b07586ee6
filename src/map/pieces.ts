import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import { isControlKind, kindRank, type LayerKind } from '../domain/kinds.ts';
import type { CheckReport } from '../domain/report.ts';

/** An occupied part, with the geometry that was measured. */
export interface Piece {
  /** `<layer id>:<position in its list of overlaps>` */
  readonly id: string;
  /** The number that map, table and report share, from 1. */
  readonly number: number;
  readonly kind: LayerKind;
  readonly areaM2: number;
  readonly geometry: GeoJsonMultiPolygon;
}

/**
 * The occupied parts of a report in the fixed order of kinds. The urban boundary is left out: being
 * inside it occupies nothing. Parts below the threshold and reports without geometry give none.
 */
export function piecesOf(report: Pick<CheckReport, 'layers'>): Piece[] {
  const layers = [...report.layers].sort((a, b) => kindRank(a.kind) - kindRank(b.kind));
  const pieces: Piece[] = [];
  for (const { id, kind, overlaps } of layers) {
    if (!isControlKind(kind) || kind === 'urban-development-boundary') continue;
    for (const [i, overlap] of overlaps.entries()) {
      if (overlap.belowThreshold || !overlap.geometry) continue;
      pieces.push({
        id: `${id}:${i}`,
        number: pieces.length + 1,
        kind,
        areaM2: overlap.areaM2,
        geometry: overlap.geometry,
      });
    }
  }
  return pieces;
}
