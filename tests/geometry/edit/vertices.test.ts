import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertVertex,
  moveVertex,
  removeVertex,
  ringOf,
} from '../../../src/geometry/edit/change-vertices.ts';
import { draftCrossings, editDefects } from '../../../src/geometry/edit/edit-defects.ts';
import {
  exactVertex,
  givenVertex,
  newVertex,
  positionsOf,
  renamed,
} from '../../../src/geometry/edit/vertex.ts';
import { coordinates, ring, v } from './edit.ts';

describe('digits of a vertex', () => {
  it('are kept as given, trailing zeros and all', () => {
    const vertex = givenVertex('J1', '594000.000', '4145300.10');
    expect(vertex.digits).toEqual(['594000.000', '4145300.10']);
    expect([vertex.x, vertex.y]).toEqual([594000, 4145300.1]);
    expect(renamed(vertex, 'J9').digits).toBe(vertex.digits);
  });

  it('are refused where they are no number', () => {
    for (const wrong of ['', ' ', 'x', '1,5', 'Infinity']) {
      expect(() => givenVertex('', wrong, '1'), wrong).toThrow(RangeError);
    }
  });

  it('of a new vertex are rounded, and are its coordinates', () => {
    expect(newVertex(594000.12345, -0.0001, 3).digits).toEqual(['594000.123', '0.000']);
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (x) => {
        const vertex = newVertex(x, x, 9);
        return (
          vertex.x === Number(vertex.digits[0]) &&
          Math.abs(vertex.x - x) <= 5.0001e-10 &&
          !Object.is(vertex.x, -0)
        );
      }),
    );
  });

  it('of an exact vertex give the very double back, without exponents', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (x) => {
        const vertex = exactVertex(x, 0);
        return vertex.x === x + 0 && !/e/i.test(vertex.digits[0]);
      }),
    );
    expect(exactVertex(106.2084712345679, 1e-7).digits).toEqual(['106.2084712345679', '0.0000001']);
  });
});

describe('changing a ring', () => {
  const square = ring([0, 0], [4, 0], [4, 4], [0, 4]);

  it('inserts before a vertex, also after the last; all others stay the same objects', () => {
    const inserted = insertVertex(square, 1, v(2, -1));
    expect(coordinates(inserted)[1]).toEqual([2, -1]);
    expect(inserted.vertices.filter((one) => square.vertices.includes(one))).toHaveLength(4);
    expect(coordinates(insertVertex(square, 4, v(-1, 2))).at(-1)).toEqual([-1, 2]);
    expect(square.vertices).toHaveLength(4);
  });

  it('moves one vertex, which keeps its name; the digits of the others are not touched', () => {
    const named = {
      vertices: [givenVertex('J1', '0.000', '0'), ...square.vertices.slice(1)],
      closing: 'J1',
    };
    const moved = moveVertex(named, 0, v(-1, -1, 'other'));
    expect(moved.vertices[0]).toMatchObject({ name: 'J1', x: -1, y: -1, digits: ['-1', '-1'] });
    expect(moved.vertices[1]).toBe(named.vertices[1]);
    expect(moved.closing).toBe('J1');
    expect(() => moveVertex(square, 4, v(0, 0))).toThrow(RangeError);
  });

  it('is the same ring when a vertex is put where it was', () => {
    expect(moveVertex(square, 2, v(4, 4))).toBe(square);
  });

  it('takes a vertex out down to three, and no further', () => {
    const three = removeVertex(square, 3)!;
    expect(coordinates(three)).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
    ]); // prettier-ignore
    expect(removeVertex(three, 0)).toBeNull();
  });

  it('of drawn points drops a point set twice and the one that closes', () => {
    const drawn = ringOf([v(0, 0), v(4, 0), v(4, 0), v(4, 4), v(0, 0)]);
    expect(coordinates(drawn!)).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
    ]); // prettier-ignore
    expect(ringOf([v(0, 0), v(4, 0), v(0, 0)])).toBeNull();
  });

  it('has one array of closed positions', () => {
    expect(positionsOf(square)).toHaveLength(5);
    expect(positionsOf(square)).toBe(positionsOf(square));
  });
});

describe('what cannot be finished', () => {
  it('is a ring that crosses itself, at the place where it does', () => {
    expect(editDefects([ring([0, 0], [4, 4], [4, 0], [0, 4])])).toEqual([
      { kind: 'self-cross', ring: 0, at: [2, 2] },
    ]);
    expect(editDefects([ring([0, 0], [4, 0], [4, 4], [0, 4])])).toEqual([]);
  });

  it('is a hole that crosses its shell, or a ring of two points', () => {
    const shell = ring([0, 0], [4, 0], [4, 4], [0, 4]);
    const kinds = editDefects([shell, ring([1, 1], [6, 1], [1, 3])]).map(({ kind }) => kind);
    expect(kinds).toContain('rings-cross');
    expect(editDefects([ring([0, 0], [1, 1])])[0]?.kind).toBe('zero-area');
  });

  it('shows while it is drawn: the line at once, the closing edge where it is one', () => {
    const hook = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, -2],
    ] as const; // prettier-ignore
    expect(draftCrossings(hook, false)).toHaveLength(1);
    const z = [
      [0, 0],
      [4, 0],
      [0, 4],
      [4, 4],
    ] as const; // prettier-ignore
    expect(draftCrossings(z, false)).toEqual([]);
    expect(draftCrossings(z, true)).toEqual([[2, 2]]);
    expect(
      draftCrossings(
        [
          [0, 0],
          [1, 1],
        ],
        true,
      ),
    ).toEqual([]); // prettier-ignore
  });
});
