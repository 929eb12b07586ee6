import { describe, expect, it } from 'vitest';
import { check, lineOf, square, type TestLayer } from './build.ts';

/** 1 m at 37.41 N: 1/110 992 degree of latitude, 1/88 550 of longitude. */
const LAT = 1 / 110_992;
const LON = 1 / 88_550;
const PBF = 'permanent-basic-farmland';
const UDB = 'urban-development-boundary';

const farmland = (west: number, east: number, accuracyM: number): TestLayer => ({
  kind: PBF,
  accuracyM,
  features: [{ polygons: square(west, 37.39, east, 37.42) }],
});

describe('stability of the judgement', () => {
  it('is marginal for a strip of 0.3 m when the layer is good to 0.5 m', async () => {
    const report = await check({ layers: [farmland(106.01 - 0.3 * LON, 106.02, 0.5)] });
    const { state, stability } = lineOf(report, PBF);
    expect(state).toBe('overlap');
    expect(stability?.state).toBe('marginal');
    // Free of it but for 1 m² after 0.3 m less the width of 1 m² along 1110 m.
    expect(stability?.flipsAtM).toBeGreaterThan(0.29);
    expect(stability?.flipsAtM).toBeLessThanOrEqual(0.3);
  });

  it('is stable for the same strip when the layer is good to 0.1 m', async () => {
    const report = await check({ layers: [farmland(106.01 - 0.3 * LON, 106.02, 0.1)] });
    expect(lineOf(report, PBF).stability).toEqual({ state: 'stable', flipsAtM: null });
  });

  it('is marginal at 0.4 m from a feature, stable at 2 m', async () => {
    const near = await check({ layers: [farmland(106.01 + 0.4 * LON, 106.02, 0.5)] });
    expect(lineOf(near, PBF)).toMatchObject({ state: 'clear', stability: { state: 'marginal' } });
    expect(lineOf(near, PBF).stability?.flipsAtM).toBeCloseTo(0.4, 2);
    const far = await check({ layers: [farmland(106.01 + 2 * LON, 106.02, 0.5)] });
    expect(lineOf(far, PBF).stability).toEqual({ state: 'stable', flipsAtM: null });
  });

  it('is marginal for a site drawn on the urban boundary: moved, it lies across', async () => {
    const town = (margin: number): TestLayer => ({
      kind: UDB,
      features: [
        {
          polygons: square(
            106 - margin * LON,
            37.4 - margin * LAT,
            106.01 + margin * LON,
            37.41 + margin * LAT,
          ),
          properties: { GHFQMC: '城镇集中建设区' },
        },
      ],
    });
    expect(lineOf(await check({ layers: [town(0)] }), UDB).stability?.state).toBe('marginal');
    expect(lineOf(await check({ layers: [town(3)] }), UDB).stability?.state).toBe('stable');
  });

  it('is marginal for a red line whose core begins 0.2 m beside the site', async () => {
    const eco: TestLayer = {
      kind: 'ecological-red-line',
      features: [{ polygons: square(105.9, 37.3, 106.1, 37.5) }],
    };
    const core = (gap: number): TestLayer => ({
      kind: 'nature-reserve-core',
      features: [{ polygons: square(106.01 + gap * LON, 37.39, 106.05, 37.42) }],
    });
    const near = await check({ layers: [eco, core(0.2)] });
    expect(lineOf(near, 'ecological-red-line').stability?.state).toBe('marginal');
    const far = await check({ layers: [eco, core(20)] });
    expect(lineOf(far, 'ecological-red-line').stability?.state).toBe('stable');
  });
});
