import { expect, it } from 'vitest';
import { roundDegrees, roundHalfUp } from '../../src/units/round.ts';

it('gives the same double as rounding the decimal text, always', () => {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 200_000; i++) {
    const near = Math.floor(random() * 180e9) / 1e9;
    // anywhere, on a half of 1e-9, and a hair beside it
    for (const value of [random() * 360 - 180, near + 5e-10, near + 5e-10 + 1e-13, -near - 5e-10]) {
      const expected = roundHalfUp(value, 9);
      if (!Object.is(roundDegrees(value), expected))
        expect([value, roundDegrees(value)]).toBe(expected);
    }
  }
  expect(Object.is(roundDegrees(-1e-12), 0)).toBe(true);
  expect(() => roundDegrees(Number.NaN)).toThrow(RangeError);
  expect(() => roundDegrees(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
