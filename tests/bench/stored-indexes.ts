import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import { withEntry } from '../../src/check/held-layer.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { isControlKind } from '../../src/domain/kinds.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import type { CatalogHandle } from '../../src/job/run-check.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';

/** With the edge indexes of all layers, as they are stored beside them. */
export async function withIndexes(handle: CatalogHandle): Promise<CatalogHandle> {
  const layers: CatalogLayer[] = [];
  const edgeIndexes = new Map<string, ByteSource>();
  const sources = new Map<string, LayerSource>();
  for (const entry of handle.catalog.layers) {
    const source = handle.sources.get(entry.id)!;
    const shapes: FlatPolygons[] = [];
    let edgeIndex: CatalogLayer['edgeIndex'];
    if (isControlKind(entry.kind)) {
      await source.open();
      for await (const { polygons } of source.featuresIn([-180, -90, 180, 90])) {
        shapes.push(polygons);
      }
      const bytes = writeEdgeIndex(buildLayerIndex(shapes), Buffer.from(entry.sha256, 'hex'));
      edgeIndexes.set(entry.id, memorySource('index', bytes));
      edgeIndex = { file: `${entry.file}.edges`, sha256: sha256Hex(bytes) };
    }
    const own = { ...entry, edgeIndex };
    layers.push(own);
    sources.set(entry.id, withEntry(source, own));
  }
  return { catalog: { ...handle.catalog, layers }, sources, edgeIndexes };
}
