import { expect, it } from 'vitest';
import { dataProblems } from '../../src/components/data-problems.ts';
import { CONFLICT } from './fixtures/conflict.ts';

it('finds the features of each conflict, and no other note or crossing', () => {
  const [a, b] = ['permanent-basic-farmland', 'ecological-red-line'];
  expect(dataProblems(CONFLICT)).toMatchObject([
    { isOverlap: true, a, b, areaM2: 40, pairs: [{ a: 'A12', b: 'B7' }] },
    { isOverlap: false, a: 'nature-reserve-core', b, areaM2: 12.5, pairs: [] },
  ]);
  expect(dataProblems(null)).toEqual([]);
});
