import { describe, expect, it } from 'vitest';
import { compareReports, inOrder, oneReport } from '../../../src/app/compare/compare-reports.ts';
import type { CheckReport } from '../../../src/domain/report.ts';
import { digestOf } from '../../../src/job/digest.ts';
import { wordedDifferences } from '../../../src/report/difference-words.ts';
import { fullDifferencesOf } from '../../../src/report/differences.ts';
import { fixtureReport } from '../../report/fixture.ts';
import { goldenReport } from './golden-report.ts';

const named = (report: CheckReport, file: string | null = 'a.report.json') => ({ file, report });
const sealed = (report: CheckReport): CheckReport => ({ ...report, digest: digestOf(report) });
const complete = sealed(goldenReport());
const changed = (change: (report: CheckReport) => void): CheckReport => {
  const copy = structuredClone(complete);
  change(copy);
  return sealed(copy);
};

/** Every place in a report where a plain value stands, with a way to put another there. */
function places(report: CheckReport): { path: string; put(): CheckReport }[] {
  const found: { path: string; put(): CheckReport }[] = [];
  const walk = (value: unknown, keys: (string | number)[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, [...keys, key]);
      return;
    }
    found.push({
      path: keys.join('.'),
      put() {
        const copy = structuredClone(report) as unknown as Record<string, unknown>;
        let at = copy;
        for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
        at[keys.at(-1)!] = typeof value === 'number' ? value + 0.5 : `${value}x`;
        return copy as unknown as CheckReport;
      },
    });
  };
  walk(report, []);
  return found;
}

describe('differences in words', () => {
  it('has words for every member of a report that may differ', () => {
    const reports = [fixtureReport(), complete];
    let told = 0;
    for (const report of reports) {
      // each kind of place once: numbers stand for any member of a list
      const kinds = new Map(places(report).map((one) => [one.path.replace(/\.\d+/g, '.0'), one]));
      for (const [kind, place] of kinds) {
        if (/coordinates|\.attributes\.|\.params\./.test(kind)) continue;
        const other = place.put();
        const found = wordedDifferences(report, other);
        if (fullDifferencesOf(report, other).length > 0)
          expect(found.length, kind).toBeGreaterThan(0);
        for (const { label, was, is } of found) {
          told++;
          expect(label.zh, `${kind}: ${label.zh}`).toMatch(/[\p{Script=Han}]|EPSG/u);
          // Latin words in the Chinese label are codes, units and names that reports carry themselves
          expect(label.zh).not.toMatch(/undefined|\bzones\b|\blines\b|[a-z]M2\b|coverage|verdict/);
          expect(label.en, kind).not.toMatch(/undefined/);
          expect(`${was.zh}${is.zh}${was.en}${is.en}`, kind).not.toMatch(/undefined|\[object/);
        }
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  it('says areas in hectares and m², verdicts and states by their words', () => {
    const other = changed((report) => {
      report.lines[0]!.areaM2 = 12345.67;
      report.lines[0]!.verdict = 'prohibited';
      report.lines[0]!.state = 'overlap';
    });
    const rows = wordedDifferences(complete, other).map(({ label, is }) => [label.zh, is.zh]);
    expect(rows).toContainEqual(['永久基本农田 · 面积', '1.2346 公顷 / 12\u2009345.67 m²']);
    expect(rows).toContainEqual(['永久基本农田 · 结论', '禁止']);
  });

  it('tells an answer by its question, and one not given as not given', () => {
    const other = changed((report) => {
      report.project.claim = { ...report.project.claim, temporaryLand: 'yes' };
    });
    expect(wordedDifferences(complete, other)).toMatchObject([
      { group: 'answers', label: { zh: '临时用地' }, was: { zh: '未回答' }, is: { zh: '是' } },
    ]);
  });

  it('puts what the runs were made with apart from what they found', () => {
    const other = changed((report) => {
      report.layers[0]!.edition = '2027-01';
      report.lines[0]!.hits += 1;
    });
    const found = wordedDifferences(complete, other);
    expect(found.map(({ group, cause }) => [group, cause])).toEqual([
      ['lines', false],
      ['layers', true],
    ]);
    expect(found[1]!.label.zh).toMatch(/数据时点$/);
  });
});

describe('comparing two reports', () => {
  it('says the same only where both were checked completely', () => {
    expect(compareReports(named(complete), named(complete)).said.zh).toBe('两份报告内容一致。');
    const partly = changed((report) => {
      report.complete = false;
    });
    const view = compareReports(named(partly), named(partly));
    expect(view.said.zh).toContain('未核查的部分不能说一致');
    expect(view.was.chip).toBe('undetermined');
  });

  it('does not call results the same where a new edition left something unchecked', () => {
    const edition = (report: CheckReport) => {
      report.layers[0]!.edition = '2027-01';
    };
    const newer = changed(edition);
    expect(compareReports(named(complete), named(newer)).said.zh).toContain('核查结果一致');
    const open = changed((report) => {
      edition(report);
      report.complete = false;
    });
    const base = changed((report) => {
      report.complete = false;
    });
    expect(compareReports(named(base), named(open)).said.zh).toContain('不能说结果一致');
  });

  it('names a changed verdict first', () => {
    const other = changed((report) => {
      report.verdict = 'prohibited';
    });
    const { said, groups } = compareReports(named(complete), named(other));
    expect(said.zh).toMatch(/^总体结论不同：.+ → 禁止$/);
    expect(groups[0]!.title.zh).toBe('总体结论');
  });

  it('warns of another project, of a record that was changed, and of missing shapes', () => {
    const foreign = changed((report) => {
      report.project.source = { file: 'b.txt', sha256: 'f'.repeat(64) };
      report.parameters.geometry = 'none';
    });
    const touched = { ...foreign, verdict: 'exempt' } as CheckReport;
    const { warnings } = compareReports(named(complete), named(touched, 'b.json'));
    expect(warnings.map(({ zh }) => zh)).toEqual([
      '两份报告的项目文件不同，可能不是同一个项目。',
      'b.json：校验码不符，内容在出报告后被改动过。',
      '其中一份不含图形，图形无法比较。',
    ]);
  });

  it('takes the earlier one first, the one on screen last', () => {
    const old = { ...complete, createdAt: '2020-01-01T00:00:00Z' };
    expect(inOrder(named(complete), named(old)).map(({ report }) => report)).toEqual([
      old,
      complete,
    ]);
    expect(inOrder(named(old, null), named(complete))[0].report).toBe(complete);
  });

  it('offers a new check only of a report that holds its shapes', () => {
    expect(oneReport(named(complete)).canRecheck).toBe(true);
    const bare = changed((report) => {
      for (const parcel of report.project.parcels) parcel.geometry = null;
    });
    expect(oneReport(named(bare)).canRecheck).toBe(false);
  });
});
