import { toNested } from '../geometry/shapes.ts';
import type { RepairedFeature } from './quality/repair-feature.ts';

/** The features that were repaired, as they came: GeoJSON in lon/lat, digits untouched. */
export function originalsFile(repaired: readonly RepairedFeature[]): Uint8Array {
  const features = repaired.map(({ source, index, defect, at, original }) => ({
    type: 'Feature',
    properties: { source, index, defect, at },
    geometry: { type: 'MultiPolygon', coordinates: toNested(original) },
  }));
  return new TextEncoder().encode(`${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
}
