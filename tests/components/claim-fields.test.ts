import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimFields, decidingFields } from '../../src/components/claim-fields.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { loadPack } from '../../src/policy/load-pack.ts';
import { CHECKED } from './fixtures/site.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACK = loadPack(
  readFileSync(join(ROOT, 'data/policy/nx-2023-63.yaml'), 'utf8'),
  'nx-2023-63.yaml',
);

/** A report whose findings miss these; a verdict of null is a duty. */
function missing(...findings: [verdict: 'conditional' | null, fields: string[]][]): CheckReport {
  const [first] = CHECKED.findings;
  return {
    ...CHECKED,
    findings: findings.map(([verdict, fields]) => ({
      ...first!,
      verdict,
      missing: fields,
      procedure: [],
    })),
  };
}

describe('the claim form', () => {
  it('asks nothing before a check, nor where no line asks', () => {
    expect(claimFields(null, {}, PACK)).toEqual({ deciding: [], extra: [] });
    expect(claimFields(missing(['conditional', []]), {}, PACK)).toEqual({
      deciding: [],
      extra: [],
    });
  });

  it('asks what the findings miss, each once, in the order of the pack', () => {
    const report = missing(
      ['conditional', ['newConstructionLand', 'temporaryLand']],
      ['conditional', ['pbfMajorBasis', 'temporaryLand']],
    );
    expect(claimFields(report, {}, PACK).deciding).toEqual([
      'temporaryLand',
      'newConstructionLand',
      'pbfMajorBasis',
    ]);
  });

  it('asks on where an answer calls for more: both boxes of kind 6, the law of kind 9', () => {
    const report = missing(['conditional', ['limitedActivity']]);
    const asked = (limitedActivity: 2 | 6 | 9) => claimFields(report, { limitedActivity }, PACK);
    expect(asked(6).deciding).toEqual(['limitedActivity', 'kind6Unavoidable', 'kind6InCountyPlan']);
    expect(asked(9).deciding).toEqual(['limitedActivity', 'kind9Basis']);
    expect(asked(2).deciding).toEqual(['limitedActivity', 'residentHousing']);
  });

  it('asks for the papers behind an answer apart: they turn no result', () => {
    const report = missing(['conditional', ['temporaryLand', 'nationalMajor', 'pbfMajorBasis']]);
    const { extra } = claimFields(
      report,
      { nationalMajor: 3, pbfMajorBasis: 'present', temporaryLand: 'yes' },
      PACK,
    );
    expect(extra).toEqual(['temporaryMonths', 'nationalMajorEvidence', 'pbfMajorBasisText']);
    expect(claimFields(report, { nationalMajor: 'none' }, PACK).extra).toEqual([]);
  });

  it('asks what only a duty hangs on, and the stage where there is a procedure', () => {
    const report = missing([null, ['linear']]);
    expect(claimFields(report, {}, PACK).extra).toEqual(['linear']);
    const [finding] = report.findings;
    const step = { step: 1, act: { zh: '', en: '' }, by: null, level: null, content: [] };
    const withStep = { ...report, findings: [{ ...finding!, procedure: [step] }] };
    expect(claimFields(withStep, {}, PACK).extra).toContain('stage');
  });

  it('keeps what was answered, however little it matters now: it can be taken back', () => {
    const report = missing(['conditional', []]);
    const { deciding } = claimFields(report, { limitedActivity: 6, residentHousing: 'yes' }, PACK);
    expect(deciding).toContain('residentHousing');
  });

  it('knows which answers can turn a result', () => {
    const turning = decidingFields(PACK);
    for (const field of ['temporaryLand', 'kind9Basis', 'kind6Unavoidable', 'pbfMajorBasis']) {
      expect([...turning]).toContain(field);
    }
    expect([...turning]).not.toContain('nationalMajorEvidence');
    expect([...turning]).not.toContain('stage');
  });
});
