import { blockCached } from '../bytes/block-cache.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { StepContext } from './build-request.ts';
import { layerPmtiles } from './layer-pmtiles.ts';

/** Writes the layer as a PMTiles file beside it: no catalog names it, it is for other maps. */
export async function writePmtilesFile({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<void> {
  const sources = new Map<string, ByteSource>();
  const bytesOf = (file: string): ByteSource => {
    const source = sources.get(file) ?? blockCached(staging.open(file));
    sources.set(file, source);
    return source;
  };
  const out = await staging.create(entry.file.replace(/(\.fgb)?$/, '.pmtiles'));
  let at = 0;
  for await (const bytes of layerPmtiles(entry, bytesOf, signal === undefined ? {} : { signal })) {
    signal?.throwIfAborted();
    await out.write(at, bytes);
    at += bytes.length;
    onProgress(at, null);
  }
  await out.close();
}
