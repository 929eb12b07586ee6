import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { packageRoot, run } from '../cli/fake-io.ts';

/** The running number, which counts within a batch, is no part of a digest. */
const digestsOf = (reports: readonly CheckReport[]): string[] =>
  reports.map((report) => report.digest);

it('a batch on the command line reports as its files one by one', async () => {
  const folder = join(packageRoot, 'data/samples');
  const files = readdirSync(folder)
    .filter((name) => /\.(txt|geojson)$/.test(name))
    .map((name) => join(folder, name));
  const options = ['--format', 'json', '--as-of', '2026-11-21T08:00:00Z'];
  // more than a handful, so that layers are shared
  const batch = [...files, ...files, ...files];
  const together = JSON.parse((await run(['check', ...batch, ...options], { runCheck })).out);
  const alone: CheckReport[] = [];
  for (const file of files) {
    alone.push(JSON.parse((await run(['check', file, ...options], { runCheck })).out));
  }
  expect(together).toHaveLength(batch.length);
  expect(digestsOf(together)).toEqual(digestsOf([...alone, ...alone, ...alone]));
});
