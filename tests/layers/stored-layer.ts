import { memorySource } from '../../src/bytes/memory-source.ts';
import { sha256Bytes, sha256Hex } from '../../src/bytes/sha256.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import { describeSums } from '../../src/files/describe-sums.ts';
import { levelSizes, NODE_BYTES } from '../../src/files/flatgeobuf/format.ts';
import { readHeader } from '../../src/files/flatgeobuf/read-header.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { type FlatPolygons, type Position, toFlat } from '../../src/geometry/shapes.ts';
import { verifyFiles } from '../../src/layers/verify-files.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { writeEdgeIndex } from '../../src/overlay/edge-index-file.ts';
import { packLevels } from '../../src/tiles/levels/write-levels.ts';
import { tileNumber } from '../../src/tiles/tile-number.ts';
import { entryOf } from '../files/sample-layer.ts';

/** A layer with every kind of side file a catalog can name, in memory. */
export interface Stored {
  readonly entry: CatalogLayer;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export const LAYER = 'farmland.fgb';
export const SUMS = 'farmland.fgb.sums';
export const EDGES = 'farmland.sxei';
/** Exact pieces, and ready tiles. */
export const LOD = 'lod/farmland-z14-24.fgb';
export const LEVELS = 'lod/farmland.levels';

/** Squares in a row that share their edges; sides of 1/4 degree are exact in binary. */
const square = (i: number, step: number): Position[] => {
  const [x, y] = [105 + i * step, 37];
  return [
    [x, y],
    [x + 0.25, y],
    [x + 0.25, y + 0.25],
    [x, y + 0.25],
    [x, y],
  ];
};

export function squares(count: number, step = 0.25): Uint8Array {
  return writeFlatGeobuf({
    name: 'farmland',
    columns: [
      { name: 'BSM', type: 'string' },
      { name: 'AREA', type: 'double' },
    ],
    crs: 4490,
    features: Array.from({ length: count }, (_, i) => ({
      polygons: toFlat([[square(i, step)]]),
      properties: { BSM: `B${i}`, AREA: i + 0.5 },
    })),
    index: true,
    geometryType: 'MultiPolygon',
  });
}

/** Everything as `layers build` would leave it; `lod` is a small layer of its own. */
export async function store(
  layer: Uint8Array,
  lod = squares(2),
  chunkBytes = 256,
): Promise<Stored> {
  const edges = writeEdgeIndex(buildLayerIndex(await shapesOf(layer)), sha256Bytes(layer));
  return sign(
    await entryOf(layer, { overlapsItself: false }),
    { [LAYER]: layer, [EDGES]: edges, [LOD]: lod, [LEVELS]: await levels() },
    chunkBytes,
  );
}

/** Nine tiles of two zooms, one byte each less than the next; of no layer yet. */
async function levels(): Promise<Uint8Array> {
  const places = [...Array(8).keys()].map((i) => ({ z: 5, x: i, y: 0 }));
  const tiles = [{ z: 4, x: 0, y: 0 }, ...places]
    .sort((a, b) => tileNumber(a) - tileNumber(b))
    .map((id, i) => ({ ...id, bytes: Uint8Array.from({ length: 40 + i }, (_, k) => k * k + i) }));
  const options = { minzoom: 0, maxzoom: 13, layerSha256: '0'.repeat(64) };
  const pieces: Uint8Array[] = [];
  for await (const piece of (await packLevels(tiles, options)).contents()) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

/** Where the head of a file of tiles ends. */
export function levelsHead(bytes: Uint8Array): number {
  return 52 + 24 * new DataView(bytes.buffer, bytes.byteOffset).getUint32(48, true);
}

/** The entry with the weights of the files as they now are, damaged or not, and fresh sums. */
export function sign(
  entry: CatalogLayer,
  files: Readonly<Record<string, Uint8Array>>,
  chunkBytes = 256,
): Stored {
  const layer = files[LAYER]!;
  const sums = describeSums(LAYER, layer, chunkBytes);
  const lod = { file: LOD, minzoom: 14, maxzoom: 24, sha256: sha256Hex(files[LOD]!) };
  const tiles = files[LEVELS]!.slice();
  tiles.set(sha256Bytes(layer), 8);
  const ready = {
    file: LEVELS,
    minzoom: 0,
    maxzoom: 13,
    sha256: sha256Hex(tiles),
    headSha256: sha256Hex(tiles.subarray(0, levelsHead(tiles))),
    bytes: tiles.length,
    tiles: 9,
  };
  return {
    entry: {
      ...entry,
      sha256: sha256Hex(layer),
      headSha256: undefined,
      bytes: layer.length,
      chunkSums: sums.entry,
      edgeIndex: { file: EDGES, sha256: sha256Hex(files[EDGES]!) },
      lod: [{ ...lod, bytes: files[LOD]!.length }, ready],
    },
    files: { ...files, [SUMS]: sums.bytes, [LEVELS]: tiles },
  };
}

async function shapesOf(layer: Uint8Array): Promise<FlatPolygons[]> {
  const shapes: FlatPolygons[] = [];
  for await (const { geometry } of (
    await openFlatGeobuf(memorySource(LAYER, layer))
  ).allFeatures()) {
    if ('polygons' in geometry) shapes.push(geometry.polygons);
  }
  return shapes;
}

/** What verifying says: code, file and `what` of each problem. */
export async function told({ entry, files }: Stored): Promise<string[]> {
  return (await problemsOf({ entry, files })).map(({ code, params }) =>
    [code, params.file, params.what ?? params.of].filter((part) => part !== undefined).join(' '),
  );
}

export async function problemsOf({ entry, files }: Stored): Promise<readonly UserError[]> {
  const sourceOf = (file: string) => memorySource(file, files[file]!);
  const layer = openLayerSource(entry, sourceOf(LAYER), { integrity: 'full' });
  return (await verifyFiles(layer, sourceOf, new AbortController().signal)).problems;
}

export function withFlipped(bytes: Uint8Array, at: number, mask = 0xff): Uint8Array {
  const changed = bytes.slice();
  changed[at]! ^= mask;
  return changed;
}

export function withBytes(bytes: Uint8Array, at: number, values: Iterable<number>): Uint8Array {
  const changed = bytes.slice();
  changed.set([...values], at);
  return changed;
}

/** Where the parts of a layer file stand, in bytes. */
export async function placesOf(layer: Uint8Array) {
  const { indexStart, featuresStart, features } = await readHeader(memorySource(LAYER, layer));
  const sizes = levelSizes(features, 16);
  const leaves = featuresStart - NODE_BYTES * features;
  const view = new DataView(layer.buffer, layer.byteOffset);
  const featureAt: number[] = [];
  for (let at = featuresStart; at < layer.length; at += 4 + view.getUint32(at, true)) {
    featureAt.push(at);
  }
  return { indexStart, leaves, featuresStart, featureAt, levels: sizes.length };
}

/** Where a number stands in a file as a double. */
export function doubleAt(bytes: Uint8Array, value: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = from; at + 8 <= bytes.length; at++) {
    if (view.getFloat64(at, true) === value) return at;
  }
  throw new Error(`${value} is not in the file`);
}
