import { describe, expect, it } from 'vitest';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';
import { placeTable } from '../../../src/layers/sources/place-table.ts';
import { box, epsg, tableOf } from './table-of.ts';

const IN_35 = box(35_594_000, 4_145_000, 400, 300);
const WITHOUT_ZONE = box(594_000, 4_145_000, 400, 300);
const DEGREES = box(106.06, 37.43, 0.01, 0.01);

const place = (
  shape: typeof IN_35,
  crs: ReturnType<typeof epsg> | null,
  chosen: number | null = null,
) => placeTable(tableOf([{ shape }], crs), chosen);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error) => error.code ?? String(error),
  );

describe('coordinates of a zone', () => {
  it('fall where the worked example of the survey format falls', async () => {
    const placed = (await place(IN_35, epsg(4523)))!;
    const { xy, ringEnds } = placed.toLonLat(toFlat(IN_35), 0);
    // domain rules 3.1: the first corner of the example, north-west of this rectangle
    const corner = Math.max(...Array.from({ length: ringEnds[0]! }, (_, i) => xy[2 * i + 1]!));
    expect(corner).toBe(37.434840917);
    const at = xy.indexOf(corner) - 1;
    expect(xy[at]).toBe(106.062104164);
  });

  it('get points every 70 m, given ones stay, and the area is that of the ellipsoid', async () => {
    const placed = (await place(IN_35, epsg(4523)))!;
    const flat = placed.toLonLat(toFlat(IN_35), 0);
    // 400 m in 6 steps, 300 m in 5, both twice, and the closing vertex
    expect(flat.xy.length / 2).toBe(2 * (6 + 5) + 1);
    // 12 ha in the plane; the projection is 217 ppm too large here (domain rules 2.4)
    expect(ellipsoidAreaM2(flat) / 120_000).toBeCloseTo(1 - 217e-6, 5);
  });

  it.each([
    ['with the zone in front, told so', IN_35, 4523],
    ['without, told so', WITHOUT_ZONE, 4544],
    ['without, told the zone with it', WITHOUT_ZONE, 4523],
    ['with it, told the zone without', IN_35, 4544],
  ])('%s, are the same place', async (_, shape, code) => {
    const placed = (await place(shape, epsg(code)))!;
    const [lon, lat] = placed.toLonLat(toFlat(shape), 0).xy;
    expect([lon, lat]).toEqual([106.062065973, 37.432138334]);
  });

  it('with north first are swapped, with a note', async () => {
    const swapped = IN_35.map((rings) =>
      rings.map((ring) => ring.map(([x, y]) => [y, x] as const)),
    );
    const placed = (await placeTable(tableOf([{ shape: swapped }], epsg(4523)), null))!;
    expect(placed.notes).toMatchObject([{ code: 'source-axes-swapped', severity: 'warning' }]);
    expect([...placed.toLonLat(toFlat(swapped), 0).xy.slice(0, 2)]).toEqual([
      106.062065973, 37.432138334,
    ]);
  });
});

describe('lon/lat', () => {
  it.each([4490, 4326])(
    'EPSG:%d stays as it is, to the last digit, without new points',
    async (code) => {
      const placed = (await place(DEGREES, epsg(code)))!;
      expect(placed.epsg).toBe(code);
      expect(placed.toLonLat(toFlat(DEGREES), 0)).toEqual(toFlat(DEGREES));
    },
  );
});

describe('nothing is guessed', () => {
  it.each([
    ['no system, degrees', DEGREES, null, 'source-crs-unknown'],
    ['no system, zone in front', IN_35, null, 'source-crs-unknown'],
    ['a system of its own', IN_35, { hints: null, name: 'MY_LOCAL' }, 'source-crs-other'],
    ['degrees called a zone', DEGREES, epsg(4523), 'source-crs-contradiction'],
    ['a zone called degrees', IN_35, epsg(4490), 'source-crs-contradiction'],
    ['the zone beside', IN_35, epsg(4524), 'source-crs-contradiction'],
    ["Xi'an 80", IN_35, epsg(2359), 'err-crs-datum-layer'],
    ['web Mercator', box(11_800_000, 4_500_000, 100, 100), epsg(3857), 'err-crs-unsupported'],
    ['outside China', box(10, 50, 1, 1), epsg(4326), 'err-outside-china'],
  ])('%s', async (_, shape, crs, code) => {
    expect(await codeOf(place(shape, crs))).toBe(code);
  });

  it('the user may say what the file does not, or better; the numbers must agree', async () => {
    expect((await place(IN_35, null, 4523))!.epsg).toBe(4523);
    expect((await place(WITHOUT_ZONE, { hints: null, name: 'X' }, 4545))!.epsg).toBe(4545);
    const overruled = (await place(WITHOUT_ZONE, epsg(4544), 4545))!;
    expect(overruled.notes).toMatchObject([
      { code: 'source-crs-overruled', params: { epsg: 4545 } },
    ]);
    expect(await codeOf(place(DEGREES, null, 4523))).toBe('err-degrees-not-metres');
  });

  it('a single record of another kind stops everything', async () => {
    const placed = (await place(IN_35, epsg(4523)))!;
    for (const odd of [
      DEGREES,
      WITHOUT_ZONE,
      box(36_594_000, 4_145_000, 400, 300),
      box(0, 0, 1, 1),
    ]) {
      expect(() => placed.toLonLat(toFlat(odd), 6)).toThrowError(
        expect.objectContaining({
          code: 'source-crs-mixed',
          params: expect.objectContaining({ index: 7 }),
        }),
      );
    }
  });

  it('a table without any geometry has no place', async () => {
    expect(await placeTable(tableOf([{ shape: null }], null), null)).toBeNull();
  });
});
