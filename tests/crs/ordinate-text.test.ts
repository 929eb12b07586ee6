import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreesMinutesSeconds, plainDigits, readDegrees } from '../../src/crs/ordinate-text.ts';

describe('degrees as people write them', () => {
  it.each([
    ['106.20847', 106.20847],
    ['106°12′30.5″', 106 + 12 / 60 + 30.5 / 3600],
    ['106 12 30.5', 106 + 12 / 60 + 30.5 / 3600],
    ['106:12:30.5', 106 + 12 / 60 + 30.5 / 3600],
    ['106°12\'30.5"E', 106 + 12 / 60 + 30.5 / 3600],
    ['E106°12.5′', 106 + 12.5 / 60],
    ['东经106度12分30.5秒', 106 + 12 / 60 + 30.5 / 3600],
    ['１０６．５', 106.5],
    ['北纬 37°', 37],
    ['-5°30′', -5.5],
  ])('%s', (text, degrees) => {
    expect(readDegrees(text)).toBeCloseTo(degrees, 12);
  });

  it.each(['', 'x', '106°60′', '106°12′60″', '106.5°12′', '1 2 3 4', '106°12.5′30″', '106,5'])(
    'refuses %s',
    (text) => {
      expect(readDegrees(text)).toBeNull();
    },
  );

  it('are written so that they read the same to 3 mm', () => {
    expect(degreesMinutesSeconds(106.5)).toBe('106°30′00.0000″');
    expect(degreesMinutesSeconds(106.99999999999)).toBe('107°00′00.0000″');
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const read = readDegrees(degreesMinutesSeconds(degrees));
        return read !== null && Math.abs(read - degrees) <= 0.00005 / 3600 + 1e-12;
      }),
    );
  });
});

describe('digits of a number', () => {
  it('stay as they were typed', () => {
    expect(plainDigits(' 35\u2009594\u2009000.100 ')).toBe('35594000.100');
    expect(plainDigits('−0.5')).toBe('-0.5');
    expect(plainDigits('４１４５３００')).toBe('4145300');
  });

  it('are none where there is anything else', () => {
    for (const text of ['', '1e5', '1,5', 'Infinity', '1.2.3', '-', '0x10']) {
      expect(plainDigits(text), text).toBeNull();
    }
  });
});
