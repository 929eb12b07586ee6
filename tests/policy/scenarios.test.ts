import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { type Judgement, judge } from '../../src/policy/judge.ts';
import { verdictOfParcel } from '../../src/policy/parcels.ts';
import { PACK } from './pack-file.ts';
import { factsOf, type Site } from './site.ts';

const RED: Site = { hits: { 'ecological-red-line': { 'outside-core': 100 } } };

function check(site: Site, claim: Claim = {}): Judgement {
  return judge(factsOf(site), claim, PACK);
}

/** Rules that give a verdict, in report order. */
function rules(judgement: Judgement): string[] {
  return judgement.findings.filter((one) => one.verdict !== null).map((one) => one.rule);
}

function finding(judgement: Judgement, rule: string) {
  return judgement.findings.find((one) => one.rule === rule)!;
}

/** Right answers as planners give them, scenario by scenario. */
describe('scenarios', () => {
  test('1 wholly inside the concentrated zone, nothing else, empty claim', () => {
    const found = check({ hits: { 'urban-development-boundary': { concentrated: 10_000 } } });
    expect(found).toMatchObject({ verdict: 'permit-mode', complete: true });
    expect(rules(found)).toEqual(['UDB-1']);
  });

  test('2 outside all lines: the mode outside is named, every line is clear', () => {
    const found = check({});
    expect(found).toMatchObject({ verdict: 'permit-mode', complete: true });
    expect(rules(found)).toEqual(['UDB-4']);
    expect(finding(found, 'UDB-4').text.zh).toContain('约束指标+分区准入');
    expect(found.lineVerdicts['permanent-basic-farmland']).toBe('clear');
    expect(found.lineVerdicts['urban-green-line'], 'not among the facts').toBe('undetermined');
  });

  test('3 red line, all unknown: one manual review that asks for temporary land first', () => {
    const found = check(RED);
    expect(found).toMatchObject({ verdict: 'manual-review', complete: true });
    const manual = found.findings.filter((one) => one.verdict === 'manual-review');
    expect(manual.map((one) => [one.rule, one.zone])).toEqual([['ECO-1U', 'outside-core']]);
    expect(manual[0]!.missing).toEqual([
      'temporaryLand',
      'nationalMajor',
      'limitedActivity',
      'newConstructionLand',
      'residentHousing',
      'concreteConstruction',
      'legacyExisting',
    ]);
  });

  test('4 red line, core layer missing: undetermined, the rest as far as known', () => {
    const found = check({
      hits: { 'ecological-red-line': 100 },
      gone: { 'nature-reserve-core': 'not-loaded' },
    });
    expect(found).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(finding(found, 'ECO-1U')).toMatchObject({ zone: 'unknown', verdict: 'manual-review' });
    expect(finding(found, 'NOT-LOADED').text.zh).toBe(
      '因未加载“自然保护地核心保护区”图层，本次未对该项进行核查，不作不涉及的结论。',
    );
  });

  test('5 farmland file truncated, red line prohibited', () => {
    const found = check(
      { ...RED, gone: { 'permanent-basic-farmland': 'failed' } },
      { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no' },
    );
    expect(found).toMatchObject({ verdict: 'prohibited', complete: false });
    expect(rules(found)).toEqual(['FAILED', 'ECO-1', 'UDB-4']);
  });

  test('6 touch only: the verdict of the rest', () => {
    const found = check({ touches: ['ecological-red-line'] });
    expect(found).toMatchObject({ verdict: 'permit-mode', complete: true });
    expect(found.lineVerdicts['ecological-red-line']).toBe('clear');
  });

  test('7 0.3 m² of red line fires no admission rule', () => {
    const found = check({ hits: { 'ecological-red-line': 0.3 } });
    expect(rules(found)).toEqual(['UDB-4']);
  });

  test('8 a line above the threshold in zones that are each below it counts in every zone', () => {
    const found = check({ hits: { 'ecological-red-line': { core: 0.6, 'outside-core': 0.6 } } });
    expect(rules(found)).toEqual(['ECO-0', 'ECO-1U', 'UDB-4']);
  });

  test('9 half outside coverage, hit in the other half', () => {
    const found = check({ ...RED, uncovered: { 'ecological-red-line': 5000 } });
    expect(found).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(finding(found, 'NOT-COVERED')).toMatchObject({ areaM2: 5000, verdict: 'undetermined' });
    const claim: Claim = { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no' };
    const hit = check({ ...RED, uncovered: { 'ecological-red-line': 5000 } }, claim);
    expect(hit).toMatchObject({ verdict: 'prohibited', complete: false });
  });

  test('10 two parcels, one clear: worst for the whole, a verdict for each', () => {
    const facts = factsOf({ hits: { 'permanent-basic-farmland': 500 } });
    const urban = facts.lines.find((line) => line.kind === 'urban-development-boundary')!;
    const both = { ...urban, zones: urban.zones.map((zone) => ({ ...zone, parcels: ['1', '2'] })) };
    const lines = facts.lines.map((line) => (line === urban ? both : line));
    const found = judge({ ...facts, lines }, {}, PACK);
    expect(found.verdict).toBe('manual-review');
    expect(verdictOfParcel(found, '1')).toBe('manual-review');
    expect(verdictOfParcel(found, '2')).toBe('permit-mode');
  });

  test('a gap stands for every parcel', () => {
    const found = check({ gone: { 'ecological-red-line': 'not-loaded' } });
    expect(verdictOfParcel(found, '2')).toBe('undetermined');
  });

  test('11 farmland patch inside the urban boundary, basis unknown: no data conflict', () => {
    const found = check({
      hits: {
        'permanent-basic-farmland': 500,
        'urban-development-boundary': { concentrated: 1e4 },
      },
    });
    expect(rules(found)).toEqual(['PBF-U', 'UDB-1']);
    expect(finding(found, 'PBF-U').missing).toEqual(['temporaryLand', 'pbfMajorBasis']);
    expect(found.notes).toEqual([]);
  });

  test('12 temporary land on permanent farmland, basis none', () => {
    const found = check(
      { hits: { 'permanent-basic-farmland': 500 } },
      { temporaryLand: 'yes', pbfMajorBasis: 'none' },
    );
    expect(found.verdict).toBe('manual-review');
    expect(rules(found)).toEqual(['PBF-T', 'UDB-4']);
  });

  test('13 national project 3 with new construction land asks only for temporary land', () => {
    const claim: Claim = { nationalMajor: 3, newConstructionLand: 'yes' };
    expect(finding(check(RED, claim), 'ECO-1U').missing).toEqual(['temporaryLand']);
    const found = check(RED, { ...claim, temporaryLand: 'no' });
    expect(rules(found)).toEqual(['ECO-3A', 'UDB-4']);
    expect(found.verdict).toBe('conditional');
  });

  test('14 kind 6 with new construction land: conditional, kind-6 boxes and linear are open', () => {
    const claim: Claim = {
      limitedActivity: 6,
      nationalMajor: 'none',
      newConstructionLand: 'yes',
      temporaryLand: 'no',
    };
    const found = check(RED, claim);
    expect(found.verdict).toBe('conditional');
    expect(finding(found, 'ECO-2A').missing).toEqual(['kind6Unavoidable', 'kind6InCountyPlan']);
    expect(finding(found, 'ECO-5')).toMatchObject({
      verdict: null,
      duties: [],
      missing: ['linear'],
    });
    expect(finding(found, 'ECO-2A').procedure.map((step) => step.level)).toEqual([
      'county',
      'city',
      'province',
    ]);
    expect(finding(found, 'ECO-2A').text.zh).toContain('（第6类）');
  });

  test('15 both lists none, legacy unknown: asks that; "no" is prohibited', () => {
    const claim: Claim = { limitedActivity: 'none', nationalMajor: 'none' };
    expect(finding(check(RED, claim), 'ECO-1U').missing).toEqual(['legacyExisting']);
    expect(rules(check(RED, { ...claim, legacyExisting: 'no' }))).toEqual(['ECO-1', 'UDB-4']);
  });

  test('16 kind 6 and national 3 claimed: ECO-3A with a note', () => {
    const found = check(RED, {
      limitedActivity: 6,
      nationalMajor: 3,
      newConstructionLand: 'yes',
      temporaryLand: 'no',
    });
    expect(rules(found)).toEqual(['ECO-3A', 'UDB-4']);
    expect(found.notes.map((note) => note.code)).toEqual(['both-lists-claimed']);
  });

  test('17 half in the core, kind 6 claimed', () => {
    const found = check(
      { hits: { 'ecological-red-line': { core: 50, 'outside-core': 50 } } },
      {
        limitedActivity: 6,
        nationalMajor: 'none',
        newConstructionLand: 'yes',
        temporaryLand: 'no',
      },
    );
    expect(found.verdict).toBe('prohibited');
    expect(found.findings.slice(0, 2).map((one) => [one.rule, one.zone, one.verdict])).toEqual([
      ['ECO-0', 'core', 'prohibited'],
      ['ECO-2A', 'outside-core', 'conditional'],
    ]);
    expect(found.lineVerdicts['nature-reserve-core']).toBe('prohibited');
  });

  test('18 core layer hit, red line not: manual review and a data problem', () => {
    const found = check({ hits: { 'nature-reserve-core': 100 } });
    expect(found.verdict).toBe('manual-review');
    expect(rules(found)).toEqual(['NR-0', 'UDB-4']);
    expect(found.notes).toMatchObject([
      { code: 'data-gap', params: { a: 'nature-reserve-core', b: 'ecological-red-line' } },
    ]);
  });

  test('19 drawn on the urban boundary, 1e-5 m² outside: inside', () => {
    const found = check({
      hits: { 'urban-development-boundary': { concentrated: 10_000, outside: 0 } },
    });
    expect(rules(found)).toEqual(['UDB-1']);
  });

  test('20 no farmland among the facts: not loaded', () => {
    const found = check({ absent: ['permanent-basic-farmland'] });
    expect(found).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(finding(found, 'NOT-LOADED').line).toBe('permanent-basic-farmland');
    expect(found.lineVerdicts['permanent-basic-farmland']).toBe('undetermined');
  });

  test('22 agricultural project on ordinary cultivated land', () => {
    const found = check(
      { hits: { 'cultivated-land': 300 } },
      { sector: '农业', temporaryLand: 'no' },
    );
    expect(found.verdict).toBe('permit-mode');
    expect(finding(found, 'FARM-A').duties[0]!.zh).toContain('进出平衡');
  });
});

describe('beside the scenarios', () => {
  test('nothing was looked at: undetermined, never clear', () => {
    const nothing = { siteAreaM2: 1, lines: [], crosses: [], contradictions: [] };
    const found = judge({ ...nothing, position: 'surveyed' }, {}, PACK);
    expect(found).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(rules(found)).toEqual(['NOT-LOADED', 'NOT-LOADED', 'NOT-LOADED', 'NOT-LOADED']);
  });

  test('an optional layer that is listed but fails is undetermined too', () => {
    expect(check({ gone: { 'urban-green-line': 'failed' } })).toMatchObject({
      verdict: 'undetermined',
      complete: false,
    });
  });

  test('coordinates from an internet map', () => {
    const found = check({ internetMap: true });
    expect(found).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(finding(found, 'POSITION').line).toBeNull();
  });

  test('an urban sub-zone that the data does not name has no rule', () => {
    const found = check({ hits: { 'urban-development-boundary': { unknown: 10_000 } } });
    expect(rules(found)).toEqual(['NO-RULE']);
    expect(found.findings[0]).toMatchObject({ zone: 'unknown', verdict: 'manual-review' });
  });

  test('across the boundary: both modes and the whole by hand', () => {
    const found = check({ hits: { 'urban-development-boundary': { concentrated: 4000 } } });
    expect(rules(found)).toEqual(['UDB-5', 'UDB-1', 'UDB-4']);
    expect(finding(found, 'UDB-5').areaM2).toBe(10_000);
  });

  test('cultivated land inside permanent farmland is answered there', () => {
    const found = check({
      hits: { 'cultivated-land': 200, 'permanent-basic-farmland': 200 },
      both: { 'cultivated-land & permanent-basic-farmland': 200 },
    });
    expect(rules(found)).toEqual(['PBF-U', 'UDB-4']);
  });

  test('two parts of cultivated land, each below the threshold, both count', () => {
    const found = check({
      hits: { 'cultivated-land': 1.6, 'permanent-basic-farmland': 0.8 },
      both: { 'cultivated-land & permanent-basic-farmland': 0.8 },
    });
    expect(rules(found)).toContain('FARM-1');
  });

  test('farmland not looked at: all cultivated land is judged as ordinary', () => {
    const found = check({
      hits: { 'cultivated-land': 300 },
      gone: { 'permanent-basic-farmland': 'not-loaded' },
    });
    expect(rules(found)).toEqual(['NOT-LOADED', 'FARM-1', 'UDB-4']);
    expect(finding(found, 'FARM-1')).toMatchObject({
      verdict: 'manual-review',
      missing: ['temporaryLand', 'sector'],
    });
  });

  test('control lines that overlap each other are a data problem beside the result', () => {
    const found = check({
      ...RED,
      hits: { ...RED.hits, 'permanent-basic-farmland': 500 },
      both: { 'permanent-basic-farmland & ecological-red-line': 40 },
    });
    expect(found.notes.map((note) => [note.code, note.params.areaM2])).toEqual([
      ['data-conflict', 40],
    ]);
  });

  test('kind 9 without law and article asks for them; with them it is decided', () => {
    const claim: Claim = {
      limitedActivity: 9,
      nationalMajor: 'none',
      newConstructionLand: 'yes',
      temporaryLand: 'no',
    };
    expect(finding(check(RED, claim), 'ECO-1U').missing).toEqual(['kind9Basis']);
    const kind9Basis = { law: '草原法', article: '第五十条' };
    expect(rules(check(RED, { ...claim, kind9Basis }))).toEqual(['ECO-2A', 'UDB-4']);
    expect(rules(check(RED, { ...claim, temporaryLand: 'yes', nationalMajor: 3 }))).toEqual([
      'ECO-4',
      'UDB-4',
    ]);
  });

  test('answers that contradict each other stand beside the outcome', () => {
    const found = check(RED, {
      limitedActivity: 6,
      nationalMajor: 'none',
      newConstructionLand: 'yes',
      temporaryLand: 'no',
      kind6Unavoidable: 'no',
    });
    expect(rules(found)).toEqual(['CONTRADICTION', 'ECO-2A', 'UDB-4']);
    expect(finding(found, 'ECO-2A').missing).toEqual(['kind6InCountyPlan']);
  });

  test('two engines that disagree', () => {
    const facts = factsOf({});
    const contradictions = [
      { kind: 'ecological-red-line' as const, parcels: ['1'], params: { a: 1, b: 2 } },
    ];
    const found = judge({ ...facts, contradictions }, {}, PACK);
    expect(found).toMatchObject({ verdict: 'manual-review', complete: true });
  });

  test('red line whose zones nobody measured is judged with the core unknown', () => {
    const facts = factsOf({ hits: { 'ecological-red-line': 100 } });
    const lines = facts.lines.map((line) => ({ ...line, zones: [] }));
    const found = judge({ ...facts, lines, crosses: [] }, {}, PACK);
    expect(finding(found, 'ECO-1U')).toMatchObject({ zone: 'unknown', areaM2: 100 });
    expect(rules(found)).toContain('UDB-4');
  });

  test('reasons are put into words by whoever knows them', () => {
    const facts = factsOf({ gone: { 'ecological-red-line': 'failed' } });
    const wordsFor = ({ code }: { code: string }) => ({ zh: `缺 ${code}`, en: `no ${code}` });
    const found = judge(facts, {}, PACK, wordsFor);
    expect(finding(found, 'FAILED').text.zh).toContain('原因：缺 layer-missing');
  });
});
