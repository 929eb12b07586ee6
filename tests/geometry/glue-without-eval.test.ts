import { expect, it } from 'vitest';
import { loadClipper } from '../../src/geometry/clip.ts';
import { planeArea } from '../../src/geometry/plane-area.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { box } from './rings.ts';

it('clips and grows where a policy forbids code from text', async () => {
  const real = globalThis.Function;
  const forbidden = function forbidden() {
    throw new EvalError('unsafe-eval');
  } as unknown as FunctionConstructor;
  Object.defineProperty(forbidden, 'prototype', { value: real.prototype });
  globalThis.Function = forbidden;
  try {
    expect(() => new Function('return 1')).toThrow(EvalError);
    const clipper = await loadClipper();
    const [a, b] = [toFlat([[box(0, 0, 10, 10)]]), toFlat([[box(5, 5, 15, 15)]])];
    expect(planeArea(clipper.intersection(a, b))).toBe(25);
    expect(planeArea(clipper.offset(a, 1))).toBeGreaterThan(143);
    expect(globalThis.Function).toBe(forbidden);
  } finally {
    globalThis.Function = real;
  }
});
