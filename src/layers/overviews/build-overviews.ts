import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { EXACT_ZOOMS, SIMPLE_ZOOMS } from './levels.ts';
import { ManySmall } from './many-small.ts';
import { levelFiles, type Overview } from './overview-file.ts';
import { type DrawnBy, prepareShapes } from './shape.ts';
import { exactFeatures, simpleFeatures } from './shape-features.ts';

export interface OverviewOptions extends DrawnBy {
  /** Of the layer; names the files. */
  readonly id: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OverviewProgress) => void;
}

/** How far the reading of the layer has come; many parcels are read twice. */
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
 * The level-of-detail files of a layer (`levels.ts` says which zoom is drawn from what). `source` must give
 * the features in the order of the layer's file, whose positions the files carry. Memory is bounded: few
 * large polygons are held at once; of many small ones only touched cells and a table of junctions, and they
 * are read twice.
 *
 * A layer that is small, or holds no polygons, has no overviews. The same source gives the same bytes.
 *
 * @throws UserError as the source does; the reason of `signal` when it is aborted
 */
export async function* buildOverviews(
  source: FeatureStream,
  options: OverviewOptions,
): AsyncGenerator<Overview> {
  const { id, signal } = options;
  const survey = await readFirst(source, options);
  if (survey.many) {
    yield* survey.many.cellLevels(id, signal);
    yield* survey.many.parcelLevel(id, readAgain(source, options));
    return;
  }
  const { features, vertices, largest } = survey;
  if (vertices <= FEW_VERTICES) return;
  const shapes = prepareShapes(options, features);
  for (const zooms of SIMPLE_ZOOMS) {
    signal?.throwIfAborted();
    yield* levelFiles({ id, ...zooms }, [...simpleFeatures(shapes, zooms.maxzoom)]);
  }
  if (largest <= HUGE_VERTICES) return;
  signal?.throwIfAborted();
  const columns = source.columns.filter(({ name }) => !name.startsWith('_'));
  yield* levelFiles({ id, ...EXACT_ZOOMS, columns }, [...exactFeatures(shapes)]);
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

async function* readAgain(
  source: FeatureStream,
  { signal, onProgress }: OverviewOptions,
): AsyncGenerator<readonly WriteFeature[]> {
  let done = 0;
  for await (const batch of source.batches(signal)) {
    yield batch;
    done += batch.length;
    onProgress?.({ reading: 2, done, total: source.count });
  }
}
