import { describe, expect, it } from 'vitest';
import { mapSheets } from '../../src/files/map-sheets.ts';
import { toFlat } from '../../src/geometry/shapes.ts';

/** Box around a middle, degrees. */
function box(lon: number, lat: number, half: number) {
  const ring = [
    [lon - half, lat - half],
    [lon + half, lat - half],
    [lon + half, lat + half],
    [lon - half, lat + half],
    [lon - half, lat - half],
  ] as const;
  return toFlat([[ring]]);
}

describe('mapSheets', () => {
  it.each([
    // by hand: 37.4348° N -> J (9th band of 4° ends at 40°), (40 − 37.4348) / (2.5/60) = 61.6 -> row 62;
    // 106.062° E -> 48 (102°–108°), (106.062 − 102) / (3.75/60) = 64.99 -> column 65
    [106.062, 37.4348, 'J48G062065'],
    [106.0656, 37.4348, 'J48G062066'],
    // 39°22′30″ N 114°33′45″ E is the middle of the often-printed J50 … row (40−39.375)/(1/24)=15 -> 16
    [114.5626, 39.3749, 'J50G016010'],
    // corner sheets of a millionth
    [102.01, 39.99, 'J48G001001'],
    [107.99, 36.01, 'J48G096096'],
    // the south and the east of the country
    [110.51, 18.51, 'E49G036041'],
    [134.1, 48.1, 'M53G094034'],
  ])('%f° E %f° N lies on %s', (lon, lat, sheet) => {
    expect(mapSheets(box(lon, lat, 1e-6))).toEqual([sheet]);
  });

  it('names every sheet that is met, from the north-west', () => {
    // 106.0625° E and 37.4583…° N are edges
    expect(mapSheets(box(106.0625, 37 + 11 / 24, 0.001))).toEqual([
      'J48G061065',
      'J48G061066',
      'J48G062065',
      'J48G062066',
    ]);
  });

  it('leaves out a sheet of the box that the polygon does not reach', () => {
    const edge = 106.0625;
    const lat = 37 + 11 / 24;
    const triangle = [
      [edge - 0.01, lat - 0.01],
      [edge + 0.01, lat - 0.01],
      [edge - 0.01, lat + 0.009],
      [edge - 0.01, lat - 0.01],
    ] as const;
    expect(mapSheets(toFlat([[triangle]]))).toEqual(['J48G061065', 'J48G062065', 'J48G062066']);
  });

  it('does not reach into a sheet that it only touches', () => {
    const ring = [
      [106.0, 37.44],
      [106.0625, 37.44],
      [106.0625, 37.45],
      [106.0, 37.45],
      [106.0, 37.44],
    ] as const;
    expect(mapSheets(toFlat([[ring]]))).toEqual(['J48G062065']);
  });

  it('gives up on an area as large as a county', () => {
    expect(mapSheets(box(106, 37, 2))).toBeNull();
    expect(mapSheets(toFlat([]))).toEqual([]);
  });
});
