import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { type LevelTile, packLevels } from '../../tiles/levels/write-levels.ts';
import type { TileSpool } from '../../tiles/tile-spool.ts';
import type { FeatureStream } from '../feature-stream.ts';
import type { Overview, TileFile } from './deliver-overview.ts';
import type { LayerFile } from './layer-file.ts';
import { TILE_ZOOMS } from './levels.ts';
import { ManySmall } from './many-small.ts';
import { pieceFiles } from './piece-file.ts';
import { type DrawnBy, prepareShapes, type Shape } from './shape.ts';
import { exactFeatures, simpleParts } from './shape-parts.ts';
import { zoomTiles } from './zoom-tiles.ts';

export interface OverviewOptions extends DrawnBy {
  /** Of the layer; names the files. */
  readonly id: string;
  /** Of the layer file. */
  readonly sha256: string;
  /** Where tiles wait until all are made; default: memory. */
  readonly spool?: TileSpool;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OverviewProgress) => void;
}

/** How far the layer has been read; many parcels are read twice. */
export interface OverviewProgress {
  readonly reading: 1 | 2;
  /** Features. */
  readonly done: number;
  readonly total: number | null;
}

/** What the first read of a layer holds anyway needs no overview: vertices. */
const FEW_VERTICES = 4000;
/** More features than this are many small ones. */
const MANY_FEATURES = 5000;
/** Of kinds whose borders are drawn at every zoom no number of features is too many. */
const DRAWN_BY_BORDER = ['ecological-red-line', 'urban-development-boundary'];
/** More vertices than this are not held in memory, whatever the kind. */
const MOST_VERTICES = 6_000_000;
/** A polygon of more vertices is huge: tiles of every zoom read pieces of it. */
const HUGE_VERTICES = 2000;

/**
 * The level-of-detail files of a layer (`levels.ts` says which zoom is drawn from what): one of tiles, and
 * exact pieces where a polygon is huge. Memory is bounded: few large polygons are held at once; of many small
 * ones only touched cells and a table of junctions, and they are read twice.
 *
 * A layer that is small, or holds no polygons, has no overviews. The same layer gives the same bytes.
 *
 * @throws UserError as the source does; the reason of `signal` when it is aborted
 */
export async function* buildOverviews(
  layer: LayerFile,
  options: OverviewOptions,
): AsyncGenerator<Overview> {
  const { id, signal } = options;
  const { many, features, vertices, largest } = await readFirst(layer.all, options);
  if (many) {
    yield tileFile(many.tiles(layer, onTile, signal), options);
    return;
  }
  if (vertices <= FEW_VERTICES) return;
  const shapes = prepareShapes(options, features);
  yield tileFile(shapeTiles(shapes, options), options);
  if (largest <= HUGE_VERTICES) return;
  signal?.throwIfAborted();
  const columns = layer.all.columns.filter(({ name }) => !name.startsWith('_'));
  yield* pieceFiles(id, columns, [...exactFeatures(shapes)]);

  function onTile(done: number, total: number): void {
    const { count } = layer.all;
    const read = Math.floor((done / total) * (count ?? 0));
    options.onProgress?.({ reading: 2, done: read, total: count });
  }
}

function* shapeTiles(shapes: readonly Shape[], options: OverviewOptions): Generator<LevelTile> {
  for (let z = TILE_ZOOMS.minzoom; z <= TILE_ZOOMS.maxzoom; z++) {
    options.signal?.throwIfAborted();
    yield* zoomTiles(simpleParts(shapes, z), z, options);
  }
}

async function tileFile(
  tiles: Iterable<LevelTile> | AsyncIterable<LevelTile>,
  { id, sha256, spool }: OverviewOptions,
): Promise<TileFile> {
  const how = { ...TILE_ZOOMS, layerSha256: sha256, ...(spool ? { spool } : {}) };
  return { file: `lod/${id}.levels`, ...TILE_ZOOMS, packed: await packLevels(tiles, how) };
}

/** What the first reading leaves: the features themselves, or what many small ones come to. */
interface Survey {
  readonly features: readonly WriteFeature[];
  readonly vertices: number;
  /** Vertices of the largest feature. */
  readonly largest: number;
  readonly many: ManySmall | null;
}

async function readFirst(source: FeatureStream, options: OverviewOptions): Promise<Survey> {
  const mostFeatures = DRAWN_BY_BORDER.includes(options.kind) ? Infinity : MANY_FEATURES;
  let features: WriteFeature[] = [];
  let many: ManySmall | null = null;
  let vertices = 0;
  let largest = 0;
  let done = 0;
  for await (const batch of source.batches(options.signal)) {
    for (const feature of batch) {
      if ('polygons' in feature) {
        const own = feature.polygons.xy.length / 2;
        vertices += own;
        largest = Math.max(largest, own);
      }
      if (many) many.add(feature);
      else features.push(feature);
    }
    if (!many && (features.length > mostFeatures || vertices > MOST_VERTICES)) {
      many = new ManySmall(options);
      for (const feature of features) many.add(feature);
      features = [];
    }
    done += batch.length;
    options.onProgress?.({ reading: 1, done, total: source.count });
  }
  return { features, vertices, largest, many };
}
