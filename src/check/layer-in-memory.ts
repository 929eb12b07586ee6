import type { Integrity, LayerFeature, LayerSource } from '../domain/layer-source.ts';
import { EVERYWHERE, type FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../overlay/edge-index.ts';
import type { HeldLayer } from './held-layer.ts';
import { holdsFeature, mapIndex, type StoredIndex } from './stored-index.ts';

/**
 * Reads a layer whole, once, when it is first opened, and answers every check of a batch from memory:
 * the same features in the same order as the layer itself. Memory: the vertices, the index over them
 * and the attributes; it does not grow with the number of checks.
 *
 * A layer that cannot be read whole (one broken feature is enough) is asked piece by piece as before, so
 * that a batch says of each project what a check of that project alone would say.
 *
 * @param stored the index beside the layer file, taken as it is where it is that of this very layer: vertex
 *   by vertex, as far as the features read say so
 */
export function layerInMemory(source: LayerSource, stored?: StoredIndex): HeldLayer {
  let held: Held | null = null;
  let opening: Promise<{ readonly integrity: Integrity }> | null = null;

  async function open(signal?: AbortSignal): Promise<{ readonly integrity: Integrity }> {
    const opened = await source.open(signal);
    held = (stored && (await holdStored(source, stored, signal))) ?? (await hold(source, signal));
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

async function hold(source: LayerSource, signal?: AbortSignal): Promise<Held | null> {
  const features: FlatPolygons[] = [];
  const properties: LayerFeature['properties'][] = [];
  const complete = await readAll(source, signal, (feature) => {
    features.push(feature.polygons);
    properties.push(feature.properties);
    return true;
  });
  if (!complete) return null;
  try {
    const rings = features.reduce((n, { ringEnds }) => n + ringEnds.length, 0);
    const closesPolygon = new Uint8Array(rings);
    let ring = 0;
    for (const feature of features) ring = closePolygons(closesPolygon, ring, feature);
    return { index: buildLayerIndex(features), closesPolygon, properties };
  } catch (error) {
    // a feature that cannot be indexed fails where it is asked for, and nowhere else
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The same with an index that need not be built; null where it is not this layer's. */
async function holdStored(
  source: LayerSource,
  stored: StoredIndex,
  signal?: AbortSignal,
): Promise<Held | null> {
  const { sha256, features } = source.entry;
  const index = await mapIndex(stored, sha256, signal);
  if (index === null) return null;
  const closesPolygon = new Uint8Array(index.rings.ringSign.length);
  const properties: LayerFeature['properties'][] = [];
  let ring = 0;
  let same = index.areaM2.length === features;
  const complete = await readAll(source, signal, (feature) => {
    same = same && holdsFeature(index, feature);
    if (!same) return false;
    ring = closePolygons(closesPolygon, ring, feature.polygons);
    properties.push(feature.properties);
    return true;
  });
  if (complete) return { index, closesPolygon, properties };
  if (!same) stored.unused('features');
  return null;
}

/**
 * Every feature of a layer in its order. False where `take` wants no more, or where not all can be had:
 * then nothing is known of the layer as a whole.
 */
async function readAll(
  source: LayerSource,
  signal: AbortSignal | undefined,
  take: (feature: LayerFeature) => boolean,
): Promise<boolean> {
  let count = 0;
  try {
    for await (const feature of source.featuresIn(EVERYWHERE, signal)) {
      if (feature.index !== count++ || !take(feature)) return false;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return false;
  }
  return count === source.entry.features;
}

/** Marks the last ring of each polygon of a feature, whose first ring is `ring`; returns the next one. */
function closePolygons(
  closes: Uint8Array,
  ring: number,
  { ringEnds, polygonEnds }: FlatPolygons,
): number {
  for (const end of polygonEnds) closes[ring + end - 1] = 1;
  return ring + ringEnds.length;
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
