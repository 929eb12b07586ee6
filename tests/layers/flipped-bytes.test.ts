import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Bytes, sha256Hex } from '../../src/bytes/sha256.ts';
import {
  doubleAt,
  EDGES,
  LAYER,
  LEVELS,
  LOD,
  levelsHead,
  placesOf,
  problemsOf,
  type Stored,
  SUMS,
  sign,
  squares,
  store,
  told,
  withBytes,
  withFlipped,
} from './stored-layer.ts';

/** Forty features: an index of three levels. */
let good: Stored;
let layer: Uint8Array;
let places: Awaited<ReturnType<typeof placesOf>>;
beforeAll(async () => {
  layer = squares(40);
  good = await store(layer);
  places = await placesOf(layer);
});

const replaced = (name: string, bytes: Uint8Array): Stored => ({
  entry: good.entry,
  files: { ...good.files, [name]: bytes },
});

it('finds nothing wrong with a layer as it was built', async () => {
  expect(await told(good)).toEqual([]);
});

describe('every byte of every file', () => {
  /** Two features: a few kilobytes in all. */
  it.each([LAYER, SUMS, EDGES, LOD, LEVELS])('%s', async (name) => {
    const small = await store(squares(2), squares(1));
    const bytes = small.files[name]!;
    for (let at = 0; at < bytes.length; at++) {
      const files = { ...small.files, [name]: withFlipped(bytes, at, 1 << (at % 8)) };
      const problems = await problemsOf({ entry: small.entry, files });
      expect([at, problems[0]?.params.file]).toEqual([at, name]);
      if (name !== LAYER) {
        expect([at, ...(await told({ entry: small.entry, files }))]).toEqual([
          at,
          `layer-sha256 ${name} file`,
        ]);
        continue;
      }
      // the sums say where in the layer file
      const chunk = problems.find(({ code }) => code === 'layer-chunk')!;
      expect([at, chunk.params.from, chunk.params.to]).toEqual([
        at,
        256 * Math.floor(at / 256),
        Math.min(bytes.length, 256 * Math.floor(at / 256) + 256) - 1,
      ]);
    }
  });
});

describe('cut off', () => {
  it('at every structural boundary, the layer file is told to be short', async () => {
    const { indexStart, featuresStart, featureAt } = places;
    const nodes = (featuresStart - indexStart) / 40;
    const ends = [
      ...[1, 7, 8, 12, indexStart - 1, indexStart],
      ...Array.from({ length: nodes }, (_, node) => indexStart + 40 * node),
      ...featureAt,
      ...featureAt.map((at) => at + 4),
      layer.length - 1,
    ];
    for (const end of ends) {
      const problems = await told(replaced(LAYER, layer.subarray(0, end)));
      expect([end, problems[0]]).toEqual([end, `layer-truncated ${LAYER}`]);
    }
    expect((await told(replaced(LAYER, new Uint8Array(0))))[0]).toBe(`layer-truncated ${LAYER}`);
  });

  it('a longer file is told as well', async () => {
    const longer = withBytes(new Uint8Array(layer.length + 1), 0, layer);
    expect((await told(replaced(LAYER, longer)))[0]).toBe(`layer-size ${LAYER}`);
  });

  it.each([
    [SUMS, 'layer-sha256'],
    [EDGES, 'layer-sha256'],
    [LOD, 'layer-truncated'],
    [LEVELS, 'layer-truncated'],
  ])('%s', async (name, code) => {
    const bytes = good.files[name]!;
    for (const end of [0, 4, 8, 40, 64, bytes.length >> 1, bytes.length - 1]) {
      const [first, ...more] = await problemsOf(replaced(name, bytes.subarray(0, end)));
      expect([end, first!.code, first!.params.file, more.length]).toEqual([end, code, name, 0]);
    }
  });

  it('a file that is not there is named', async () => {
    const { missing } = await import('./missing-source.ts');
    expect(await missing(good, LAYER)).toContain(`layer-missing ${LAYER}`);
    for (const name of [SUMS, EDGES, LOD, LEVELS]) {
      expect(await missing(good, name)).toEqual([`layer-missing ${name}`]);
    }
  });
});

/** The catalog is made to fit the damaged file: no hash helps, only structure does. */
describe('damage that the catalog was signed over', () => {
  const resigned = (bytes: Uint8Array): Promise<string[]> =>
    told(sign(good.entry, { ...good.files, [LAYER]: bytes }));
  const u16 = (value: number) => [value & 255, value >> 8];
  const f64 = (value: number) => new Uint8Array(Float64Array.of(value).buffer);

  it('in the beginning', async () => {
    expect(await resigned(withFlipped(layer, 2))).toEqual([`layer-magic ${LAYER}`]);
  });

  it('in the header: its length, the number of features, columns, the coordinate system', async () => {
    const header = new DataView(layer.buffer, layer.byteOffset, places.indexStart);
    const find = (test: (at: number) => boolean): number => {
      for (let at = 12; at + 8 <= places.indexStart; at++) if (test(at)) return at;
      throw new Error('not in the header');
    };
    expect((await resigned(withFlipped(layer, 11, 0x7f)))[0]).toBe(`layer-header ${LAYER} length`);
    const count = find((at) => header.getBigUint64(at, true) === 40n);
    expect((await resigned(withBytes(layer, count, [39])))[0]).toMatch(
      /^layer-(count|index|header)/,
    );
    expect((await resigned(withBytes(layer, count, [41])))[0]).toMatch(
      /^layer-(count|index|header)/,
    );
    const crs = find((at) => header.getInt32(at, true) === 4490);
    expect(await resigned(withBytes(layer, crs, u16(4326)))).toEqual([`layer-crs ${LAYER}`]);
    const name = find((at) => header.getUint32(at, true) === 0x004d5342); // 'BSM' and its end
    expect(await resigned(withBytes(layer, name, [0x43]))).toEqual([
      `layer-header ${LAYER} column`,
    ]);
  });

  it('in a box of the index: of a leaf, of an inner node, of the root', async () => {
    const { indexStart, leaves } = places;
    const inner = indexStart + 40;
    for (const [node, side] of [
      [leaves + 40, 0],
      [leaves + 40, 3],
      [inner, 1],
      [indexStart, 2],
    ] as const) {
      const [first] = await resigned(withFlipped(layer, node + 8 * side + 6, 1));
      expect([node, first]).toEqual([
        node,
        expect.stringMatching(/^layer-(index|feature) .*(span|box)/),
      ]);
    }
  });

  it('in an offset of the index', async () => {
    const { indexStart, leaves } = places;
    expect(await resigned(withFlipped(layer, leaves + 40 + 32, 8))).toEqual([
      expect.stringMatching(/^layer-(index .* offset|feature .* length)$/),
    ]);
    // beyond the end of the file
    expect(await resigned(withFlipped(layer, leaves + 40 + 36, 8))).toEqual([
      `layer-index ${LAYER} offset`,
    ]);
    expect(await resigned(withFlipped(layer, indexStart + 40 + 32, 1))).toEqual([
      `layer-index ${LAYER} child`,
    ]);
  });

  it('in the length of a feature', async () => {
    for (const at of [places.featureAt[0]!, places.featureAt[20]!, places.featureAt.at(-1)!]) {
      const [first] = await resigned(withFlipped(layer, at, 4));
      expect([at, first]).toEqual([at, expect.stringMatching(/^layer-(feature|count|truncated)/)]);
    }
  });

  it('in a vertex: beyond its box, no number', async () => {
    const at = doubleAt(layer, 37.25, places.featuresStart);
    expect(await resigned(withBytes(layer, at, f64(37.5)))).toEqual([
      `layer-feature ${LAYER} index box`,
    ]);
    expect(await resigned(withBytes(layer, at, f64(Number.NaN)))).toEqual([
      expect.stringMatching(/^layer-feature .* (coordinate|open ring)$/),
    ]);
  });

  it('in two vertices, so that the ring crosses itself within its box', async () => {
    // x, y of the second and third vertex of some square, the third vertex before the second
    const north = doubleAt(layer, 37.25, places.featuresStart);
    const second = layer.slice(north - 24, north - 8);
    const third = layer.slice(north - 8, north + 8);
    const swapped = withBytes(withBytes(layer, north - 24, third), north - 8, second);
    expect(await resigned(swapped)).toEqual([`layer-geometry ${LAYER} self-cross`]);
  });

  it('in what features have in common', async () => {
    const crowded = await store(squares(40, 0.2));
    const [problem, ...more] = await problemsOf(crowded);
    expect(problem!.code).toBe('layer-overlaps-itself');
    // a twentieth of a degree by a quarter
    expect(problem!.params.areaM2).toBeGreaterThan(1e8);
    expect(more).toEqual([]);
  });

  it('in a property: its column, its length, its letters', async () => {
    const { featureAt } = places;
    const text = (n: number): number => {
      for (let at = featureAt[n]!; ; at++) {
        if (layer[at] === 0x42 && layer[at - 4]! >= 2 && layer[at - 3] === 0) return at;
      }
    };
    const at = text(3);
    const before = await resigned(withBytes(layer, at - 6, u16(7)));
    expect(before).toEqual([`layer-feature ${LAYER} column`]);
    expect(await resigned(withBytes(layer, at - 4, u16(999)))).toEqual([
      `layer-feature ${LAYER} properties`,
    ]);
    expect(await resigned(withBytes(layer, at, [0xff]))).toEqual([
      `layer-feature ${LAYER} properties`,
    ]);
  });

  it('in the chunk sums: of another file, of other chunks', async () => {
    const sums = good.files[SUMS]!;
    const again = async (bytes: Uint8Array, head?: string) => {
      const chunkSums = { ...good.entry.chunkSums!, sha256: sha256Hex(bytes) };
      if (head !== undefined) chunkSums.headSha256 = head;
      return told({
        entry: { ...good.entry, chunkSums },
        files: { ...good.files, [SUMS]: bytes },
      });
    };
    const pages = Math.ceil(Math.ceil(layer.length / 256) / 256);
    const headBytes = 32 + 16 * pages;
    const headOf = (bytes: Uint8Array) => sha256Hex(bytes.subarray(0, headBytes));
    for (const at of [0, 4, 8, 12, 16, 24, 32]) {
      expect([at, ...(await again(withFlipped(sums, at)))]).toEqual([
        at,
        `layer-sums ${SUMS} head`,
      ]);
    }
    expect(await again(withFlipped(sums, headBytes))).toEqual([`layer-sums ${SUMS} page`]);
    const size = withFlipped(sums, 16, 1);
    expect(await again(size, headOf(size))).toEqual([`layer-sums ${SUMS} size`]);
    const short = sums.subarray(0, sums.length - 16);
    expect(await again(short, headOf(short))).toEqual([`layer-sums ${SUMS} head`]);
  });

  it('in the edge index: header, counts, vertices, areas, tree', async () => {
    const edges = good.files[EDGES]!;
    const again = (bytes: Uint8Array) =>
      told({
        entry: { ...good.entry, edgeIndex: { file: EDGES, sha256: sha256Hex(bytes) } },
        files: { ...good.files, [EDGES]: bytes },
      });
    const faults: [number, string][] = [
      [0, 'magic'],
      [4, 'version'],
      [8, 'layer'],
      [39, 'layer'],
      [40, 'length'],
      [44, 'length'],
      [48, 'length'],
      [60, 'length'],
      [64, 'feature'],
      [64 + 16 * 5 * 40, 'feature'],
    ];
    for (const [at, what] of faults) {
      expect([at, ...(await again(withFlipped(edges, at, 1)))]).toEqual([
        at,
        `layer-edge-index ${EDGES} ${what}`,
      ]);
    }
    const quiet: number[] = [];
    for (let at = 64; at < edges.length; at += 23) {
      if ((await again(withFlipped(edges, at, 0x10))).length === 0) quiet.push(at);
    }
    expect(quiet).toEqual([]);
    expect(await again(edges.subarray(0, 40))).toEqual([`layer-edge-index ${EDGES} length`]);
    expect(await again(edges.subarray(0, edges.length - 8))).toEqual([
      `layer-edge-index ${EDGES} length`,
    ]);
  });

  it('an edge index of another layer', async () => {
    const other = await store(squares(39));
    const bytes = withBytes(other.files[EDGES]!, 8, sha256Bytes(layer));
    expect(
      await told({
        entry: { ...good.entry, edgeIndex: { file: EDGES, sha256: sha256Hex(bytes) } },
        files: { ...good.files, [EDGES]: bytes },
      }),
    ).toEqual([`layer-edge-index ${EDGES} features`]);
  });

  it('in a file of tiles: its head, a page, a tile, more or fewer of them, another layer', async () => {
    const tiles = good.files[LEVELS]!;
    const again = (bytes: Uint8Array) => told(sign(good.entry, { ...good.files, [LEVELS]: bytes }));
    const page = levelsHead(tiles);
    const data = page + new DataView(tiles.buffer, tiles.byteOffset).getUint32(60, true);
    expect(await again(tiles)).toEqual([]);
    expect(await again(withFlipped(tiles, 0))).toEqual([`layer-levels ${LEVELS} magic`]);
    expect(await again(withFlipped(tiles, 4))).toEqual([`layer-levels ${LEVELS} version`]);
    expect(await again(withFlipped(tiles, 41, 1))).toEqual([`layer-levels ${LEVELS} zooms`]);
    expect(await again(withFlipped(tiles, 44, 1))).toEqual([`layer-levels ${LEVELS} tiles`]);
    expect(await again(withFlipped(tiles, 53))).toEqual([`layer-levels ${LEVELS} order`]);
    expect(await again(withFlipped(tiles, 60, 1))).toEqual([`layer-levels ${LEVELS} length`]);
    expect(await again(withFlipped(tiles, page + 3, 1))).toEqual([`layer-levels ${LEVELS} page`]);
    for (let at = data; at < tiles.length; at++) {
      expect(await again(withFlipped(tiles, at, 1))).toEqual([`layer-levels ${LEVELS} tile`]);
    }
    expect(await again(tiles.subarray(0, tiles.length - 1))).toEqual([
      `layer-levels ${LEVELS} length`,
    ]);
    const { entry, files } = good;
    const other = withFlipped(files[LEVELS]!, 9);
    const lod = entry.lod.map((one) =>
      one.file === LEVELS
        ? {
            ...one,
            sha256: sha256Hex(other),
            headSha256: sha256Hex(other.subarray(0, levelsHead(other))),
          }
        : one,
    );
    expect(await told({ entry: { ...entry, lod }, files: { ...files, [LEVELS]: other } })).toEqual([
      `layer-levels ${LEVELS} layer`,
    ]);
  });

  it('in a file of pieces', async () => {
    const lod = good.files[LOD]!;
    const own = await placesOf(lod);
    const again = (bytes: Uint8Array) => told(sign(good.entry, { ...good.files, [LOD]: bytes }));
    expect(await again(withFlipped(lod, 0))).toEqual([`layer-magic ${LOD}`]);
    expect(await again(withFlipped(lod, own.leaves + 6, 1))).toEqual([
      expect.stringMatching(`layer-(index|feature) ${LOD} (span|box|index box)`),
    ]);
    expect(await again(withFlipped(lod, own.featureAt[1]!, 4))).toEqual([
      expect.stringMatching(`layer-(feature|count|truncated|index) ${LOD}`),
    ]);
    expect(await again(lod.subarray(0, lod.length - 4))).toEqual([
      expect.stringMatching(`layer-(feature|count|truncated|index) ${LOD}`),
    ]);
  });
});

describe('fields of the catalog', () => {
  const other = 'f'.repeat(64);
  it.each<[string, (entry: Stored['entry']) => Partial<Stored['entry']>, string]>([
    ['sha256', () => ({ sha256: other }), `layer-sha256 ${LAYER} file`],
    ['headSha256', () => ({ headSha256: other }), `layer-sha256 ${LAYER} head`],
    ['bytes, fewer', ({ bytes }) => ({ bytes: bytes - 1 }), `layer-size ${LAYER}`],
    ['bytes, more', ({ bytes }) => ({ bytes: bytes + 1 }), `layer-truncated ${LAYER}`],
    ['features', ({ features }) => ({ features: features + 1 }), `layer-count ${LAYER}`],
    ['extent', () => ({ extent: [105, 37, 106, 38] }), `layer-extent ${LAYER}`],
    ['fields', () => ({ fields: { featureId: 'NONE' } }), `layer-header ${LAYER} column`],
    [
      'chunkSums.sha256',
      ({ chunkSums }) => ({ chunkSums: { ...chunkSums!, sha256: other } }),
      `layer-sha256 ${SUMS} file`,
    ],
    [
      'chunkSums.headSha256',
      ({ chunkSums }) => ({ chunkSums: { ...chunkSums!, headSha256: other } }),
      `layer-sums ${SUMS} head`,
    ],
    [
      'chunkSums.chunkBytes',
      ({ chunkSums }) => ({ chunkSums: { ...chunkSums!, chunkBytes: 512 } }),
      `layer-sums ${SUMS} chunk bytes`,
    ],
    [
      'edgeIndex.sha256',
      () => ({ edgeIndex: { file: EDGES, sha256: other } }),
      `layer-sha256 ${EDGES} file`,
    ],
    [
      'lod.sha256',
      ({ lod }) => ({ lod: [{ ...lod[0]!, sha256: other }] }),
      `layer-sha256 ${LOD} file`,
    ],
    [
      'lod.headSha256',
      ({ lod }) => ({ lod: [{ ...lod[1]!, headSha256: other }] }),
      `layer-levels ${LEVELS} head`,
    ],
    [
      'lod.tiles',
      ({ lod }) => ({ lod: [{ ...lod[1]!, tiles: 8 }] }),
      `layer-levels ${LEVELS} tiles`,
    ],
    [
      'lod.maxzoom',
      ({ lod }) => ({ lod: [{ ...lod[1]!, maxzoom: 12 }] }),
      `layer-levels ${LEVELS} zooms`,
    ],
    ['lod.bytes', ({ lod }) => ({ lod: [{ ...lod[0]!, bytes: 9 }] }), `layer-size ${LOD}`],
  ])('%s', async (_, change, problem) => {
    expect((await told({ ...good, entry: { ...good.entry, ...change(good.entry) } }))[0]).toBe(
      problem,
    );
  });
});
