import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPARED, libreOfficeCells } from '../files/tables/libreoffice.ts';

/**
 * LibreOffice reads the workbooks whose cells tests/files/tables/read-workbook.test.ts compares. With
 * UPDATE=1 its answers are written to tests/golden/workbook-cells.json.
 */
const root = join(import.meta.dirname, '../..');
const golden = join(root, 'tests/golden/workbook-cells.json');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');

describe.skipIf(without.includes('soffice'))('LibreOffice on workbooks', () => {
  it('reads what was committed', { timeout: 120_000 }, () => {
    const answers = Object.fromEntries(
      COMPARED.map((path) => [path, libreOfficeCells(join(root, path))]),
    );
    if (process.env.UPDATE) {
      const by = 'UPDATE=1 npm run judges -- tests/judges/workbook.judge.test.ts';
      writeFileSync(golden, `${JSON.stringify({ by, answers }, null, 2)}\n`);
    }
    expect(answers).toEqual(JSON.parse(readFileSync(golden, 'utf8')).answers);
  });
});
