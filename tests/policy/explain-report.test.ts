import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { explainReport } from '../../src/policy/explain-report.ts';
import { factsOfReport } from '../../src/policy/report-facts.ts';
import { fixtureReport, incompleteReport } from '../report/fixture.ts';
import { PACK } from './pack-file.ts';

const GOLDEN = join(import.meta.dirname, '../golden/samples');
const committed = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, read(name)] as const);

function read(name: string): CheckReport {
  return checkReportSchema.parse(JSON.parse(readFileSync(join(GOLDEN, name), 'utf8')));
}

describe('a report explains itself', () => {
  test.each(committed)('%s: its own facts give its own findings again', (_, report) => {
    const { agrees, paths } = explainReport(report, PACK);
    expect(agrees).toBe(true);
    const judged = report.findings.filter(
      ({ rule, line, verdict }) =>
        line !== null && verdict !== null && PACK.rules.some(({ id }) => id === rule),
    );
    expect(paths.map(({ rule, line, zone, verdict }) => ({ rule, line, zone, verdict }))).toEqual(
      judged.map(({ rule, line, zone, verdict }) => ({ rule, line, zone, verdict })),
    );
    expect(JSON.stringify(paths)).not.toMatch(/[{][a-z]+[}]|undefined/i);
  });

  test('nothing is worked out where the facts no longer carry the findings', () => {
    const [, report] = committed.find(([name]) => name.startsWith('3-'))!;
    const changed = structuredClone(report);
    changed.lines.find(({ kind }) => kind === 'ecological-red-line')!.state = 'clear';
    changed.lines.find(({ kind }) => kind === 'ecological-red-line')!.zones = [];
    changed.crosses = [];
    expect(explainReport(changed, PACK)).toEqual({ agrees: false, paths: [] });
  });

  test('what was not looked at stays not looked at', () => {
    const facts = factsOfReport(incompleteReport());
    const core = facts.lines.find(({ kind }) => kind === 'nature-reserve-core')!;
    expect(core).toMatchObject({ state: 'not-loaded', aboveThreshold: false });
    expect(core.uncoveredM2).toBe(facts.siteAreaM2);
    const part = facts.lines.find(({ kind }) => kind === 'cultivated-land')!;
    expect(part.uncoveredM2).toBeGreaterThan(0.3 * facts.siteAreaM2);
  });

  test('coordinates of an internet map and engines that disagree are facts too', () => {
    const report = fixtureReport((one) => {
      one.project.crs.shift = 'gcj02';
      const like = one.findings[0]!;
      one.findings.push({ ...like, rule: 'CONTRADICTION', areaM2: null, parcels: ['2'] });
      one.findings.push({ ...like, rule: 'CONTRADICTION', areaM2: 3 });
    });
    const facts = factsOfReport(report);
    expect(facts.position).toBe('internet-map');
    expect(facts.contradictions.map(({ parcels }) => parcels)).toEqual([['2']]);
  });

  test('the threshold is never more than half the site', () => {
    const tiny = fixtureReport((one) => {
      one.project.areaM2 = 1.2;
      one.lines.find(({ kind }) => kind === 'ecological-red-line')!.zones[0]!.areaM2 = 0.7;
    });
    const red = factsOfReport(tiny).lines.find(({ kind }) => kind === 'ecological-red-line')!;
    expect(red.zones[0]!.aboveThreshold).toBe(true);
  });
});
