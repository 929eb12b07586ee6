import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockCached } from '../../src/bytes/block-cache.ts';
import { ByteError } from '../../src/bytes/byte-source.ts';
import { httpRangeSource } from '../../src/bytes/http-range.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import type { LayerOptions } from '../../src/files/verify-layer.ts';
import { LAYER_WORDS } from '../../src/text/words/layers.ts';
import { type RangeServer, serveRange, startServer } from '../bytes/range-server.ts';
import { codeOf, collect, EVERYWHERE, entryOf, readAll, sampleFile } from './sample-layer.ts';

const FEATURES = 17; // two levels above the leaves
const FULL: LayerOptions = { integrity: 'full' };
const HEAD: LayerOptions = { integrity: 'size+header+index' };
/** No hash: what is looked at must agree with itself. */
const DECLARED: LayerOptions = { integrity: 'declared' };
const whole = sampleFile(FEATURES);
const folder = mkdtempSync(join(tmpdir(), 'sanxian-layer-'));

let entry: CatalogLayer;
let server: RangeServer;
let reference: Awaited<ReturnType<typeof readAll>>;
beforeAll(async () => {
  entry = await entryOf(whole);
  reference = await readAll(openLayerSource(entry, memorySource('m', whole), FULL));
  // /cut/<n> serves the first n bytes
  server = await startServer((q, r) => {
    serveRange(whole.subarray(0, Number(/\d+$/.exec(q.url!)![0])), q, r);
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const read = (bytes: Uint8Array, changes: Partial<CatalogLayer>, options: LayerOptions) =>
  codeOf(readAll(openLayerSource({ ...entry, ...changes }, memorySource('m', bytes), options)));

/** Counts of outcomes over many tries. */
function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('a whole file', () => {
  test('comes out the same from memory, disk, HTTP and through a cache', async () => {
    expect(reference.map((feature) => feature.index)).toEqual([...Array(FEATURES).keys()]);
    const path = join(folder, 'whole.fgb');
    writeFileSync(path, whole);
    const http = httpRangeSource(`${server.url}/cut/${whole.length}`);
    for (const source of [fileSource(path), http, blockCached(http, { blockBytes: 512 })]) {
      for (const options of [FULL, HEAD, DECLARED]) {
        const layer = openLayerSource(entry, source, options);
        expect(await layer.open()).toEqual({ integrity: options.integrity });
        expect(await collect(layer.featuresIn(EVERYWHERE))).toEqual(reference);
        expect(await collect(layer.allFeatures())).toEqual(reference);
      }
    }
  });

  test('a layer of 0 features opens and holds nothing', async () => {
    const empty = sampleFile(0);
    const layer = openLayerSource(await entryOf(empty), memorySource('m', empty), FULL);
    expect(await readAll(layer)).toEqual([]);
  });

  test('nothing comes out before it is opened, nor for a box that is none', async () => {
    const layer = openLayerSource(entry, memorySource('m', whole), FULL);
    await expect(collect(layer.featuresIn(EVERYWHERE))).rejects.toThrow(/before it was opened/);
    await layer.open();
    await expect(collect(layer.featuresIn([NaN, 0, 1, 1]))).rejects.toThrow(RangeError);
    await expect(collect(layer.featuresIn([1, 0, 0, 1]))).rejects.toThrow(RangeError);
  });

  test('opened by many at once it is verified once, and one leaving harms none', async () => {
    let reads = 0;
    const memory = memorySource('m', whole);
    const counting = {
      ...memory,
      read: async (offset: number, length: number) => {
        reads++;
        await new Promise((resolve) => setTimeout(resolve, 2));
        return memory.read(offset, length);
      },
    };
    const layer = openLayerSource(entry, counting, FULL);
    const leaving = new AbortController();
    const first = layer.open(leaving.signal);
    const others = [layer.open(), layer.open()];
    leaving.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.all(others);
    await layer.open();
    expect(reads).toBe(4); // beginning, magic and length, header, whole file
    expect(await collect(layer.featuresIn(EVERYWHERE))).toEqual(reference);
  });

  test('a failed opening is tried again', async () => {
    let down = true;
    const memory = memorySource('m', whole);
    const layer = openLayerSource(
      entry,
      {
        ...memory,
        size: async () => {
          if (down) throw new ByteError('timeout', {});
          return whole.length;
        },
      },
      FULL,
    );
    expect(await codeOf(layer.open())).toBe('layer-timeout');
    down = false;
    expect(await layer.open()).toEqual({ integrity: 'full' });
  });

  test('an abort stays an abort', async () => {
    const http = httpRangeSource(`${server.url}/cut/${whole.length}`);
    const layer = openLayerSource(entry, http, HEAD);
    await expect(layer.open(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    await layer.open();
    const features = layer.featuresIn(EVERYWHERE, AbortSignal.abort());
    await expect(collect(features)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file cut at every length', () => {
  const lengths = [...whole.keys()];

  test('from memory, whatever is verified', async () => {
    for (const options of [FULL, HEAD, DECLARED]) {
      const codes = lengths.map((n) => read(whole.subarray(0, n), {}, options));
      expect(tally(await Promise.all(codes))).toEqual({ 'layer-truncated': whole.length });
    }
  });

  test('even when the catalog states the shortened length', async () => {
    // then only the file's own structure can tell
    const shortened = await Promise.all(
      lengths.map((n) => read(whole.subarray(0, n), { bytes: n }, HEAD)),
    );
    expect(shortened.filter((code) => !code.startsWith('layer-'))).toEqual([]);
    expect(Object.keys(tally(shortened)).sort()).toEqual([
      'layer-count',
      'layer-feature',
      'layer-index',
      'layer-truncated',
    ]);
    const full = lengths.map((n) => read(whole.subarray(0, n), { bytes: n }, FULL));
    expect((await Promise.all(full)).filter((code) => !code.startsWith('layer-'))).toEqual([]);
  });

  // from disk and over HTTP the harder case at every length: a catalog that states the cut length
  test('from disk', async () => {
    const path = join(folder, 'cut.fgb');
    writeFileSync(path, whole);
    const codes: string[] = [];
    for (const n of lengths.toReversed()) {
      truncateSync(path, n);
      const bytes = n % 100 === 0 ? whole.length : n;
      codes.push(
        await codeOf(readAll(openLayerSource({ ...entry, bytes }, fileSource(path), HEAD))),
      );
    }
    expect(codes).toHaveLength(whole.length);
    expect(codes.filter((code) => !code.startsWith('layer-'))).toEqual([]);
  });

  test('over HTTP', async () => {
    const codes: string[] = [];
    for (const n of lengths) {
      const source = httpRangeSource(`${server.url}/cut/${n}`);
      const bytes = n % 100 === 0 ? whole.length : n;
      codes.push(await codeOf(readAll(openLayerSource({ ...entry, bytes }, source, HEAD))));
    }
    expect(codes).toHaveLength(whole.length);
    expect(codes.filter((code) => !code.startsWith('layer-'))).toEqual([]);
  });
});

describe('a flipped byte', () => {
  const flipped = (at: number, mask: number): Uint8Array => {
    const bytes = whole.slice();
    bytes[at]! ^= mask;
    return bytes;
  };
  const MASKS = [0x01, 0x10, 0x80, 0xff];

  test('anywhere is found by the hash of the file', async () => {
    for (let at = 0; at < whole.length; at++) {
      expect(await read(flipped(at, MASKS[at % 4]!), {}, FULL)).toMatch(/^layer-/);
    }
  });

  test('in header or index is found by their hash', async () => {
    const head = (await openFlatGeobuf(memorySource('m', whole))).header.featuresStart;
    for (let at = 0; at < head; at++) {
      if (at === 7) continue; // the patch level of the format may differ, but not its hash
      expect(await read(flipped(at, MASKS[at % 4]!), {}, HEAD)).toMatch(/^layer-/);
    }
    expect(await read(flipped(7, 1), {}, HEAD)).toBe('layer-sha256');
  });

  test.each([
    ['verified at once', HEAD],
    ['looked at in parts', DECLARED],
  ])(
    'in header or index without a hash, %s: an error, or the same shapes',
    async (_how, options) => {
      const { headSha256: _, ...plain } = entry;
      const { indexStart, featuresStart } = (await openFlatGeobuf(memorySource('m', whole))).header;
      const shapes = reference.map(({ index, polygons }) => ({ index, polygons }));
      const unseen: number[] = [];
      for (let at = 0; at < featuresStart; at++) {
        for (const mask of MASKS) {
          const layer = openLayerSource(plain, memorySource('m', flipped(at, mask)), options);
          try {
            const read = await readAll(layer);
            expect(read.map(({ index, polygons }) => ({ index, polygons }))).toEqual(shapes);
            unseen.push(at);
          } catch (error) {
            expect(error).toMatchObject({ name: 'UserError' });
          }
        }
      }
      // names, titles and unused bits of the header may change unseen, not one bit of the index
      expect(unseen.length).toBeGreaterThan(0);
      expect(Math.max(...unseen)).toBeLessThan(indexStart);
    },
  );

  test('in a feature never loses a feature', async () => {
    const head = (await openFlatGeobuf(memorySource('m', whole))).header.featuresStart;
    const codes: string[] = [];
    for (let at = head; at < whole.length; at++) {
      codes.push(await read(flipped(at, MASKS[at % 4]!), {}, HEAD));
    }
    const wrong = codes.filter((code) => !code.startsWith('layer-'));
    expect(new Set(wrong)).toEqual(new Set([`resolved ${FEATURES}`]));
  });
});

describe('a file that is not the one in the catalog', () => {
  const bytesOf = async (changes: Partial<CatalogLayer>) => read(whole, changes, HEAD);

  test('each difference has its own code', async () => {
    expect(await bytesOf({ bytes: whole.length - 1 })).toBe('layer-size');
    expect(await bytesOf({ features: FEATURES + 1 })).toBe('layer-count');
    expect(await bytesOf({ fields: { featureId: 'TBBH' } })).toBe('layer-header');
    expect(await bytesOf({ extent: [105, 37, 106, 38.1] })).toBe('layer-extent');
    expect(await bytesOf({ headSha256: '0'.repeat(64) })).toBe('layer-sha256');
    expect(await read(whole, { sha256: '0'.repeat(64) }, FULL)).toBe('layer-sha256');
    expect(await bytesOf({})).toBe(`resolved ${FEATURES}`);
  });

  test('lines are no control layer', async () => {
    const lines = writeFlatGeobuf({
      name: 'water',
      columns: [],
      crs: 4490,
      features: [
        {
          lines: { xy: Float64Array.of(105, 37, 106, 38), lineEnds: Uint32Array.of(2) },
          properties: {},
        },
      ],
      index: true,
      geometryType: 'MultiLineString',
    });
    const water = await entryOf(lines, { fields: {} });
    const layer = openLayerSource(water, memorySource('m', lines), FULL);
    expect(await codeOf(readAll(layer))).toBe('layer-header');
  });
});

describe('servers', () => {
  const over = async (
    answer: Parameters<typeof startServer>[0],
    use: (url: string) => Promise<string>,
  ): Promise<string> => {
    const other = await startServer(answer);
    try {
      return await use(`${other.url}/farmland.fgb`);
    } finally {
      await other.close();
    }
  };
  const readUrl = (url: string, timeoutMs = 5000) =>
    codeOf(readAll(openLayerSource(entry, httpRangeSource(url, { timeoutMs }), HEAD)));

  test('without ranges, small file: read whole', async () => {
    expect(await over((_, r) => r.end(whole), readUrl)).toBe(`resolved ${FEATURES}`);
  });
  test('without ranges, large file: told apart', async () => {
    const code = await over((_, r) => {
      r.writeHead(200, { 'content-length': 300e6 }).write('fgb');
    }, readUrl);
    expect(code).toBe('layer-too-large-without-ranges');
  });
  test('a page in place of a missing file', async () => {
    const page = `<!doctype html><title>404</title>${' '.repeat(whole.length)}`;
    expect(await over((_, r) => r.end(page), readUrl)).toBe('layer-magic');
    const answer = (status: number) => over((_, r) => r.writeHead(status).end(page), readUrl);
    expect(await answer(404)).toBe('layer-missing');
    expect(await answer(502)).toBe('layer-unreadable');
  });
  test('a file replaced between opening and reading', async () => {
    const large = sampleFile(400); // longer than what the first request brings
    const stated = await entryOf(large);
    let etag = '"a"';
    const code = await over(
      (q, r) => serveRange(large, q, r, etag),
      async (url) => {
        const layer = openLayerSource(stated, httpRangeSource(url), HEAD);
        await layer.open();
        etag = '"b"';
        return codeOf(collect(layer.featuresIn(EVERYWHERE)));
      },
    );
    expect(code).toBe('layer-changed');
  });
  test('a server that never answers', async () => {
    expect(
      await over(
        () => {},
        (url) => readUrl(url, 60),
      ),
    ).toBe('layer-timeout');
  });
});

test('every code has its sentence, with the file and without holes', () => {
  const params = { file: 'a.fgb', catalog: 'c.json', size: 1, wanted: 2, what: 'x', value: 'y' };
  const more = { crs: 'a', counted: 1, extent: 'e', index: 3, limit: 4, ms: 5, id: 'i' };
  const geometry = { feature: 6, place: '1, 2', count: 7, a: 8, b: 9, areaM2: 0.5 };
  for (const [code, words] of Object.entries(LAYER_WORDS)) {
    const chunk = { from: 0, to: 16384, chunk: 1, layer: 'b.fgb' };
    const text = words({
      ...params,
      ...more,
      ...chunk,
      ...geometry,
      reason: 'r',
      start: 's',
      path: 'p',
    });
    expect(`${text.zh} ${text.en}`, code).not.toContain('undefined');
    expect(text.zh, code).not.toBe(text.en);
  }
});
