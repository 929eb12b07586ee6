import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { previewPasted } from '../../../src/files/open-pasted.ts';
import { openProject } from '../../../src/files/open-project.ts';

const sample = readFileSync(
  join(import.meta.dirname, '../../../data/samples/tables/示例项目.xlsx'),
);

/** Whatever is wrong with a workbook, it is said: nothing else is thrown, and nothing is half read. */
it('a workbook with any bytes changed or cut off opens whole or is refused', {
  timeout: 60_000,
}, async () => {
  const areas = new Set<number>();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(sample.length)),
      async (changes, length) => {
        const bytes = Uint8Array.from(sample);
        for (const [at, value] of changes) bytes[at] = value;
        const whole = length === null ? bytes : bytes.subarray(0, length);
        try {
          const [project] = await openProject({ name: 'a.xlsx', bytes: whole });
          areas.add(project!.parcels.reduce((sum, parcel) => sum + parcel.planeAreaM2!, 0));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          refused++;
        }
      },
    ),
    { numRuns: 100, seed: 7 },
  );
  expect(refused).toBeGreaterThan(30);
  // what is read has a checksum in the archive, or lies where nothing of it is looked at
  expect([...areas]).toEqual([114_000]);
});

it('any text at all is looked at without a fault', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'X',
      'Y',
      '点号',
      '经度',
      '纬度',
      '圈号',
      '地块',
      '4145300',
      '35594000.5',
      '106°03′',
      '37.43',
      '',
    ),
    fc.string({ maxLength: 8 }),
  );
  const row = fc.array(cell, { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom(',', '\t', ' ', '；', '，'),
      (rows, comma) => {
        const text = rows.map((cells) => cells.join(comma)).join('\n');
        const { points, parcels } = previewPasted(text);
        // no point is dropped between the rows and the parcels
        expect(parcels.reduce((sum, parcel) => sum + parcel.points, 0)).toBe(points);
      },
    ),
    { numRuns: 1500, seed: 11 },
  );
});
