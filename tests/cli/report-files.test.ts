import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ReportFolder } from '../../src/cli/report-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanxian-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files of reports', () => {
  it('leave no half of one behind where it cannot be written', async () => {
    // a folder stands where the file should come: it is written beside, and cannot take its place
    mkdirSync(join(folder, 'a.report.json', 'inside'), { recursive: true });
    const files = new ReportFolder(folder, []);
    await expect(files.write('a.report.json', new Uint8Array(3))).rejects.toMatchObject({
      code: 'cli-out-unwritable',
    });
    expect(readdirSync(folder)).toEqual(['a.report.json']);
    await files.write('b.report.json', new Uint8Array(3));
    expect(readdirSync(folder)).toEqual(['a.report.json', 'b.report.json']);
  });
});
