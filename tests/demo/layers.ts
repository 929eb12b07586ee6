import { readFileSync } from 'node:fs';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { type Catalog, type CatalogLayer, catalogSchema } from '../../src/domain/catalog.ts';
import type { LayerKind } from '../../src/domain/kinds.ts';
import type { LayerFeature } from '../../src/domain/layer-source.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';

/** The committed demonstration layers, read as the program reads them. */
export const layersFolder = new URL('../../layers/', import.meta.url);

export const catalog: Catalog = catalogSchema.parse(
  JSON.parse(readFileSync(new URL('catalog.json', layersFolder), 'utf8')),
);

export function entryOf(kind: LayerKind): CatalogLayer {
  return catalog.layers.find((layer) => layer.kind === kind)!;
}

const EVERYWHERE = [-180, -90, 180, 90] as const;

/** All features of a polygon layer, after length, header, index and SHA-256 were compared. */
export async function featuresOf(kind: LayerKind): Promise<LayerFeature[]> {
  const entry = entryOf(kind);
  const bytes = new Uint8Array(readFileSync(new URL(entry.file, layersFolder)));
  const layer = openLayerSource(entry, memorySource(entry.file, bytes), { integrity: 'full' });
  await layer.open();
  const features: LayerFeature[] = [];
  for await (const feature of layer.featuresIn(EVERYWHERE)) features.push(feature);
  return features;
}
