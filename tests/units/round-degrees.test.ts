import { expect, it } from 'vitest';
import { roundDecimalText, roundDegrees, roundHalfUp } from '../../src/units/round.ts';

it('gives the same double as rounding the decimal text, always', () => {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 200_000; i++) {
    const decimals = [2, 3, 6, 9][i % 4]!;
    const unit = 10 ** decimals;
    const near = Math.floor(random() * 180 * unit) / unit;
    const half = 0.5 / unit;
    // anywhere, on a half, a hair beside it, and as large as areas come
    for (const value of [
      random() * 360 - 180,
      near + half,
      near + half * (1 + 1e-4),
      -near - half,
      random() * 1e12,
    ]) {
      const expected = roundDecimalText(value, decimals);
      const found = roundHalfUp(value, decimals);
      if (!Object.is(found, expected)) expect([value, decimals, found]).toBe(expected);
    }
  }
  expect(Object.is(roundDegrees(-1e-12), 0)).toBe(true);
  expect(() => roundDegrees(Number.NaN)).toThrow(RangeError);
  expect(() => roundDegrees(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
