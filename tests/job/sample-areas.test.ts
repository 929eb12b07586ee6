import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReportSchema } from '../../src/domain/report.ts';

/** PostGIS answered once (tests/judges/sample-areas.judge.test.ts); the reports must still agree. */
const golden = join(import.meta.dirname, '../golden');
const { answers } = JSON.parse(readFileSync(join(golden, 'sample-areas.json'), 'utf8')) as {
  answers: Record<string, Record<string, { areaM2: number; hits: number }>>;
};

describe('areas of the samples, as PostGIS measured them', () => {
  it('covers every sample and finds something', () => {
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(9);
    const all = Object.values(answers).flatMap((layers) => Object.values(layers));
    expect(all.filter(({ areaM2 }) => areaM2 > 0).length).toBeGreaterThanOrEqual(10);
  });

  it.each(Object.entries(answers))('%s', (name, layers) => {
    const report = checkReportSchema.parse(
      JSON.parse(readFileSync(join(golden, 'samples', name), 'utf8')),
    );
    for (const [id, { areaM2, hits }] of Object.entries(layers)) {
      const ours = report.layers.find((layer) => layer.id === id)!;
      expect(Math.abs(ours.areaM2 - areaM2), id).toBeLessThan(0.02);
      expect(ours.hits, id).toBe(hits);
    }
  });
});
