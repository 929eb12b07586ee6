import { afterEach, expect, test, vi } from 'vitest';
import { known, openArchive } from '../../src/map/base-archive.ts';
import { encodeTile } from '../../src/tiles/mvt.ts';
import { pmtilesArchive } from './base-fixtures.ts';

afterEach(() => vi.unstubAllGlobals());

/** A file behind HTTP ranges; `document` is where blocked hosts are told. */
function serve(bytes: Uint8Array | null): void {
  vi.stubGlobal('document', { baseURI: 'http://here/', addEventListener: () => {} });
  vi.stubGlobal('fetch', async (_url: unknown, init?: RequestInit) => {
    if (!bytes) throw new TypeError('Failed to fetch');
    const range = new Headers(init?.headers).get('range');
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range ?? '')!;
    const part = bytes.slice(Number(from), Number(to) + 1);
    const total = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
    return new Response(part, { status: 206, headers: { 'content-range': total } });
  });
}

const { signal } = new AbortController();
const water = encodeTile([
  {
    name: 'water',
    features: [{ id: 1, type: 'polygon', parts: [[0, 0, 9, 0, 9, 9, 0, 0]], properties: {} }],
  },
]);
const archive = pmtilesArchive({
  type: 'mvt',
  maxzoom: 1,
  extent: [104, 35, 108, 40],
  metadata: { vector_layers: [{ id: 'water' }, { id: 'roads' }, { id: 'boundaries' }] },
  tiles: [
    { id: 0, bytes: water },
    { id: 3, bytes: water },
  ],
});
const plain = { draw: undefined, tileSize: 256 as const };

test('an archive tells its zooms and extent; its tiles come as they lie in it', async () => {
  serve(archive);
  const sheet = await openArchive('http://here/base.pmtiles', plain);
  expect(sheet).toMatchObject({
    type: 'vector',
    minzoom: 0,
    maxzoom: 1,
    extent: [104, 35, 108, 40],
  });
  const root = await sheet.tiles({ z: 0, x: 0, y: 0 }, signal);
  expect(new Uint8Array(root!)).toEqual(new Uint8Array(water));
  // Hilbert order of zoom 1: (0,0) 1, (0,1) 2, (1,1) 3, (1,0) 4
  expect(await sheet.tiles({ z: 1, x: 1, y: 1 }, signal)).not.toBeNull();
  expect(await sheet.tiles({ z: 1, x: 1, y: 0 }, signal)).toBeNull();
});

test('no border is drawn that an authority’s layer does not bring, whatever the archive holds', () => {
  const ids = [
    'water',
    'transportation',
    'buildings',
    'place_label',
    'boundary',
    'admin_lines',
    'x',
  ];
  expect(known({ vector_layers: ids.map((id) => ({ id })) })).toEqual([
    { layer: 'water', as: 'water' },
    { layer: 'transportation', as: 'road' },
    { layer: 'buildings', as: 'built' },
    { layer: 'place_label', as: 'name' },
  ]);
  expect(known(null)).toEqual([]);
});

test('one that is no archive, or cannot be had, is a failure with the name of the file', async () => {
  for (const bytes of [new Uint8Array(20_000), null]) {
    serve(bytes);
    await expect(openArchive('http://here/b/base.pmtiles', plain)).rejects.toMatchObject({
      name: 'BaseFailure',
      code: 'base-archive',
      params: { file: 'base.pmtiles' },
    });
  }
});
