import { describe, expect, it } from 'vitest';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { turfIntersection, turfIntersects } from '../../src/geometry/second-opinion.ts';
import { bboxOf, type FlatPolygons, toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { nearPart, partsInCommon } from '../../src/overlay/near-part.ts';
import { overlapOutlineM } from '../../src/overlay/overlap-outline.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';
import { CASE_CLASSES } from './case-classes.ts';
import { seeded } from './seeded.ts';

/** A wavy star with deep bays and many holes: much of it lies far from any small site. */
function lake(random: () => number, corners: number): FlatPolygons {
  const at = (x: number, y: number, r: number, n: number, depth: number) => {
    const ring = Array.from({ length: n }, (_, k): [number, number] => {
      const angle = (2 * Math.PI * k) / n;
      const reach = r * (1 - depth * random());
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  };
  const holes = Array.from({ length: 12 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 12;
    return at(106 + 0.02 * Math.cos(angle), 37 + 0.02 * Math.sin(angle), 0.004, 30, 0.3);
  });
  return toFlat([[at(106, 37, 0.1, corners, 0.6), ...holes], [at(106.3, 37, 0.05, 40, 0.5)]]);
}

function siteNear(random: () => number): FlatPolygons {
  const x = 105.9 + 0.2 * random();
  const y = 36.9 + 0.2 * random();
  const r = 0.001 + 0.02 * random();
  return toFlat([
    [
      [
        [x, y],
        [x + r, y + 0.3 * r],
        [x + 0.7 * r, y + r],
        [x - 0.2 * r, y + 0.6 * r],
      ],
    ],
  ]);
}

describe('the near part of a feature', () => {
  it('has the same overlap and outline with any site in the box, to the last bit', () => {
    const random = seeded(41);
    let hits = 0;
    let kept = 0;
    let whole = 0;
    for (let i = 0; i < 600; i++) {
      const feature = lake(random, 80 + Math.floor(600 * random()));
      const site = prepareSite(siteNear(random));
      const near = nearPart(buildLayerIndex([feature]), 0, feature, site.bbox);
      const area = unionOverlapAreaM2(site, [feature]);
      expect(unionOverlapAreaM2(site, [near])).toBe(area);
      expect(overlapOutlineM(site, near)).toBe(overlapOutlineM(site, feature));
      if (area > 0) hits++;
      kept += near.xy.length;
      whole += feature.xy.length;
    }
    expect(hits).toBeGreaterThan(300);
    expect(kept / whole).toBeLessThan(0.5);
  });

  it('is nothing where the box lies outside of every ring', () => {
    const feature = lake(seeded(1), 200);
    const near = nearPart(buildLayerIndex([feature]), 0, feature, [108, 37, 108.1, 37.1]);
    expect(near.polygonEnds).toHaveLength(0);
  });

  it('of a small feature is the feature', () => {
    const feature = siteNear(seeded(2));
    expect(nearPart(buildLayerIndex([feature]), 0, feature, bboxOf(feature))).toBe(feature);
  });
});

describe('the parts of two shapes where they can meet', () => {
  it('are to Turf what the shapes are', () => {
    const random = seeded(42);
    const pairs = Object.values(CASE_CLASSES).flatMap((make) =>
      Array.from({ length: 25 }, () => make(random).map(toFlat)),
    );
    for (let i = 0; i < 60; i++) pairs.push([siteNear(random), lake(random, 80)]);
    let [kept, whole, met] = [0, 0, 0];
    for (const [a, b] of pairs as [FlatPolygons, FlatPolygons][]) {
      const [partA, partB] = partsInCommon(a, b);
      const meets = turfIntersects(a, b);
      expect(turfIntersects(partA, partB)).toBe(meets);
      const area = ellipsoidAreaM2(turfIntersection(a, b));
      expect(ellipsoidAreaM2(turfIntersection(partA, partB))).toBeCloseTo(area, 4);
      kept += partA.xy.length + partB.xy.length;
      whole += a.xy.length + b.xy.length;
      if (meets) met++;
    }
    expect(met).toBeGreaterThan(pairs.length / 4);
    expect(met).toBeLessThan(pairs.length);
    expect(kept).toBeLessThan(0.9 * whole);
  });
});
