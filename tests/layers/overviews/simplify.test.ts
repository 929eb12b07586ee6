import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Junctions } from '../../../src/layers/overviews/junctions.ts';
import { ringWeights } from '../../../src/layers/overviews/ring-weights.ts';
import { collapses, keptPlaces, ringOf } from '../../../src/layers/overviews/simplify-ring.ts';
import { seeded } from '../../overlay/seeded.ts';
import { blob } from './world.ts';

const closed = (ring: readonly number[]): Float64Array =>
  Float64Array.from([...ring, ring[0]!, ring[1]!]);

function distance(px: number, py: number, ring: ArrayLike<number>): number {
  let least = Infinity;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const dx = ring[i + 2]! - ring[i]!;
    const dy = ring[i + 3]! - ring[i + 1]!;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((px - ring[i]!) * dx + (py - ring[i + 1]!) * dy) / length;
    const t = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(px - ring[i]! - t * dx, py - ring[i + 1]! - t * dy));
  }
  return least;
}

describe('junctions', () => {
  test('two squares side by side: the two ends of the common side, and nothing else', () => {
    const west = closed([0, 0, 1, 0, 1, 0.5, 1, 1, 0, 1]);
    const east = closed([1, 0, 2, 0, 2, 1, 1, 1, 1, 0.5]);
    const table = new Junctions();
    table.add(west);
    table.add(east);
    expect([...table.of(west)]).toEqual([0, 1, 0, 1, 0]);
    expect([...table.of(east)]).toEqual([1, 0, 0, 1, 0]);
  });

  test('a hole filled by another feature has none', () => {
    const hole = closed([0, 0, 1, 0, 1, 1, 0, 1]);
    const island = closed([1, 1, 1, 0, 0, 0, 0, 1]);
    const table = new Junctions();
    table.add(hole);
    table.add(island);
    expect([...table.of(hole), ...table.of(island)]).toEqual(new Array(8).fill(0));
  });
});

describe('weights', () => {
  test('no vertex lies farther from the simplified ring than the tolerance', () => {
    const random = seeded(8);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), fc.integer({ min: 1, max: 60 }), (n, t) => {
        const ring = closed(blob(random, 0, 0, 1, n));
        const weights = ringWeights(ring, new Uint8Array(n));
        const tolerance = t / 200;
        const kept = ringOf(ring, keptPlaces(ring, weights, tolerance));
        expect(kept.length).toBeGreaterThanOrEqual(8);
        for (let i = 0; i < 2 * n; i += 2) {
          expect(distance(ring[i]!, ring[i + 1]!, kept)).toBeLessThanOrEqual(tolerance + 1e-12);
        }
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  test('a border is weighed alike by both neighbours, wherever their rings begin', () => {
    const random = seeded(12);
    const border = Array.from({ length: 60 }, (_, i) => [0.1 * random() * (i % 59 ? 1 : 0), i]);
    const west = [...border, [-20, 59], [-20, 0]];
    const east = [[20, 59], ...border.toReversed(), [20, 0]];
    for (const turn of [0, 1, 17, 40]) {
      const a = closed([...west.slice(turn), ...west.slice(0, turn)].flat());
      const b = closed(east.flat());
      const table = new Junctions();
      table.add(a);
      table.add(b);
      const wa = ringWeights(a, table.of(a));
      const wb = ringWeights(b, table.of(b));
      const weightOf = (ring: Float64Array, weights: Float64Array, [x, y]: readonly number[]) => {
        const at = [...weights.keys()].find((i) => ring[2 * i] === x && ring[2 * i + 1] === y);
        return weights[at!];
      };
      for (const vertex of border) expect(weightOf(a, wa, vertex)).toBe(weightOf(b, wb, vertex));
      expect(weightOf(a, wa, border[0]!)).toBe(Infinity);
      expect(weightOf(a, wa, border[30]!)).toBeLessThan(0.2);
    }
  });

  test('identical rings that begin elsewhere and run the other way are weighed alike', () => {
    const ring = blob(seeded(3), 5, 5, 2, 50);
    const points = Array.from({ length: 50 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
    const other = [...points.slice(13), ...points.slice(0, 13)].reverse();
    const none = new Uint8Array(50);
    const a = ringWeights(closed(ring), none);
    const b = ringWeights(closed(other.flat()), none);
    other.forEach((point, i) => {
      expect(b[i]).toBe(a[points.indexOf(point)]);
    });
  });
});

test('a ring smaller than the tolerance keeps a triangle of its own vertices', () => {
  const ring = closed(blob(seeded(4), 0, 0, 0.001, 30));
  const weights = ringWeights(ring, new Uint8Array(30));
  expect(collapses(weights, 1)).toBe(true);
  expect(collapses(weights, 1e-6)).toBe(false);
  expect(keptPlaces(ring, weights, 1)).toHaveLength(3);
});

test('a ring of two places keeps what it has', () => {
  const ring = closed([0, 0, 1, 1, 0, 0]);
  const weights = ringWeights(ring, new Uint8Array(3));
  expect(keptPlaces(ring, weights, 1)).toEqual([0, 1, 2]);
});
