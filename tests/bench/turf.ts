import * as turf from '@turf/turf';
import { BoxTree } from '../../src/geometry/box-tree.ts';
import { bboxOf, type FlatPolygons, toNested } from '../../src/geometry/shapes.ts';
import type { PeerRun } from './peer.ts';

/** turf.intersect and turf.area on each candidate of an R-tree; areas are those of a sphere. */
export function runTurf(sites: readonly FlatPolygons[], layer: readonly FlatPolygons[]): PeerRun {
  const tree = BoxTree.over(Float64Array.from(layer.flatMap((feature) => [...bboxOf(feature)])));
  const feature = (flat: FlatPolygons) =>
    turf.multiPolygon(toNested(flat) as unknown as number[][][][]);
  const candidates = sites.map((site) => tree.search(bboxOf(site)));
  const used = new Map(candidates.flat().map((f) => [f, feature(layer[f]!)] as const));
  let hits = 0;
  let areaM2 = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  sites.forEach((site, s) => {
    const geometry = feature(site);
    for (const f of candidates[s]!) {
      const piece = turf.intersect(turf.featureCollection([geometry, used.get(f)!]));
      if (!piece) continue;
      hits++;
      areaM2 += turf.area(piece);
    }
  });
  const { user, system } = process.cpuUsage(cpu);
  return { hits, areaM2, cpuS: (user + system) / 1e6, wallS: (performance.now() - start) / 1000 };
}
