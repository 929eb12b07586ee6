import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer, CatalogOverview } from '../domain/catalog.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { layerError } from '../files/layer-error.ts';
import { namedFeatures, verifyNames } from './describe-names.ts';
import { hashSource } from './hash-source.ts';
import { verifyEdgeIndex } from './verify-edge-index.ts';
import { diagnoseLayer, verifyLayer } from './verify-layer.ts';
import { verifyLevels } from './verify-levels.ts';
import { verifyStructure } from './verify-structure.ts';
import { verifySums } from './verify-sums.ts';

export interface VerifiedFiles {
  readonly features: number;
  /** How many files were looked at. */
  readonly files: number;
  /** Each names its file and what is wrong with it; none: everything is as the catalog says. */
  readonly problems: readonly UserError[];
}

/**
 * Compares every file of a catalog entry with what the catalog says and with one another: the layer, its
 * chunk sums, its edge index, its file of names, its level-of-detail files. One that is broken hides none of the others.
 *
 * @param sourceOf bytes of a file beside the catalog
 */
export async function verifyFiles(
  layer: LayerSource,
  sourceOf: (file: string) => ByteSource,
  signal: AbortSignal,
): Promise<VerifiedFiles> {
  const { entry } = layer;
  const problems: UserError[] = [];
  const gather = async (file: string, work: () => Promise<UserError | null>): Promise<boolean> => {
    try {
      const problem = await work();
      if (problem) problems.push(problem);
      return problem === null;
    } catch (error) {
      const told = layerError({ ...entry, file }, error);
      if (!(told instanceof UserError)) throw told;
      problems.push(told);
      return false;
    }
  };
  const bytes = sourceOf(entry.file);
  const isGood = await gather(entry.file, async () => {
    await verifyLayer(layer, bytes, signal);
    return null;
  });
  if (!isGood && problems[0]!.code === 'layer-sha256') {
    const why = await diagnoseLayer(entry, bytes, signal);
    if (why) problems.push(why);
  }

  let files = 1;
  const { chunkSums, edgeIndex, names, lod } = entry;
  if (chunkSums) {
    files++;
    const sums = sourceOf(chunkSums.file);
    const isIntact = await gather(chunkSums.file, () => sameHash(chunkSums, sums, signal));
    // sums that were changed themselves say nothing of the layer
    if (isIntact && (await canBeRead(bytes, signal))) {
      await gather(chunkSums.file, () => verifySums(entry, bytes, sums, signal));
    }
  }
  if (edgeIndex) {
    files++;
    const source = sourceOf(edgeIndex.file);
    const isIntact = await gather(edgeIndex.file, () => sameHash(edgeIndex, source, signal));
    if (isIntact && isGood) {
      await gather(edgeIndex.file, () => verifyEdgeIndex(layer, source, signal));
    }
  }
  if (names) {
    files++;
    const source = sourceOf(names.file);
    const isIntact = await gather(names.file, () => sameHash(names, source, signal));
    if (isIntact && isGood) {
      await gather(names.file, async () => {
        const content = await source.read(0, names.bytes, signal);
        const file = await openFlatGeobuf(bytes, signal);
        await verifyNames(entry, content, namedFeatures(file, signal));
        return null;
      });
    }
  }
  for (const overview of lod) {
    files++;
    await gather(overview.file, () =>
      verifyOverview(entry, overview, sourceOf(overview.file), signal),
    );
  }
  return { features: entry.features, files, problems };
}

async function canBeRead(source: ByteSource, signal: AbortSignal): Promise<boolean> {
  try {
    await source.size(signal);
    return true;
  } catch (error) {
    if (error instanceof ByteError) return false; // told where the layer was verified
    throw error;
  }
}

interface Weighed {
  readonly file: string;
  readonly sha256: string;
  readonly bytes?: number | undefined;
}

async function sameHash(
  { file, sha256: wanted, bytes }: Weighed,
  source: ByteSource,
  signal: AbortSignal,
): Promise<UserError | null> {
  const size = await source.size(signal);
  if (bytes !== undefined && size !== bytes) {
    const code = size < bytes ? 'layer-truncated' : 'layer-size';
    return new UserError(code, { file, size, wanted: bytes });
  }
  const sha256 = await hashSource(source, size, signal);
  return sha256 === wanted
    ? null
    : new UserError('layer-sha256', { file, of: 'file', sha256, wanted });
}

/** A level-of-detail file: its weight, then its structure. */
async function verifyOverview(
  entry: CatalogLayer,
  overview: CatalogOverview,
  source: ByteSource,
  signal: AbortSignal,
): Promise<UserError | null> {
  const { file, headSha256, features, extent } = overview;
  const weight = await sameHash(overview, source, signal);
  if (weight) return weight;
  if (overview.tiles !== undefined) {
    await verifyLevels(entry, overview, source, signal);
    return null;
  }
  const { header } = await verifyStructure(source, signal);
  if (features !== undefined && header.features !== features) {
    return new UserError('layer-count', { file, counted: header.features, features });
  }
  if (headSha256 !== undefined) {
    const sha256 = await hashSource(source, header.featuresStart, signal);
    if (sha256 !== headSha256) {
      return new UserError('layer-sha256', { file, of: 'head', sha256, wanted: headSha256 });
    }
  }
  const own = header.extent;
  if (extent && own && extent.some((side, i) => Math.abs(side - own[i]!) > 1e-6)) {
    return new UserError('layer-extent', { file, extent: own.join(' '), wanted: extent.join(' ') });
  }
  return null;
}
