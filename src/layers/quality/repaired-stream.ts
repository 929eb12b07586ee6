import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { bboxOf, toNested } from '../../geometry/shapes.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { type RepairedFeature, repairFeature } from './repair-feature.ts';

/** A feature as delivered that was repaired, to be kept aside. */
export interface KeptAside extends RepairedFeature {
  readonly properties: WriteFeature['properties'];
}

export interface RepairedStream extends FeatureStream {
  /** What the last reading from start to end repaired. */
  readonly repairs: readonly KeptAside[];
}

/**
 * A stream whose features have valid rings wherever one repair alone is thinkable. Every repair is
 * remembered with the original; what cannot be repaired comes out as it went in, and is told by
 * `checkQuality` of the finished layer.
 */
export function repairedStream(stream: FeatureStream): RepairedStream {
  let repairs: KeptAside[] = [];
  return {
    ...stream,
    get repairs() {
      return repairs;
    },
    async *batches(signal) {
      // a stream may be read again: each reading tells its own
      repairs = [];
      let index = 0;
      for await (const batch of stream.batches(signal)) {
        const first = index;
        index += batch.length;
        yield batch.map((feature, i) => repairInto(repairs, stream.name, first + i, feature));
      }
    },
  };
}

function repairInto(
  repairs: KeptAside[],
  source: string,
  index: number,
  feature: WriteFeature,
): WriteFeature {
  if (!('polygons' in feature)) return feature;
  const outcome = repairFeature(feature.polygons);
  if (outcome.state !== 'repaired') return feature;
  const { defect, polygons: repaired } = outcome;
  const { polygons: original, properties } = feature;
  const at = defect.at ? ([defect.at[0], defect.at[1]] as const) : null;
  repairs.push({ source, index, defect: defect.kind, at, original, repaired, properties });
  return { ...feature, polygons: repaired };
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
