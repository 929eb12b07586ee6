import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { htmlDocument } from '../../src/report/html/document.ts';
import { fixtureReport, incompleteReport } from './fixture.ts';

const zh = (report: CheckReport): string => htmlDocument(report, 'zh');

interface PrintedRow {
  readonly group: string | null;
  readonly total: string | null;
  readonly values: readonly (number | null)[];
  readonly decimals: readonly number[];
}

/** Rows of a printed table: numbers as they stand in the cells, thin spaces taken out. */
function tableRows(html: string, id: string): PrintedRow[] {
  const table = new RegExp(`<table id="${id}".*?</table>`, 's').exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr([^>]*)>(.*?)<\/tr>/gs)].slice(1).map(([, attributes, body]) => {
    const cells = [...body!.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)].map(([, kind, text]) =>
      kind!.includes('data-value') ? text!.replaceAll('\u2009', '') : null,
    );
    return {
      group: /data-group="([^"]*)"/.exec(attributes!)?.[1] ?? null,
      total: /data-total="([^"]*)"/.exec(attributes!)?.[1] ?? null,
      values: cells.map((text) => (text === null ? null : Number(text))),
      decimals: cells.map((text) => text?.split('.')[1]?.length ?? 0),
    };
  });
}

/** Sums each group in units of the last printed decimal and compares with its total row. */
function expectTotals(html: string, id: string): number {
  const rows = tableRows(html, id);
  let compared = 0;
  for (const total of rows) {
    if (total.total === null) continue;
    const parts = rows.filter((row) => row.group === total.total);
    total.values.forEach((value, column) => {
      if (value === null || parts.some((part) => part.values[column] === null)) return;
      const unit = 10 ** total.decimals[column]!;
      const sum = parts.reduce((all, part) => all + Math.round(part.values[column]! * unit), 0);
      expect(sum, `${id} column ${column}`).toBe(Math.round(value * unit));
      compared++;
    });
  }
  return compared;
}

describe('the printed report', () => {
  const html = zh(fixtureReport());

  it('has the eight sections in order, and signature lines', () => {
    const places = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => html.indexOf(`<section id="s${n}">`));
    expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
    for (const word of ['制表：', '校核：', '审核：', '日期：']) expect(html).toContain(word);
  });

  it('says the verdict, the banner, the number and the demo mark before section one', () => {
    const first = html.slice(html.indexOf('<header>'), html.indexOf('</header>'));
    expect(first).toContain('◆ 总体结论：需人工研判');
    expect(first).toContain('内部资料 注意保管');
    expect(first).toContain('KZX-DEMO-20261121-001');
    expect(first).toContain('示例数据 非真实控制线');
    expect(first).toContain('数据时点 2025-12');
  });

  it('prints tables whose parts add up to their totals', () => {
    expect(expectTotals(html, 't1b')).toBeGreaterThanOrEqual(4);
    expect(expectTotals(html, 't3')).toBeGreaterThanOrEqual(3);
    expect(expectTotals(html, 't4')).toBe(2);
    expect(expectTotals(html, 't5')).toBe(2);
    expect(expectTotals(html, 't6')).toBe(3);
    expect(expectTotals(html, 't9')).toBe(1);
  });

  it('levels: plain rounding of these three zones would miss the total by one', () => {
    const report = fixtureReport((changed) => {
      const line = changed.lines.find((one) => one.kind === 'urban-development-boundary')!;
      changed.project.areaM2 = 113_975.16;
      // 3.79917..., three times: each rounds to 3.7992, the sum prints 11.3975 and not 11.3976.
      for (const zone of line.zones) zone.areaM2 = 37_991.72;
    });
    expect(expectTotals(zh(report), 't6')).toBe(3);
    expect(tableRows(zh(report), 't6').map((row) => row.values[1])).toEqual([
      3.7992, 3.7992, 3.7991, 11.3975,
    ]);
  });

  it('says which areas the pieces share when they overlap each other', () => {
    const report = fixtureReport((changed) => {
      changed.lines[0]!.areaM2 = 6_000;
    });
    expect(zh(report)).toContain('图斑相互重叠，扣除重复后占用 0.6000 公顷。');
    expect(expectTotals(zh(report), 't4')).toBe(2);
  });

  it('carries quotes letter by letter, with document, number and section', () => {
    expect(html).toContain(
      '“永久基本农田经依法划定后，任何单位和个人不得擅自占用或者改变其用途”<footer>《关于优化国土空间开发保护格局的实施意见》 · 宁党办〔2023〕63号 · 二（二）5 · 现行</footer>',
    );
    expect(html).toContain('□ 自治区人民政府认定意见（建设用地报批）');
  });

  it('uses the fixed sentences', () => {
    expect(html).toContain('压占城市黄线 0.30 m²，低于容差 1.00 m²（疑似边界误差）。');
    expect(html).toContain('与城市蓝线相接（0 m²）');
    expect(html).toContain('距城市绿线最近 12.4 米，请以勘界定标成果复核。');
    expect(html).toContain('不替代行政审批和主管部门出具的认定、论证意见');
    expect(html).toContain('内部工作用图，未经审核，不得公开');
    expect(html).not.toMatch(/未占用城市黄线|合法|违法/);
  });

  it('fetches nothing and runs nothing', () => {
    const addresses = [...html.matchAll(/(?:https?:)?\/\/[\w.-]+[^"'\s<]*/g)].map(([text]) => text);
    expect([...new Set(addresses)]).toEqual(['http://www.w3.org/2000/svg']);
    expect(html).not.toMatch(/<(link|img|iframe|object|embed|base)\b|@import|url\((?!#)/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain(`content="default-src 'none'`);
  });

  it('holds the whole record, to be read again', () => {
    const record = /<script type="application\/json" id="sanxian-report">(.*?)<\/script>/s.exec(
      html,
    );
    expect(JSON.parse(record![1]!)).toEqual(fixtureReport());
  });

  it('speaks English when asked, and quotes in Chinese', () => {
    const english = htmlDocument(fixtureReport(), 'en');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('◆ Overall result: Manual review');
    expect(english).toContain('<blockquote lang="zh">');
    expect(expectTotals(english, 't3')).toBeGreaterThanOrEqual(3);
  });
});

describe('a report that is not complete', () => {
  const html = zh(incompleteReport());

  it('has no overall result and says so before anything else', () => {
    expect(html).toContain('◌ 总体结论：未核查完整，暂不能下结论');
    expect(html.indexOf('未核查完整')).toBeLessThan(html.indexOf('<section id="s1">'));
  });

  it('gives every gap its sentence in a section of its own', () => {
    const section = /<section id="not-checked">.*?<\/section>/s.exec(html)![0];
    expect(section).toContain('因未加载“自然保护地核心保护区”图层');
    expect(section).toContain('（文件缺失）');
    expect(section).toContain('“一般耕地”图层只覆盖项目的 66.67%，3.7992 公顷未核查');
    expect(section).toContain('城市紫线');
  });

  it('never says 不涉及 or 未占用 of what was not looked at', () => {
    const rows = html.match(
      /<tr[^>]*>(?:(?!<\/tr>).)*自然保护地核心保护区(?:(?!<\/tr>).)*<\/tr>/gs,
    )!;
    const results = rows.filter((row) => row.includes('class="chip'));
    expect(results.length).toBeGreaterThan(1);
    for (const row of results) expect(row).not.toContain('○');
    expect(html).not.toContain('不涉及自然保护地核心保护区。');
    expect(html).not.toContain('未占用自然保护地核心保护区');
    expect(html).not.toContain('未占用一般耕地（数据时点：2025-12）。');
  });

  it('keeps 禁止 at the head and counts what was not checked beside it', () => {
    const prohibited = incompleteReport();
    prohibited.verdict = 'prohibited';
    expect(zh(prohibited)).toContain('⬣ 总体结论：禁止');
    expect(zh(prohibited)).toContain('另有 2 项未核查。');
  });

  it('has no overall result even where it calls itself complete', () => {
    const report = incompleteReport();
    report.complete = true;
    report.verdict = 'clear';
    expect(zh(report)).toContain('◌ 总体结论：未核查完整，暂不能下结论');
    expect(zh(report)).not.toContain('总体结论：不涉及');
  });

  it('shows a gap even where the findings forgot it', () => {
    const report = incompleteReport();
    report.findings = report.findings.filter((one) => one.verdict !== 'undetermined');
    expect(zh(report)).toContain('因未加载“自然保护地核心保护区”图层');
  });
});

describe('text from files', () => {
  const nasty = `</script><script>alert(1)</script><img src=x onerror="alert('2')">&amp;\u202egnp.exe\u2066`;
  const report = fixtureReport((changed) => {
    changed.project.name = nasty;
    changed.project.applicant = nasty;
    changed.project.source.file = `${nasty}.txt`;
    changed.project.parcels[0]!.name = nasty;
    changed.layers[0]!.overlaps[0]!.featureId = nasty;
    changed.layers[0]!.overlaps[0]!.feature.owner = nasty;
    changed.layers[0]!.owner = nasty;
    changed.number = 'K"; } body { background: url(//x) } /*';
  });
  const html = zh(report);

  it('never becomes an element, an attribute or a style', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    // Only after an open quote would `onerror=` be an attribute; inside text its quote is escaped.
    expect(html).not.toMatch(/onerror="/);
    expect(/<style>(.*?)<\/style>/s.exec(html)![1]).not.toContain('url(');
  });

  it('cannot turn the reading direction: the controls are printed', () => {
    expect(html.slice(0, html.indexOf('application/json'))).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069]/,
    );
    expect(html).toContain('[U+202E]gnp.exe[U+2066]');
  });

  it('is kept unchanged in the record', () => {
    const record = /id="sanxian-report">(.*?)<\/script>/s.exec(html)![1]!;
    expect((JSON.parse(record) as CheckReport).project.name).toBe(nasty);
  });
});

describe('other cases', () => {
  it('prints a report without findings', () => {
    const html = zh(
      fixtureReport((changed) => {
        changed.findings = [];
        changed.verdict = 'clear';
        for (const line of changed.lines) {
          Object.assign(line, { state: 'clear', areaM2: 0, zones: [], verdict: 'clear' });
        }
        for (const layer of changed.layers) layer.overlaps = [];
      }),
    );
    expect(html).toContain('○ 总体结论：不涉及');
    expect(html).toContain('没有命中任何规则。');
    expect(html).toContain('没有占用图斑。');
    expect(html).toContain('没有低于容差的图斑。');
    // Present land use was never loaded: nothing is said to be absent of it.
    expect(html).toContain('<p id="t7">未核查，无数据可列。</p>');
  });

  it('prints 5,000 pieces, numbered through', () => {
    const report = fixtureReport((changed) => {
      const layer = changed.layers[0]!;
      const one = layer.overlaps[0]!;
      layer.overlaps = Array.from({ length: 5000 }, (_, i) => ({
        ...one,
        featureId: `B${i}`,
        areaM2: 0.17,
      }));
      changed.lines[0]!.areaM2 = 850;
    });
    const html = zh(report);
    expect(tableRows(html, 't4')).toHaveLength(5001);
    expect(expectTotals(html, 't4')).toBe(2);
  });

  it('says that there is no figure when there is no geometry', () => {
    const html = zh(
      fixtureReport((changed) => {
        changed.parameters.geometry = 'none';
        for (const parcel of changed.project.parcels) parcel.geometry = null;
        for (const layer of changed.layers) {
          for (const overlap of layer.overlaps) overlap.geometry = null;
        }
      }),
    );
    expect(html).not.toContain('aria-label="附图');
    expect(html).toContain('本报告不含附图和坐标。');
  });

  it('shows a differing opinion beside the verdict of the rules', () => {
    const html = zh(
      fixtureReport((changed) => {
        changed.overrides = [
          {
            rule: 'PBF-U',
            line: 'permanent-basic-farmland',
            zone: null,
            verdict: 'conditional',
            reason: '已有批复',
            name: '张三',
            at: '2026-11-21T09:00:00Z',
          },
        ];
      }),
    );
    expect(html.indexOf('张三')).toBeLessThan(html.indexOf('总体结论'));
    expect(html).toContain('总体结论：需人工研判');
  });
});
