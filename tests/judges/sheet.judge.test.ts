import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalogAt } from '../../src/cli/find-catalog.ts';
import type { Io } from '../../src/cli/io.ts';
import { reportAssets } from '../../src/cli/report-assets.ts';
import { makeSheet, type SheetJob } from '../../src/job/make-sheet.ts';

/** Poppler on maps of the demonstration layers; the files stay in tests/e2e/shots, to be looked at. */
const root = join(import.meta.dirname, '../..');
const shots = join(root, 'tests/e2e/shots');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
const text = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8' });

describe.skipIf(without.includes('pdftotext'))('Poppler on a sheet', () => {
  it.each([
    ['sheet-a3', { paper: 'a3l', format: 'pdf' }, '1190.55 x 841.89'],
    ['sheet-a4', { paper: 'a4p', format: 'pdf', grey: true, scale: 20_000 }, '595.276 x 841.89'],
  ] as const)(
    '%s is one page of its size, with words that can be found',
    async (name, over, size) => {
      const { sources } = await openCatalogAt(undefined, { cwd: root, packageRoot: root } as Io);
      const layers = [...sources.values()]
        .map(({ entry }) => entry)
        .filter(({ kind }) => kind !== 'base-town');
      const job: SheetJob = {
        scale: 50_000,
        view: [106.05, 37.38, 106.15, 37.45],
        epsg: 4490,
        layers,
        lang: 'zh',
        title: '控制线图',
        grey: false,
        synthetic: true,
        site: [],
        createdAt: '2026-11-22T08:00:00Z',
        ...over,
      };
      const { bytes, missing } = await makeSheet(job, sources, reportAssets);
      expect(missing).toEqual([]);
      mkdirSync(shots, { recursive: true });
      const file = join(shots, `${name}.pdf`);
      writeFileSync(file, bytes);
      const facts = text('pdfinfo', file);
      expect(facts).toMatch(/Pages:\s+1\b/);
      expect(facts).toMatch(new RegExp(`Page size:\\s+${size}`));
      expect(facts).toMatch(/Title:\s+控制线图/);
      const words = text('pdftotext', '-layout', file, '-');
      for (const one of ['内部资料', '审图号', '比例尺 1:', '永久基本农田', '内部工作用图']) {
        expect(words).toContain(one);
      }
    },
  );
});
