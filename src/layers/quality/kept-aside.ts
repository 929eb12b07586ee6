import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { bboxOf, toNested } from '../../geometry/shapes.ts';
import type { RepairedFeature } from './repair-feature.ts';

/** A feature as delivered that was repaired, to be kept aside. */
export interface KeptAside extends RepairedFeature {
  readonly properties: WriteFeature['properties'];
}

/**
 * The originals as GeoJSON text, to be written beside the layer: vertices as delivered, to the last bit.
 * An original may be invalid; that is why it was repaired.
 */
export function originalsGeoJson(repairs: readonly KeptAside[]): string {
  const features = repairs.map(({ source, index, defect, original, properties }) => ({
    type: 'Feature',
    bbox: bboxOf(original),
    geometry: { type: 'MultiPolygon', coordinates: toNested(original) },
    properties: {
      ...Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, plain(value)]),
      ),
      sanxian: { source, index, defect },
    },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** Large integers and bytes as JSON can hold them. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) {
    return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return value;
}
