import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';

export interface Totals {
  hits: number;
  areaM2: number;
}

export function buildAll(layers: readonly (readonly FlatPolygons[])[]): LayerIndex[] {
  return layers.map((layer) => buildLayerIndex(layer));
}

/** Area per feature of every site against every layer; only totals are kept. */
export function checkAll(sites: readonly FlatPolygons[], layers: readonly LayerIndex[]): Totals[] {
  const totals = layers.map(() => ({ hits: 0, areaM2: 0 }));
  for (const polygons of sites) {
    const site = prepareSite(polygons);
    layers.forEach((layer, l) => {
      for (const { areaM2 } of overlapsOf(site, layer)) {
        if (areaM2 > 0) totals[l]!.hits++;
        totals[l]!.areaM2 += areaM2;
      }
    });
  }
  return totals;
}
