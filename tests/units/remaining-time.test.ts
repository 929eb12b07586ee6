import { describe, expect, it } from 'vitest';
import { RemainingTime } from '../../src/units/remaining-time.ts';

/** Ends a piece of work every `step` ms, `count` times from `from` on. */
function work(time: RemainingTime, from: number, step: number, count: number): number {
  for (let i = 1; i <= count; i++) time.done(from + i * step);
  return from + count * step;
}

describe('the time that is left', () => {
  it('is not foretold from one or two pieces of work', () => {
    const time = new RemainingTime(1000);
    work(time, 1000, 500, 2);
    expect(time.secondsFor(10)).toBeNull();
    time.done(2500);
    expect(time.secondsFor(10)).toBe(5);
  });

  it('follows the pace of the last minute', () => {
    const time = new RemainingTime(0);
    const slowEnd = work(time, 0, 10_000, 20);
    expect(time.secondsFor(6)).toBeCloseTo(60, 6);
    work(time, slowEnd, 1000, 200);
    expect(time.secondsFor(60)).toBeCloseTo(60, 6);
  });

  it('is nothing for nothing left, and unknown where no time has gone by', () => {
    const time = new RemainingTime(5);
    work(time, 5, 0, 4);
    expect(time.secondsFor(3)).toBeNull();
    time.done(10);
    expect(time.secondsFor(0)).toBe(0);
  });
});
