import { describe, expect, it } from 'vitest';
import { SnapIndex } from '../../../src/geometry/edit/snap-index.ts';

/** A corner whose doubles have more than nine decimals. */
const CORNER = [106.2084712345679, 37.4348123456789] as const;

describe('snapping', () => {
  const index = new SnapIndex(
    Float64Array.of(106.2, 37.43, ...CORNER, ...CORNER, 106.21, 37.43, 106.3, 37.4, 106.3, 37.5),
  );

  it('to a vertex lands on its very doubles', () => {
    const hit = index.nearest([106.2084, 37.4348], 10)!;
    expect(hit.kind).toBe('vertex');
    expect(Object.is(hit.at[0], CORNER[0])).toBe(true);
    expect(Object.is(hit.at[1], CORNER[1])).toBe(true);
    // found by the end of the first segment
    expect([hit.segment, hit.end]).toEqual([0, 1]);
  });

  it('prefers a vertex to an edge that is nearer', () => {
    // 1 m east of the corner, right upon the second segment
    const share = 1 / 700;
    const at = [
      CORNER[0] + (106.21 - CORNER[0]) * share,
      CORNER[1] + (37.43 - CORNER[1]) * share,
    ] as const;
    expect(index.nearest(at, 5)!.kind).toBe('vertex');
    expect(index.nearest(at, 0.2)!.kind).toBe('edge');
  });

  it('to an edge gives the foot of the perpendicular', () => {
    const hit = index.nearest([106.3001, 37.45], 20)!;
    expect(hit).toMatchObject({ kind: 'edge', at: [106.3, expect.closeTo(37.45, 9)], segment: 2 });
    // 0.0001 degree of longitude at this latitude: 8.85 m
    expect(hit.distanceM).toBeCloseTo(8.85, 1);
  });

  it('is for what is within reach', () => {
    expect(index.nearest([106.3001, 37.45], 8)).toBeNull();
    expect(new SnapIndex(new Float64Array(0)).nearest([106, 37], 1e6)).toBeNull();
  });
});
