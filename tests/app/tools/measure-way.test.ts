import { describe, expect, it } from 'vitest';
import {
  clicked,
  finished,
  measured,
  sketchOf,
  withoutLast,
  withPoint,
} from '../../../src/app/tools/measure-way.ts';
import { NO_WAY, type Way } from '../../../src/app/tools/way.ts';
import { measureText } from '../../../src/components/measure-bar.ts';
import { pathLengthM } from '../../../src/geometry/measure-path.ts';
import type { Position } from '../../../src/geometry/shapes.ts';

const A: Position = [106.06, 37.43];
const B: Position = [106.07, 37.43];
const C: Position = [106.07, 37.44];
const D: Position = [106.06, 37.44];

const way = (kind: Way['kind'], ...points: Position[]): Way => ({ ...NO_WAY, kind, points });
const at = (place: Position) => ({ at: place, metresPerPx: 1, free: false, touch: false });

describe('a way', () => {
  it('is measured to the pointer while it is drawn, and to its last point when it is done', () => {
    const drawn = { ...way('length', A, B), pointer: C };
    expect(measured(drawn).lengthM).toBe(pathLengthM([A, B, C]));
    expect(measured({ ...drawn, done: true }).lengthM).toBe(pathLengthM([A, B]));
    expect(measured({ ...way('length'), pointer: C }).lengthM).toBe(0);
  });

  it('grows by clicks and ends by one on its last point', () => {
    let one = clicked(clicked(NO_WAY, at(A)), at(B));
    expect(one.points).toEqual([A, B]);
    // 5 m away is within 8 px of 1 m
    one = clicked(one, at([106.07, 37.430045]));
    expect(one).toMatchObject({ points: [A, B], done: true });
    // and the next click begins anew
    expect(clicked(one, at(D))).toMatchObject({ points: [D], done: false });
  });

  it('is not ended where it is too short', () => {
    const one = clicked(clicked(NO_WAY, at(A)), at(A));
    expect(one).toMatchObject({ points: [A], done: false });
    const flat = finished(way('area', A, B));
    expect(flat.done).toBe(false);
  });

  it('gives back its last point, also after it was done', () => {
    expect(withoutLast({ ...way('length', A, B), done: true })).toMatchObject({
      points: [A],
      done: false,
    });
  });
});

describe('an outline', () => {
  it('closes at its first point', () => {
    const one = clicked(way('area', A, B, C), at([106.06, 37.430045]));
    expect(one).toMatchObject({ points: [A, B, C], done: true });
    expect(clicked(way('length', A, B, C), at(A)).points).toHaveLength(4);
  });

  it('has the area of the rectangle between meridians and parallels, and its whole perimeter', () => {
    const { areaM2, lengthM, crosses } = measured(way('area', A, B, C, D));
    expect(crosses).toBe(false);
    // M · N cos B over 0.01° by 0.01° at 37.435°: 1109.9 m by 884.7 m
    expect(areaM2! / 1e4).toBeCloseTo(98.19, 1);
    expect(lengthM).toBe(pathLengthM([A, B, C, D, A]));
  });

  it('that crosses itself has no area, and says so', () => {
    const view = measured(way('area', A, C, B, D));
    expect(view).toMatchObject({ crosses: true, areaM2: null });
    expect(measureText(view, 'zh')).toContain('自相交');
    expect(measureText(view, 'zh')).not.toMatch(/\d/);
  });

  it('is no outline before there are three places', () => {
    expect(measured(way('area', A, B, B)).areaM2).toBeNull();
    expect(measureText(measured(way('area', A)), 'en')).toBe('');
  });
});

describe('what is said', () => {
  it('is the same number in every unit', () => {
    const view = {
      ...measured(NO_WAY),
      kind: 'area' as const,
      points: 3,
      areaM2: 82_500,
      lengthM: 1234.567,
    };
    // 82 500 m² = 8.25 公顷 = 123.75 亩
    expect(measureText(view, 'zh').replaceAll('\u2009', ' ')).toBe(
      '面积 8.2500 公顷 · 123.75 亩 · 82 500.00 m² · 周长 1 234.57 m',
    );
    expect(measureText({ ...view, kind: 'length' }, 'en').replaceAll('\u2009', ' ')).toBe(
      'Length 1 234.57 m · 1.235 km',
    );
  });
});

it('draws the pointer as part of the way and not as a point', () => {
  const sketch = sketchOf({ ...withPoint(NO_WAY, A), pointer: B });
  expect(sketch).toEqual({ path: [A, B], closed: false, points: [A], mark: null });
});
