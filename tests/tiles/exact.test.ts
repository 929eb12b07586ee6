import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';
import { BUFFER, EXTENT, worldX, worldY } from '../../src/tiles/mercator.ts';
import { tileLayer, tileOf } from '../../src/tiles/tile-layer.ts';
import { entryOf, seeded } from '../files/sample-layer.ts';
import { type Decoded, decode } from './decode.ts';

/*
 * From zoom 14 on a tile has the vertices of the file. The places are worked out here from the file's
 * degrees by the textbook formula of Web Mercator; tiles are read by Mapbox's own reader.
 */
const LON = 106.2;
const LAT = 38.4;

/** Rings with a vertex every two metres or so, some of them straight between their neighbours. */
function wavy(seed: number): MultiPolygon {
  const random = seeded(seed);
  return Array.from({ length: 12 }, (_, n) => {
    const [x, y] = [LON + 0.006 * (n % 4), LAT + 0.006 * Math.floor(n / 4)];
    const ring: [number, number][] = [];
    for (let i = 0; i < 200; i++) ring.push([x + i * 2e-5, y + (i % 3 ? 1e-6 * random() : 0)]);
    for (let i = 0; i < 100; i++) ring.push([x + 0.004, y + i * 4e-5]);
    for (let i = 0; i < 100; i++) ring.push([x + 0.004 - i * 4e-5, y + 0.004 + 3e-6 * random()]);
    ring.push(ring[0]!);
    return [ring];
  });
}

const shapes = wavy(7);
const bytes = writeFlatGeobuf({
  name: 'exact',
  columns: [{ name: 'BSM', type: 'string' }],
  crs: 4490,
  features: shapes.map((polygon, i) => ({
    polygons: toFlat([polygon]),
    properties: { BSM: String(i) },
  })),
  index: true,
  geometryType: 'Polygon',
});

/** Tile units of a place, as reals. */
function unitsOf([lon, lat]: readonly number[], z: number, x: number, y: number) {
  const phi = (lat! * Math.PI) / 180;
  const across = (lon! + 180) / 360;
  const down = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  return [(across * 2 ** z - x) * EXTENT, (down * 2 ** z - y) * EXTENT] as const;
}

const within = (x: number, y: number): boolean =>
  x > -BUFFER && y > -BUFFER && x < EXTENT + BUFFER && y < EXTENT + BUFFER;

describe.each([14, 15, 16])('zoom %i', (z) => {
  const x = Math.floor(worldX(LON + 0.007) * 2 ** z);
  const y = Math.floor(worldY(LAT + 0.007) * 2 ** z);

  async function tile(): Promise<Record<string, Decoded[]>> {
    const entry = await entryOf(bytes);
    const source = openLayerSource(entry, memorySource('exact', bytes), { integrity: 'full' });
    return decode(await tileOf(tileLayer(source), { z, x, y }));
  }

  test('every vertex of the file is in the tile, to half a unit', async () => {
    const { fill, line } = await tile();
    let vertices = 0;
    for (const drawn of [fill!, line!]) {
      const places = new Set(drawn.flatMap(({ parts }) => parts.flat()).map(String));
      for (const place of shapes.flat(2)) {
        const [u, v] = unitsOf(place, z, x, y);
        if (!within(u, v)) continue;
        vertices++;
        // a place half way between two units may go to either of them
        const near = [u - 1e-6, u + 1e-6].flatMap((a) =>
          [v - 1e-6, v + 1e-6].map((b) => `${Math.round(a)},${Math.round(b)}`),
        );
        expect(
          near.some((key) => places.has(key)),
          `${place}`,
        ).toBe(true);
      }
    }
    expect(vertices).toBeGreaterThan(300);
  });

  test('and no other, but where the tile cuts an edge', async () => {
    const { fill, line } = await tile();
    const places = new Set<string>();
    for (const place of shapes.flat(2)) {
      const [u, v] = unitsOf(place, z, x, y);
      for (const a of [u - 1e-6, u + 1e-6]) {
        for (const b of [v - 1e-6, v + 1e-6]) places.add(`${Math.round(a)},${Math.round(b)}`);
      }
    }
    for (const point of [...fill!, ...line!].flatMap(({ parts }) => parts.flat())) {
      if (within(...point)) expect(places.has(String(point)), String(point)).toBe(true);
    }
  });
});

test('a tile unit is finer than 0.3 m from zoom 14 on', () => {
  expect(40_075_016.686 / 2 ** 14 / EXTENT).toBeLessThan(0.3);
});
