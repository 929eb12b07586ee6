import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOutline } from '../../../src/geometry/edit/split-outline.ts';
import { newVertex } from '../../../src/geometry/edit/vertex.ts';
import { areaOf, coordinates, ring, v } from './edit.ts';

const options = { near: 5e-4, vertexAt: (x: number, y: number) => newVertex(x, y, 3) };
const square = ring([0, 0], [10, 0], [10, 10], [0, 10]);

function parts(...args: Parameters<typeof splitOutline>) {
  const split = splitOutline(...args);
  if (!split.ok) throw new Error(split.why);
  return split.parts;
}

describe('splitting a polygon by a line', () => {
  it('leaves the same vertex in both parts where the line crosses the border', () => {
    const [one, two] = parts([square], [v(4, -5), v(4, 15)], options);
    expect([areaOf(one![0]!), areaOf(two![0]!)].sort((a, b) => a - b)).toEqual([40, 60]);
    const shared = one![0]!.vertices.filter((vertex) => two![0]!.vertices.includes(vertex));
    expect(shared.map(({ x, y }) => [x, y]).sort()).toEqual([
      [4, 0],
      [4, 10],
    ]); // prettier-ignore
    const kept = [...one![0]!.vertices, ...two![0]!.vertices];
    for (const vertex of square.vertices) expect(kept).toContain(vertex);
  });

  it('follows a line with bends', () => {
    const made = parts([square], [v(4, -5), v(4, 5), v(8, 5), v(8, 15)], options);
    expect(made).toHaveLength(2);
    const areas = made.map(([shell]) => areaOf(shell!)).sort((a, b) => a - b);
    // left of the line: 4 x 10 + 4 x 5
    expect(areas).toEqual([40, 60]);
  });

  it('may begin and end on vertices, which stay what they are', () => {
    const [one, two] = parts([square], [square.vertices[0]!, square.vertices[2]!], options);
    expect(areaOf(one![0]!)).toBe(50);
    expect(areaOf(two![0]!)).toBe(50);
    expect(one![0]!.vertices.every((vertex) => square.vertices.includes(vertex))).toBe(true);
    expect(one![0]!.vertices).toHaveLength(3);
  });

  it('may begin and end upon the border', () => {
    const made = parts([square], [v(0, 3), v(10, 7)], options);
    expect(made.map(([shell]) => areaOf(shell!))).toEqual([50, 50]);
  });

  it('cuts as often as the line goes through', () => {
    const comb = ring([0, 0], [10, 0], [10, 10], [7, 10], [7, 2], [3, 2], [3, 10], [0, 10]);
    const made = parts([comb], [v(-5, 5), v(15, 5)], options);
    expect(made).toHaveLength(3);
    const areas = made.map(([shell]) => areaOf(shell!)).sort((a, b) => a - b);
    // the teeth above 5: 3 x 5 each; the rest of 68
    expect(areas).toEqual([15, 15, 38]);
  });

  it('gives holes to the part they lie in', () => {
    const hole = ring([1, 1], [2, 1], [2, 2], [1, 2]);
    const made = parts([square, hole], [v(5, -1), v(5, 11)], options);
    expect(made.map((rings) => rings.length).sort()).toEqual([1, 2]);
    expect(made.find((rings) => rings.length === 2)![1]).toBe(hole);
    const left = coordinates(made.find((rings) => rings.length === 2)![0]!);
    expect(left.every(([x]) => x! <= 5)).toBe(true);
  });

  it('refuses a line through a hole, one that ends inside, and one beside', () => {
    const hole = ring([4, 4], [6, 4], [6, 6], [4, 6]);
    const through = [v(5, -1), v(5, 11)];
    expect(splitOutline([square, hole], through, options)).toEqual({ ok: false, why: 'hole' });
    for (const line of [[v(5, -1), v(5, 5)], [v(20, 0), v(20, 9)], [v(5, 5)]]) {
      expect(splitOutline([square], line, options)).toEqual({ ok: false, why: 'apart' });
    }
  });

  it('loses and gains no ground, wherever the line runs', () => {
    const at = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(at, at, at, at, (a, b, c, d) => {
        const line = [v(a / 1000, -1), v(b / 1000, c / 1000), v(d / 1000, 11)];
        const split = splitOutline([square], line, options);
        if (!split.ok) return false;
        const sum = split.parts.reduce((total, [shell]) => total + areaOf(shell!), 0);
        // crossings are rounded to 0.001: to either side alike
        return split.parts.length === 2 && Math.abs(sum - 100) < 1e-9;
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
