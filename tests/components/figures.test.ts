import { describe, expect, it } from 'vitest';
import {
  coveragePercent,
  difference,
  distance,
  figure,
  hectares,
  mu,
  percent,
} from '../../src/components/figures.ts';

describe('figures as people read them', () => {
  it('puts U+2009 between thousands and a real minus before negatives', () => {
    expect(figure(1234567.891, 2)).toBe('1\u2009234\u2009567.89');
    expect(figure(-0.0025, 4)).toBe('−0.0025');
    expect(figure(-0.00001, 4)).toBe('0.0000');
    expect(figure(999, 0)).toBe('999');
  });

  it('says — where there is no value and 0.0000 where nothing was measured', () => {
    expect(hectares(null)).toBe('—');
    expect(hectares(0)).toBe('0.0000');
    expect(percent(undefined)).toBe('—');
  });

  it('reads 8 250 m² as 0.8250 公顷 and 12.38 亩 (12.375, half up)', () => {
    expect(hectares(8250)).toBe('0.8250');
    expect(mu(8250)).toBe('12.38');
  });

  it('never lets a part read as the whole, nor something as nothing', () => {
    expect(percent(0.999999)).toBe('99.99');
    expect(percent(0.000001)).toBe('0.01');
    expect(percent(1)).toBe('100.00');
    expect(coveragePercent(0.99999)).toBe('99.9');
    expect(coveragePercent(1)).toBe('100.0');
  });

  it('signs differences and leaves zero alone', () => {
    expect(difference(0.5, 4)).toBe('+0.5000');
    expect(difference(-0.0025, 4)).toBe('−0.0025');
    expect(difference(0, 4)).toBe('0.0000');
  });

  it('turns to kilometres from 10 km on', () => {
    expect(distance(9999.9)).toBe('9\u2009999.9 m');
    expect(distance(20000)).toBe('20.0 km');
  });
});
