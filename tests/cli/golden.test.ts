import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { checkReportSchema } from '../../src/domain/report.ts';
import { digestOf } from '../../src/job/digest.ts';
import { prettyJson } from '../../src/report/formats/json.ts';
import { terminalSummary } from '../../src/report/terminal.ts';
import { packageRoot, run } from './fake-io.ts';

/**
 * Every sample through the whole program, against the served layers, compared with what was committed:
 * the record without geometry, and the summary a person reads. After a change that is meant,
 * `UPDATE=1 npx vitest run --project unit tests/cli/golden.test.ts` writes them anew; read the diff.
 */
const SAMPLES = join(packageRoot, 'data/samples');
const GOLDEN = join(packageRoot, 'tests/golden/samples');
const samples = readdirSync(SAMPLES).filter((name) => /\.(txt|geojson)$/.test(name));

async function reportOf(sample: string, geometry: 'none' | 'full'): Promise<CheckReport> {
  const options = ['--geometry', geometry, '--format', 'json', '--as-of', '2026-11-21T08:00:00Z'];
  const { out, err } = await run(['check', join(SAMPLES, sample), ...options], { runCheck });
  expect(err).toBe('');
  return JSON.parse(out) as CheckReport;
}

describe('samples', () => {
  it.each(samples)('%s says what it said before', async (sample) => {
    const report = await reportOf(sample, 'none');
    expect(checkReportSchema.parse(report)).toEqual(report);
    expect(report.digest).toBe(digestOf(report));
    const texts = {
      [`${sample}.json`]: `${prettyJson(report)}\n`,
      [`${sample}.txt`]: terminalSummary(report, 'zh'),
    };
    for (const [name, text] of Object.entries(texts)) {
      const path = join(GOLDEN, name);
      if (process.env.UPDATE === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(path, text);
      }
      expect(text).toBe(readFileSync(path, 'utf8'));
    }
  });

  it('says the same with geometry, which is valid by the schema', async () => {
    const [full, none] = [await reportOf(samples[0]!, 'full'), await reportOf(samples[0]!, 'none')];
    expect(checkReportSchema.parse(full)).toEqual(full);
    expect(full.verdict).toBe(none.verdict);
    expect(full.lines).toEqual(none.lines);
    expect(full.project.parcels.every((parcel) => parcel.geometry !== null)).toBe(true);
  });

  it('has no golden file without its sample', () => {
    const wanted = samples.flatMap((sample) => [`${sample}.json`, `${sample}.txt`]);
    expect(readdirSync(GOLDEN).sort()).toEqual(wanted.sort());
  });
});
