import type { WriteFeature } from '../files/flatgeobuf/writer.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { isSurelySound } from '../geometry/surely-sound.ts';
import type { FeatureStream } from './feature-stream.ts';
import { giveRecords, recordsOf } from './flatgeobuf-stream.ts';
import type { KeptAside } from './quality/kept-aside.ts';
import { repairFeature } from './quality/repair-feature.ts';

/** What was found on the way in; nothing is repaired in silence. */
export interface Mended {
  readonly repaired: KeptAside[];
  /** Features that no single repair is thinkable for: they stand in the layer as they came. */
  faulty: number;
}

/** A repaired feature has become several polygons, and the layer holds single ones. */
export class PartsError extends Error {
  override readonly name = 'PartsError';
}

/** The stream with every ring valid that only one repair is thinkable for. */
export function mendedOf(
  stream: FeatureStream,
  geometryType: FeatureStream['geometryType'],
  mended: Mended,
): FeatureStream {
  const mend = (feature: WriteFeature, index: number): WriteFeature => {
    if (!('polygons' in feature) || isSurelySound(feature.polygons)) return feature;
    const outcome = repairFeature(feature.polygons);
    if (outcome.state === 'faulty') mended.faulty++;
    if (outcome.state !== 'repaired') return feature;
    const { polygons, defect } = outcome;
    if (geometryType === 'Polygon' && polygons.polygonEnds.length > 1) throw new PartsError();
    mended.repaired.push({
      source: stream.name,
      index,
      defect: defect.kind,
      at: defect.at ? [defect.at[0], defect.at[1]] : null,
      original: feature.polygons,
      repaired: polygons,
      properties: feature.properties,
    });
    return { ...feature, polygons };
  };
  const whole: FeatureStream = {
    ...stream,
    async *batches(signal) {
      let index = 0;
      for await (const batch of stream.batches(signal)) {
        yield batch.map((feature) => mend(feature, index++));
      }
    },
  };
  const records = recordsOf(stream);
  if (records !== null) {
    giveRecords(whole, {
      ...records,
      isPlain: (polygons: FlatPolygons) => isSurelySound(polygons),
      decode: (record, index) => mend(records.decode(record, index), index),
    });
  }
  return whole;
}
