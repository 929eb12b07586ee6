import type { ByteSource } from '../bytes/byte-source.ts';
import { UserError } from '../domain/user-error.ts';
import { FlatGeobufError } from '../files/flatgeobuf/flatgeobuf-error.ts';
import { verifyIndex } from '../files/flatgeobuf/index-tree.ts';
import { type FlatGeobuf, openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { EVERYWHERE } from '../geometry/shapes.ts';

/**
 * Reads a FlatGeobuf file to its end, whatever it holds: header, every node of the index, every feature,
 * each against the box and the place that the index gives it. It takes no catalog, so it also says what is
 * wrong with a file that is known to be changed.
 *
 * @returns the file as opened
 * @throws FlatGeobufError, ByteError
 */
export async function verifyStructure(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<FlatGeobuf> {
  const file = await openFlatGeobuf(source, signal);
  const { header } = file;
  let counted = 0;
  if (header.nodeSize > 0 && header.features > 0) {
    const { indexStart, featuresStart } = header;
    verifyIndex(header, await source.read(indexStart, featuresStart - indexStart, signal));
    const hits = await file.search(EVERYWHERE, signal);
    for await (const _ of file.features(hits, signal)) counted++;
  } else {
    for await (const _ of file.allFeatures(signal)) counted++;
  }
  if (counted !== header.features) {
    throw new FlatGeobufError('count', { counted, features: header.features });
  }
  return file;
}

/** What is wrong with the structure of a file, as the user is told it; null where nothing is. */
export async function structureFault(
  name: string,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<UserError | null> {
  try {
    await verifyStructure(source, signal);
    return null;
  } catch (error) {
    if (!(error instanceof FlatGeobufError)) throw error;
    return new UserError(`layer-${error.code}`, { file: name, ...error.params });
  }
}
