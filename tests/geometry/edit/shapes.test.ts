import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { loadClipper } from '../../../src/geometry/clip.ts';
import { corridorOf } from '../../../src/geometry/edit/corridor.ts';
import { mergeOutlines } from '../../../src/geometry/edit/merge-outlines.ts';
import {
  edgeInDegrees,
  edgeInPlane,
  nextInDegrees,
  nextInPlane,
} from '../../../src/geometry/edit/next-point.ts';
import {
  middleOf,
  moveRings,
  type Plane,
  shiftBy,
  turnBy,
} from '../../../src/geometry/edit/transform-rings.ts';
import { newVertex } from '../../../src/geometry/edit/vertex.ts';
import { areaOf, coordinates, ring, v } from './edit.ts';

const clipper = await loadClipper();
const vertexAt = (x: number, y: number) => newVertex(x, y, 3);
const plane: Plane = { toPlane: ({ x, y }) => [x, y], fromPlane: vertexAt };

describe('merging', () => {
  it('joins neighbours, keeps the vertices that stay and drops the border between', () => {
    const left = ring([0, 0], [5, 0], [5, 10], [0, 10]);
    const right = ring([5, 0], [10, 0], [10, 10], [5, 10]);
    const [joined, ...more] = mergeOutlines([[left], [right]], clipper, vertexAt);
    expect(more).toEqual([]);
    expect(areaOf(joined!)).toBe(100);
    const corners = coordinates(joined!);
    for (const corner of [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ])
      expect(corners).toContainEqual(corner); // prettier-ignore
    const known = [...left.vertices, ...right.vertices];
    expect(joined!.vertices.every((vertex) => known.includes(vertex))).toBe(true);
  });

  it('counts shared ground once and keeps parts that do not meet', () => {
    const a = ring([0, 0], [6, 0], [6, 6], [0, 6]);
    const b = ring([3, 3], [9, 3], [9, 9], [3, 9]);
    const far = ring([20, 0], [21, 0], [21, 1], [20, 1]);
    const merged = mergeOutlines([[a], [b], [far]], clipper, vertexAt);
    expect(merged.map(areaOf).sort((x, y) => x - y)).toEqual([1, 63]);
  });

  it('keeps holes', () => {
    const hole = ring([1, 1], [2, 1], [2, 2], [1, 2]);
    const shell = ring([0, 0], [5, 0], [5, 5], [0, 5]);
    const merged = mergeOutlines(
      [[shell, hole], [ring([5, 0], [9, 0], [9, 5], [5, 5])]],
      clipper,
      vertexAt,
    );
    expect(merged.map(areaOf).sort((x, y) => x - y)).toEqual([1, 45]);
  });
});

describe('a corridor', () => {
  it('with flat ends is as long as its line and as wide as asked', () => {
    const [strip] = corridorOf([v(0, 0), v(100, 0)], { widthM: 20, ends: 'flat' }, plane, clipper)!;
    expect(areaOf(strip!)).toBe(2000);
    expect(strip!.vertices).toHaveLength(4);
  });

  it('with round ends has a half disc more at either end, to a chord of 1 mm', () => {
    const shape = { widthM: 20, ends: 'round' } as const;
    const [strip] = corridorOf([v(0, 0), v(100, 0)], shape, plane, clipper)!;
    const exact = 2000 + Math.PI * 100;
    expect(areaOf(strip!)).toBeLessThan(exact);
    expect(exact - areaOf(strip!)).toBeLessThan(2 * Math.PI * 10 * 0.0015);
  });

  it('is round at a bend and counts ground under a bend once', () => {
    const line = [v(0, 0), v(100, 0), v(100, 100)];
    const [strip] = corridorOf(line, { widthM: 20, ends: 'flat' }, plane, clipper)!;
    // two strips share a 10 x 10 corner inside; outside a quarter disc is added
    const exact = 4000 - 100 + (Math.PI * 100) / 4;
    expect(Math.abs(areaOf(strip!) - exact)).toBeLessThan(0.05);
  });

  it('that runs around something has a hole', () => {
    const line = [v(0, 0), v(100, 0), v(100, 100), v(0, 100), v(0, -30)];
    expect(corridorOf(line, { widthM: 10, ends: 'flat' }, plane, clipper)).toHaveLength(2);
  });

  it('is none without a length or a width', () => {
    expect(corridorOf([v(1, 1), v(1, 1)], { widthM: 5, ends: 'flat' }, plane, clipper)).toBeNull();
    expect(corridorOf([v(0, 0), v(1, 1)], { widthM: 0, ends: 'flat' }, plane, clipper)).toBeNull();
  });
});

describe('motions', () => {
  const shape = [ring([0, 0], [10, 0], [10, 4], [0, 4])];

  it('shift every vertex and keep names', () => {
    const named = [{ vertices: [v(1, 2, 'J1'), v(5, 2), v(5, 9)], closing: 'J1' }];
    const [moved] = moveRings(named, plane, shiftBy(3, -1));
    expect(coordinates(moved!)).toEqual([
      [4, 1],
      [8, 1],
      [8, 8],
    ]); // prettier-ignore
    expect(moved!.vertices[0]!.name).toBe('J1');
    expect(moved!.closing).toBe('J1');
  });

  it('turn clockwise around the middle of the box', () => {
    expect(middleOf(shape, plane)).toEqual([5, 2]);
    const [turned] = moveRings(shape, plane, turnBy([5, 2], 90));
    // the south-western corner comes to lie in the north-west
    expect(coordinates(turned!)[0]).toEqual([3, 7]);
    expect(areaOf(turned!)).toBe(40);
  });
});

describe('length and bearing', () => {
  it('in a plane are those of Pythagoras, clockwise from north', () => {
    expect(edgeInPlane([0, 0], [3, 4])).toEqual({
      lengthM: 5,
      bearingDeg: expect.closeTo(36.8699, 4),
    });
    expect(edgeInPlane([0, 0], [-1, 0]).bearingDeg).toBe(270);
    const [x, y] = nextInPlane([100, 200], { lengthM: 10, bearingDeg: 90 });
    expect([x, y]).toEqual([110, expect.closeTo(200, 9)]);
  });

  it('in degrees lead to where an edge of that length and bearing ends', () => {
    for (const bearingDeg of [0, 37, 90, 181.5, 299]) {
      for (const lengthM of [0.5, 120, 8000]) {
        const to = nextInDegrees([106.2, 37.4], { lengthM, bearingDeg });
        const edge = edgeInDegrees([106.2, 37.4], to);
        expect(Math.abs(edge.lengthM - lengthM)).toBeLessThan(1e-4);
        expect(Math.abs(edge.bearingDeg - bearingDeg)).toBeLessThan(1e-5);
      }
    }
  });

  it('in degrees agree with the geodesic of GeographicLib on short edges', () => {
    const { Geodesic } = geographiclib;
    const model = new Geodesic.Geodesic(6378137, 1 / 298.257222101);
    const { lat2, lon2 } = model.Direct(37.4, 106.2, 60, 500);
    const to = nextInDegrees([106.2, 37.4], { lengthM: 500, bearingDeg: 60 });
    // the bearing is that of the middle of the edge: a few seconds of arc, here below 1 mm
    expect(Math.abs(to[0] - lon2!) * 88_500).toBeLessThan(0.02);
    expect(Math.abs(to[1] - lat2!) * 111_000).toBeLessThan(0.02);
  });
});
