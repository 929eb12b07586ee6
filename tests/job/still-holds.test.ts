import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogSchema } from '../../src/domain/catalog.ts';
import type { Project } from '../../src/domain/project.ts';
import { checkReportSchema } from '../../src/domain/report.ts';
import { openProject } from '../../src/files/open-project.ts';
import { withHints } from '../../src/job/pack-hints.ts';
import { openPack } from '../../src/job/run-check.ts';
import { stillHolds } from '../../src/job/still-holds.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path));

const corridor = { code: 'note-corridor', severity: 'info' } as const;

it('does not take the report of one corridor for another with the same box and points', async () => {
  const sample = '示例项目.txt';
  const report = checkReportSchema.parse(
    JSON.parse(read(`tests/golden/samples/${sample}.json`).toString()),
  );
  const policy = (file: string) => new Uint8Array(read(`data/policy/${file}`));
  const pack = await withHints(
    openPack(policy('nx-2023-63.yaml'), 'nx-2023-63.yaml'),
    async (file) => policy(file),
  );
  const catalog = catalogSchema.parse(JSON.parse(read('layers/catalog.json').toString()));
  const options = { ...report.parameters, version: report.tool.version };
  const bytes = new Uint8Array(read(`data/samples/${sample}`));
  const [opened] = await openProject({ name: sample, bytes });
  const project = opened!;
  const holds = (one: Project) =>
    stillHolds(report, { project: one, claim: null, catalog, pack, options });
  expect(holds(project)).toBe(true);
  const params = { parcel: '道路', distanceM: 5, ends: 'flat', from: 'user' };
  expect(holds({ ...project, notes: [...project.notes, { ...corridor, params }] })).toBe(false);
  expect(holds({ ...project, crs: { ...project.crs, shift: 'gcj02' } })).toBe(false);
});
