import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { overlapGeometryOf } from '../../src/overlay/overlap-geometry.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { measure } from './measure.ts';
import { bestOf, PEER_RUNS } from './peer.ts';

export interface Totals {
  hits: number;
  areaM2: number;
}

export function buildAll(layers: readonly (readonly FlatPolygons[])[]): LayerIndex[] {
  return layers.map((layer) => buildLayerIndex(layer));
}

/** The indexes, and the least time of several in which they were built. */
export function buildBest(layers: readonly (readonly FlatPolygons[])[]) {
  return bestOf(Array.from({ length: PEER_RUNS }, () => measure(() => buildAll(layers))));
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

/** The same with the polygons of partial overlaps; a feature wholly inside is its own polygon. */
export function cutAll(
  sites: readonly FlatPolygons[],
  layers: readonly LayerIndex[],
  look: (piece: FlatPolygons, areaM2: number) => void,
): Totals[] {
  const totals = layers.map(() => ({ hits: 0, areaM2: 0 }));
  for (const polygons of sites) {
    const site = prepareSite(polygons);
    layers.forEach((layer, l) => {
      for (const { featureIndex, areaM2 } of overlapsOf(site, layer)) {
        if (areaM2 > 0) totals[l]!.hits++;
        totals[l]!.areaM2 += areaM2;
        if (areaM2 === 0 || areaM2 === layer.areaM2[featureIndex]) continue;
        look(overlapGeometryOf(site, layer, featureIndex), areaM2);
      }
    });
  }
  return totals;
}

/** Pieces cut, and how far the area of one is off the measured one at most, in m². */
export function checkCuts(
  sites: readonly FlatPolygons[],
  layers: readonly LayerIndex[],
): { pieces: number; worstM2: number } {
  let pieces = 0;
  let worstM2 = 0;
  cutAll(sites, layers, (piece, areaM2) => {
    pieces++;
    const area = piece.xy.length === 0 ? 0 : ellipsoidAreaM2(piece);
    worstM2 = Math.max(worstM2, Math.abs(area - areaM2));
  });
  return { pieces, worstM2 };
}
