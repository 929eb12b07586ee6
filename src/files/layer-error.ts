import { ByteError } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { FlatGeobufError } from './flatgeobuf/flatgeobuf-error.ts';

/**
 * What went wrong with a layer, as the user is told it: code `layer-...`, the file and the values.
 * Anything else - an abort, a bug of ours - comes back as it is.
 */
export function layerError(entry: CatalogLayer, error: unknown): unknown {
  const file = entry.file;
  if (error instanceof FlatGeobufError) {
    return new UserError(`layer-${error.code}`, { file, ...error.params });
  }
  if (error instanceof ByteError) {
    const { code, params } = error;
    const tooLarge = code === 'no-ranges' && params.limit !== undefined;
    const name = tooLarge ? 'layer-too-large-without-ranges' : `layer-${code}`;
    return new UserError(name, { file, ...params });
  }
  return error;
}
