import type { BBox } from '../../geometry/shapes.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { NODE_BYTES } from './format.ts';
import { checkSpan, childrenOf, leafRange, NodeRun, treeShape } from './index-tree.ts';
import type { FlatGeobufHeader } from './read-header.ts';

/** A feature found through the index: its place in the file and the box the index gives it. */
export interface LeafHit {
  readonly index: number;
  /** Bytes [start, end) of the file, length prefix included. */
  readonly start: number;
  readonly end: number;
  readonly box: BBox;
}

/** Reads [offset, offset + length) of the file. */
export type ReadBytes = (
  offset: number,
  length: number,
  signal?: AbortSignal,
) => Promise<Uint8Array>;

interface Group {
  readonly first: number;
  readonly end: number;
  readonly parent: BBox;
}

/**
 * Features whose box meets `bbox`, in file order. One level after the other, from the root down; only
 * nodes whose parent meets the box are looked at, and every one looked at is checked. A child's place
 * follows from its parent's, so no file can make this loop.
 *
 * @param near groups of children this near to each other are read together, bytes
 * @throws FlatGeobufError when the index contradicts itself
 */
export async function searchIndex(
  header: FlatGeobufHeader,
  read: ReadBytes,
  bbox: BBox,
  near: number,
  signal?: AbortSignal,
): Promise<LeafHit[]> {
  if (header.features === 0) return [];
  const shape = treeShape(header);
  const readRun = async (first: number, end: number): Promise<NodeRun> => {
    const offset = header.indexStart + first * NODE_BYTES;
    return new NodeRun(first, await read(offset, (end - first) * NODE_BYTES, signal));
  };

  /** The runs of one level at once, each `more` nodes longer. */
  const readNear = (groups: readonly Group[], more: number) =>
    Promise.all(
      [...nearGroups(groups, near)].map(async (near) => {
        const end = Math.min(near.at(-1)!.end + more, shape.nodes);
        return { near, run: await readRun(near[0]!.first, end) };
      }),
    );

  const top = shape.levels.length - 1;
  const root = await readRun(0, 1);
  checkSpan(root.box(0), root, 0, 1);
  if (root.offset(0) !== childrenOf(shape, top, 0)[0]) {
    throw new FlatGeobufError('index', { what: 'child', node: 0 });
  }
  if (!root.meets(0, bbox)) return [];
  const [first, end] = childrenOf(shape, top, 0);
  let groups: Group[] = [{ first, end, parent: root.box(0) }];

  for (let level = top - 1; level > 0; level--) {
    const below: Group[] = [];
    for (const { near, run } of await readNear(groups, 0)) {
      for (const group of near) {
        checkSpan(group.parent, run, group.first, group.end);
        for (let node = group.first; node < group.end; node++) {
          const [first, end] = childrenOf(shape, level, node - shape.levels[level]!.start);
          if (run.offset(node) !== first) {
            throw new FlatGeobufError('index', { what: 'child', node });
          }
          if (run.meets(node, bbox)) below.push({ first, end, parent: run.box(node) });
        }
      }
    }
    groups = below;
  }

  const hits: LeafHit[] = [];
  // one leaf more: the next feature's place is this one's end
  for (const { near, run } of await readNear(groups, 1)) {
    for (const group of near) {
      checkSpan(group.parent, run, group.first, group.end);
      for (let node = group.first; node < group.end; node++) {
        if (!run.meets(node, bbox)) continue;
        hits.push({ ...leafRange(header, shape, run, node), box: run.box(node) });
      }
    }
  }
  return hits;
}

function* nearGroups(groups: readonly Group[], most: number): Generator<Group[]> {
  let near: Group[] = [];
  for (const group of groups) {
    const last = near.at(-1);
    if (last && (group.first - last.end) * NODE_BYTES > most) {
      yield near;
      near = [];
    }
    near.push(group);
  }
  if (near.length > 0) yield near;
}
