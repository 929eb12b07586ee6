import type { CatalogLayer } from '../domain/catalog.ts';
import { layerError } from '../files/layer-error.ts';
import type { TileSpool } from '../tiles/tile-spool.ts';
import type { StepContext } from './build-request.ts';
import type { StagedFile, Staging } from './layer-store.ts';
import { buildOverviews } from './overviews/build-overviews.ts';
import { deliverOverview } from './overviews/deliver-overview.ts';
import { openLayerFile } from './overviews/layer-file.ts';

const SCRATCH = 'tiles.tmp';
/** Bytes read at a time. */
const PIECE = 4 * 1024 * 1024;

/** Writes the level-of-detail files of the finished layer. */
export async function overviewsStep({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<CatalogLayer['lod']> {
  const { id, kind, fields, sha256, features } = entry;
  const lod: CatalogLayer['lod'] = [];
  const spool = stagedSpool(staging);
  try {
    const layer = await openLayerFile(staging.open(entry.file), signal);
    const overviews = buildOverviews(layer, {
      id,
      kind,
      fields,
      sha256,
      spool,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ reading, done, total }) =>
        onProgress((reading - 1) * features + done, total === null ? null : 2 * total),
    });
    for await (const overview of overviews) {
      const out = await staging.create(overview.file);
      let at = 0;
      const described = await deliverOverview(overview, async (bytes) => {
        signal?.throwIfAborted();
        await out.write(at, bytes);
        at += bytes.length;
      });
      await out.close();
      lod.push(described);
    }
    await spool.drop();
    return lod;
  } catch (error) {
    throw layerError(entry, error);
  }
}

/** Tiles that wait in a file of their own. */
function stagedSpool(staging: Staging): TileSpool & { drop(): Promise<void> } {
  let file: StagedFile | null = null;
  let length = 0;
  return {
    async append(bytes) {
      file ??= await staging.create(SCRATCH);
      await file.write(length, bytes);
      length += bytes.length;
    },
    async *contents() {
      if (file === null) return;
      await file.close();
      const source = staging.open(SCRATCH);
      for (let at = 0; at < length; at += PIECE) {
        yield source.read(at, Math.min(PIECE, length - at));
      }
    },
    async drop() {
      if (file === null) return;
      await file.close();
      await staging.remove(SCRATCH);
    },
  };
}
