import type { Integrity, LayerFeature, LayerSource } from '../domain/layer-source.ts';
import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../overlay/edge-index.ts';
import type { HeldLayer } from './held-layer.ts';

/**
 * Reads a layer whole, once, when it is first opened, and answers every check of a batch from memory:
 * the same features in the same order as the layer itself. Memory: the vertices, the index over them
 * and the attributes; it does not grow with the number of checks.
 *
 * A layer that cannot be read whole (one broken feature is enough) is asked piece by piece as before, so
 * that a batch says of each project what a check of that project alone would say.
 */
export function layerInMemory(source: LayerSource): HeldLayer {
  let held: Held | null = null;
  let opening: Promise<{ readonly integrity: Integrity }> | null = null;

  async function open(signal?: AbortSignal): Promise<{ readonly integrity: Integrity }> {
    const opened = await source.open(signal);
    held = await hold(source, signal);
    return opened;
  }

  return {
    entry: source.entry,
    get index() {
      return held?.index ?? null;
    },
    open(signal) {
      opening ??= open(signal).catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    async *featuresIn(bbox, signal) {
      if (held === null) {
        yield* source.featuresIn(bbox, signal);
        return;
      }
      for (const f of held.index.tree.search(bbox).sort((a, b) => a - b)) {
        signal?.throwIfAborted();
        yield featureOf(held, f);
      }
    },
  };
}

interface Held {
  readonly index: LayerIndex;
  /** For each ring of the layer 1 where it is the last of its polygon. */
  readonly closesPolygon: Uint8Array;
  readonly properties: readonly LayerFeature['properties'][];
}

const WORLD: BBox = [-180, -90, 180, 90];

async function hold(source: LayerSource, signal?: AbortSignal): Promise<Held | null> {
  const features: FlatPolygons[] = [];
  const properties: LayerFeature['properties'][] = [];
  try {
    for await (const feature of source.featuresIn(WORLD, signal)) {
      if (feature.index !== features.length) return null;
      features.push(feature.polygons);
      properties.push(feature.properties);
    }
    if (features.length !== source.entry.features) return null;
    return { index: buildLayerIndex(features), closesPolygon: polygonsOf(features), properties };
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return null;
  }
}

function polygonsOf(features: readonly FlatPolygons[]): Uint8Array {
  const closes = new Uint8Array(features.reduce((n, { ringEnds }) => n + ringEnds.length, 0));
  let ring = 0;
  for (const { ringEnds, polygonEnds } of features) {
    for (const end of polygonEnds) closes[ring + end - 1] = 1;
    ring += ringEnds.length;
  }
  return closes;
}

/** A feature as a view on the vertices of all. */
function featureOf({ index, closesPolygon, properties }: Held, f: number): LayerFeature {
  const { xy, ringStart, featureRing } = index.rings;
  const first = featureRing[f]!;
  const last = featureRing[f + 1]!;
  const start = ringStart[first]!;
  const ringEnds = ringStart.slice(first + 1, last + 1).map((vertex) => vertex - start);
  const polygonEnds: number[] = [];
  for (let ring = first; ring < last; ring++) {
    if (closesPolygon[ring]) polygonEnds.push(ring - first + 1);
  }
  return {
    index: f,
    polygons: {
      xy: xy.subarray(2 * start, 2 * ringStart[last]!),
      ringEnds,
      polygonEnds: Uint32Array.from(polygonEnds),
    },
    properties: properties[f]!,
  };
}
