import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePlace } from '../../src/crs/notation.ts';
import { NOTATIONS } from '../../src/crs/notation-names.ts';
import { placesIn } from '../../src/crs/place-text.ts';
import type { BBox } from '../../src/geometry/shapes.ts';

/** Ningxia. */
const REGION: BBox = [104.2, 35.2, 107.7, 39.4];

// 106°03′43.5″ = 106.0620833…, 37°26′05.2″ = 37.4347777…
const EAST = 106 + 3 / 60 + 43.5 / 3600;
const NORTH = 37 + 26 / 60 + 5.2 / 3600;

describe('a pair of degrees', () => {
  it.each([
    '106°03′43.5″ 37°26′05.2″',
    '37°26′05.2″ 106°03′43.5″',
    'N37°26′05.2″E106°03′43.5″',
    '106°03′43.5″E37°26′05.2″N',
    '106°3\'43.5", 37°26\'5.2"',
    '106 03 43.5 37 26 05.2',
    '106:03:43.5 37:26:05.2',
    '东经106度03分43.5秒，北纬37度26分05.2秒',
    '北纬37度26分05.2秒 东经106度03分43.5秒',
    '１０６°０３′４３．５″；３７°２６′０５．２″',
    '经度：106.06208333333 纬度：37.43477777778',
    'lat 37.43477777778, lon 106.06208333333',
    '106.06208333333,37.43477777778',
    '(106.06208333333, 37.43477777778)',
    '37.43477777778\t106.06208333333',
    '106°3.725′ 37°26.086666666667′',
  ])('%s is one place', (text) => {
    const found = placesIn(text, REGION);
    expect(found).toHaveLength(1);
    expect(found[0]!.lonLat[0]).toBeCloseTo(EAST, 10);
    expect(found[0]!.lonLat[1]).toBeCloseTo(NORTH, 10);
    expect(found[0]).toMatchObject({ epsg: [4490], inside: true });
  });

  it('offers all that the numbers allow where the marks are missing', () => {
    // 106°03′, 37°26′; or 106°03′37″, 26°; or 106°, 3°37′26″ in the sea
    const found = placesIn('106 3 37 26', REGION);
    expect(found.map(({ lonLat }) => lonLat.map((value) => Number(value.toFixed(4))))).toEqual([
      [106.05, 37.4333],
      [106.0603, 26],
      [106, 3.6239],
    ]);
    expect(found.map(({ inside }) => inside)).toEqual([true, false, false]);
  });

  it('says when the place lies outside the layers, and does not pull it in', () => {
    expect(placesIn('116.3913, 39.9075', REGION)).toMatchObject([
      { lonLat: [116.3913, 39.9075], inside: false },
    ]);
    // no order of these is in China
    expect(placesIn('10, 20', REGION)).toHaveLength(2);
    expect(placesIn('E10, N20', REGION)).toHaveLength(1);
  });

  it.each([
    '',
    '106.06',
    '罗山',
    '640303105211000412',
    '106°60′ 37°',
    '106.06 N',
    'E106 E37',
    'J1 J2',
    '2025-12',
  ])('%j is no place', (text) => {
    expect(placesIn(text, REGION)).toEqual([]);
  });
});

// cs2cs EPSG:4490 EPSG:4523 of 106.062083333 37.434777778 gives 35594007.6…; the exact numbers come from
// `writePlace`, which tests/crs/transform.test.ts holds against cs2cs
describe('a pair of metres', () => {
  const at = [EAST, NORTH] as const;

  it('with the zone in front is one place, in either order', () => {
    const { east, north } = writePlace(at, 'zone3-prefixed');
    expect(east).toMatch(/^35\d{6}\.\d{3}$/);
    for (const text of [`${east} ${north}`, `X=${north}, Y=${east}`]) {
      const found = placesIn(text, REGION);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ epsg: [4523], east, north, inside: true });
      expect(found[0]!.lonLat[0]).toBeCloseTo(EAST, 7);
    }
    const wide = writePlace(at, 'zone6-prefixed');
    expect(wide.east).toMatch(/^18\d{6}\.\d{3}$/);
    expect(placesIn(`${wide.east},${wide.north}`, REGION)).toMatchObject([{ epsg: [4496] }]);
  });

  it('without it is offered in every zone that it may be, those with layers first', () => {
    const found = placesIn('594000 4145300', REGION);
    expect(found[0]).toMatchObject({ epsg: [4539 + 5, 4502 + 5], inside: true });
    expect(found.length).toBeGreaterThan(1);
    expect(found.slice(1).every(({ inside }) => !inside)).toBe(true);
    // 320 km west of 108° is inside as well as 60 km west of 105°: nobody but the person can tell
    const both = placesIn('4145300 440000', [102, 35, 110, 40]);
    const zones = both.filter(({ inside }) => inside).map(({ epsg }) => epsg[0]);
    expect(zones.sort()).toEqual([4544, 4545]);
    expect(both.every(({ swapped }) => swapped)).toBe(true);
  });
});

it.each(NOTATIONS)('reads back what it writes as %s', (notation) => {
  fc.assert(
    fc.property(
      fc.double({ min: 104.5, max: 107.4, noNaN: true }),
      fc.double({ min: 35.5, max: 39.1, noNaN: true }),
      (lon, lat) => {
        const { east, north, epsg } = writePlace([lon, lat], notation);
        const found = placesIn(`${east}, ${north}`, REGION);
        return found.some(
          (one) =>
            one.epsg.includes(epsg) &&
            Math.abs(one.lonLat[0] - lon) < 3e-8 &&
            Math.abs(one.lonLat[1] - lat) < 3e-8,
        );
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});
