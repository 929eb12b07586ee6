import { BoxTree } from '../geometry/box-tree.ts';
import type { LayerIndex } from './edge-index.ts';

/**
 * The index of a layer as stored beside its .fgb: little-endian, every array at a multiple of eight bytes,
 * so that it is used where it lies, without parsing or copying.
 *
 *      0   'SXEI'                     40  features   44  rings   48  vertices
 *      4   version                    52  runs       56  nodes   60  bytes of the box tree
 *      8   SHA-256 of the .fgb        64  arrays in the order of `layout`
 */
const MAGIC = 0x49455853;
const VERSION = 1;
const HEADER_BYTES = 64;

type Counts = readonly [
  features: number,
  rings: number,
  vertices: number,
  runs: number,
  nodes: number,
  treeBytes: number,
];

type ArrayKind = typeof Float64Array | typeof Uint32Array | typeof Int8Array | typeof Uint8Array;

/** Kinds and lengths of the arrays in the file. */
function layout([features, rings, vertices, runs, nodes, treeBytes]: Counts) {
  return {
    xy: [Float64Array, 2 * vertices],
    featureBox: [Float64Array, 4 * features],
    areaM2: [Float64Array, features],
    runBox: [Float64Array, 4 * runs],
    nodeBox: [Float64Array, 4 * nodes],
    ringStart: [Uint32Array, rings + 1],
    featureRing: [Uint32Array, features + 1],
    featureRun: [Uint32Array, features + 1],
    featureNode: [Uint32Array, features + 1],
    runFrom: [Uint32Array, runs],
    runTo: [Uint32Array, runs],
    runRing: [Uint32Array, runs],
    ringSign: [Int8Array, rings],
    tree: [Uint8Array, treeBytes],
  } as const satisfies Record<string, readonly [ArrayKind, number]>;
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

function sizeOf(counts: Counts): number {
  return Object.values(layout(counts)).reduce(
    (sum, [kind, length]) => sum + padded(kind.BYTES_PER_ELEMENT * length),
    HEADER_BYTES,
  );
}

/** The bytes of an index. `fgbSha256` is the hash (32 bytes) of the layer file that it belongs to. */
export function writeEdgeIndex(index: LayerIndex, fgbSha256: Uint8Array): Uint8Array<ArrayBuffer> {
  const { rings } = index;
  const tree = new Uint8Array(index.tree.bytes);
  const counts: Counts = [
    index.areaM2.length,
    rings.ringSign.length,
    rings.xy.length / 2,
    index.runFrom.length,
    index.nodeBox.length / 4,
    tree.length,
  ];
  const bytes = new Uint8Array(sizeOf(counts));
  const head = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  head[0] = MAGIC;
  head[1] = VERSION;
  bytes.set(fgbSha256.subarray(0, 32), 8);
  head.set(counts, 10);
  const arrays = { ...rings, ...index, tree };
  let at = HEADER_BYTES;
  for (const name of Object.keys(layout(counts)) as (keyof ReturnType<typeof layout>)[]) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes;
}

/** Why bytes are not the index of a layer file: not an index at all, or that of another time or layer. */
export type EdgeIndexFault = 'magic' | 'version' | 'layer' | 'length' | 'tree';

/** What can be told without looking at the arrays; null where nothing is wrong. */
export function edgeIndexFault(
  bytes: Uint8Array<ArrayBuffer>,
  fgbSha256: Uint8Array,
): EdgeIndexFault | null {
  if (bytes.length < HEADER_BYTES) return 'length';
  const head = new Uint32Array(bytes.slice(0, HEADER_BYTES).buffer);
  if (head[0] !== MAGIC) return 'magic';
  if (head[1] !== VERSION) return 'version';
  for (let i = 0; i < 32; i++) if (bytes[8 + i] !== fgbSha256[i]) return 'layer';
  return sizeOf(countsIn(head)) === bytes.length ? null : 'length';
}

function countsIn(head: Uint32Array): Counts {
  return Array.from(head.subarray(10)) as unknown as Counts;
}

/**
 * An index from its bytes, or what is wrong with them: such an index is to be built anew, never used. The
 * arrays of the result lie within `bytes`. What the arrays say is not looked at; compare the file with a
 * sum of its own first.
 */
export function readEdgeIndex(
  bytes: Uint8Array<ArrayBuffer>,
  fgbSha256: Uint8Array,
): LayerIndex | EdgeIndexFault {
  const fault = edgeIndexFault(bytes, fgbSha256);
  if (fault) return fault;
  const data = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const counts = countsIn(new Uint32Array(data.buffer, data.byteOffset, HEADER_BYTES / 4));
  let at = data.byteOffset + HEADER_BYTES;
  const take = <T>(Kind: new (b: ArrayBuffer, o: number, n: number) => T, length: number): T => {
    const array = new Kind(data.buffer, at, length);
    at += padded((array as unknown as ArrayBufferView).byteLength);
    return array;
  };
  const parts = layout(counts);
  const xy = take(...parts.xy);
  const featureBox = take(...parts.featureBox);
  const areaM2 = take(...parts.areaM2);
  const runBox = take(...parts.runBox);
  const nodeBox = take(...parts.nodeBox);
  const ringStart = take(...parts.ringStart);
  const featureRing = take(...parts.featureRing);
  const featureRun = take(...parts.featureRun);
  const featureNode = take(...parts.featureNode);
  const runFrom = take(...parts.runFrom);
  const runTo = take(...parts.runTo);
  const runRing = take(...parts.runRing);
  const ringSign = take(...parts.ringSign);
  // A count that is a little off may still fill the same eight bytes.
  const [features, rings, vertices, runs, nodes, treeBytes] = counts;
  const counted =
    featureRing[features] === rings &&
    ringStart[rings] === vertices &&
    featureRun[features] === runs &&
    featureNode[features] === nodes;
  if (!counted) return 'length';
  const tree = BoxTree.from(data.buffer, at, treeBytes);
  if (tree?.count !== features) return 'tree';
  return {
    rings: { xy, ringStart, ringSign, featureRing, featureBox },
    areaM2,
    tree,
    featureRun,
    runFrom,
    runTo,
    runRing,
    runBox,
    nodeBox,
    featureNode,
  };
}
