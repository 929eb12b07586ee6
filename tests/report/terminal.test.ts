import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/display-width.ts';
import { alignColumns, terminalSummary } from '../../src/report/terminal.ts';
import { fixtureReport, incompleteReport } from './fixture.ts';

describe('the terminal summary', () => {
  it('says verdict, lines, open questions and the statement', () => {
    const text = terminalSummary(fixtureReport(), 'zh');
    expect(text).toContain('总体结论: ◆ 需人工研判');
    expect(text).toContain('8 个图层全部参与核查，核查完整。');
    expect(text).toMatch(/永久基本农田 +0\.8249 +12\.37 +7\.24 +◆ 需人工研判/);
    expect(text).toContain('尚待明确: 是否临时用地、占用永久基本农田重大建设项目依据');
    expect(text).toContain('不替代行政审批');
    expect(text).toContain('示例数据 非真实控制线');
  });

  it('aligns by what is seen: the results of all lines start in one column', () => {
    const rows = terminalSummary(fixtureReport(), 'zh')
      .split('\n')
      .filter(
        (row) => /[⬣⬡◌◆▲△■□○◦] /.test(row) && !row.includes('总体') && !row.startsWith('    '),
      );
    const starts = rows.map((row) => displayWidth(row.slice(0, row.search(/[⬣⬡◌◆▲△■□○◦] /))));
    expect(rows).toHaveLength(8);
    expect(new Set(starts).size).toBe(1);
  });

  it('never calls clear what was not looked at', () => {
    const text = terminalSummary(incompleteReport(), 'zh');
    expect(text).toContain('总体结论: ◌ 未核查完整，暂不能下结论');
    expect(text).toMatch(/自然保护地核心保护区 +◌ 未加载，未核查/);
    expect(text).toContain(
      '因未加载“自然保护地核心保护区”图层，本次未对该项进行核查，不作不涉及的结论。',
    );
  });

  it('does not let a file name drive the terminal', () => {
    const report = fixtureReport((changed) => {
      changed.project.name = '\u001b[2J\u001b]0;x\u0007红\u202e';
    });
    const text = terminalSummary(report, 'en');
    for (const control of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(control);
    expect(text).toContain('[U+001B][2J');
  });
});

describe('columns', () => {
  it('counts two cells for a Chinese character and none for a mark', () => {
    expect(displayWidth('三线 ab')).toBe(7);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('◆（）')).toBe(5);
  });

  it('pads to the widest cell', () => {
    expect(
      alignColumns(
        [
          ['三线', '1'],
          ['a', '12'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['三线   1', 'a     12']);
  });
});
