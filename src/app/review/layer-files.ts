import { blockCached } from '../../bytes/block-cache.ts';
import { httpRangeSource } from '../../bytes/http-range.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import { layerUrl } from '../../files/catalog.ts';
import { openLayerSource } from '../../files/layer-source.ts';

const BLOCK_BYTES = 32 * 1024;

/**
 * A layer behind HTTP, for looking something up in it: what is read is verified by its chunk sums where
 * there are any, else length, header and index are.
 */
export function layerFile(base: string, entry: CatalogLayer): LayerSource {
  const { file, chunkSums } = entry;
  const bytes = blockCached(httpRangeSource(layerUrl(base, file)), {
    blockBytes: chunkSums?.chunkBytes ?? BLOCK_BYTES,
  });
  return openLayerSource(entry, bytes, {
    integrity: 'size+header+index',
    sums: chunkSums && httpRangeSource(layerUrl(base, chunkSums.file)),
  });
}

/** The same for reading it whole, once: against the SHA-256 of the whole file. */
export function wholeLayerFile(base: string, entry: CatalogLayer): LayerSource {
  const bytes = blockCached(httpRangeSource(layerUrl(base, entry.file)), {
    blockBytes: 1024 * 1024,
  });
  return openLayerSource(entry, bytes, { integrity: 'full' });
}

/** Layers that stay open from one question to the next; one that failed is opened anew. */
export class LayerFiles {
  readonly #open = new Map<string, LayerSource>();

  of(base: string, entry: CatalogLayer): LayerSource {
    const key = keyOf(base, entry);
    const known = this.#open.get(key);
    if (known) return known;
    const source = layerFile(base, entry);
    this.#open.set(key, source);
    return source;
  }

  forget(base: string, entry: CatalogLayer): void {
    this.#open.delete(keyOf(base, entry));
  }
}

function keyOf(base: string, { id, file, sha256 }: CatalogLayer): string {
  return JSON.stringify([base, id, file, sha256]);
}
