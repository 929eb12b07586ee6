import { describe, expect, it } from 'vitest';
import { balanceTable, conflictsTable } from '../../src/report/tables/balance-table.ts';
import { cellText } from '../../src/report/tables/table.ts';
import { check, SITE, square, type TestLayer } from './build.ts';

const PBF = 'permanent-basic-farmland';
const FARM = 'cultivated-land';
const ECO = 'ecological-red-line';
const UDB = 'urban-development-boundary';
const CORE = 'nature-reserve-core';

/** The site is 106.00-106.01 E, 37.40-37.41 N; strips of it by longitude, whole in latitude. */
const strip = (west: number, east: number) => square(106 + west, 37.39, 106 + east, 37.42);
const feature = (polygons: ReturnType<typeof square>, properties = {}) => ({
  polygons,
  properties,
});

describe('net area of permanent farmland', () => {
  it('is the overlap times stated net area over the ellipsoidal area of the patch', async () => {
    // The patch lies half inside the site and states a net area of 90 % of its own area.
    const patch = square(105.995, 37.4, 106.005, 37.41);
    const whole = await check({ layers: [{ kind: PBF }], parcels: [patch] });
    const ownM2 = whole.project.areaM2;
    const properties = { YJJBNTMJ: ownM2 * 0.9, DLMC: '0102', ZLDWDM: '640303101237' };
    const report = await check({ layers: [{ kind: PBF, features: [feature(patch, properties)] }] });
    const [overlap] = report.layers.find(({ kind }) => kind === PBF)!.overlaps;
    expect(overlap!.areaM2).toBeCloseTo(ownM2 / 2, 1);
    expect(overlap!.netAreaM2).toBeCloseTo(overlap!.areaM2 * 0.9, 1);
    expect(overlap!.feature).toMatchObject({ landClass: '水浇地', county: '640303' });
    expect(overlap!.featureId).toBe(`${PBF}-1`);
  });
});

describe('ordinary cultivated land', () => {
  const farm = (layers: readonly TestLayer[] = []) => ({
    layers: [
      {
        kind: FARM,
        overlapsItself: true,
        features: [
          feature(strip(0, 0.002), { DLMC: '水田', ZLDWDM: '640303101' }),
          feature(strip(0.002, 0.005), { DLMC: '旱地', ZLDWDM: '640303101' }),
          // The same ground drawn twice: it counts once.
          feature(strip(0.004, 0.006), { DLMC: '0103', ZLDWDM: '640303102' }),
          feature(strip(0.006, 0.007), { DLMC: '旱地', ZLDWDM: '640324101' }),
          feature(strip(0.02, 0.03), { DLMC: '水浇地', ZLDWDM: '640303101' }),
        ],
      } satisfies TestLayer,
      ...layers,
    ],
  });
  const pbf: TestLayer = { kind: PBF, features: [feature(strip(0.001, 0.003))] };

  it('is stated by class and county outside permanent farmland, in thousandths of a degree', async () => {
    const report = await check(farm([pbf]));
    const cross = report.crosses.find(({ classes }) => classes)!;
    expect(cross).toMatchObject({ op: 'minus', of: [FARM, PBF], known: true });
    const unit = report.project.areaM2 / 10;
    const told = cross.classes!.map(({ landClass, county, areaM2 }) => [
      landClass,
      county,
      Math.round((areaM2 / unit) * 1e4) / 1e4,
    ]);
    // 旱地 0.003-0.006 of 640303 (0.004-0.005 twice), 0.006-0.007 of 640324; 水田 0-0.001.
    expect(told).toEqual([
      ['旱地', '640303', 3],
      ['旱地', '640324', 1],
      ['水田', '640303', 1],
    ]);
    expect(cross.areaM2).toBeCloseTo(5 * unit, 0);
  });

  it('stands in a table whose rows add up', async () => {
    const table = balanceTable(await check(farm([pbf])), 'zh');
    const hectares = table.rows.map(({ cells }) => Number(cellText(cells[2]!)));
    expect(hectares[0]! + hectares[1]! + hectares[2]!).toBeCloseTo(hectares[3]!, 4);
    expect(table.rows[0]!.cells.slice(0, 2)).toEqual(['旱地', '640303']);
  });

  it('says 未核查 beside a total that permanent farmland could still lower', async () => {
    const half = { kind: PBF, coverage: strip(0, 0.005) } as const;
    const table = balanceTable(await check(farm([half])), 'zh');
    expect(cellText(table.rows.at(-1)!.cells[1]!)).toContain('未核查');
  });

  it('is no table where nothing is cultivated', async () => {
    expect(balanceTable(await check({}), 'zh').rows).toEqual([]);
  });
});

describe('control lines that overlap each other', () => {
  it('are a data problem that names the features, largest first', async () => {
    const report = await check({
      layers: [
        { kind: PBF, features: [feature(strip(0, 0.002)), feature(strip(0.002, 0.003))] },
        { kind: ECO, features: [feature(strip(0.0015, 0.004))] },
        { kind: UDB, features: [feature(strip(0.006, 0.02), { GHFQMC: '集中建设区' })] },
      ],
    });
    const cross = report.crosses.find(({ of }) => of[0] === PBF && of[1] === ECO)!;
    expect(cross.features!.map(({ a, b }) => [a, b])).toEqual([
      [`${PBF}-2`, `${ECO}-1`],
      [`${PBF}-1`, `${ECO}-1`],
    ]);
    expect(cross.features![0]!.areaM2 / cross.features![1]!.areaM2).toBeCloseTo(2, 6);
    const sum = cross.features!.reduce((total, { areaM2 }) => total + areaM2, 0);
    expect(sum).toBeCloseTo(cross.areaM2, 1);
    const notes = report.notes.filter(({ code }) => code === 'data-conflict');
    expect(notes).toHaveLength(1);
    expect(notes[0]!.text.zh).toContain(`所涉图斑：${PBF}-2 × ${ECO}-1 `);
    expect(conflictsTable(report, 'zh').rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['永久基本农田 ∩ 生态保护红线', `${PBF}-2`, `${ECO}-1`],
      ['永久基本农田 ∩ 生态保护红线', `${PBF}-1`, `${ECO}-1`],
    ]);
    // Beside the result, never instead of it.
    expect(report.verdict).toBe('manual-review');
    expect(report.complete).toBe(true);
  });

  it('red line and boundary likewise; a farmland patch inside the boundary is none', async () => {
    const report = await check({
      layers: [
        { kind: PBF, features: [feature(strip(0.007, 0.008))] },
        { kind: ECO, features: [feature(strip(0, 0.002))] },
        { kind: UDB, features: [feature(strip(0.001, 0.02), { GHFQMC: '集中建设区' })] },
      ],
    });
    const codes = report.notes.filter(({ code }) => code === 'data-conflict');
    expect(codes.map(({ params }) => [params.a, params.b])).toEqual([[ECO, UDB]]);
  });

  it('a core outside the red line names its feature alone', async () => {
    const report = await check({
      layers: [{ kind: CORE, features: [feature(strip(0, 0.001))] }],
    });
    const cross = report.crosses.find(({ features }) => features?.length)!;
    expect(cross.features).toMatchObject([{ a: `${CORE}-1`, b: null }]);
    expect(report.notes.find(({ code }) => code === 'data-gap')!.text.en).toContain(`${CORE}-1 `);
  });
});

describe('the urban boundary', () => {
  it('a site identical with the boundary is inside, 100.000 %', async () => {
    const report = await check({
      layers: [{ kind: UDB, features: [feature(SITE, { GHFQMC: '集中建设区' })] }],
    });
    const line = report.lines.find(({ kind }) => kind === UDB)!;
    expect(line.zones.map(({ id }) => id)).toEqual(['concentrated']);
    expect(line.zones[0]!.areaM2).toBe(report.project.areaM2);
    expect(line.shareOfProject).toBe(1);
    expect(report.findings.some(({ rule }) => rule === 'UDB-5')).toBe(false);
  });

  it('zones, outside and not covered add up to the site; both control modes are named', async () => {
    const zones = ['集中建设区', '弹性发展区', '特别用途区', '01x'];
    const report = await check({
      layers: [
        {
          kind: UDB,
          coverage: strip(-1, 0.009),
          features: zones.map((GHFQMC, i) =>
            feature(strip(i * 0.0015, (i + 1) * 0.0015), { GHFQMC }),
          ),
        },
      ],
    });
    const line = report.lines.find(({ kind }) => kind === UDB)!;
    expect(line.zones.map(({ id }) => id).sort()).toEqual([
      'concentrated',
      'flexible',
      'not-covered',
      'outside',
      'special-use',
      'unknown',
    ]);
    const cents = line.zones.reduce((sum, { areaM2 }) => sum + Math.round(areaM2 * 100), 0);
    expect(cents).toBe(Math.round(report.project.areaM2 * 100));
    const verdicts = Object.fromEntries(
      report.findings
        .filter(({ line: kind, verdict }) => kind === UDB && verdict !== null)
        .map(({ rule, zone, verdict }) => [`${rule} ${zone}`, verdict]),
    );
    expect(verdicts).toMatchObject({
      'UDB-1 concentrated': 'permit-mode',
      'UDB-2 flexible': 'manual-review',
      'UDB-3 special-use': 'manual-review',
      'NO-RULE unknown': 'manual-review',
      'UDB-4 outside': 'permit-mode',
      'UDB-5 null': 'manual-review',
    });
    const said = report.findings.map(({ text }) => text.zh).join();
    expect(said).toContain('详细规划+规划许可');
    expect(said).toContain('约束指标+分区准入');
  });
});
