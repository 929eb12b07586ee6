import type { LayerSource } from '../../domain/layer-source.ts';
import { readCell } from './cell-content.ts';
import { cutIntoCells } from './cells.ts';
import type { Census } from './census.ts';
import { visitOverlaps } from './overlaps.ts';

export interface OverlappingPair {
  /** Positions in the layer file, ascending. */
  readonly a: number;
  readonly b: number;
  /** m², above 0; null where it cannot be computed, which is no promise kept. */
  readonly areaM2: number | null;
}

/**
 * Some two features whose interiors meet, or null. A layer that promises `overlapsItself: false` is summed
 * feature by feature, so any common ground would be counted twice. Cell by cell, in bounded memory; the
 * features must be valid.
 */
export async function findOverlap(
  source: LayerSource,
  census: Census,
  signal?: AbortSignal,
): Promise<OverlappingPair | null> {
  for (const cell of cutIntoCells(census.boxes, census.vertices)) {
    const content = await readCell(source, census, cell, signal);
    const { features } = content;
    let first: OverlappingPair | null = null;
    const keep = (one: number, other: number, areaM2: number | null): void => {
      const [a, b] = [features[one]!.index, features[other]!.index].sort((p, q) => p - q);
      if (!first || a! < first.a || (a === first.a && b! < first.b)) {
        first = { a: a!, b: b!, areaM2 };
      }
    };
    visitOverlaps(
      content,
      ({ a, b, areaM2 }) => keep(a, b, areaM2),
      ({ a, b }) => keep(a, b, null),
      signal,
    );
    if (first) return first;
  }
  return null;
}
