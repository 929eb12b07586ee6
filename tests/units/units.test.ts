import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { M2_PER_MU, toHectares, toMu } from '../../src/units/area.ts';
import { levelToTotal } from '../../src/units/level.ts';
import { roundDegrees, roundHalfUp, roundM2, roundShare } from '../../src/units/round.ts';

describe('area units', () => {
  it('15 mu are one hectare', () => {
    expect(15 * M2_PER_MU).toBe(10_000);
    expect(toMu(10_000)).toBe(15);
    expect(toHectares(3521)).toBeCloseTo(0.3521, 12);
  });
});

describe('rounding, once, half up', () => {
  it('rounds as the number reads, not as its binary neighbour lies', () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(2.675, 2)).toBe(2.68);
    expect(roundM2(0.004999)).toBe(0);
    expect(roundM2(0.005)).toBe(0.01);
  });

  it('knows no minus zero and keeps exponents', () => {
    expect(Object.is(roundHalfUp(-0.001, 2), 0)).toBe(true);
    expect(roundHalfUp(1e-9, 2)).toBe(0);
    expect(roundHalfUp(1.5e21, 2)).toBe(1.5e21);
    expect(roundDegrees(106.0621041639999)).toBe(106.062104164);
  });

  it('refuses what is not a number', () => {
    expect(() => roundM2(Number.NaN)).toThrow(RangeError);
  });

  it('keeps shares within 0 and 1', () => {
    expect(roundShare(1.0000004)).toBe(1);
  });
});

describe('levelling', () => {
  it('gives the largest remainder the missing unit, ties to the earlier row', () => {
    expect(levelToTotal([1 / 3, 1 / 3, 1 / 3], 2, 1)).toEqual([0.34, 0.33, 0.33]);
    expect(levelToTotal([0.5, 0.5], 0, 1)).toEqual([1, 0]);
  });

  it('always adds up to the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(2, 4),
        (parts, decimals) => {
          const total = roundHalfUp(
            parts.reduce((sum, part) => sum + part, 0),
            decimals,
          );
          const rows = levelToTotal(parts, decimals);
          const printed = rows.reduce((sum, row) => sum + Math.round(row * 10 ** decimals), 0);
          expect(printed).toBe(Math.round(total * 10 ** decimals));
          for (const [i, row] of rows.entries()) {
            expect(row).toBeGreaterThanOrEqual(0);
            expect(Math.abs(row - parts[i]!)).toBeLessThanOrEqual(1.0001 / 10 ** decimals);
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
