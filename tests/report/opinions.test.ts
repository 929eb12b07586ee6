import { describe, expect, it } from 'vitest';
import { isOf, overridesOf, sortOverrides, withOverrides } from '../../src/domain/overrides.ts';
import type { CheckReport, ReportOverride } from '../../src/domain/report.ts';
import { specialConditions } from '../../src/domain/special-conditions.ts';
import { digestOf } from '../../src/job/digest.ts';
import { exitCodeOf } from '../../src/job/exit-code.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';
import { terminalSummary } from '../../src/report/terminal.ts';
import { fixtureReport } from './fixture.ts';

const OPINION: ReportOverride = {
  rule: 'ECO-2A',
  line: 'ecological-red-line',
  zone: 'outside-core',
  verdict: 'prohibited',
  reason: '方案比选不足 <script>',
  name: '张三',
  at: '2026-11-22T02:03:04Z',
};
const own = fixtureReport();
const held = withOverrides(own, [OPINION]);

async function html(report: CheckReport): Promise<string> {
  const { bytes } = await reportFormat('html').render(report, { lang: 'zh' });
  return new TextDecoder().decode(bytes);
}

describe('an opinion beside a finding', () => {
  it('changes neither verdict nor completeness, exit code or digest', () => {
    expect(held.verdict).toBe(own.verdict);
    expect(held.complete).toBe(own.complete);
    expect(exitCodeOf(held)).toBe(exitCodeOf(own));
    expect(digestOf(held)).toBe(digestOf(own));
    expect(withOverrides(own, [])).toBe(own);
  });

  it('stands first in the page, on page one and at its finding, the rule beneath', async () => {
    const page = await html(held);
    const first = page.slice(page.indexOf('id="overrides"'), page.indexOf('id="verdict"'));
    expect(first).toContain('张三 (2026-11-22 02:03:04 UTC) 认为应为“禁止”');
    expect(first).toContain('（规则的结论：须论证/认定）');
    const at = page.slice(page.indexOf('data-rule="ECO-2A"'));
    const finding = at.slice(0, at.indexOf('</div>'));
    expect(finding.indexOf('张三')).toBeGreaterThan(0);
    expect(finding.indexOf('⬣ 禁止')).toBeLessThan(finding.indexOf('按《关于加强'));
    expect(finding).toContain('▲ 须论证/认定');
    expect(page).not.toContain('方案比选不足 <script>');
    expect(await html(own)).not.toContain('id="overrides"');
  });

  it('stands in the terminal and in the record', async () => {
    const text = terminalSummary(held, 'zh');
    const rows = text.split('\n');
    const row = rows.findIndex((one) => one.startsWith('ECO-2A'));
    expect(rows[row + 1]).toContain('张三 (2026-11-22 02:03:04 UTC) 认为应为“禁止”');
    expect(terminalSummary(held, 'en')).toContain('(the rule says: Conditional)');
    const { bytes } = await reportFormat('json').render(held, { lang: 'zh' });
    expect(JSON.parse(new TextDecoder().decode(bytes)).overrides).toEqual([OPINION]);
  });

  it('on what was not looked at stands in the terminal too', () => {
    const report = fixtureReport((one) => {
      one.findings.push({ ...one.findings[0]!, rule: 'NOT-LOADED', verdict: 'undetermined' });
      one.overrides.push({
        ...OPINION,
        rule: 'NOT-LOADED',
        line: one.findings[0]!.line,
        zone: null,
      });
    });
    expect(terminalSummary(report, 'zh')).toContain('NOT-LOADED：张三');
  });

  it('belongs to one rule, line and zone; the latest comes first', () => {
    const later = { ...OPINION, name: '李四', at: '2026-11-23T00:00:00Z' };
    const other = { ...OPINION, zone: 'core' as const };
    const report = withOverrides(own, [OPINION, other, later]);
    const finding = report.findings.find(({ rule }) => rule === 'ECO-2A')!;
    expect(overridesOf(report, finding).map(({ name }) => name)).toEqual(['李四', '张三']);
    expect(isOf(other, finding)).toBe(false);
    const { kept, gone } = sortOverrides(own, report.overrides);
    expect([kept.length, gone]).toEqual([2, [other]]);
  });
});

describe('procedure and papers in the report', () => {
  it('numbered steps with authority and level, papers as boxes, and by stage at the end', async () => {
    const page = await html(own);
    expect(page).toMatch(/<ol><li>组织论证 — 县（市、区）人民政府（县级）/);
    expect(page).toContain('□ 自治区人民政府认定意见（建设用地报批）');
    const list = page.slice(page.indexOf('id="checklist"'));
    expect(list).toMatch(/材料清单（按环节）[\s\S]*?建设用地报批[\s\S]*?□ 自治区人民政府认定意见/);
    const text = terminalSummary(own, 'zh');
    expect(text).toContain(
      '    3. 认定 — 自治区人民政府\n    □ 自治区人民政府认定意见（建设用地报批）',
    );
  });

  it('kind 6 and kind 9 have boxes of their own', async () => {
    const with6 = fixtureReport((one) => {
      one.project.claim = { limitedActivity: 6, kind6Unavoidable: 'yes' };
    });
    const page = await html(with6);
    expect(page).toContain('第6类的条件');
    expect(page).toContain('□ 必须且无法避让（申请人答：是）');
    expect(page).toContain('□ 符合县级以上国土空间规划（待明确）');
    const with9 = fixtureReport((one) => {
      one.project.claim = {
        limitedActivity: 9,
        kind9Basis: { law: '草原法', article: '第五十条' },
      };
    });
    expect(await html(with9)).toContain('□ 写明所依据的法律法规名称和条款：草原法 第五十条');
    const open = fixtureReport((one) => {
      one.project.claim = { limitedActivity: 9 };
    });
    expect(await html(open)).toContain('□ 写明所依据的法律法规名称和条款：待明确');
    expect(await html(own)).not.toContain('类的条件');
  });

  it('boxes stand only at the red line, outside a core, where that kind decides', () => {
    const red = {
      line: 'ecological-red-line',
      zone: 'outside-core',
      verdict: 'conditional',
    } as const;
    const claim = { limitedActivity: 6 } as const;
    expect(specialConditions(red, claim)).toHaveLength(2);
    expect(specialConditions({ ...red, zone: 'core' }, claim)).toEqual([]);
    expect(specialConditions({ ...red, verdict: null }, claim)).toEqual([]);
    expect(specialConditions({ ...red, line: 'cultivated-land' }, claim)).toEqual([]);
    expect(specialConditions(red, { ...claim, nationalMajor: 3 })).toEqual([]);
    expect(specialConditions(red, { limitedActivity: 5 })).toEqual([]);
  });

  it('hints stand at their finding, marked', async () => {
    const report = fixtureReport((one) => {
      const text = { zh: '提示（国家文件，未核对原文）：甲', en: 'Hint (not verified): a' };
      one.findings[0]!.hints = [{ id: 'N-1', text, confidence: null }];
    });
    const page = await html(report);
    expect(page).toContain('国家文件提示（仅供参考，不作结论）');
    expect(page).toContain('提示（国家文件，未核对原文）：甲');
  });
});
