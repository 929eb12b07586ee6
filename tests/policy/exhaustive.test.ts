import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { kindRank } from '../../src/domain/kinds.ts';
import { severity, type Verdict, worstVerdict } from '../../src/domain/verdict.ts';
import { type Judgement, judge } from '../../src/policy/judge.ts';
import { PACK } from './pack-file.ts';
import { factsOf, type Site } from './site.ts';

/** Every way of answering, `undefined` for not answered, under every kind of ground. */
const ANSWERS = {
  temporaryLand: [undefined, 'yes', 'no'],
  nationalMajor: [undefined, 'none', 3],
  limitedActivity: [undefined, 'none', 2, 6, 9],
  newConstructionLand: [undefined, 'yes', 'no'],
  residentHousing: [undefined, 'yes', 'no'],
  concreteConstruction: [undefined, 'yes', 'no'],
  legacyExisting: [undefined, 'yes', 'no'],
  pbfMajorBasis: [undefined, 'present', 'none'],
} as const;
type Field = keyof typeof ANSWERS;
const FIELDS = Object.keys(ANSWERS) as Field[];
/** The basis for farmland is asked only where there is farmland. */
const fieldsOf = (site: Site): Field[] =>
  FIELDS.filter(
    (field) => field !== 'pbfMajorBasis' || site.hits?.['permanent-basic-farmland'] !== undefined,
  );

const GROUNDS: Record<string, Site> = {
  'red line outside the core, farmland': {
    hits: { 'ecological-red-line': { 'outside-core': 100 }, 'permanent-basic-farmland': 100 },
  },
  'red line across the core': { hits: { 'ecological-red-line': { core: 50, 'outside-core': 50 } } },
  'red line, core not loaded': {
    hits: { 'ecological-red-line': 100 },
    gone: { 'nature-reserve-core': 'not-loaded' },
  },
};

const MANUAL = severity('manual-review');
const OUTCOMES = /^(ECO-(0|1|1U|2[A-D]|3[AB]|4|8)|NO-RULE)$/;

function* claims(fields: readonly Field[]): Generator<Claim> {
  const total = fields.reduce((n, field) => n * ANSWERS[field].length, 1);
  for (let way = 0; way < total; way++) yield claimOf(way, fields);
}

function claimOf(way: number, fields: readonly Field[]): Claim {
  let rest = way;
  const claim: Record<string, unknown> = {};
  for (const field of fields) {
    const answers = ANSWERS[field];
    const answer = answers[rest % answers.length];
    rest = Math.floor(rest / answers.length);
    if (answer !== undefined) claim[field] = answer;
  }
  return claim as Claim;
}

function keyOf(claim: Claim): string {
  return FIELDS.map((field) => claim[field] ?? '').join('|');
}

/** The worst verdict but for CONTRADICTION, which comparisons leave out. */
function outcome({ findings }: Judgement): Verdict {
  return worstVerdict(
    findings.filter((one) => one.rule !== 'CONTRADICTION').flatMap((one) => one.verdict ?? []),
  );
}

describe.each(Object.entries(GROUNDS))('%s', (name, site) => {
  const facts: Facts = factsOf(site);
  const judged = new Map<string, { claim: Claim; judgement: Judgement }>();

  beforeAll(() => {
    for (const claim of claims(fieldsOf(site)))
      judged.set(keyOf(claim), { claim, judgement: judge(facts, claim, PACK) });
  }, 120_000);

  test('exactly one admission outcome for each part of the red line', () => {
    const line = facts.lines.find((one) => one.kind === 'ecological-red-line')!;
    const parts = line.zones.map((zone) => zone.zone).sort();
    for (const { claim, judgement } of judged.values()) {
      const zones = judgement.findings
        .filter((one) => one.line === 'ecological-red-line' && OUTCOMES.test(one.rule))
        .map((one) => one.zone)
        .sort();
      if (zones.join() !== parts.join()) expect(zones, JSON.stringify(claim)).toEqual(parts);
    }
    expect(judged.size).toBe(fieldsOf(site).length === 8 ? 10_935 : 3_645);
  });

  test('a line that is hit is never clear', () => {
    const hit = facts.lines.filter((line) => line.aboveThreshold).map((line) => line.kind);
    expect(hit.length).toBeGreaterThan(0);
    for (const { claim, judgement } of judged.values()) {
      const clear = hit.filter((kind) => judgement.lineVerdicts[kind] === 'clear');
      if (clear.length > 0) expect(clear, JSON.stringify(claim)).toEqual([]);
    }
  });

  test('leaving an answer out makes nothing milder than manual review', () => {
    let compared = 0;
    for (const { claim, judgement } of judged.values())
      for (const field of FIELDS) {
        if (claim[field] === undefined) continue;
        const { [field]: _, ...fewer } = claim;
        const less = severity(outcome(judged.get(keyOf(fewer))!.judgement));
        compared++;
        if (less > MANUAL && less > severity(outcome(judgement)))
          expect.fail(`${JSON.stringify(claim)} without ${field}`);
      }
    expect(compared).toBeGreaterThan(15_000);
  });

  test('the core is never milder than the red line around it', () => {
    for (const { judgement } of judged.values()) {
      const core = judgement.findings.find((one) => one.zone === 'core');
      const around = judgement.findings.filter((one) => one.zone === 'outside-core');
      for (const one of around)
        if (core && severity(core.verdict!) > severity(one.verdict!)) expect.fail(one.rule);
    }
    const { judgement } = judged.get(keyOf({}))!;
    const hasCore = site.hits?.['ecological-red-line'] instanceof Object && name.includes('across');
    expect(judgement.findings.some((one) => one.rule === 'ECO-0')).toBe(hasCore);
  });

  test('what was not looked at outranks every go-ahead', () => {
    const gone = Object.keys(site.gone ?? {}).length > 0;
    for (const { judgement } of judged.values()) {
      if (judgement.complete === gone) expect.fail('complete');
      if (gone && severity(judgement.verdict) > severity('undetermined')) expect.fail('verdict');
    }
    expect(judged.size).toBeGreaterThan(0);
  });

  test('project kinds of the red line never open permanent farmland', () => {
    const farmland = (claim: Claim) =>
      judged
        .get(keyOf(claim))!
        .judgement.findings.filter((one) => one.line === 'permanent-basic-farmland')
        .map((one) => one.rule);
    for (const { claim } of judged.values())
      if (farmland(claim).join() !== farmland({ ...claim, nationalMajor: 'none' }).join())
        expect(JSON.stringify(claim)).toBe('the same with and without a national project');
    if (name.includes('farmland'))
      expect(farmland({ temporaryLand: 'no', pbfMajorBasis: 'none', nationalMajor: 3 })).toEqual([
        'PBF-1',
        'FARM-3',
      ]);
    else expect(farmland({ nationalMajor: 3 })).toEqual([]);
  });

  test('no paper but one in force binds', () => {
    const binding: (Verdict | null)[] = ['prohibited', 'not-admitted', 'conditional'];
    for (const { judgement } of judged.values())
      for (const one of judgement.findings)
        if (binding.includes(one.verdict) && !one.citations.some((c) => c.force === 'in-force'))
          expect.fail(one.rule);
    expect(PACK.rules.some((rule) => rule.verdict === 'prohibited')).toBe(true);
  });
});

describe('every state of the required lines together', () => {
  const LINES = [
    'permanent-basic-farmland',
    'ecological-red-line',
    'nature-reserve-core',
    'urban-development-boundary',
  ] as const;
  const STATES = ['overlap', 'below', 'touch', 'clear', 'part', 'not-loaded', 'failed'] as const;
  const ASKED: Claim[] = [
    {},
    { limitedActivity: 6, nationalMajor: 'none', newConstructionLand: 'yes', temporaryLand: 'no' },
    { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no', pbfMajorBasis: 'none' },
  ];

  function siteOf(way: number): { site: Site; states: (typeof STATES)[number][] } {
    const states = LINES.map(
      (_, i) => STATES[Math.floor(way / STATES.length ** i) % STATES.length]!,
    );
    const site: Required<Pick<Site, 'hits' | 'gone' | 'uncovered' | 'touches'>> = {
      hits: {},
      gone: {},
      uncovered: {},
      touches: [],
    };
    for (const [i, kind] of LINES.entries()) {
      const state = states[i]!;
      if (state === 'overlap') site.hits[kind] = 500;
      else if (state === 'below') site.hits[kind] = 0.3;
      else if (state === 'touch') site.touches.push(kind);
      else if (state === 'part') site.uncovered[kind] = 4000;
      else if (state !== 'clear') site.gone[kind] = state;
    }
    return { site, states };
  }

  test('a line that was not wholly looked at is undetermined or worse, one that is hit never clear', () => {
    const total = STATES.length ** LINES.length;
    let judgedWays = 0;
    for (let way = 0; way < total; way++) {
      const { site, states } = siteOf(way);
      const facts = factsOf(site);
      for (const claim of ASKED) {
        const found = judge(facts, claim, PACK);
        judgedWays++;
        for (const [i, kind] of LINES.entries()) {
          const verdict = found.lineVerdicts[kind];
          const open = ['part', 'not-loaded', 'failed'].includes(states[i]!);
          if (open && severity(verdict) > severity('undetermined'))
            expect.fail(`${kind} ${states[i]} ${verdict}`);
          if (states[i] === 'overlap' && verdict === 'clear') expect.fail(`${kind} is hit`);
        }
        const gaps = states.some((state) => ['part', 'not-loaded', 'failed'].includes(state));
        if (found.complete === gaps) expect.fail(`complete ${states.join()}`);
        const ranks = found.findings.map(({ line }) => (line === null ? 99 : kindRank(line)));
        if (ranks.some((rank, at) => at > 0 && rank < ranks[at - 1]!)) expect.fail('order');
      }
    }
    expect(judgedWays).toBe(2401 * 3);
  });
});
