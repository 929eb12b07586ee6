import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { readHeader } from '../files/flatgeobuf/read-header.ts';
import { layerError } from '../files/layer-error.ts';
import { isHarmful } from '../geometry/defect-weight.ts';
import { EVERYWHERE } from '../geometry/shapes.ts';
import type { Defect } from '../geometry/validity.ts';
import { roundM2 } from '../units/round.ts';
import { hashSource } from './hash-source.ts';
import { type Census, takeCensus } from './quality/census.ts';
import { findOverlap } from './quality/first-overlap.ts';
import { structureFault, verifyStructure } from './verify-structure.ts';

/**
 * Compares one layer with its catalog entry, whole. Control layers are opened as a check opens them and
 * every feature is read, looked at for defects and, where the entry says that features do not overlap,
 * compared with its neighbours; of the others, which may hold points or lines, bytes and structure are
 * compared. Memory holds some fifty bytes a feature.
 *
 * @returns the number of features
 * @throws UserError `layer-...`
 */
export async function verifyLayer(
  source: LayerSource,
  bytes: ByteSource,
  signal: AbortSignal,
): Promise<number> {
  const { entry } = source;
  if (!isControlKind(entry.kind)) return verifyBytes(entry, bytes, signal);
  await source.open(signal);
  await verifyHead(entry, bytes, signal);
  const faulty: { readonly feature: number; readonly defect: Defect }[] = [];
  const census = await takeCensus(
    source,
    ({ index }, defects) => {
      const defect = defects.find(isHarmful);
      if (defect && faulty.length === 0) faulty.push({ feature: index, defect });
    },
    signal,
  );
  const { file } = entry;
  const first = faulty[0];
  if (first) {
    const { feature, defect } = first;
    throw new UserError('layer-geometry', {
      file,
      feature,
      what: defect.kind,
      place: defect.at?.join(', ') ?? null,
      count: census.unsoundCount,
    });
  }
  await verifyIndexedFeatures(source, census, signal);
  if (!entry.overlapsItself) await refuseOverlap(source, census, signal);
  return census.features;
}

/**
 * What more can be said of a layer file that is not the one in the catalog: what is wrong with its
 * structure, and where. Nothing where it is a sound file of another content.
 */
export async function diagnoseLayer(
  entry: CatalogLayer,
  bytes: ByteSource,
  signal?: AbortSignal,
): Promise<UserError | null> {
  try {
    return await structureFault(entry.file, bytes, signal);
  } catch (error) {
    if (error instanceof ByteError) return null; // told already: the file cannot be read
    throw error;
  }
}

/** The hash over HTTP readers start from; a reader of whole files never looks at it. */
async function verifyHead(
  entry: CatalogLayer,
  bytes: ByteSource,
  signal: AbortSignal,
): Promise<void> {
  const { file, headSha256 } = entry;
  if (headSha256 === undefined) return;
  try {
    const header = await readHeader(bytes, signal);
    const sha256 = await hashSource(bytes, header.featuresStart, signal);
    if (sha256 !== headSha256) {
      throw new UserError('layer-sha256', { file, of: 'head', sha256, wanted: headSha256 });
    }
  } catch (error) {
    throw layerError(entry, error);
  }
}

/** Each feature must stand in the index with its own box: reading by searching compares them. */
async function verifyIndexedFeatures(
  source: LayerSource,
  { features }: Census,
  signal: AbortSignal,
): Promise<void> {
  let counted = 0;
  for await (const _ of source.featuresIn(EVERYWHERE, signal)) counted++;
  const { file } = source.entry;
  if (counted !== features) throw new UserError('layer-count', { file, counted, features });
}

async function refuseOverlap(
  source: LayerSource,
  census: Census,
  signal: AbortSignal,
): Promise<void> {
  const pair = await findOverlap(source, census, signal);
  if (!pair) return;
  const { a, b } = pair;
  const areaM2 = pair.areaM2 === null ? null : roundM2(pair.areaM2);
  throw new UserError('layer-overlaps-itself', { file: source.entry.file, a, b, areaM2 });
}

async function verifyBytes(
  entry: CatalogLayer,
  source: ByteSource,
  signal: AbortSignal,
): Promise<number> {
  const { file } = entry;
  try {
    const size = await source.size(signal);
    if (size !== entry.bytes) {
      const code = size < entry.bytes ? 'layer-truncated' : 'layer-size';
      throw new UserError(code, { file, size, wanted: entry.bytes });
    }
    const sha256 = await hashSource(source, size, signal);
    if (sha256 !== entry.sha256) {
      throw new UserError('layer-sha256', { file, of: 'file', sha256, wanted: entry.sha256 });
    }
    await verifyHead(entry, source, signal);
    const { header } = await verifyStructure(source, signal);
    if (header.features !== entry.features) {
      const { features } = entry;
      throw new UserError('layer-count', { file, counted: header.features, features });
    }
  } catch (error) {
    throw layerError(entry, error);
  }
  return entry.features;
}
