import type { ByteSource } from '../../bytes/byte-source.ts';
import { openFlatGeobuf } from '../../files/flatgeobuf/reader.ts';
import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import type { BBox } from '../../geometry/shapes.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { flatGeobufStream } from '../flatgeobuf-stream.ts';

/** A finished layer file as overviews are made of it. */
export interface LayerFile {
  /** All features, in the order of the file. */
  readonly all: FeatureStream;
  /** Those whose boxes meet a box of degrees; `index` is the place in that order. */
  featuresIn(box: BBox, signal?: AbortSignal): AsyncIterable<PlacedFeature>;
}

export interface PlacedFeature {
  readonly index: number;
  readonly feature: WriteFeature;
}

/**
 * Opens an indexed FlatGeobuf file.
 *
 * @throws FlatGeobufError, ByteError
 */
export async function openLayerFile(source: ByteSource, signal?: AbortSignal): Promise<LayerFile> {
  const file = await openFlatGeobuf(source, signal);
  return {
    all: await flatGeobufStream(source, signal),
    async *featuresIn(box, abort) {
      const hits = await file.search(box, abort);
      for await (const { index, geometry, properties } of file.features(hits, abort)) {
        yield { index, feature: { ...geometry, properties } };
      }
    },
  };
}
