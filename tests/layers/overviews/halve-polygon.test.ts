import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/geometry/validity.ts';
import { dividePolygon, halvePolygon } from '../../../src/layers/overviews/halve-polygon.ts';
import { doubleArea } from '../../../src/tiles/snap.ts';
import { seeded } from '../../overlay/seeded.ts';
import { blob } from './world.ts';

const closed = (ring: readonly number[]): Float64Array =>
  Float64Array.from([...ring, ring[0]!, ring[1]!]);

/** Outer ring without holes, measured near its own beginning, where numbers are finer. */
const areaOf = (rings: readonly Float64Array[]): number =>
  rings.reduce((sum, ring, i) => {
    const near = ring.map((v, at) => v - ring[at % 2]!);
    return sum + (i === 0 ? 1 : -1) * Math.abs(doubleArea(near));
  }, 0) / 2;

const nested = (ring: Float64Array): [number, number][] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);

test('a comb falls into its teeth', () => {
  const comb = closed([0, 0, 7, 0, 7, 3, 6, 3, 6, 1, 4, 1, 4, 3, 3, 3, 3, 1, 1, 1, 1, 3, 0, 3]);
  const teeth = halvePolygon([comb], 1, 2, 1);
  expect(teeth.map(areaOf)).toEqual([1, 1, 1]);
  expect(halvePolygon([comb], 1, 2, -1).map(areaOf)).toEqual([7 + 3]);
});

test('holes go with the part they lie in; one on the line becomes border', () => {
  const square = (x: number, y: number, side: number): Float64Array =>
    closed([x, y, x + side, y, x + side, y + side, x, y + side]);
  const polygon = [square(0, 0, 10), square(1, 1, 1), square(8, 8, 1), square(4, 4, 2)];
  const above = halvePolygon(polygon, 0, 5, 1);
  expect(above.map((rings) => rings.length)).toEqual([2]);
  expect(above.map(areaOf)).toEqual([50 - 1 - 2]);
  expect(halvePolygon(polygon, 0, 5, -1).map(areaOf)).toEqual([50 - 1 - 2]);
});

describe.each([1, 2, 3, 4, 5, 6])('a wavy polygon with holes, seed %i', (seed) => {
  const random = seeded(seed);
  const holes = Array.from({ length: 60 }, (_, i) => {
    const [x, y] = [106 + 0.02 * ((i % 8) - 3.5), 38 + 0.02 * (Math.floor(i / 8) - 3.5)];
    return closed(blob(random, x, y, 0.008, 20));
  });
  const polygon = [closed(blob(random, 106, 38, 0.4, 5000)), ...holes];
  const pieces = [...dividePolygon(polygon, 400)];

  test('pieces are small and add up', () => {
    expect(pieces.length).toBeGreaterThan(15);
    for (const piece of pieces) {
      expect(piece.reduce((sum, ring) => sum + ring.length / 2, 0)).toBeLessThanOrEqual(400);
    }
    const sum = pieces.reduce((total, piece) => total + areaOf(piece), 0);
    expect(Math.abs(sum / areaOf(polygon) - 1)).toBeLessThan(1e-12);
  });

  test('every piece is a valid polygon', () => {
    for (const piece of pieces) {
      const defects = findDefects(
        piece.map(nested),
        piece.map((_, i) => i > 0),
      );
      expect(defects).toEqual([]);
    }
  });

  test('every vertex is a vertex of a piece, bit for bit', () => {
    const found = new Set(pieces.flat().flatMap((ring) => nested(ring).map(String)));
    for (const vertex of polygon.flatMap(nested)) expect(found.has(String(vertex))).toBe(true);
  });
});
