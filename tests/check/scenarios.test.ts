import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/job/exit-code.ts';
import {
  check,
  lineOf,
  REQUIRED,
  ruled,
  ruleIds,
  square,
  type TestLayer,
  truncated,
} from './build.ts';

/** The scenarios of the planners, by their numbers. The site is about 98 ha, 106.00-106.01 E. */

const PBF = 'permanent-basic-farmland';
const ECO = 'ecological-red-line';
const CORE = 'nature-reserve-core';
const UDB = 'urban-development-boundary';

/** Half of the site, or all of it, under one feature. */
const WEST_HALF = square(105.99, 37.39, 106.005, 37.42);
const ALL = square(105.99, 37.39, 106.02, 37.42);
const urban = (polygons = ALL, GHFQMC = '城镇集中建设区'): TestLayer => ({
  kind: UDB,
  features: [{ polygons, properties: { GHFQMC } }],
});
const eco = { kind: ECO, features: [{ polygons: WEST_HALF }] } as const;
const admissions = (report: Awaited<ReturnType<typeof check>>) =>
  report.findings.filter((finding) => finding.verdict !== null);

describe('scenarios', () => {
  it('1: wholly inside 集中建设区, nothing else, empty claim', async () => {
    const report = await check({ layers: [urban()] });
    expect(report).toMatchObject({ verdict: 'permit-mode', complete: true });
    expect(ruleIds(report)).toContain('UDB-1');
    expect(lineOf(report, UDB).zones.map((zone) => zone.id)).toEqual(['concentrated']);
    expect(lineOf(report, UDB).shareOfProject).toBe(1);
    expect(exitCodeOf(report)).toBe(0);
  });

  it('2: outside all lines', async () => {
    const report = await check({});
    expect(report).toMatchObject({ verdict: 'permit-mode', complete: true });
    expect(ruleIds(report)).toContain('UDB-4');
    for (const kind of [PBF, ECO, CORE] as const) {
      expect(lineOf(report, kind)).toMatchObject({ state: 'clear', verdict: 'clear' });
    }
    expect(exitCodeOf(report)).toBe(0);
  });

  it('3: red line, all unknown: one finding whose first question is temporaryLand', async () => {
    const report = await check({ layers: [eco] });
    const found = admissions(report).filter((finding) => finding.line === ECO);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ verdict: 'manual-review', zone: 'outside-core' });
    expect(found[0]!.missing[0]).toBe('temporaryLand');
    expect(exitCodeOf(report)).toBe(1);
  });

  it('4: red line, core layer missing: undetermined, the rest shown as far as known', async () => {
    const report = await check({ layers: [eco], without: [CORE] });
    expect(report).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(lineOf(report, CORE)).toMatchObject({ state: 'not-loaded', verdict: 'undetermined' });
    expect(lineOf(report, ECO).state).toBe('overlap');
    expect(lineOf(report, ECO).zones.map((zone) => zone.id)).toEqual(['unknown']);
    expect(exitCodeOf(report)).toBe(3);
  });

  it('5: farmland file truncated, red line prohibited', async () => {
    const report = await check({
      layers: [eco, { kind: PBF, fault: { error: truncated } }],
      claim: { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no' },
    });
    expect(report).toMatchObject({ verdict: 'prohibited', complete: false });
    expect(lineOf(report, PBF)).toMatchObject({ state: 'failed', verdict: 'undetermined' });
    expect(ruled(report, 'FAILED')?.line).toBe(PBF);
    expect(exitCodeOf(report)).toBe(3);
  });

  it('6: touch only', async () => {
    const beside = square(106.01, 37.4, 106.02, 37.41);
    const report = await check({ layers: [{ kind: PBF, features: [{ polygons: beside }] }] });
    expect(lineOf(report, PBF)).toMatchObject({
      state: 'touch',
      areaM2: 0,
      verdict: 'clear',
      stability: { state: 'marginal' },
    });
    expect(report.notes.map((note) => note.code)).toContain('touches-line');
    expect(report.verdict).toBe('permit-mode');
    expect(exitCodeOf(report)).toBe(0);
  });

  it('7: 0.3 m² of red line', async () => {
    // 0.5477 m x 0.5477 m at 37.41 N: 1 degree is 110 992 m by 88 550 m.
    const corner = square(105.999, 37.41 - 0.5477 / 110_992, 106 + 0.5477 / 88_550, 37.42);
    const report = await check({ layers: [{ kind: ECO, features: [{ polygons: corner }] }] });
    expect(lineOf(report, ECO).state).toBe('below-threshold');
    expect(lineOf(report, ECO).areaM2).toBeCloseTo(0.3, 1);
    expect(admissions(report).filter((finding) => finding.line === ECO)).toEqual([]);
    expect(report.layers.find((layer) => layer.kind === ECO)!.belowThreshold.count).toBe(1);
    expect(exitCodeOf(report)).toBe(0);
  });

  it('8: a thousand pieces of 0.9 m² are an overlap of 900 m²', async () => {
    const side = Math.sqrt(0.9);
    const [dLon, dLat] = [side / 88_561, side / 110_991];
    const features = Array.from({ length: 1000 }, (_, i) => {
      const west = 106.001 + (i % 40) * 0.0001;
      const south = 37.401 + Math.floor(i / 40) * 0.0001;
      return { polygons: square(west, south, west + dLon, south + dLat) };
    });
    const report = await check({ layers: [{ kind: ECO, features }] });
    expect(lineOf(report, ECO).state).toBe('overlap');
    expect(lineOf(report, ECO).areaM2).toBeGreaterThan(898);
    expect(lineOf(report, ECO).areaM2).toBeLessThan(902);
    expect(report.layers.find((layer) => layer.kind === ECO)!.belowThreshold.count).toBe(0);
  });

  it('9: half outside coverage, hit in the other half', async () => {
    const coverage = square(105, 36, 106.005, 39);
    const half = { ...eco, coverage };
    const open = await check({ layers: [half] });
    expect(open).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(lineOf(open, ECO).state).toBe('overlap');
    expect(lineOf(open, ECO).coverageShare).toBeCloseTo(0.5, 4);
    expect(ruled(open, 'NOT-COVERED')?.areaM2).toBeGreaterThan(480_000);
    expect(exitCodeOf(open)).toBe(3);
    const prohibited = await check({
      layers: [half],
      claim: { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no' },
    });
    expect(prohibited).toMatchObject({ verdict: 'prohibited', complete: false });
    expect(exitCodeOf(prohibited)).toBe(3);
  });

  it('10: two parcels, one clear: worst for the whole, a verdict per parcel', async () => {
    const report = await check({
      parcels: [square(106, 37.4, 106.002, 37.41), square(106.006, 37.4, 106.01, 37.41)],
      layers: [eco],
    });
    expect(report.verdict).toBe('manual-review');
    expect(report.project.parcels.map((parcel) => parcel.verdict)).toEqual([
      'manual-review',
      'permit-mode',
    ]);
    expect(admissions(report).find((finding) => finding.line === ECO)!.parcels).toEqual(['1']);
  });

  it('11: a farmland patch inside the urban boundary, basis unknown', async () => {
    const patch = square(106.002, 37.402, 106.004, 37.404);
    const report = await check({
      layers: [urban(), { kind: PBF, features: [{ polygons: patch }] }],
    });
    expect(report).toMatchObject({ verdict: 'manual-review', complete: true });
    expect(lineOf(report, PBF).verdict).toBe('manual-review');
    expect(lineOf(report, UDB).verdict).toBe('permit-mode');
    expect(report.notes.filter((note) => note.code.includes('conflict'))).toEqual([]);
    expect(exitCodeOf(report)).toBe(1);
  });

  it('12: temporary land on permanent farmland, basis none', async () => {
    const report = await check({
      layers: [{ kind: PBF, features: [{ polygons: WEST_HALF }] }],
      claim: { temporaryLand: 'yes', pbfMajorBasis: 'none' },
    });
    expect(ruled(report, 'PBF-T')?.verdict).toBe('manual-review');
    expect(report.verdict).toBe('manual-review');
  });

  it('13: national project 3 with new construction land asks temporaryLand only', async () => {
    const claim = { nationalMajor: 3, newConstructionLand: 'yes' } as const;
    const open = await check({ layers: [eco], claim });
    const found = admissions(open).find((finding) => finding.line === ECO)!;
    expect(found).toMatchObject({ verdict: 'manual-review', missing: ['temporaryLand'] });
    const answered = await check({ layers: [eco], claim: { ...claim, temporaryLand: 'no' } });
    expect(ruled(answered, 'ECO-3A')).toMatchObject({ verdict: 'conditional' });
    expect(answered.verdict).toBe('conditional');
  });

  it('14: kind 6 with new construction land: ECO-2A, its boxes open', async () => {
    const report = await check({
      layers: [eco],
      claim: {
        limitedActivity: 6,
        nationalMajor: 'none',
        newConstructionLand: 'yes',
        temporaryLand: 'no',
      },
    });
    const found = ruled(report, 'ECO-2A')!;
    expect(found.verdict).toBe('conditional');
    expect(found.procedure.map((step) => step.by?.zh)).toEqual([
      '县（市、区）人民政府',
      '设区的市人民政府',
      '自治区人民政府',
    ]);
    expect(found.attachments[0]!.document.zh).toContain('自治区人民政府认定意见');
    const missing = new Set(report.findings.flatMap((finding) => finding.missing));
    expect(missing).toEqual(
      new Set([...missing, 'kind6Unavoidable', 'kind6InCountyPlan', 'linear']),
    );
  });

  it('15: both lists none, legacy unknown', async () => {
    const claim = { limitedActivity: 'none', nationalMajor: 'none' } as const;
    const open = await check({ layers: [eco], claim });
    const found = admissions(open).find((finding) => finding.line === ECO)!;
    expect(found).toMatchObject({ verdict: 'manual-review', missing: ['legacyExisting'] });
    const answered = await check({ layers: [eco], claim: { ...claim, legacyExisting: 'no' } });
    expect(answered.verdict).toBe('prohibited');
  });

  it('16: kind 6 and national 3 claimed: ECO-3A with a note', async () => {
    const report = await check({
      layers: [eco],
      claim: {
        limitedActivity: 6,
        nationalMajor: 3,
        newConstructionLand: 'yes',
        temporaryLand: 'no',
      },
    });
    expect(ruleIds(report)).toContain('ECO-3A');
    expect(ruleIds(report)).not.toContain('ECO-2A');
    expect(report.notes.length).toBeGreaterThan(0);
  });

  it('17: half in the core, kind 6 claimed', async () => {
    const report = await check({
      layers: [
        { kind: ECO, features: [{ polygons: ALL }] },
        { kind: CORE, features: [{ polygons: WEST_HALF }] },
      ],
      claim: {
        limitedActivity: 6,
        nationalMajor: 'none',
        newConstructionLand: 'yes',
        temporaryLand: 'no',
      },
    });
    expect(ruled(report, 'ECO-0')).toMatchObject({ verdict: 'prohibited', zone: 'core' });
    expect(ruled(report, 'ECO-2A')).toMatchObject({ verdict: 'conditional', zone: 'outside-core' });
    expect(report.verdict).toBe('prohibited');
    const [core, outside] = lineOf(report, ECO).zones;
    expect(core!.areaM2 + outside!.areaM2).toBeCloseTo(lineOf(report, ECO).areaM2, 1);
  });

  it('18: core layer hit, red line not: NR-0 and a data problem, never clear', async () => {
    const report = await check({ layers: [{ kind: CORE, features: [{ polygons: WEST_HALF }] }] });
    expect(ruled(report, 'NR-0')).toMatchObject({ verdict: 'manual-review' });
    expect(report.verdict).toBe('manual-review');
    expect(report.notes.map((note) => note.code).join()).toMatch(/conflict|data/);
  });

  it('19: site drawn on the urban boundary, a hair outside, is inside', async () => {
    // The east edge of the boundary stands 1e-13 degree (9 nm, 1e-5 m² along the edge) short.
    const report = await check({
      layers: [urban(square(106, 37.4, 106.01 - 1e-13, 37.41))],
    });
    expect(lineOf(report, UDB).zones.map((zone) => zone.id)).toEqual(['concentrated']);
    expect(lineOf(report, UDB).shareOfProject).toBe(1);
    expect(ruleIds(report)).not.toContain('UDB-4');
    expect(ruleIds(report)).not.toContain('UDB-5');
  });

  it('20: catalog without a farmland entry', async () => {
    const report = await check({ without: [PBF] });
    expect(lineOf(report, PBF)).toMatchObject({ state: 'not-loaded', verdict: 'undetermined' });
    expect(report.complete).toBe(false);
    expect(exitCodeOf(report)).toBe(3);
  });

  it('21: 22 county files of one kind are judged over their union', async () => {
    const step = 0.01 / 20;
    const strips = Array.from({ length: 22 }, (_, i) => {
      const west = 105.9995 + i * step;
      return {
        kind: PBF,
        id: `pbf-${i + 1}`,
        coverage: square(west, 36, west + step, 39),
        features: [{ polygons: square(west, 37.4, west + step, 37.401) }],
      } as const;
    });
    const whole = await check({ layers: strips });
    expect(whole.complete).toBe(true);
    expect(lineOf(whole, PBF)).toMatchObject({ state: 'overlap', coverageShare: 1 });
    expect(lineOf(whole, PBF).shareOfProject).toBeCloseTo(0.1, 4);
    const gap = await check({ layers: strips.filter((_, i) => i !== 10) });
    expect(gap.complete).toBe(false);
    expect(ruled(gap, 'NOT-COVERED')?.line).toBe(PBF);
    const broken = await check({
      layers: strips.map((strip, i) =>
        i === 10 ? { ...strip, fault: { error: truncated } } : strip,
      ),
    });
    expect(broken.complete).toBe(false);
    expect(exitCodeOf(broken)).toBe(3);
  });

  it('22: an agricultural project on ordinary cultivated land', async () => {
    const report = await check({
      layers: [{ kind: 'cultivated-land', features: [{ polygons: WEST_HALF }] }],
      claim: { sector: '农业', temporaryLand: 'no' },
    });
    expect(report.verdict).toBe('permit-mode');
    expect(ruleIds(report)).toContain('FARM-A');
    expect(JSON.stringify(ruled(report, 'FARM-A')!.duties)).toContain('进出平衡');
    expect(exitCodeOf(report)).toBe(0);
  });
});

describe('never falsely clear', () => {
  it.each(REQUIRED)(
    'removing %s never makes the verdict milder than undetermined',
    async (kind) => {
      const report = await check({ without: [kind] });
      expect(report).toMatchObject({ verdict: 'undetermined', complete: false });
      expect(exitCodeOf(report)).toBe(3);
    },
  );

  it.each(REQUIRED)('a %s entry without coverage covers nothing', async (kind) => {
    const report = await check({ layers: [{ kind, coverage: null }] });
    expect(lineOf(report, kind).state).toBe('not-covered');
    expect(report.complete).toBe(false);
  });

  it.each(REQUIRED)('an overlay of %s that throws is failed, with the reason', async (kind) => {
    const fault = { error: new RangeError('ring is not closed'), afterFeatures: 0 };
    const report = await check({ layers: [{ kind, fault }] });
    expect(lineOf(report, kind)).toMatchObject({ state: 'failed', verdict: 'undetermined' });
    expect(lineOf(report, kind).reason?.zh).toContain('ring is not closed');
    expect(report.complete).toBe(false);
  });

  it('a layer that breaks after some features keeps nothing of them as a result', async () => {
    const report = await check({
      layers: [
        {
          kind: PBF,
          features: [{ polygons: WEST_HALF }, { polygons: ALL }],
          fault: { error: truncated, afterFeatures: 1 },
        },
      ],
    });
    expect(lineOf(report, PBF)).toMatchObject({ state: 'failed', areaM2: 0 });
  });

  it('an internet-map position is never complete', async () => {
    const report = await check({ shift: 'gcj02' });
    expect(ruled(report, 'POSITION')).toMatchObject({ verdict: 'undetermined', line: null });
    expect(report.complete).toBe(false);
  });

  it('a former edition never speaks', async () => {
    const report = await check({ layers: [{ kind: PBF, role: 'reference' }], without: [] });
    expect(lineOf(report, PBF).state).toBe('not-loaded');
    expect(report.complete).toBe(false);
  });

  it('two features on one another never occupy more than the site', async () => {
    const report = await check({
      layers: [
        { kind: PBF, features: [{ polygons: ALL }, { polygons: WEST_HALF }], overlapsItself: true },
      ],
    });
    expect(lineOf(report, PBF).shareOfProject).toBe(1);
    const claimed = await check({
      layers: [{ kind: PBF, features: [{ polygons: ALL }, { polygons: WEST_HALF }] }],
    });
    expect(lineOf(claimed, PBF).shareOfProject).toBe(1);
  });
});
