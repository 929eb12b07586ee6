import { describe, expect, test } from 'vitest';
import { ByteError } from '../../src/bytes/byte-source.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { fileSegments, layerUrl, parseCatalog, readCatalog } from '../../src/files/catalog.ts';
import { entryOf, sampleFile } from './sample-layer.ts';

const utf8 = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const good = async () => ({
  schema: 'sanxian/catalog@1',
  title: { zh: '示例', en: 'Demo' },
  region: '64',
  synthetic: true,
  layers: [await entryOf(sampleFile(1))] as object[],
});

describe('catalog', () => {
  test('a good one, with a byte order mark', async () => {
    const catalog = await good();
    const parsed = parseCatalog(utf8(`\ufeff${JSON.stringify(catalog)}`), 'catalog.json');
    expect(parsed.layers[0]).toMatchObject({ id: 'farmland', features: 1, role: 'current' });
    expect(parsed.layers[0]!.headSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('what is no catalog is said with its place and value', async () => {
    const catalog = await good();
    const code = (value: unknown) => {
      try {
        parseCatalog(utf8(value), 'catalog.json');
        return 'parsed';
      } catch (error) {
        const { code, params } = error as { code: string; params: Record<string, string> };
        return `${code} ${params.path ?? params.id ?? params.start ?? ''}=${params.value ?? ''}`;
      }
    };
    const [layer] = catalog.layers;
    const withLayer = (changes: object) => ({ ...catalog, layers: [{ ...layer, ...changes }] });
    expect(code('<!doctype html>')).toBe('catalog-json <!doctype html>=');
    expect(code('')).toBe('catalog-json =');
    expect(code({})).toBe('catalog-schema schema=(absent)');
    expect(code({ ...catalog, schema: 'sanxian/catalog@2' })).toBe(
      'catalog-schema schema="sanxian/catalog@2"',
    );
    expect(code(withLayer({ bytes: -1 }))).toBe('catalog-schema layers.0.bytes=-1');
    expect(code(withLayer({ kind: 'farm' }))).toBe('catalog-schema layers.0.kind="farm"');
    expect(code({ ...catalog, layers: [layer, layer] })).toBe('catalog-duplicate farmland=');
    expect(code(withLayer({ file: '../a.fgb' }))).toBe('catalog-file =../a.fgb');
  });

  test('one that is not there', async () => {
    const source = {
      ...memorySource('c', new Uint8Array(0)),
      size: () => Promise.reject(new ByteError('missing', { status: 404 })),
    };
    await expect(readCatalog(source)).rejects.toMatchObject({ code: 'catalog-missing' });
  });
});

describe('file names in a catalog', () => {
  test('beside the catalog or in folders below it', () => {
    expect(fileSegments('editions/2024-12/永久 基本.fgb')).toEqual([
      'editions',
      '2024-12',
      '永久 基本.fgb',
    ]);
    expect(layerUrl('https://h/a/catalog.json?v=1#x', 'lod/红线 #1.fgb')).toBe(
      'https://h/a/lod/%E7%BA%A2%E7%BA%BF%20%231.fgb',
    );
    expect(layerUrl('layers/catalog.json', 'a.fgb')).toBe('layers/a.fgb');
    expect(layerUrl('catalog.json', 'a.fgb')).toBe('a.fgb');
  });

  test.each([
    '/etc/passwd',
    '../a.fgb',
    'a/../../b.fgb',
    'https://other/a.fgb',
    'C:\\a.fgb',
    '\\\\host\\a.fgb',
    '//host/a.fgb',
    'a//b.fgb',
    './a.fgb',
    'a\0.fgb',
    '',
  ])('%j is refused', (file) => {
    expect(() => fileSegments(file)).toThrow(/catalog-file/);
  });
});
