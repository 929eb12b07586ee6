import { describe, expect, test } from 'vitest';
import { httpRangeSource } from '../../src/bytes/http-range.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerFeature } from '../../src/domain/layer-source.ts';
import { layerError } from '../../src/files/layer-error.ts';
import { searchKey } from '../../src/files/names/names-format.ts';
import { openNames } from '../../src/files/names/open-names.ts';
import { type BBox, toFlat } from '../../src/geometry/shapes.ts';
import { collectNames } from '../../src/layers/collect-names.ts';
import { describeNames, namesOf, verifyNames } from '../../src/layers/describe-names.ts';
import { serveRange, startServer } from '../bytes/range-server.ts';
import { codeOf } from '../files/sample-layer.ts';

const FIELDS = { featureId: 'BSM', name: 'MC' };
const SHA = sha256Hex(new Uint8Array([1, 2, 3]));

type Row = readonly [code: string | number | null, name: string | null, box?: BBox];

/** Names of rows whose boxes are, if not given, 0.001° wide and stand in a line. */
function layerOf(rows: readonly Row[]): {
  readonly entry: CatalogLayer;
  readonly bytes: Uint8Array;
} {
  const collector = collectNames(FIELDS);
  rows.forEach(([BSM, MC, box], i) => {
    collector.add(i, { BSM, MC }, box ?? boxAt(i));
  });
  const layer = { file: 'a.fgb', sha256: SHA, fields: FIELDS };
  const { bytes, entry: names } = namesOf(layer, collector);
  return { entry: { ...layer, id: 'a', features: rows.length, names } as CatalogLayer, bytes };
}

const boxAt = (i: number): BBox => [104 + 0.001 * i, 37, 104.001 + 0.001 * i, 37.001];

async function opened(rows: readonly Row[]) {
  const { entry, bytes } = layerOf(rows);
  return openNames(entry, memorySource('a.fgb.names', bytes));
}

/** Code hits and name hits as "text×features@index". */
async function found(rows: readonly Row[], query: string, limit = 10): Promise<string[]> {
  const { hits } = await (await opened(rows)).find(query, limit);
  return hits.map(({ field, text, features, index }) => `${field} ${text}×${features}@${index}`);
}

const ROWS: readonly Row[] = [
  ['640303105000000002', '罗山国家级自然保护区'],
  ['640303105000000001', '柳泉乡'],
  ['640303105000000010', '罗山国家级自然保护区'],
  [null, '红柳村'],
  ['', null],
  [' ab 12 ', ' 　'],
];

describe('a lookup', () => {
  test('finds a whole code, and codes by their beginning, in order', async () => {
    expect(await found(ROWS, '640303105000000010')).toEqual(['code 640303105000000010×1@2']);
    expect(await found(ROWS, '640303')).toEqual([
      'code 640303105000000001×1@1',
      'code 640303105000000002×1@0',
      'code 640303105000000010×1@2',
    ]);
    expect(await found(ROWS, '05000000010')).toEqual([]);
  });

  test('finds names by any part, one entry for all features of a name', async () => {
    expect(await found(ROWS, '保护区')).toEqual(['name 罗山国家级自然保护区×2@0']);
    // the whole name before those that begin with it before those that hold it
    const rows: Row[] = [
      [null, '上柳村'],
      [null, '柳村东'],
      [null, '柳村'],
    ];
    expect(await found(rows, '柳村')).toEqual([
      'name 柳村×1@2',
      'name 柳村东×1@1',
      'name 上柳村×1@0',
    ]);
  });

  test('does not mind case, full-width letters and spaces', async () => {
    expect(await found(ROWS, 'ＡＢ１')).toEqual(['code ab 12×1@5']);
    expect(await found(ROWS, '６４０３０３１０５０００００００１０')).toHaveLength(1);
    expect(searchKey(' 柳泉　乡 ')).toBe('柳泉乡');
  });

  test('reads codes that are numbers in the layer', async () => {
    expect(await found([[6403, null]], '6403')).toEqual(['code 6403×1@0']);
  });

  test('says how many features carry no code or name, and asks nothing for nothing', async () => {
    const names = await opened(ROWS);
    expect(names.without).toEqual({ code: 2, name: 2 });
    expect(await names.find('  ', 10)).toMatchObject({ hits: [] });
  });

  test('says when there is more', async () => {
    const names = await opened(ROWS);
    expect(await names.find('640303', 2)).toMatchObject({ more: true, hits: [{}, {}] });
    expect(await names.find('640303', 3)).toMatchObject({ more: false });
  });

  test('gives a box that holds every feature of the text, wider by less than 1e-7°', async () => {
    const a: BBox = [104.12345678912, -3.3000000001, 104.2, 37.5];
    const b: BBox = [-179.99999999, 37.1, -179.5, 89.99999999];
    const rows: Row[] = [
      ['x', null, a],
      ['x', null, b],
    ];
    const { hits } = await (await opened(rows)).find('x', 1);
    const box = hits[0]!.box;
    const union = [-179.99999999, -3.3000000001, 104.2, 89.99999999];
    box.forEach((side, i) => {
      const outward = i < 2 ? union[i]! - side : side - union[i]!;
      // 1e-12: the sides are doubles again
      expect(outward).toBeGreaterThanOrEqual(-1e-12 - 3e-14 * 180);
      expect(outward).toBeLessThan(1e-7);
    });
  });

  test('an empty layer is a layer in which nothing is', async () => {
    expect(await found([], 'x')).toEqual([]);
  });
});

describe('many features', () => {
  /** Codes over many blocks, every tenth one carried twice; names too many to be read whole. */
  const rows: Row[] = Array.from({ length: 30_000 }, (_, i) => [
    `6403${String((i * 7919) % 30_000).padStart(9, '0')}`,
    `第${i}号图斑`,
  ]);
  const twice: Row[] = [...rows, ...rows.filter((_, i) => i % 10 === 0)];
  const layer = layerOf(twice);
  const open = () => openNames(layer.entry, memorySource('m', layer.bytes));

  test('each is found by its code, the same as by looking at all', async () => {
    const names = await open();
    for (let i = 0; i < rows.length; i += 37) {
      const code = rows[i]![0] as string;
      const { hits } = await names.find(code, 5);
      expect(hits).toMatchObject([{ text: code, features: i % 10 === 0 ? 2 : 1, index: i }]);
    }
  });

  test('a beginning that stands across blocks is found to its end', async () => {
    const names = await open();
    for (const beginning of ['640300001', '64030000', '640300029', '6403']) {
      const wanted = rows.map(([code]) => code as string).filter((c) => c.startsWith(beginning));
      const { hits, more } = await names.find(beginning, 40_000);
      expect(hits.map(({ text }) => text)).toEqual(wanted.sort());
      expect(more).toBe(false);
    }
  });

  test('so many names are looked up by their beginning, and it says so', async () => {
    const names = await open();
    expect(await names.find('号图斑', 5)).toMatchObject({ hits: [], namesByBeginning: true });
    expect((await names.find('第29999', 5)).hits).toMatchObject([{ text: '第29999号图斑' }]);
  });

  test('one lookup over HTTP is at most three requests', async () => {
    let requests = 0;
    let sent = 0;
    const server = await startServer((request, response) => {
      requests++;
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')!;
      sent += Math.min(Number(to) + 1, layer.bytes.length) - Number(from);
      serveRange(layer.bytes, request, response);
    });
    const names = await openNames(layer.entry, httpRangeSource(`${server.url}/a.fgb.names`));
    expect((await names.find(rows[12_345]![0] as string, 5)).hits).toHaveLength(1);
    await server.close();
    expect(requests).toBeLessThanOrEqual(3);
    expect(sent).toBeLessThanOrEqual(100 * 1024);
  });
});

describe('a file that is not the catalog’s', () => {
  const { entry, bytes } = layerOf(ROWS);
  /** Failures as the user is told them. */
  const asTold = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => {
      throw layerError(entry, error);
    });
  const openedAsTold = (layer: CatalogLayer, file: Uint8Array) =>
    asTold(openNames(layer, memorySource('m', file)));

  test('every flipped byte is noticed when it is looked at, and by verify', async () => {
    const features = featuresOf(ROWS);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at]! ^= 0x10;
      const outcome = await codeOf(
        openedAsTold(entry, flipped).then((names) => asTold(names.find('640303105000000010', 5))),
      );
      expect([at, outcome]).toEqual([at, 'layer-sha256']);
      expect(await codeOf(verifyNames(entry, flipped, features()))).toBe('layer-names');
    }
  });

  test('a cut one and one of another edition of the layer are refused', async () => {
    expect(await codeOf(openedAsTold(entry, bytes.subarray(0, -1)))).toBe('layer-sha256');
    const other = { ...entry, sha256: sha256Hex(new Uint8Array(1)) };
    expect(await codeOf(openedAsTold(other, bytes))).toBe('layer-sha256');
  });

  test('verify finds a file that is whole but says other than the layer', async () => {
    const features = featuresOf(ROWS);
    await verifyNames(entry, bytes, features());
    const moved = ROWS.map(([code, name], i): Row => [code, i === 1 ? '柳泉镇' : name]);
    const planted = layerOf(moved);
    expect(await codeOf(verifyNames(planted.entry, planted.bytes, features()))).toBe('layer-names');
  });
});

function featuresOf(rows: readonly Row[]): () => AsyncGenerator<LayerFeature> {
  return async function* () {
    for (const [index, [BSM, MC]] of rows.entries()) {
      const [west, south, east, north] = boxAt(index);
      const corners = [
        [west, south],
        [east, south],
        [east, north],
      ] as const;
      yield { index, polygons: toFlat([[corners]]), properties: { BSM, MC } };
    }
  };
}

test('names collected while writing are those read from the layer afterwards', async () => {
  const { entry, bytes } = layerOf(ROWS);
  const again = await describeNames(entry, featuresOf(ROWS)());
  expect(again.entry).toEqual(entry.names);
  expect(Buffer.compare(again.bytes, bytes)).toBe(0);
});
