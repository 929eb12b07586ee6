import { describe, expect, it } from 'vitest';
import type { LayerKind } from '../../src/domain/kinds.ts';
import type { MeasuredLine, Progress } from '../../src/domain/progress.ts';
import { reportOf } from '../../src/job/run-check.ts';
import { lineOf, measureWorld, square, truncated, type World } from './build.ts';

const PBF = 'permanent-basic-farmland';
const ECO = 'ecological-red-line';
const UDB = 'urban-development-boundary';

/** The site is 106.00-106.01 E, 37.40-37.41 N. */
const WEST_HALF = square(105.99, 37.39, 106.005, 37.42);
const EAST_THIRD = square(106.007, 37.39, 106.02, 37.42);

async function told(world: World) {
  const all: Progress[] = [];
  const report = reportOf(await measureWorld(world, (progress) => all.push(progress)));
  const lines = new Map(
    all.flatMap((one): [LayerKind, MeasuredLine][] =>
      one.step === 'measured' ? [[one.line.kind, one.line]] : [],
    ),
  );
  return { all, lines, report };
}

describe('what a running check tells of a line', () => {
  it('is what the report says of it in the end, to the digit', async () => {
    const { lines, report } = await told({
      layers: [
        { kind: PBF, features: [{ polygons: WEST_HALF }, { polygons: EAST_THIRD }] },
        { kind: ECO, features: [{ polygons: WEST_HALF }], coverage: WEST_HALF },
        { kind: UDB, features: [{ polygons: EAST_THIRD, properties: { GHFQMC: '弹性发展区' } }] },
      ],
    });
    expect([...lines.keys()].sort()).toEqual(report.lines.map(({ kind }) => kind).sort());
    for (const { kind, zones, ...line } of report.lines) {
      const { state, areaM2, shareOfProject, coverageShare } = line;
      const zonesOf = kind === UDB ? zones.map(({ id, areaM2 }) => ({ id, areaM2 })) : [];
      expect(lines.get(kind)).toMatchObject({
        ...{ kind, state, areaM2, shareOfProject, coverageShare },
        siteM2: report.project.areaM2,
        zones: zonesOf,
      });
    }
    expect(lines.get(PBF)!.areaM2).toBeGreaterThan(lines.get(ECO)!.areaM2);
  });

  it('comes once, after the last of its layers, and before anything is judged', async () => {
    const { all, lines, report } = await told({
      layers: [
        { kind: ECO, id: 'west', features: [{ polygons: WEST_HALF }], coverage: WEST_HALF },
        { kind: PBF },
        { kind: ECO, id: 'rest', features: [{ polygons: EAST_THIRD }] },
      ],
    });
    const steps = all.flatMap((one) =>
      one.step === 'layer' ? one.layer : one.step === 'measured' ? `= ${one.line.kind}` : one.step,
    );
    expect(steps.slice(0, 6)).toEqual(['begun', 'west', PBF, `= ${PBF}`, 'rest', `= ${ECO}`]);
    expect(steps.slice(-2)).toEqual(['judging', 'done']);
    expect(lines.get(ECO)!.areaM2).toBe(lineOf(report, ECO).areaM2);
  });

  it('is whole only where every layer answered for all of the site', async () => {
    const { all, lines } = await told({
      layers: [
        { kind: PBF, coverage: WEST_HALF },
        { kind: ECO, fault: { error: truncated } },
        { kind: UDB, coverage: square(100, 30, 101, 31) },
      ],
      without: ['nature-reserve-core'],
    });
    expect(lines.get(PBF)).toMatchObject({ state: 'clear', isWhole: false, coverageShare: 0.5 });
    expect(lines.get(ECO)).toMatchObject({ state: 'failed', isWhole: false });
    expect(lines.get(UDB)).toMatchObject({ state: 'not-covered', isWhole: false });
    // what no layer stands for is known at once
    expect(all.slice(0, 2)).toEqual([
      { step: 'begun' },
      { step: 'measured', line: lines.get('nature-reserve-core') },
    ]);
    expect(lines.get('nature-reserve-core')).toMatchObject({ state: 'not-loaded', isWhole: false });
  });
});
