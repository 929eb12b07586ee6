import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import {
  EXTENT,
  latOf,
  lonLatBoxOf,
  lonOf,
  PIXEL,
  worldX,
  worldY,
} from '../../src/tiles/mercator.ts';
import { tileLayer, tileOf, WHOLE_LIMIT } from '../../src/tiles/tile-layer.ts';
import { decode } from './decode.ts';
import { box, memoryLayer } from './layer.ts';

/** The tile at a zoom that holds a place. */
function tileAt(z: number, lon: number, lat: number) {
  return { z, x: Math.floor(worldX(lon) * 2 ** z), y: Math.floor(worldY(lat) * 2 ** z) };
}

test('world coordinates: the known corners, and back', () => {
  expect(worldX(-180)).toBe(0);
  expect(worldX(180)).toBe(1);
  expect(worldY(0)).toBe(0.5);
  expect(worldY(85.0511287798)).toBeCloseTo(0, 9);
  expect(lonOf(worldX(106.2))).toBeCloseTo(106.2, 12);
  expect(latOf(worldY(38.47))).toBeCloseTo(38.47, 12);
});

describe('no protected parcel vanishes', () => {
  // 1 m x 1 m, at every zoom the map has
  const speck = memoryLayer([{ polygons: box(106.2, 38.4, 106.200011, 38.400009) }]);

  test.each([0, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
    'one square metre at zoom %i',
    async (z) => {
      const tile = decode(await tileOf(tileLayer(speck), tileAt(z, 106.2000055, 38.4000045)));
      expect(tile.fill).toHaveLength(1);
      const xs = tile.fill![0]!.parts.flat().map(([x]) => x);
      const ys = tile.fill![0]!.parts.flat().map(([, y]) => y);
      expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThanOrEqual(PIXEL);
      expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThanOrEqual(PIXEL);
      expect(tile.line).toHaveLength(1);
    },
  );

  test('a strip of 2 m x 10 km is drawn as pixels along its whole length', async () => {
    const strip = memoryLayer([{ polygons: box(106.2, 38.4, 106.31, 38.40002) }]);
    const tile = decode(await tileOf(tileLayer(strip), tileAt(9, 106.25, 38.4)));
    const xs = tile.fill![0]!.parts.flat().map(([x]) => x);
    // 0.11 degrees at zoom 9: 0.11 / 360 * 512 * 8192 = 1282 units
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThanOrEqual(1280);
  });

  test('thousands of parcels too small to tell apart: every one lies in a marked cell', async () => {
    const parcels = Array.from({ length: 4000 }, (_, i) => {
      const west = 106 + (i % 80) * 0.004;
      const south = 38 + Math.floor(i / 80) * 0.004;
      return { polygons: box(west, south, west + 0.0008, south + 0.0008) };
    });
    const layer = tileLayer(memoryLayer(parcels));
    const id = tileAt(8, 106.1, 38.1);
    const tile = decode(await tileOf(layer, id));
    expect(tile.line).toBeUndefined();
    const rings = tile.fill![0]!.parts;
    const scale = 2 ** id.z * EXTENT;
    let inside = 0;
    for (let i = 0; i < 4000; i++) {
      const x = worldX(106.0004 + (i % 80) * 0.004) * scale - id.x * EXTENT;
      const y = worldY(38.0004 + Math.floor(i / 80) * 0.004) * scale - id.y * EXTENT;
      if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) continue;
      inside++;
      const hit = rings.some((ring) => {
        const [left, top] = ring[0]!;
        const [right, bottom] = ring[2]!;
        return x >= left && x <= right && y >= top && y <= bottom;
      });
      expect(hit, `parcel ${i} at ${x} ${y}`).toBe(true);
    }
    expect(inside).toBeGreaterThan(1000);
  });
});

describe('outlines', () => {
  test('no line along the tile when a feature covers it', async () => {
    const all = memoryLayer([{ polygons: box(100, 30, 110, 42) }]);
    const tile = decode(await tileOf(tileLayer(all), tileAt(12, 106.2, 38.4)));
    expect(tile.fill).toHaveLength(1);
    expect(tile.line).toBeUndefined();
  });

  test('a border through the tile: one open line, inside on its right', async () => {
    const id = tileAt(12, 106.2, 38.4);
    const [west, , east] = lonLatBoxOf(id, 0);
    const middle = (west + east) / 2;
    const tile = decode(
      await tileOf(tileLayer(memoryLayer([{ polygons: box(100, 30, middle, 42) }])), id),
    );
    expect(tile.line).toHaveLength(1);
    expect(tile.line![0]!.type).toBe(2);
    const points = tile.line![0]!.parts[0]!;
    expect(points.map(([x]) => x)).toEqual([EXTENT / 2, EXTENT / 2]);
    // the inside is to the west; walking south it is on the right hand
    expect(points[1]![1]).toBeGreaterThan(points[0]![1]);
  });

  test('outer rings run clockwise on the screen, holes the other way, as the format wants', async () => {
    const hole = box(106.19, 38.39, 106.21, 38.41)[0]![0]!;
    const polygons = [[...box(106.15, 38.35, 106.25, 38.45)[0]!, hole]];
    const tile = decode(
      await tileOf(tileLayer(memoryLayer([{ polygons }])), tileAt(9, 106.2, 38.4)),
    );
    const signs = tile.fill![0]!.parts.map((ring) =>
      Math.sign(
        ring.reduce((sum, [x, y], i) => {
          const [nx, ny] = ring[(i + 1) % ring.length]!;
          return sum + x * ny - nx * y;
        }, 0),
      ),
    );
    expect(signs).toEqual([1, -1]);
  });

  test('inside an urban boundary the border between two zones is marked, the rest is not', async () => {
    const layer = memoryLayer(
      [
        { polygons: box(106.2, 38.4, 106.21, 38.41), properties: { GHFQMC: '集中建设区' } },
        { polygons: box(106.21, 38.4, 106.22, 38.41), properties: { GHFQMC: '弹性发展区' } },
      ],
      { kind: 'urban-development-boundary', fields: { zone: 'GHFQMC' } },
    );
    const tile = decode(await tileOf(tileLayer(layer), tileAt(11, 106.21, 38.405)));
    const inner = tile.line!.filter(({ properties }) => properties._inner === true);
    const border = tile.line!.filter(({ properties }) => properties._inner !== true);
    expect(inner).toHaveLength(2);
    for (const { parts } of inner) expect(parts[0]![0]![0]).toBe(parts[0]![1]![0]);
    expect(border).toHaveLength(2);
    for (const { parts } of border) expect(parts[0]).toHaveLength(4);
    expect(tile.fill!.map(({ properties }) => properties._zone)).toEqual([
      'concentrated',
      'flexible',
    ]);
  });

  test('between two pieces of one zone there is no line at all', async () => {
    const layer = memoryLayer(
      [
        { polygons: box(106.2, 38.4, 106.21, 38.41), properties: { GHFQMC: '集中建设区' } },
        { polygons: box(106.21, 38.4, 106.22, 38.41), properties: { GHFQMC: '集中建设区' } },
      ],
      { kind: 'urban-development-boundary', fields: { zone: 'GHFQMC' } },
    );
    const tile = decode(await tileOf(tileLayer(layer), tileAt(11, 106.21, 38.405)));
    expect(tile.line).toHaveLength(2);
    for (const { parts } of tile.line!) expect(parts[0]).toHaveLength(4);
  });

  test('neighbours keep their common border at every zoom', async () => {
    const shared: [number, number][] = Array.from({ length: 60 }, (_, i) => [
      106.2 + 0.0004 * Math.sin(i * 1.7),
      38.4 + i * 0.0005,
    ]);
    const west = [[[...shared, [106.15, 38.4295], [106.15, 38.4], shared[0]!]]];
    const east = [[[...shared, [106.25, 38.4295], [106.25, 38.4], shared[0]!]]];
    const layer = memoryLayer([{ polygons: west as never }, { polygons: east as never }]);
    for (const z of [9, 11, 12, 13, 14]) {
      const tile = decode(await tileOf(tileLayer(layer), tileAt(z, 106.2, 38.415)));
      const [a, b] = tile.line!.map(
        ({ parts }) => new Set(parts.flat().map(([x, y]) => `${x} ${y}`)),
      );
      const border = [...a!].filter((key) => b!.has(key));
      expect(border.length, `zoom ${z}`).toBeGreaterThan(3);
    }
  });
});

test('a name becomes one label in the one tile that holds its place', async () => {
  const layer = tileLayer(
    memoryLayer([{ polygons: box(106, 38, 107, 39), properties: { MC: '兴庆区' } }], {
      fields: { name: 'MC' },
    }),
  );
  let labels = 0;
  const { x, y } = tileAt(10, 106, 39);
  for (let dx = 0; dx < 4; dx++) {
    for (let dy = 0; dy < 5; dy++) {
      const tile = decode(await tileOf(layer, { z: 10, x: x + dx, y: y + dy }));
      labels += tile.label?.length ?? 0;
      for (const { properties } of tile.label ?? []) expect(properties._name).toBe('兴庆区');
    }
  }
  expect(labels).toBe(1);
});

describe('what cannot be read is never an empty tile', () => {
  const tile = tileAt(8, 106.2, 38.4);
  const fine = { polygons: box(106.2, 38.4, 106.3, 38.5) };

  test('a layer that does not open, and is asked again later', async () => {
    let broken = true;
    const source = memoryLayer([fine]);
    const layer = tileLayer({
      ...source,
      open: async () => {
        if (broken) throw new UserError('layer-missing', { file: 'test.fgb' });
        return { integrity: 'full' };
      },
    });
    await expect(tileOf(layer, tile)).rejects.toThrow('layer-missing');
    broken = false;
    expect((await tileOf(layer, tile)).length).toBeGreaterThan(0);
  });

  test('fewer features than the catalog says', async () => {
    const layer = tileLayer(memoryLayer([fine], { features: 2 }));
    await expect(tileOf(layer, tile)).rejects.toThrow('layer-truncated');
  });

  test('too large to read as a whole and no overview files', async () => {
    const layer = tileLayer(memoryLayer([fine], { bytes: WHOLE_LIMIT + 1 }));
    await expect(tileOf(layer, tile)).rejects.toThrow('layer-no-overview');
    expect((await tileOf(layer, tileAt(13, 106.2, 38.4))).length).toBeGreaterThan(0);
  });

  test('a tile no longer wanted ends as an abort', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(tileOf(tileLayer(memoryLayer([fine])), tile, stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
