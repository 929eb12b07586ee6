import type { CatalogLayer } from '../domain/catalog.ts';
import type { BBox } from '../geometry/shapes.ts';

const CHINA: BBox = [73, 18, 135, 54];

/** What all layers lie within; without layers, the country. */
export function extentOf(layers: readonly Pick<CatalogLayer, 'extent'>[]): BBox {
  if (layers.length === 0) return CHINA;
  return [
    Math.min(...layers.map(({ extent }) => extent[0])),
    Math.min(...layers.map(({ extent }) => extent[1])),
    Math.max(...layers.map(({ extent }) => extent[2])),
    Math.max(...layers.map(({ extent }) => extent[3])),
  ];
}
