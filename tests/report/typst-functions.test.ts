import { afterEach, expect, it } from 'vitest';
import { replaceFunction } from '../../src/report/pdf/typst-functions.ts';

const real = globalThis.Function;
afterEach(() => {
  globalThis.Function = real;
});

it('knows the five functions of the glue, and leaves all others to the real one', () => {
  const restore = replaceFunction();
  // once more, as when a second report is set beside the first
  const again = replaceFunction();
  expect(new Function('return 0')()).toBe(0);
  expect(new Function('return true')()).toBe(true);
  expect(new Function('path', 'return path')('a')).toBe('a');
  expect(
    new Function(
      "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')",
    ),
  ).toThrow('a file');
  expect(new Function('a', 'b', 'return a + b')(1, 2)).toBe(3);
  expect((() => 0) instanceof Function).toBe(true);
  again();
  restore();
  expect(globalThis.Function).toBe(real);
});

it('none of the five is compiled: without eval they still work', () => {
  globalThis.Function = ((): never => {
    throw new EvalError('forbidden');
  }) as unknown as FunctionConstructor;
  replaceFunction();
  expect(new Function('return true')()).toBe(true);
  expect(() => new Function('return 1')).toThrow(EvalError);
});
