import { describe, expect, it } from 'vitest';
import type { CheckReport, ReportLine } from '../../src/domain/report.ts';
import { headline } from '../../src/report/chip.ts';
import { completeness } from '../../src/report/content/first-page.ts';
import { siteFigure } from '../../src/report/figure.ts';
import { htmlDocument } from '../../src/report/html/document.ts';
import { lineSentences } from '../../src/report/line-sentences.ts';
import { terminalSummary } from '../../src/report/terminal.ts';
import { fixtureReport } from './fixture.ts';

const lineOf = (report: CheckReport, kind: ReportLine['kind']): ReportLine =>
  report.lines.find((one) => one.kind === kind)!;

/** A report whose lines are all clear but those that `change` changes. */
const clearReport = (change: (report: CheckReport) => void = () => {}): CheckReport =>
  fixtureReport((report) => {
    report.findings = [];
    report.verdict = 'clear';
    for (const line of report.lines) {
      Object.assign(line, { state: 'clear', areaM2: 0, zones: [], hits: 0, verdict: 'clear' });
      line.stability = null;
    }
    for (const layer of report.layers) Object.assign(layer, { state: 'clear', overlaps: [] });
    change(report);
  });

const approximate = (change: (report: CheckReport) => void = () => {}): CheckReport =>
  fixtureReport((report) => {
    report.project.crs.shift = 'gcj02';
    report.findings.push({
      ...report.findings[0]!,
      rule: 'POSITION',
      line: null,
      zone: null,
      verdict: 'undetermined',
      text: { zh: '位置近似。', en: 'Approximate.' },
      missing: [],
      citations: [],
    });
    report.complete = false;
    change(report);
  });

/** Both things a person reads first. */
const heads = (report: CheckReport): string[] => {
  const html = htmlDocument(report, 'zh');
  return [
    /<section id="verdict".*?<\/section>/s.exec(html)![0],
    /总体结论.*\n.*/.exec(terminalSummary(report, 'zh'))![0],
  ];
};

describe('a touch or a sliver at the head of the report', () => {
  it.each([
    ['touch', '◦ 总体结论：相接，请复核', '总体结论: ◦ 相接，请复核'],
    ['below-threshold', '◦ 总体结论：低于容差，请复核', '总体结论: ◦ 低于容差，请复核'],
  ] as const)('is said instead of clear: %s', (state, page, terminal) => {
    const report = clearReport((one) => {
      one.lines[0]!.state = state;
    });
    const [first, said] = heads(report);
    expect(first).toContain(page);
    expect(said).toContain(terminal);
    for (const head of heads(report)) expect(head).not.toContain('不涉及');
  });

  it('stands beside a verdict that lets somebody go on, and not beside a worse one', () => {
    const permitted = clearReport((one) => {
      one.verdict = 'permit-mode';
      one.lines[0]!.state = 'touch';
    });
    expect(headline(permitted, 'zh').word).toBe('按管制方式许可；相接，请复核');
    expect(headline({ ...permitted, verdict: 'manual-review' }, 'zh').word).toBe('需人工研判');
  });

  it('leaves a plain clear alone', () => {
    expect(headline(clearReport(), 'zh').word).toBe('不涉及');
  });

  it('has no result on an approximate position, whatever the report says of itself', () => {
    const report = approximate((one) => {
      one.verdict = 'clear';
      one.complete = true;
    });
    for (const head of heads(report)) {
      expect(head).toContain('未核查完整，暂不能下结论');
      expect(head).not.toContain('不涉及');
      expect(head).toContain('位置只是近似');
      expect(head).not.toContain(' 0 项');
    }
  });
});

describe('an approximate position', () => {
  const report = approximate();

  it('concludes nothing of any line', () => {
    for (const line of report.lines) {
      for (const lang of ['zh', 'en'] as const) {
        const said = lineSentences(report, line)
          .map((one) => one[lang])
          .join(' ');
        expect(said).not.toMatch(/未占用|不涉及|距|范围内没有|其中占用|does not|\d m from/);
        expect(said).toContain(lang === 'zh' ? '仅供参考' : 'for reference only');
      }
    }
  });

  it('still says what was found', () => {
    const farm = lineOf(report, 'permanent-basic-farmland');
    expect(lineSentences(report, farm)[0]!.zh).toContain('重叠 0.8249 公顷');
  });

  it('prints no line, table or distance as if it were certain', () => {
    const html = htmlDocument(report, 'zh');
    const read = html.slice(0, html.indexOf('application/json'));
    expect(read).not.toMatch(/○ 不涉及|未占用|距[^离]*最近|没有占用图斑/);
    const rows = terminalSummary(report, 'zh').split('\n');
    expect(rows.find((row) => row.startsWith('城市绿线'))).not.toContain('12.4');
  });
});

describe('layers that were not looked at', () => {
  const failedLandUse = (): CheckReport =>
    clearReport((one) => {
      one.layers.push({
        ...one.layers[0]!,
        id: 'land-use',
        kind: 'land-use',
        title: { zh: '现状地类', en: 'Land use' },
        edition: '2019-09',
        state: 'failed',
        reason: { zh: '文件缺失', en: 'missing' },
      });
    });

  it('are not counted but named, also where they are no control line', () => {
    const said = completeness(failedLandUse());
    expect(said.zh).toBe(
      '8 个图层参与核查，控制线核查完整。未参与核查的图层：现状地类（核查失败，未核查）。',
    );
    expect(said.en).toContain('Land use (Failed, not checked)');
    for (const head of heads(failedLandUse())) expect(head).toContain('现状地类（核查失败');
    expect(completeness(clearReport()).zh).toBe('8 个图层全部参与核查，核查完整。');
  });

  it('are named too where the lines have gaps', () => {
    const report = failedLandUse();
    report.complete = false;
    lineOf(report, 'urban-green-line').coverageShare = 0.5;
    expect(completeness(report).zh).toMatch(/1 项未能完整核查.*现状地类（核查失败/);
  });

  it('date neither the first page nor the figure nor a sentence', () => {
    const report = failedLandUse();
    report.layers.push({
      ...report.layers.find((one) => one.kind === 'urban-green-line')!,
      id: 'green-elsewhere',
      edition: '2001-01',
      state: 'not-covered',
    });
    const html = htmlDocument(report, 'zh');
    const header = html.slice(html.indexOf('<header>'), html.indexOf('</header>'));
    expect(header).toMatch(/数据时点 2025-12　/);
    const figure = siteFigure(report, { lang: 'zh' });
    expect(figure).toContain('数据时点 2025-12　');
    const green = lineSentences(report, lineOf(report, 'urban-green-line'));
    expect(green[0]!.zh).toContain('（数据时点：2025-12）');
  });
});

describe('a line of which one of several layers failed', () => {
  const reason = { zh: '找不到图层文件 east.fgb', en: 'east.fgb is missing' };
  const partly = (change: Partial<ReportLine>): CheckReport =>
    clearReport((report) => {
      const green = lineOf(report, 'urban-green-line');
      Object.assign(green, { reason, verdict: 'undetermined', ...change });
      const layer = report.layers.find((one) => one.kind === 'urban-green-line')!;
      report.layers.push({ ...layer, id: 'east', file: 'east.fgb', state: 'failed', reason });
      report.complete = false;
    });
  const said = (report: CheckReport): string =>
    lineSentences(report, lineOf(report, 'urban-green-line'))
      .map((one) => one.zh)
      .join('');

  it('names the file and does not call its coverage short', () => {
    const text = said(partly({ coverageShare: 0.6 }));
    expect(text).toContain('图层文件 east.fgb 核查失败，项目只有 60.00% 得到核查');
    expect(text).not.toContain('只覆盖');
  });

  it('names the file where nothing could be looked at', () => {
    const text = said(partly({ coverageShare: 0, state: 'not-covered' }));
    expect(text).toContain('图层文件 east.fgb 核查失败');
    expect(text).not.toContain('未覆盖');
  });

  it('says coverage where coverage is the reason', () => {
    const report = partly({ coverageShare: 0.6, reason: { zh: '部分未覆盖', en: 'partly' } });
    expect(said(report)).toContain('只覆盖项目的 60.00%');
  });
});
