import { bboxesMeet, type FlatPolygons } from '../../geometry/shapes.ts';
import type { LayerIndex } from '../../overlay/edge-index.ts';
import { boxOfIndexed } from '../../overlay/indexed-feature.ts';
import { overlapOf } from '../../overlay/overlap.ts';
import { prepareSite } from '../../overlay/site.ts';

/**
 * Features that share ground with others, directly or by way of others, in groups of at least two. Those
 * that only touch share none. Exact; of the features only neighbours by their boxes are compared.
 *
 * @param index over the features, in their order
 */
export function overlappingGroups(
  features: readonly FlatPolygons[],
  index: LayerIndex,
  signal?: AbortSignal,
): number[][] {
  const parent = Int32Array.from(features, (_, f) => f);
  const rootOf = (f: number): number => {
    let root = f;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[f] !== root) [f, parent[f]] = [parent[f]!, root];
    return root;
  };
  for (let f = 0; f < features.length; f++) {
    signal?.throwIfAborted();
    const box = boxOfIndexed({ index, at: f });
    const later = index.tree.search(box).filter((other) => other > f);
    if (later.length === 0) continue;
    const site = prepareSite(features[f]!);
    for (const other of later) {
      if (rootOf(other) === rootOf(f)) continue;
      if (!bboxesMeet(box, boxOfIndexed({ index, at: other }))) continue;
      if (overlapOf(site, index, other).areaM2 > 0) parent[rootOf(other)] = rootOf(f);
    }
  }
  const groups = new Map<number, number[]>();
  for (let f = 0; f < features.length; f++) {
    const root = rootOf(f);
    const group = groups.get(root);
    if (group) group.push(f);
    else groups.set(root, [f]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
