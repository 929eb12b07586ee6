import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../../src/geometry/shapes.ts';
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

/** Ways in which a check might call clear what it did not see, each once thought of and shut. */

const LAT = 1 / 110_992;
const LON = 1 / 88_550;
const PBF = 'permanent-basic-farmland';
const ECO = 'ecological-red-line';
const CORE = 'nature-reserve-core';
const UDB = 'urban-development-boundary';
const ALL = square(105.99, 37.39, 106.02, 37.42);
const small = (metres: number) => square(106, 37.4, 106 + metres * LON, 37.4 + metres * LAT);

describe('very small sites', () => {
  it('are not covered where no layer covers them, however small', async () => {
    const layers = REQUIRED.map((kind): TestLayer => ({ kind, coverage: null }));
    const report = await check({ layers, parcels: [small(0.12)] });
    expect(report.complete).toBe(false);
    expect(lineOf(report, PBF).state).toBe('not-covered');
    expect(exitCodeOf(report)).toBe(3);
  });

  it('of less than 0.01 m² are refused with the value', async () => {
    await expect(check({ parcels: [small(0.05)] })).rejects.toMatchObject({
      code: 'site-too-small',
      params: { parcel: '1' },
    });
  });

  it('of 0.6 m² wholly inside a core are prohibited: most of a site is no boundary noise', async () => {
    const layers: TestLayer[] = [
      { kind: ECO, features: [{ polygons: ALL }] },
      { kind: CORE, features: [{ polygons: ALL }] },
    ];
    const report = await check({ layers, parcels: [small(0.775)] });
    expect(report.verdict).toBe('prohibited');
    expect(lineOf(report, CORE).state).toBe('overlap');
  });
});

describe('a broken file beside a good one', () => {
  const good: TestLayer = { kind: PBF, id: 'good' };
  const neighbour = (fault: boolean): TestLayer => ({
    kind: PBF,
    id: 'neighbour',
    coverage: square(106.02, 37, 106.5, 38),
    features: [{ polygons: square(106.005, 37.405, 106.03, 37.42) }],
    ...(fault && { fault: { error: truncated } }),
  });

  it('is not forgotten though its coverage ends elsewhere: intact, it would have spoken', async () => {
    expect(lineOf(await check({ layers: [good, neighbour(false)] }), PBF).state).toBe('overlap');
    const broken = await check({ layers: [good, neighbour(true)] });
    expect(broken).toMatchObject({ verdict: 'undetermined', complete: false });
    expect(ruled(broken, 'FAILED')).toMatchObject({ line: PBF, verdict: 'undetermined' });
    expect(exitCodeOf(broken)).toBe(3);
  });
});

describe('layers that are drawn wrong', () => {
  const bowTie: MultiPolygon = [
    [
      [
        [106.001, 37.401],
        [106.009, 37.409],
        [106.009, 37.401],
        [106.001, 37.409],
        [106.001, 37.401],
      ],
    ],
  ];

  it.each([
    ['a bow-tie whose halves cancel out', bowTie],
    [
      'a part drawn twice',
      [...square(106.001, 37.401, 106.009, 37.409), ...square(106.001, 37.401, 106.009, 37.409)],
    ],
  ])('%s is failed, not clear', async (_name, polygons) => {
    const report = await check({ layers: [{ kind: PBF, features: [{ polygons }] }] });
    expect(lineOf(report, PBF).state).toBe('failed');
    expect(lineOf(report, PBF).reason?.zh).toContain('边界有误');
    expect(report.complete).toBe(false);
  });

  it('a defect away from the site fails nothing', async () => {
    const far: MultiPolygon = [
      [
        [
          [106.001, 37.401],
          [106.004, 37.401],
          [106.004, 37.45],
          [106.002, 37.46],
          [106.004, 37.46],
          [106.002, 37.45],
          [106.001, 37.401],
        ],
      ],
    ];
    const report = await check({ layers: [{ kind: PBF, features: [{ polygons: far }] }] });
    expect(lineOf(report, PBF).state).toBe('overlap');
  });

  it('an urban feature given twice does not double what lies inside', async () => {
    const half = square(105.99, 37.39, 106.005, 37.42);
    const properties = { GHFQMC: '城镇集中建设区' };
    const features = [
      { polygons: half, properties },
      { polygons: half, properties },
    ];
    const report = await check({ layers: [{ kind: UDB, features, overlapsItself: false }] });
    expect(lineOf(report, UDB).shareOfProject).toBeCloseTo(0.5, 5);
    expect(lineOf(report, UDB).zones.map((zone) => zone.id)).toEqual(['concentrated', 'outside']);
    expect(ruleIds(report)).toContain('UDB-5');
  });
});

describe('the edge of what layers cover', () => {
  const own: TestLayer = { kind: ECO, id: 'own', coverage: square(105, 36, 106.0101, 39) };

  it("finds a red line 11 m away in the next county's layer", async () => {
    const next: TestLayer = {
      kind: ECO,
      id: 'next',
      coverage: square(106.0101, 36, 107, 39),
      features: [{ polygons: square(106.01 + 11 * LON, 37.39, 106.05, 37.42) }],
    };
    const report = await check({ layers: [own, next] });
    expect(lineOf(report, ECO)).toMatchObject({ state: 'clear' });
    expect(lineOf(report, ECO).nearestM).toBeCloseTo(11, 1);
    expect(ruleIds(report)).toContain('ECO-10');
  });

  it('states no distance where nobody vouches for the ground between', async () => {
    const far: TestLayer = {
      ...own,
      features: [{ polygons: square(105.9, 37.39, 105.95, 37.42) }],
    };
    const report = await check({ layers: [far] });
    expect(lineOf(report, ECO).nearestM).toBeNull();
    expect(lineOf(report, ECO).stability?.state).toBe('marginal');
    expect(ruleIds(report)).toContain('ECO-10');
  });

  it('keeps what is surely outside the urban boundary beside what is not covered', async () => {
    const report = await check({
      layers: [
        {
          kind: UDB,
          coverage: square(105, 36, 106.005, 39),
          features: [
            {
              polygons: square(106.005, 37.39, 106.02, 37.42),
              properties: { GHFQMC: '城镇集中建设区' },
            },
          ],
        },
      ],
    });
    const zones = lineOf(report, UDB).zones;
    expect(zones.map((zone) => zone.id)).toEqual(['concentrated', 'outside']);
    const sum = zones.reduce((total, zone) => total + zone.areaM2, 0);
    expect(sum).toBeCloseTo(report.project.areaM2, 1);
    expect(report.complete).toBe(false);
  });

  it('says so when two layers claim the same half', async () => {
    const coverage = square(105, 36, 106.005, 39);
    const rest = square(106.005, 36, 107, 39);
    const report = await check({
      layers: [
        { kind: PBF, id: 'a', coverage },
        { kind: PBF, id: 'b', coverage },
        { kind: PBF, id: 'c', coverage: rest },
      ],
    });
    expect(report.notes.map((note) => note.code)).toContain('coverage-twice');
  });
});
