import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Text of every sheet, comma separated, in UTF-8, values as they are and not as they are shown. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** What LibreOffice reads in a workbook, by sheet. */
export function libreOfficeCells(workbook: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-office-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', FILTER, '--outdir', folder, workbook];
    execFileSync('soffice', args, { stdio: 'pipe' });
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return Object.fromEntries(
      files.sort().map((name) => {
        const sheet = name
          .replace(/\.csv$/, '')
          .split('-')
          .at(-1)!;
        return [sheet, readFileSync(join(folder, name), 'utf8')];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Workbooks that are compared: the sample, and those that were written part by part. */
export const COMPARED = [
  'data/samples/tables/示例项目.xlsx',
  'tests/cases/files/xlsx-merged/input.xlsx',
  'tests/cases/files/xlsx-formulas/input.xlsx',
  'tests/cases/files/xlsx-two-sheets/input.xlsx',
] as const;
