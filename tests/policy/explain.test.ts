import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { proceduresOf } from '../../src/domain/procedures.ts';
import { judge } from '../../src/policy/judge.ts';
import { policyNoteText } from '../../src/policy/note-text.ts';
import { describeQuestion, questionsToAsk } from '../../src/policy/questions.ts';
import { whatWouldChange } from '../../src/policy/what-would-change.ts';
import { PACK } from './pack-file.ts';
import { factsOf } from './site.ts';

const RED = factsOf({ hits: { 'ecological-red-line': { 'outside-core': 100 } } });
const KIND_6: Claim = {
  limitedActivity: 6,
  nationalMajor: 'none',
  newConstructionLand: 'yes',
  temporaryLand: 'no',
  kind6Unavoidable: 'yes',
  kind6InCountyPlan: 'yes',
};

describe('the path of a finding', () => {
  test('fact, answers, rule, outcome, clause', () => {
    const [found] = judge(RED, KIND_6, PACK).findings;
    expect(found!.path).toEqual([
      '事实：占用生态保护红线（核心保护区外）100.00 m²',
      '回答：是否为临时用地？ — 否',
      '回答：属于哪一类国家重大项目？ — 都不属于',
      '回答：属于哪一类有限人为活动？ — 第6类 必须且无法避让的线性基础设施、通讯、防洪、供水等',
      '回答：是否涉及新增建设用地审批？ — 是',
      '规则：ECO-2A 有限人为活动，涉及新增建设用地',
      '结论：须论证/认定',
      '条款：《关于加强生态保护红线管理的实施意见》二（二）7',
    ]);
  });

  test('a distance is told to a decimetre, not to the last bit', () => {
    const near = factsOf({ nearM: { 'ecological-red-line': 40.32268017569819 } });
    const { findings } = judge(near, {}, PACK);
    const found = findings.find(({ rule }) => rule === 'ECO-10')!;
    expect(found.path[0]).toBe('事实：距生态保护红线 40.3 m');
  });

  test('no finding of any kind of ground leaves a placeholder behind', () => {
    const facts = factsOf({
      hits: {
        'ecological-red-line': { core: 50, 'outside-core': 50 },
        'permanent-basic-farmland': 100,
        'cultivated-land': 100,
        'urban-development-boundary': { concentrated: 10, unknown: 20, flexible: 30 },
        'urban-green-line': 5,
        'water-source': 5,
      },
      gone: { 'nature-reserve': 'failed', 'scenic-area': 'not-loaded' },
      uncovered: { 'urban-blue-line': 10 },
      internetMap: true,
    });
    const { findings, notes } = judge(facts, { ...KIND_6, residentHousing: 'yes' }, PACK);
    const said = findings.flatMap((one) => [one.text.zh, one.text.en, ...one.path]);
    for (const sentence of [...said, ...notes.flatMap((note) => policyNoteText(note)!.zh)])
      expect(sentence).not.toMatch(/[{}]|undefined|null/);
    expect(new Set(findings.map((one) => one.rule)).size).toBeGreaterThan(15);
  });
});

describe('what would change the outcome', () => {
  test('from an open claim to the chains that one answer alone decides', () => {
    const changes = whatWouldChange(RED, { nationalMajor: 3, newConstructionLand: 'yes' }, PACK);
    expect(changes.map((one) => [one.field, one.answers, one.after.rules])).toEqual([
      ['temporaryLand', ['yes'], ['ECO-4']],
      ['temporaryLand', ['no'], ['ECO-3A']],
    ]);
    expect(changes[1]!.text.zh).toBe(
      '若“是否为临时用地？”答“否”，则生态保护红线（核心保护区外）：需人工研判（ECO-1U） → 须论证/认定（ECO-3A）',
    );
  });

  test('answers that lead to the same outcome stand together', () => {
    const changes = whatWouldChange(RED, { ...KIND_6, legacyExisting: 'no' }, PACK);
    const national = changes.filter((one) => one.field === 'nationalMajor');
    expect(national.map((one) => [one.answers, one.after])).toEqual([
      [[1, 2, 3, 4, 5, 6], { rules: ['ECO-3A'], verdict: 'conditional' }],
    ]);
    const activity = changes.filter((one) => one.field === 'limitedActivity');
    expect(activity.map((one) => [one.answers, one.after.rules])).toEqual([
      [[9], ['ECO-1U']],
      [['none'], ['ECO-1']],
    ]);
  });
});

describe('procedures', () => {
  test('recognition and argumentation stay two chains, papers are listed by stage', () => {
    const facts = factsOf({
      hits: {
        'ecological-red-line': { 'outside-core': 100 },
        'permanent-basic-farmland': 100,
        'cultivated-land': 50,
      },
    });
    const claim: Claim = { ...KIND_6, pbfMajorBasis: 'present', sector: '交通' };
    const { chains, materials } = proceduresOf(judge(facts, claim, PACK).findings);
    expect(chains.map((chain) => chain.rule)).toEqual(['PBF-2', 'ECO-2A']);
    expect(chains[1]!.steps.map((step) => `${step.by!.zh} ${step.act.zh}`)).toEqual([
      '县（市、区）人民政府 组织论证',
      '设区的市人民政府 审核',
      '自治区人民政府 认定',
    ]);
    const stages = materials.map((one) => [one.at.zh, one.documents.length]);
    expect(stages).toEqual([
      ['用地预审、用地报批', 3],
      ['农转用报批', 1],
      ['建设用地报批', 1],
    ]);
  });

  test('one rule in two zones is one chain', () => {
    const [found] = judge(RED, KIND_6, PACK).findings;
    const twice = [found!, { ...found!, zone: 'unknown' as const }];
    expect(proceduresOf(twice).chains).toHaveLength(1);
  });

  test('an opinion of recognition and one of argumentation never merge', () => {
    const national: Claim = { ...KIND_6, nationalMajor: 3 };
    const both = [KIND_6, national].flatMap((claim) => judge(RED, claim, PACK).findings);
    expect(proceduresOf(both).chains.map((chain) => chain.attachments[0]!.document.zh)).toEqual([
      '自治区人民政府认定意见',
      '自治区人民政府论证意见',
    ]);
  });
});

describe('questions', () => {
  test('in words, with choices and clause, in both languages', () => {
    expect(describeQuestion('newConstructionLand', PACK, 'zh')).toMatchObject({
      ask: '是否涉及新增建设用地审批？',
      choices: [
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ],
      citation: { section: '二（二）7', force: 'in-force' },
    });
    const activity = describeQuestion('limitedActivity', PACK, 'en');
    expect(activity.choices).toHaveLength(10);
    expect(activity.choices![8]!.label).toBe(
      'Kind 9: Other human activities that laws and regulations allow',
    );
    expect(describeQuestion('buildingHeightM', PACK, 'zh').choices).toBeNull();
    expect(describeQuestion('pbfMajorBasis', PACK, 'zh').choices).toEqual([
      { value: 'present', label: '有依据' },
      { value: 'none', label: '无' },
    ]);
  });

  test('those that another answer rules out are not asked', () => {
    expect(questionsToAsk({}, PACK)).toContain('kind6Unavoidable');
    expect(questionsToAsk({ limitedActivity: 5 }, PACK)).not.toContain('kind6Unavoidable');
    expect(questionsToAsk({ limitedActivity: 6 }, PACK)).not.toContain('kind9Basis');
  });
});
