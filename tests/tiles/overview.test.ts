import { beforeAll, describe, expect, test } from 'vitest';
import { ByteError } from '../../src/bytes/byte-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { EXTENT, PIXEL, worldX, worldY } from '../../src/tiles/mercator.ts';
import { overviewsOf } from '../../src/tiles/overview-source.ts';
import { polygonsOf } from '../../src/tiles/polygons-of.ts';
import { tileOf, WHOLE_LIMIT } from '../../src/tiles/tile-layer.ts';
import {
  type Built,
  blob,
  build,
  levelAt,
  parcels,
  polygon,
  tilesOf,
} from '../layers/overviews/world.ts';
import { seeded } from '../overlay/seeded.ts';
import { type Decoded, decode } from './decode.ts';

function tileAt(z: number, lon: number, lat: number) {
  return { z, x: Math.floor(worldX(lon) * 2 ** z), y: Math.floor(worldY(lat) * 2 ** z) };
}

/** The layer as if it were too large to be read as a whole. */
function large(
  built: Built,
  lod = built.entry.lod,
): Pick<Built, 'entry' | 'files'> & {
  tiles: ReturnType<typeof tilesOf>;
} {
  const entry = { ...built.entry, lod };
  const tiles = tilesOf({ entry, files: built.files });
  return {
    entry,
    files: built.files,
    tiles: {
      ...tiles,
      source: { ...tiles.source, entry: { ...entry, bytes: WHOLE_LIMIT + 1 } },
    },
  };
}

describe('a layer of many parcels', () => {
  let built: Built;
  beforeAll(async () => {
    built = await build({ kind: 'permanent-basic-farmland', features: parcels(5, 75, 80) });
  });

  test.each([5, 7, 8, 10, 11, 12, 13])(
    'zoom %i: every vertex of the layer lies in or within a pixel of what is drawn',
    async (z) => {
      const { tiles } = large(built);
      const drawn = new Map<string, Picture>();
      let looked = 0;
      const lost: string[] = [];
      for (const { geometry } of built.features) {
        if (!('polygons' in geometry)) throw new Error('no polygon');
        const { xy } = geometry.polygons;
        for (let i = 0; i < xy.length; i += 2) {
          const id = tileAt(z, xy[i]!, xy[i + 1]!);
          const key = `${id.x} ${id.y}`;
          const picture = drawn.get(key) ?? paint(decode(await tileOf(tiles, id)).fill ?? []);
          drawn.set(key, picture);
          looked++;
          const x = (worldX(xy[i]!) * 2 ** z - id.x) * EXTENT;
          const y = (worldY(xy[i + 1]!) * 2 ** z - id.y) * EXTENT;
          if (!picture.near(x, y)) lost.push(`${xy[i]} ${xy[i + 1]}`);
        }
      }
      expect(looked).toBeGreaterThan(100_000);
      expect(lost).toEqual([]);
    },
  );

  test('from zoom 14 on it is the layer itself, every vertex on the grid of the tile', async () => {
    const { tiles } = large(built);
    const { geometry, index } = built.features[1000]!;
    if (!('polygons' in geometry)) throw new Error('no polygon');
    const [rings] = polygonsOf(geometry.polygons);
    const ring = rings![0]!;
    const id = tileAt(16, ring[0]!, ring[1]!);
    const found = decode(await tileOf(tiles, id)).fill!.find((feature) => feature.id === index)!;
    const points = new Set(found.parts.flat().map(([x, y]) => `${x} ${y}`));
    let inside = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const x = Math.round((worldX(ring[i]!) * 2 ** 16 - id.x) * EXTENT);
      const y = Math.round((worldY(ring[i + 1]!) * 2 ** 16 - id.y) * EXTENT);
      if (x < 0 || y < 0 || x > EXTENT || y > EXTENT) continue;
      inside++;
      expect(points.has(`${x} ${y}`)).toBe(true);
    }
    expect(inside).toBeGreaterThan(3);
  });

  test('at zoom 13 each parcel carries the number it has in the layer', async () => {
    const { tiles } = large(built);
    const { geometry, index } = built.features[500]!;
    if (!('polygons' in geometry)) throw new Error('no polygon');
    const { xy } = geometry.polygons;
    const tile = decode(await tileOf(tiles, tileAt(13, xy[0]!, xy[1]!)));
    expect(tile.fill!.map(({ id }) => id)).toContain(index);
    expect(tile.line!.map(({ id }) => id)).toContain(index);
  });

  describe('a level-of-detail file that is missing or damaged', () => {
    const place = [106.04, 38.04] as const;
    const damages: readonly [string, (bytes: Uint8Array) => Uint8Array | null][] = [
      ['missing', () => null],
      ['cut short', (bytes) => bytes.slice(0, -40)],
      ['another page', () => new TextEncoder().encode('<!doctype html><title>404</title>')],
      ['a flipped bit in its head', (bytes) => flipped(bytes, 50)],
      ['a flipped bit in a page', (bytes) => flipped(bytes, 200)],
      [
        'a flipped bit in every tile',
        (bytes) => bytes.map((v, i) => (i < tilesStart(bytes) ? v : v ^ 1)),
      ],
      ['of another edition', (bytes) => flipped(bytes, 20)],
    ];

    test.each(damages)('%s: the layer is drawn from its own file instead', async (_, damage) => {
      const tile = tileAt(9, ...place);
      const files = damaged(built, damage);
      const good = await tileOf(tilesOf({ entry: built.entry, files: built.files }), tile);
      const fallen = await tileOf(tilesOf({ entry: built.entry, files }), tile);
      const without = { ...built.entry, lod: [] };
      const plain = await tileOf(tilesOf({ entry: without, files }), tile);
      expect(decode(fallen).fill!.length).toBeGreaterThan(0);
      expect(Buffer.compare(fallen, plain)).toBe(0);
      expect(Buffer.compare(fallen, good)).not.toBe(0);
    });

    test.each(damages)('%s: a layer too large for that is told not shown', async (_, damage) => {
      const { tiles } = large({ ...built, files: damaged(built, damage) });
      await expect(tileOf(tiles, tileAt(9, ...place))).rejects.toThrow(/^layer-/);
      // nearer in, tiles need little of the layer's own file
      expect(decode(await tileOf(tiles, tileAt(13, ...place))).fill).toBeDefined();
    });

    test('a damaged tile hides no other', async () => {
      const tile = tileAt(5, ...place);
      const { tiles } = large({ ...built, files: damaged(built, (all) => flipped(all, -1)) });
      expect(decode(await tileOf(tiles, tile)).fill).toBeDefined();
    });
  });

  test.each<[string, object, string]>([
    ['tiles', { tiles: 1 }, 'layer-levels'],
    ['first zoom', { minzoom: 1 }, 'layer-levels'],
    ['bytes', { bytes: 1 }, 'layer-size'],
    ['headSha256', { headSha256: 'f'.repeat(64) }, 'layer-levels'],
  ])('a file that is not what the catalog says of it is not drawn: %s', async (_, own, code) => {
    const lod = built.entry.lod.map((one) => ({ ...one, ...own }));
    const { tiles } = large(built, lod);
    await expect(tileOf(tiles, tileAt(9, 106.04, 38.04))).rejects.toThrow(code);
  });

  test('one of which the catalog does not say enough is left out', () => {
    const bytesOf = () => {
      throw new Error('not to be read');
    };
    const [lod] = built.entry.lod;
    expect(overviewsOf(built.entry, bytesOf)).toHaveLength(1);
    for (const missing of ['bytes', 'headSha256'] as const) {
      const entry = { ...built.entry, lod: [{ ...lod!, [missing]: undefined }] };
      expect(overviewsOf(entry, bytesOf)).toEqual([]);
    }
  });

  test('a file opened beforehand is read no more than once, and one that fails is asked again', async () => {
    const [lod] = built.entry.lod;
    const bytes = built.files.get(lod!.file)!;
    let broken = true;
    let heads = 0;
    const [ready] = overviewsOf(built.entry, (file) => ({
      name: file,
      size: async () => bytes.length,
      async read(offset, length) {
        if (offset === 0) heads++;
        if (broken) throw new ByteError('missing', { url: file });
        return bytes.slice(offset, offset + length);
      },
    }));
    if (!ready || !('tileAt' in ready)) throw new Error('no tiles');
    ready.prepare();
    await expect(ready.tileAt(tileAt(9, 106.04, 38.04))).rejects.toThrow('layer-missing');
    broken = false;
    heads = 0;
    ready.prepare();
    const found = await Promise.all([5, 9, 12].map((z) => ready.tileAt(tileAt(z, 106.04, 38.04))));
    for (const tile of found) expect(decode(tile).fill).toBeDefined();
    // its fixed part, then all of the head
    expect(heads).toBe(2);
  });
});

describe('a layer of a huge polygon', () => {
  let built: Built;
  const ring = blob(seeded(33), 106, 38, 0.4, 30_000);
  beforeAll(async () => {
    built = await build({ kind: 'ecological-red-line', features: [polygon([ring])] });
  });

  test('zooms of which the catalog does not name every file are not drawn from the rest', () => {
    const bytesOf = () => {
      throw new Error('not to be read');
    };
    const zooms = (lod: CatalogLayer['lod']) =>
      overviewsOf({ ...built.entry, lod }, bytesOf).map(({ maxzoom }) => maxzoom);
    const { lod } = built.entry;
    expect(zooms(lod)).toEqual([13, 24]);
    expect(zooms(lod.map((one) => (one.maxzoom === 24 ? { ...one, parts: 9 } : one)))).toEqual([
      13,
    ]);
    expect(zooms(lod.map(({ extent: _, ...one }) => one))).toEqual([13]);
  });

  test('at zoom 15 every vertex in the tile is there, in the fill and on the border', async () => {
    const { tiles } = large(built);
    // what is read is a piece, not the polygon of half a megabyte
    expect(levelAt(built, 15)).not.toEqual([]);
    const at = 2 * 4321;
    const id = tileAt(15, ring[at]!, ring[at + 1]!);
    const tile = decode(await tileOf(tiles, id));
    const fill = tile.fill!.flatMap(({ parts }) => parts);
    const line = new Set(tile.line!.flatMap(({ parts }) => parts.flat()).map(String));
    let inside = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const x = Math.round((worldX(ring[i]!) * 2 ** 15 - id.x) * EXTENT);
      const y = Math.round((worldY(ring[i + 1]!) * 2 ** 15 - id.y) * EXTENT);
      if (x < 0 || y < 0 || x > EXTENT || y > EXTENT) continue;
      inside++;
      // on the straight way between its neighbours a vertex of the fill is left out
      expect(Math.min(...fill.map((part) => distanceTo(part.flat(), x, y)))).toBe(0);
      expect(line.has(`${x},${y}`)).toBe(true);
    }
    expect(inside).toBeGreaterThan(5);
  });

  test.each([6, 9, 11, 13, 15])('zoom %i: no line where pieces were cut', async (z) => {
    const { tiles } = large(built);
    const id = tileAt(z, 106.05, 38.03);
    const tile = decode(await tileOf(tiles, id));
    // well inside the polygon: at 15 there is fill and no line at all
    expect(tile.fill).toBeDefined();
    if (z === 15) expect(tile.line).toBeUndefined();
    const scale = 2 ** z * EXTENT;
    const border = ring.map((v, i) =>
      i % 2 ? worldY(v) * scale - id.y * EXTENT : worldX(v) * scale - id.x * EXTENT,
    );
    let worst = 0;
    for (const [x, y] of (tile.line ?? []).flatMap(({ parts }) => parts.flat())) {
      worst = Math.max(worst, distanceTo(border, x, y));
    }
    expect(worst).toBeLessThanOrEqual(PIXEL);
  });
});

// ---- what is drawn ----------------------------------------------------------------------------

interface Picture {
  /** Whether a place lies in what is drawn, or within a pixel of it. */
  near(x: number, y: number): boolean;
}

/** Edges and rings by rows of 64 units, so that thousands of places are looked up quickly. */
function paint(features: readonly Decoded[]): Picture {
  const rings = features.flatMap(({ parts }) => parts);
  const rows = new Map<number, (readonly [number, number, number, number])[]>();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x0, y0] = ring[i]!;
      const [x1, y1] = ring[i + 1]!;
      const first = Math.floor((Math.min(y0, y1) - PIXEL) / 64);
      const last = Math.floor((Math.max(y0, y1) + PIXEL) / 64);
      for (let row = first; row <= last; row++) {
        const edges = rows.get(row) ?? [];
        if (edges.length === 0) rows.set(row, edges);
        edges.push([x0, y0, x1, y1]);
      }
    }
  }
  return {
    near(x, y) {
      const edges = rows.get(Math.floor(y / 64)) ?? [];
      let winding = 0;
      for (const [x0, y0, x1, y1] of edges) {
        if (y0 <= y === y1 <= y) continue;
        if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) winding += y1 > y0 ? 1 : -1;
      }
      if (winding !== 0) return true;
      return edges.some(([x0, y0, x1, y1]) => segmentDistance(x, y, x0, y0, x1, y1) <= PIXEL);
    },
  };
}

function segmentDistance(
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** From a closed ring without its closing vertex. */
function distanceTo(ring: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    least = Math.min(least, segmentDistance(x, y, ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!));
  }
  return least;
}

/** The files with the tiles damaged; null takes them away. */
function damaged(
  built: Built,
  damage: (bytes: Uint8Array) => Uint8Array | null,
): Map<string, Uint8Array> {
  const files = new Map(built.files);
  for (const { file, content } of levelAt(built, 9)) {
    const now = damage(content);
    if (now) files.set(file, now);
    else files.delete(file);
  }
  return files;
}

/** Where the tiles of a file of one page begin. */
function tilesStart(bytes: Uint8Array): number {
  return 76 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(60, true);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const out = bytes.slice();
  out[at < 0 ? out.length + at : at]! ^= 1;
  return out;
}
