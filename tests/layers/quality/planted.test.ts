import { beforeAll, expect, it } from 'vitest';
import {
  type LayerQuality,
  QUALITY_CHECKS,
  type QualityCheckName,
} from '../../../src/domain/layer-quality.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';
import { checkQuality } from '../../../src/layers/quality/check-quality.ts';
import { layerOf } from './mosaic.ts';
import { type Planted, plantDefects } from './planted.ts';

let planted: Planted[];
let quality: LayerQuality;
let inCells: LayerQuality;
beforeAll(async () => {
  const layer = plantDefects(2026);
  planted = layer.planted;
  // the eastern border of the stated area cuts through the last column
  const east = 106.0447;
  const ring = [
    [105, 36],
    [east, 36],
    [east, 39],
    [105, 39],
    [105, 36],
  ] as const;
  const stated = toFlat([[ring]]);
  const source = await layerOf(layer.parcels);
  quality = await checkQuality(source, { stated });
  inCells = await checkQuality(source, { stated, cellFeatures: 20 });
});

it('finds the same, whether the layer is looked at whole or in a hundred cells', () => {
  for (const [n, check] of quality.checks.entries()) {
    // sums are added in another order, and small ones are sums of what is nearly nothing
    const { small, ...own } = check;
    const { small: otherSmall, ...other } = inCells.checks[n]!;
    expect(other).toEqual(own);
    expect(otherSmall?.count).toBe(small?.count);
  }
  expect(quality.checks.find(({ check }) => check === 'outside-area')!.count).toBe(45);
});

/** A parcel moved aside overlaps or leaves as many neighbours as it has on a side: that is not counted. */
const isCounted = ({ kind }: Planted): boolean => kind !== 'shifted parcel';

it('finds every planted defect, at its place', () => {
  for (const { kind, found, near } of planted) {
    const here = quality.checks.flatMap(({ findings }) =>
      findings.filter(({ at }) => {
        return at && Math.abs(at[0] - near[0]) < 0.0012 && Math.abs(at[1] - near[1]) < 0.0012;
      }),
    );
    const counts: Partial<Record<QualityCheckName, number>> = {};
    for (const { check } of here) {
      if (check !== 'cross' && check !== 'outside-area') counts[check] = (counts[check] ?? 0) + 1;
    }
    if (kind === 'shifted parcel') {
      expect([kind, near, counts.overlap! >= 2, counts.gap! >= 1]).toEqual([
        kind,
        near,
        true,
        true,
      ]);
      expect(Object.keys(counts).sort()).toEqual(['gap', 'overlap']);
      continue;
    }
    expect([kind, near, counts]).toEqual([kind, near, found]);
  }
});

it('and nothing else', () => {
  const near = (at: readonly number[] | null) =>
    planted.some(
      (one) =>
        at && Math.abs(at[0]! - one.near[0]) < 0.0012 && Math.abs(at[1]! - one.near[1]) < 0.0012,
    );
  for (const name of QUALITY_CHECKS.filter((one) => one !== 'outside-area')) {
    const check = quality.checks.find((one) => one.check === name)!;
    expect(check.findings.length).toBe(check.count);
    expect(check.findings.filter(({ at }) => !near(at))).toEqual([]);
  }
  expect(planted.filter(isCounted).length).toBe(150);
});
