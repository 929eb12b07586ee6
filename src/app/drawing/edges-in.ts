import type { LiveLayer } from '../../check/live-check.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { visitEdges } from '../../overlay/edges-in-box.ts';

/** More than this in one view is no place for snapping: zoom in. */
export const MOST_EDGES = 200_000;

/**
 * Edges of layers that meet a box, x1, y1, x2, y2 each: the doubles of the layer files, none rounded or
 * clipped. None at all where there are more than `MOST_EDGES`.
 */
export function edgesIn(layers: readonly LiveLayer[], box: BBox): Float64Array<ArrayBuffer> {
  const found: number[] = [];
  for (const { held } of layers) {
    if (!held) continue;
    const { index } = held;
    const { xy } = index.rings;
    for (const f of index.tree.search(box).sort((a, b) => a - b)) {
      visitEdges(index, f, box, (vertex) => {
        const i = 2 * vertex;
        found.push(xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
      });
      if (found.length > 4 * MOST_EDGES) return new Float64Array(0);
    }
  }
  return Float64Array.from(found);
}
