import { describe, expect, it } from 'vitest';
import type { Ring } from '../../src/geometry/shapes.ts';
import { type DefectKind, findDefects } from '../../src/geometry/validity.ts';
import { box, ring } from './rings.ts';

const kinds = (rings: readonly Ring[], holes?: readonly boolean[]) =>
  findDefects(rings, holes).map(({ kind, at }) => [kind, at?.join(' ') ?? null]);

describe('findDefects', () => {
  it('finds nothing in a box with a hole, nor in parts that touch in a point', () => {
    expect(findDefects([box(0, 0, 10, 10), box(2, 2, 4, 4)], [false, true])).toEqual([]);
    expect(findDefects([box(0, 0, 10, 10), box(10, 10, 12, 12)])).toEqual([]);
  });

  it('finds nothing in a concave ring whose edges lie on one line', () => {
    expect(findDefects([ring('0 0, 4 0, 4 2, 3 2, 3 1, 1 1, 1 2, 0 2')])).toEqual([]);
  });

  it.each<[string, Ring[], [DefectKind, string | null][]]>([
    ['an open ring', [ring('0 0, 1 0, 1 1', false)], [['unclosed', '1 1']]],
    ['a duplicate point', [ring('0 0, 1 0, 1 0, 1 1')], [['duplicate-point', '1 0']]],
    [
      'a spike',
      [ring('0 0, 2 0, 2 2, 3 3, 2 2, 0 2')],
      [
        ['spike', '3 3'],
        ['self-touch', '2 2'],
        ['self-overlap', '2 2'],
      ],
    ],
    ['a bow-tie', [ring('0 0, 2 2, 2 0, 0 2')], [['self-cross', '1 1']]],
    [
      'a point that is visited twice',
      [ring('0 0, 2 0, 1 1, 2 2, 0 2, 1 1')],
      [['self-touch', '1 1']],
    ],
    ['a coordinate that is no number', [ring('0 0, 1 0, x 1')], [['not-finite', null]]],
    [
      'two rings that cross',
      [box(0, 0, 2, 2), box(1, 1, 3, 3)],
      [
        ['rings-cross', '2 1'],
        ['rings-cross', '1 2'],
      ],
    ],
  ])('finds %s and its place', (_, rings, expected) => {
    expect(kinds(rings)).toEqual(expected);
  });

  it('finds three points on a line, and a ring without points', () => {
    expect(kinds([ring('0 0, 1 1, 2 2')]).map(([kind]) => kind)).toContain('zero-area');
    expect(kinds([[]])).toEqual([['zero-area', null]]);
  });

  it('does not call a bow-tie of equal lobes flat: its signed area is 0, its ground is not', () => {
    expect(kinds([ring('0 0, 2 2, 2 0, 0 2')]).map(([kind]) => kind)).not.toContain('zero-area');
  });

  it('finds the same ring twice, whatever its start and direction', () => {
    const turned = [...ring('4 4, 0 4, 0 0, 4 0')].reverse();
    expect(kinds([box(0, 0, 4, 4), turned]).map(([kind]) => kind)).toContain('rings-same');
  });

  it('compares what a file calls holes with the nesting', () => {
    const rings = [box(0, 0, 10, 10), box(2, 2, 4, 4), box(20, 0, 30, 10)];
    expect(kinds(rings, [false, false, true])).toEqual([
      ['ring-in-hole', '2 2'],
      ['hole-outside', '20 0'],
    ]);
  });

  it('decides crossings of eight-digit metres exactly: 1 mm beside the edge is no touch', () => {
    const shell = ring('35594000 4145000, 35594400 4145000.1, 35594400 4145300, 35594000 4145300');
    // The middle of the lower edge lies at y = 4145000.05.
    const above = ring('35594200 4145000.051, 35594210 4145010, 35594190 4145010');
    const below = ring('35594200 4145000.049, 35594210 4145010, 35594190 4145010');
    expect(findDefects([shell, above])).toEqual([]);
    expect(findDefects([shell, below]).map(({ kind }) => kind)).toEqual([
      'rings-cross',
      'rings-cross',
    ]);
  });
});

describe('a ring that crosses itself everywhere', () => {
  /** A star of 2n + 1 points: every edge crosses nearly all others. */
  const star = (n: number): Ring => {
    const points = 2 * n + 1;
    return Array.from({ length: points + 1 }, (_, i) => {
      const angle = (2 * Math.PI * ((i * n) % points)) / points;
      return [Math.cos(angle), Math.sin(angle)] as const;
    });
  };

  it('is told up to a thousand places, and that there are more', () => {
    const kinds = findDefects([star(50)]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'self-cross').length).toBeGreaterThanOrEqual(1000);
    expect(kinds.at(-1)).toBe('unfinished');
    expect(kinds.length).toBeLessThan(1200);
  });

  it('is told wholly where that is possible', () => {
    // a star of 2n + 1 points has (2n + 1)(n - 1) crossings
    expect(findDefects([star(10)]).map(({ kind }) => kind)).toEqual(
      new Array<string>(21 * 9).fill('self-cross'),
    );
  });

  it('touches do not hide a crossing that comes after them', () => {
    const teeth = Array.from({ length: 1200 }, (_, i): Ring => {
      const [x, y] = [4 * i, 0] as const;
      return [
        [x, y],
        [x + 2, y],
        [x + 1, y + 1],
        [x, y],
      ];
    });
    // a long roof that every tooth touches with its tip, and a bow-tie at the end
    const roof: Ring = [
      [-1, 1],
      [5000, 1],
      [5000, 2],
      [-1, 2],
      [-1, 1],
    ];
    const bow: Ring = [
      [6000, 0],
      [6001, 1],
      [6001, 0],
      [6000, 1],
      [6000, 0],
    ];
    expect(findDefects([...teeth, roof, bow]).map(({ kind }) => kind)).toEqual(['self-cross']);
  });
});
