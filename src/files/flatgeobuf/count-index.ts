import type { BBox } from '../../geometry/shapes.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { NODE_BYTES } from './format.ts';
import { checkSpan, childrenOf, NodeRun, treeShape } from './index-tree.ts';
import type { FlatGeobufHeader } from './read-header.ts';
import type { ReadBytes } from './search-index.ts';

/**
 * How many features have a box that meets `bbox`: exactly as many as `searchIndex` finds, without reading
 * what lies wholly inside. A node within the box holds only such features, and how many follows from its
 * place in the packed tree; so only nodes along the edge of the box are read.
 *
 * @throws FlatGeobufError when a node that was looked at contradicts its children
 */
export async function countInIndex(
  header: FlatGeobufHeader,
  read: ReadBytes,
  bbox: BBox,
  signal?: AbortSignal,
): Promise<number> {
  if (header.features === 0) return 0;
  const shape = treeShape(header);
  const top = shape.levels.length - 1;
  let counted = 0;

  /** Counts what is decided by the box of a node alone; true: its children must be looked at. */
  const isOpen = (run: NodeRun, node: number, level: number): boolean => {
    if (!run.meets(node, bbox)) return false;
    if (level > 0 && !isWithin(run.box(node), bbox)) return true;
    const leaves = shape.nodeSize ** level;
    const first = (node - shape.levels[level]!.start) * leaves;
    counted += Math.min(leaves, header.features - first);
    return false;
  };

  const readRun = async (first: number, end: number): Promise<NodeRun> => {
    const offset = header.indexStart + first * NODE_BYTES;
    return new NodeRun(first, await read(offset, (end - first) * NODE_BYTES, signal));
  };

  const root = await readRun(0, 1);
  checkSpan(root.box(0), root, 0, 1);
  let open = isOpen(root, 0, top) ? [{ node: 0, box: root.box(0) }] : [];
  for (let level = top; level > 0 && open.length > 0; level--) {
    const below: { node: number; box: BBox }[] = [];
    for (const { node, box } of open) {
      signal?.throwIfAborted();
      const [first, end] = childrenOf(shape, level, node - shape.levels[level]!.start);
      const run = await readRun(first, end);
      checkSpan(box, run, first, end);
      for (let child = first; child < end; child++) {
        if (isOpen(run, child, level - 1)) below.push({ node: child, box: run.box(child) });
      }
    }
    open = below;
  }
  if (counted > header.features) throw new FlatGeobufError('index', { what: 'count' });
  return counted;
}

function isWithin(inner: BBox, outer: BBox): boolean {
  return (
    outer[0] <= inner[0] && inner[2] <= outer[2] && outer[1] <= inner[1] && inner[3] <= outer[3]
  );
}
