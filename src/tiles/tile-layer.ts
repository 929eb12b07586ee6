import { UserError } from '../domain/user-error.ts';
import { bboxesMeet, EVERYWHERE } from '../geometry/shapes.ts';
import { cellsTile, shapesTile } from './build-tile.ts';
import { lonLatBoxOf, type TileId, worldBoxOf } from './mercator.ts';
import type { Overview, PartOverview } from './overview-source.ts';
import { type TileFeature, tileFeatureOf } from './tile-feature.ts';
import type { TileSource } from './tile-source.ts';

/** Below this zoom a tile needs so much of a layer that the layer is read once as a whole. */
const SITE_ZOOM = 11;
/** Largest file that is read as a whole, bytes; larger ones need level-of-detail files. */
export const WHOLE_LIMIT = 48 * 1024 * 1024;
/** A layer with more features than this, whose typical feature is smaller, is drawn as cells. */
const MANY = 1000;
const CELL_PIXELS = 6;

interface Whole {
  readonly features: readonly TileFeature[];
  /** Median side of the features' boxes, world units. */
  readonly side: number;
}

/** A layer as tiles need it. Make one per layer and session; it remembers what it has read. */
export interface TileLayer {
  readonly source: TileSource;
  readonly overviews: readonly Overview[];
  opened: Promise<unknown> | null;
  whole: Promise<Whole> | null;
  /** Why its own file was drawn where a level-of-detail file should have been. */
  fallback: UserError | null;
}

export function tileLayer(source: TileSource, overviews: readonly Overview[] = []): TileLayer {
  return { source, overviews, opened: null, whole: null, fallback: null };
}

/**
 * The Mapbox Vector Tile of a layer: source layers `fill`, `line` and `label` (`build-tile.ts`). Empty
 * bytes mean that nothing of the layer is there; whatever kept the layer from being read is thrown as a
 * `UserError` with a code `layer-...`, never turned into an empty tile.
 *
 * @param turn waited for before the tile is built, which then takes a while
 */
export async function tileOf(
  layer: TileLayer,
  tile: TileId,
  signal?: AbortSignal,
  turn: () => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const dissolve = layer.source.entry.kind === 'urban-development-boundary';
  const draw = async (features: readonly TileFeature[]): Promise<Uint8Array> => {
    await turn();
    signal?.throwIfAborted();
    return shapesTile(features, tile, { dissolve });
  };
  const overview = layer.overviews.find((o) => o.minzoom <= tile.z && tile.z <= o.maxzoom);
  if (overview) {
    const drawn = await fromOverview(layer, overview, tile, draw, signal);
    if (drawn) return drawn;
  }
  await openOnce(layer);
  signal?.throwIfAborted();
  if (tile.z >= SITE_ZOOM && layer.whole === null) {
    return draw(await readTile(layer.source, tile, signal));
  }
  const whole = await wholeOf(layer);
  signal?.throwIfAborted();
  const box = worldBoxOf(tile);
  const features = whole.features.filter((feature) => bboxesMeet(feature.box, box));
  if (!isCells(whole, tile.z)) return draw(features);
  await turn();
  signal?.throwIfAborted();
  return cellsTile(features, tile);
}

/**
 * A tile as an overview has it. null when a file of it is missing or is not what the catalog says, and the
 * layer's own file can be drawn instead; where that is too large to be read, the reason is thrown.
 */
async function fromOverview(
  layer: TileLayer,
  overview: Overview,
  tile: TileId,
  draw: (features: readonly TileFeature[]) => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    if ('tileAt' in overview) return await overview.tileAt(tile, signal);
    return await draw(await partsOf(overview, tile, signal));
  } catch (cause) {
    const readable = tile.z >= SITE_ZOOM || layer.source.entry.bytes <= WHOLE_LIMIT;
    if (!(cause instanceof UserError && readable)) throw cause;
    layer.fallback = cause;
    return null;
  }
}

async function partsOf(
  { files }: PartOverview,
  tile: TileId,
  signal?: AbortSignal,
): Promise<TileFeature[]> {
  const box = lonLatBoxOf(tile);
  const parts = await Promise.all(
    files
      .filter(({ extent }) => bboxesMeet(extent, box))
      .map((file) => collect(file.partsIn(box, signal))),
  );
  return parts.flat();
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function isCells({ features, side }: Whole, z: number): boolean {
  return features.length > MANY && z < SITE_ZOOM && side * 2 ** z * 512 < CELL_PIXELS;
}

/** Verified once; a failure is forgotten, so that a later tile tries again. */
function openOnce(layer: TileLayer): Promise<unknown> {
  layer.opened ??= layer.source.open().catch((cause) => {
    layer.opened = null;
    throw cause;
  });
  return layer.opened;
}

async function readTile(
  source: TileSource,
  tile: TileId,
  signal?: AbortSignal,
): Promise<TileFeature[]> {
  const features: TileFeature[] = [];
  for await (const feature of source.featuresIn(lonLatBoxOf(tile), signal)) {
    features.push(tileFeatureOf(feature, source.entry));
  }
  return features;
}

/** All features, read once and shared; therefore not ended by one tile's signal. */
function wholeOf(layer: TileLayer): Promise<Whole> {
  layer.whole ??= readWhole(layer.source).catch((cause) => {
    layer.whole = null;
    throw cause;
  });
  return layer.whole;
}

async function readWhole(source: TileSource): Promise<Whole> {
  const { entry } = source;
  if (entry.bytes > WHOLE_LIMIT) {
    throw new UserError('layer-no-overview', { layer: entry.id, bytes: entry.bytes });
  }
  const features: TileFeature[] = [];
  for await (const feature of source.featuresIn(EVERYWHERE)) {
    features.push(tileFeatureOf(feature, entry));
  }
  if (features.length !== entry.features) {
    throw new UserError('layer-truncated', {
      layer: entry.id,
      expected: entry.features,
      found: features.length,
    });
  }
  const sides = features.map(({ box }) => Math.max(box[2] - box[0], box[3] - box[1]));
  sides.sort((a, b) => a - b);
  return { features, side: sides[sides.length >> 1] ?? 0 };
}
