import { expect, it } from 'vitest';
import { dataProblems } from '../../src/components/data-problems.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { CHECKED } from './fixtures/site.ts';

const FARMLAND = 'permanent-basic-farmland';
const RED = 'ecological-red-line';
const CORE = 'nature-reserve-core';

const note = (code: string, a: string, b: string, areaM2: number) => ({
  code,
  severity: 'warning' as const,
  params: { a, b, areaM2, pairs: '' },
  text: { zh: code, en: code },
});

const cross = (
  op: 'and' | 'minus',
  of: CheckReport['crosses'][number]['of'],
  features: CheckReport['crosses'][number]['features'],
): CheckReport['crosses'][number] => ({
  op,
  of,
  areaM2: 40,
  known: true,
  geometry: null,
  features,
});

it('finds the features of each conflict, and no other note or crossing', () => {
  const report: CheckReport = {
    ...CHECKED,
    notes: [
      note('data-conflict', FARMLAND, RED, 40),
      note('data-gap', CORE, RED, 12.5),
      note('position-uncertain', FARMLAND, RED, 1),
    ],
    crosses: [
      cross('minus', [FARMLAND, RED], [{ a: 'x', b: null, areaM2: 1 }]),
      cross('and', [FARMLAND, RED], [{ a: 'A12', b: 'B7', areaM2: 40 }]),
    ],
  };
  expect(dataProblems(report)).toMatchObject([
    { isOverlap: true, a: FARMLAND, b: RED, areaM2: 40, pairs: [{ a: 'A12', b: 'B7' }] },
    { isOverlap: false, a: CORE, b: RED, areaM2: 12.5, pairs: [] },
  ]);
  expect(dataProblems(null)).toEqual([]);
});
