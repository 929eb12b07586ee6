import { describe, expect, it } from 'vitest';
import { claimSchema } from '../../src/domain/claim.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import { claimRowOf, isClaimHeader, readClaimTable } from '../../src/policy/claim-table.ts';
import { CLAIM_TABLE_WORDS } from '../../src/text/words/claim-table.ts';

const read = (...rows: string[][]) => readClaimTable(rows, 'a.csv');

function errorOf(...rows: string[][]): UserError {
  try {
    read(...rows);
  } catch (error) {
    return error as UserError;
  }
  throw new Error('nothing was wrong');
}

const zhOf = ({ code, params }: UserError) =>
  CLAIM_TABLE_WORDS[code as keyof typeof CLAIM_TABLE_WORDS](params).zh;

describe('readClaimTable', () => {
  it('reads the words of the form', () => {
    const table = read(
      ['某县 2026 年项目情况表'],
      [
        '序号',
        '项目编号',
        '项目名称',
        '新增建设用地',
        '线性基础设施',
        '有限人为活动',
        '行业',
        '建筑高度',
        '办理阶段',
        '备注',
      ],
      ['1', 'A-01', '甲', '是', '否', '第6类', '交通', '12.5', '规划选址', 'x'],
      ['', '', '', '', '', '', '', '', '', ''],
      ['2', 'A-02', '乙', '不清楚', '', '无', '', '', '', ''],
    );
    expect(table).toEqual({
      file: 'a.csv',
      by: 'id',
      rows: [
        {
          row: 3,
          key: 'A-01',
          claim: {
            newConstructionLand: 'yes',
            linear: 'no',
            limitedActivity: 6,
            sector: '交通',
            buildingHeightM: 12.5,
            stage: '规划选址',
          },
        },
        // an absent answer is unknown, never "no"
        { row: 5, key: 'A-02', claim: { limitedActivity: 'none' } },
      ],
    });
  });

  it('reads the names of the fields, and those of their parts', () => {
    const table = read(
      [
        'id',
        'newConstructionLand',
        'kind9Basis.law',
        'kind9Basis.article',
        'nationalMajor',
        'pbfMajorBasis',
        'unavoidable.alternatives',
      ],
      ['1', 'no', '草原法', '第三十八条', '3', 'present', '2'],
    );
    expect(table.rows[0]!.claim).toEqual({
      newConstructionLand: 'no',
      kind9Basis: { law: '草原法', article: '第三十八条' },
      nationalMajor: 3,
      pbfMajorBasis: 'present',
      unavoidable: { alternatives: 2 },
    });
  });

  it('has a column for every field of a claim', () => {
    const whole = ['nationalMajorEvidence', 'kind9Basis', 'unavoidable'];
    for (const field of Object.keys(claimSchema.shape)) {
      if (whole.includes(field)) continue;
      expect(isClaimHeader(['项目编号', field]), field).toBe(true);
    }
    for (const part of [
      'nationalMajorEvidence.document',
      'nationalMajorEvidence.number',
      'unavoidable.document',
    ]) {
      expect(isClaimHeader(['项目编号', part]), part).toBe(true);
    }
  });

  it('reads choices by their titles, too', () => {
    const table = read(
      ['项目名称', '国家重大项目', '有限人为活动'],
      ['甲', '军事国防项目', '生态修复'],
    );
    expect(table.by).toBe('name');
    expect(table.rows[0]!.claim).toEqual({ nationalMajor: 2, limitedActivity: 8 });
  });

  it.each([
    ['新增建设用地', '也许', '是、否、不清楚'],
    ['新增建设用地', '1', '是、否'],
    ['有限人为活动', '10', '1–9、无'],
    ['国家重大项目', '0', '1–6、无'],
    ['行业', '航天', '交通、能源'],
    ['办理阶段', '开工', '规划选址、用地预审'],
    ['临时用地月数', '1.5', '0、1、2'],
    ['建筑高度', '十米', '0、1、2'],
    ['法律依据', '草原法', '…'],
  ])('a wrong %s (%s) names row, column and choices', (field, value, choices) => {
    const error = errorOf(['项目编号', '备注', field], ['A', '', value]);
    expect(error.code).toBe('claims-cell');
    // 草原法 alone is half an answer: the article is missing
    const sentence = zhOf(error);
    expect(sentence).toContain('第 2 行 C 列');
    expect(sentence).toContain(choices);
    if (field !== '法律依据') expect(sentence).toContain(`“${value}”`);
  });

  it('refuses an unknown column, a row without a project, a project twice, a table without header', () => {
    const column = errorOf(['项目编号', '新增建设用地', '新增建没用地'], ['A', '是', '是']);
    expect(column.code).toBe('claims-column');
    expect(zhOf(column)).toMatch(/第 1 行 C 列.*“新增建没用地”.*线性基础设施/);
    const key = errorOf(['项目编号', '新增建设用地'], ['', '是']);
    expect([key.code, key.params.row]).toEqual(['claims-key', 2]);
    const twice = errorOf(['项目编号', '新增建设用地'], ['A', '是'], ['Ａ', '否']);
    expect(twice.params).toMatchObject({ other: 2, row: 3, key: 'A' });
    expect(errorOf(['甲', '乙']).code).toBe('claims-header');
  });
});

describe('claimRowOf', () => {
  const table = read(['项目编号', '新增建设用地'], ['A-01', '是'], ['红线', '否']);
  const project = { id: '0123456789ab-1', code: null, name: '甲', source: { file: 'x.txt' } };

  it('goes by number, code, or the file of a project without a number', () => {
    expect(claimRowOf(table, { ...project, id: 'A-01' })?.row).toBe(2);
    expect(claimRowOf(table, { ...project, code: 'A-01' })?.row).toBe(2);
    expect(claimRowOf(table, { ...project, source: { file: '红线.v2.txt' } })).toBeNull();
    expect(claimRowOf(table, { ...project, source: { file: '红线.txt' } })?.row).toBe(3);
    expect(claimRowOf(table, project)).toBeNull();
  });

  it('goes by name only where the table has names', () => {
    const byName = read(['项目名称', '新增建设用地'], ['甲', '是']);
    expect(claimRowOf(byName, project)?.row).toBe(2);
    expect(claimRowOf(table, { ...project, name: 'A-01' })).toBeNull();
  });
});
