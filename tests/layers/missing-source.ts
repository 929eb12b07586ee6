import { ByteError, type ByteSource } from '../../src/bytes/byte-source.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { verifyFiles } from '../../src/layers/verify-files.ts';
import { LAYER, type Stored } from './stored-layer.ts';

const gone = (name: string): ByteSource => {
  const fail = async (): Promise<never> => {
    throw new ByteError('missing', { name });
  };
  return { name, size: fail, read: fail };
};

/** What verifying says when one file is not there. */
export async function missing({ entry, files }: Stored, name: string): Promise<string[]> {
  const sourceOf = (file: string) =>
    file === name ? gone(file) : memorySource(file, files[file]!);
  const layer = openLayerSource(entry, sourceOf(LAYER), { integrity: 'full' });
  const { problems } = await verifyFiles(layer, sourceOf, new AbortController().signal);
  return problems.map(({ code, params }) => `${code} ${params.file}`);
}
