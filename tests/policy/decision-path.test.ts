import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { labelOfAnswers } from '../../src/policy/answer-label.ts';
import { answersTo } from '../../src/policy/answers.ts';
import { decide } from '../../src/policy/decide.ts';
import { type DecisionPath, decisionPath } from '../../src/policy/decision-path.ts';
import { readGround } from '../../src/policy/ground.ts';
import { judge } from '../../src/policy/judge.ts';
import { type Road, roadsFrom } from '../../src/policy/roads.ts';
import { whatWouldChange } from '../../src/policy/what-would-change.ts';
import { PACK } from './pack-file.ts';
import { factsOf, type Site } from './site.ts';

const RED: Site = { hits: { 'ecological-red-line': { 'outside-core': 3521 } } };
const KIND_6: Claim = {
  limitedActivity: 6,
  nationalMajor: 'none',
  newConstructionLand: 'yes',
  temporaryLand: 'no',
};

function pathsOf(site: Site, claim: Claim): DecisionPath[] {
  const facts = factsOf(site);
  const changes = whatWouldChange(facts, claim, PACK);
  const from = { ground: readGround(facts), claim, pack: PACK, changes };
  return judge(facts, claim, PACK).findings.flatMap((one) => decisionPath(one, from) ?? []);
}

describe('the path as boxes', () => {
  test('facts, answers, the roads not taken at each, and the rule', () => {
    const [red] = pathsOf({ ...RED, nearM: { 'nature-reserve-core': 4200 } }, KIND_6);
    expect(red).toMatchObject({ rule: 'ECO-2A', zone: 'outside-core', verdict: 'conditional' });
    expect(red!.steps.map(({ kind, title, said }) => [kind, title.zh, said.zh])).toEqual([
      ['fact', '占用生态保护红线', '事实：0.3521 公顷，1 个图斑'],
      ['fact', '位于核心保护区？', '事实：否，最近 4\u2009200.0 m'],
      ['answer', '是否为临时用地？', '您的回答：否'],
      ['answer', '属于哪一类国家重大项目？', '您的回答：都不属于'],
      [
        'answer',
        '属于哪一类有限人为活动？',
        '您的回答：第6类 必须且无法避让的线性基础设施、通讯、防洪、供水等',
      ],
      ['answer', '是否涉及新增建设用地审批？', '您的回答：是'],
    ]);
    const branches = red!.steps.map((step) =>
      step.branches.map(({ label, leadsTo }) => `${label.zh} → ${leadsTo.zh}`),
    );
    expect(branches).toEqual([
      [],
      [],
      ['如答“是” → ECO-4 须论证/认定'],
      ['如答“第1—6类” → ECO-3A 须论证/认定'],
      ['如答“第9类、都不属于” → ECO-1U 需人工研判'],
      ['如答“否” → ECO-1U 需人工研判'],
    ]);
  });

  test('a core, an unknown core and a zone of the boundary are facts', () => {
    const [core] = pathsOf({ hits: { 'ecological-red-line': { core: 50 } } }, {});
    expect(core!.steps[1]!.said.zh).toBe('事实：是，0.0050 公顷');
    expect(core!.roads).toEqual([]);
    const far = pathsOf({ ...RED, nearM: { 'nature-reserve-core': 12_003.9 } }, {});
    expect(far[0]!.steps[1]!.said.zh).toBe('事实：否，最近 12.0 km');
    const gone: Site = {
      hits: { 'ecological-red-line': 100 },
      gone: { 'nature-reserve-core': 'failed' },
    };
    const unknown = pathsOf(gone, {}).find(({ line }) => line === 'ecological-red-line')!;
    expect(unknown.steps[1]!.said.zh).toBe('事实：核心保护区未核查');
    const [inside] = pathsOf(
      { hits: { 'urban-development-boundary': { concentrated: 10_000 } } },
      {},
    );
    expect(inside!.steps).toMatchObject([{ title: { zh: '位于哪个分区？' } }]);
    expect(inside!.steps[0]!.said.zh).toBe('事实：边界内·集中建设区，1.0000 公顷');
  });

  test('an open rule rests on the questions of the rules it stands in for', () => {
    const [farm] = pathsOf({ hits: { 'permanent-basic-farmland': 100 } }, { temporaryLand: 'no' });
    expect(farm!.rule).toBe('PBF-U');
    expect(farm!.steps.map(({ kind, field }) => [kind, field])).toEqual([
      ['fact', null],
      ['answer', 'temporaryLand'],
      ['open', 'pbfMajorBasis'],
    ]);
    expect(farm!.roads.map(({ rule, needs }) => [rule, needs.map(({ field }) => field)])).toEqual([
      ['PBF-1', ['pbfMajorBasis']],
      ['PBF-2', ['pbfMajorBasis']],
      ['PBF-T', ['temporaryLand']],
    ]);
  });

  test('ordinary cultivated land says that permanent farmland is left out', () => {
    const paths = pathsOf({ hits: { 'cultivated-land': 300 } }, { temporaryLand: 'no' });
    const [farm] = paths.filter(({ line }) => line === 'cultivated-land');
    expect(farm!.steps[1]).toMatchObject({
      title: { zh: '在永久基本农田以外？' },
      said: { zh: '事实：是，0.0300 公顷' },
    });
  });

  test('findings of no line and of no rule have no path', () => {
    const gap = pathsOf({ gone: { 'ecological-red-line': 'failed' }, internetMap: true }, {});
    expect(gap.map(({ rule }) => rule)).toEqual(['UDB-4']);
  });
});

describe('what several answers together would lead to', () => {
  const list = PACK.decisions[0]!;
  const place = { line: 'ecological-red-line', zone: 'outside-core' } as const;
  const ground = readGround(factsOf(RED));
  const roads = (claim: Claim): Road[] => roadsFrom(place, ground, claim, PACK);

  test('from an open claim every outcome of the list is reached', () => {
    const reached = new Set(roads({}).map(({ rule }) => rule));
    const outcomes = list.entries.map(({ rule }) => rule).filter((rule) => rule !== 'ECO-1U');
    expect(reached).toEqual(new Set(outcomes));
    const kind6 = roads({}).find(({ rule }) => rule === 'ECO-2A')!;
    expect(kind6.needs).toEqual([
      { field: 'temporaryLand', answers: ['no'] },
      { field: 'nationalMajor', answers: ['none'] },
      { field: 'limitedActivity', answers: [1, 2, 3, 4, 5, 6, 7, 8] },
      { field: 'newConstructionLand', answers: ['yes'] },
    ]);
  });

  test('the sentence of the requirement', () => {
    const claim: Claim = { temporaryLand: 'no', nationalMajor: 'none' };
    const [red] = pathsOf(RED, claim);
    const said = red!.roads.map(({ text }) => text.zh);
    expect(said).toContain(
      '若“属于哪一类有限人为活动？”答“第1—8类”、“是否涉及新增建设用地审批？”答“是”，则须论证/认定（ECO-2A：有限人为活动，涉及新增建设用地）',
    );
  });

  test('every road leads where it says, and none of its answers is idle', () => {
    const some = {
      temporaryLand: [undefined, 'yes', 'no'],
      nationalMajor: [undefined, 'none', 3],
      limitedActivity: [undefined, 'none', 2, 6, 9],
      newConstructionLand: [undefined, 'yes', 'no'],
      residentHousing: [undefined, 'yes'],
      concreteConstruction: [undefined, 'no'],
      legacyExisting: [undefined, 'yes', 'no'],
    } as const;
    let claims: Record<string, unknown>[] = [{}];
    for (const [field, answers] of Object.entries(some))
      claims = claims.flatMap((claim) => answers.map((one) => ({ ...claim, [field]: one })));
    let walked = 0;
    for (const claim of claims as Claim[])
      for (const road of roads(claim)) {
        const given = road.needs.map(({ field, answers }) => [field, answers.at(-1)] as const);
        const ruleWith = (needs: typeof given): string =>
          decide(list, with9({ ...claim, ...Object.fromEntries(needs) }), PACK).rule;
        if (ruleWith(given) !== road.rule) expect([claim, road, ruleWith(given)]).toBe(road.rule);
        for (const left of given) {
          const rest = given.filter((one) => one !== left);
          if (ruleWith(rest) === road.rule) expect([claim, road, left]).toBe('needed');
        }
        walked++;
      }
    expect(walked).toBeGreaterThan(10_000);
  });
});

/** The basis of kind 9 is an object in a claim. */
function with9(claim: Claim): Claim {
  const { kind9Basis, ...rest } = claim as Record<string, unknown>;
  return (
    kind9Basis === undefined ? rest : { ...rest, kind9Basis: { law: '甲', article: '一' } }
  ) as Claim;
}

describe('several answers in few words', () => {
  const label = (
    field: 'limitedActivity' | 'sector' | 'temporaryLand',
    answers: (string | number)[],
  ) => labelOfAnswers(field, answers, PACK).zh;

  test('runs of kinds, all but one, lists', () => {
    expect(label('limitedActivity', [1, 2, 3, 5])).toBe('第1—3类、第5类');
    expect(label('limitedActivity', [6, 'none'])).toBe('第6类、都不属于');
    const notFarming = answersTo('sector', PACK)!.filter((one) => one !== '农业');
    expect(label('sector', [...notFarming])).toBe('“农业”以外');
    expect(label('temporaryLand', ['yes'])).toBe('是');
  });
});
