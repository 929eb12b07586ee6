import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { isControlKind, type LayerKind } from '../domain/kinds.ts';
import { type FlatPolygons, toFlat } from '../geometry/shapes.ts';
import { measureOverlap } from '../overlay/overlap.ts';
import { prepareSite } from '../overlay/site.ts';

export interface DoubleCoverage {
  readonly kind: LayerKind;
  /** Ids of the two layers that both claim to be complete for one place. */
  readonly layers: readonly [string, string];
  readonly areaM2: number;
}

/** Neighbours drawn by different hands overlap by slivers; more than this is a claim, m². */
const NOISE_M2 = 1;

/** Two current layers of one kind must not both speak for one place. */
export function doubleCoverages({ layers }: Catalog): DoubleCoverage[] {
  const current = layers.flatMap((entry) => {
    const shape = coverageShape(entry);
    return entry.role === 'current' && shape && isControlKind(entry.kind)
      ? [{ id: entry.id, kind: entry.kind, shape }]
      : [];
  });
  return current.flatMap((a, i) => {
    const others = current.slice(i + 1).filter((b) => b.kind === a.kind);
    if (others.length === 0) return [];
    const site = prepareSite(a.shape);
    return others.flatMap((b) => {
      const { areaM2 } = measureOverlap(site, b.shape);
      return areaM2 > NOISE_M2 ? [{ kind: a.kind, layers: [a.id, b.id] as const, areaM2 }] : [];
    });
  });
}

function coverageShape({ coverage }: CatalogLayer): FlatPolygons | null {
  if (!coverage) return null;
  return toFlat(coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates);
}
