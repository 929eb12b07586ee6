import { describe, expect, it } from 'vitest';
import { nestRings } from '../../src/geometry/nesting.ts';
import { planeArea, signedRingArea } from '../../src/geometry/plane-area.ts';
import { repairRings } from '../../src/geometry/repair.ts';
import { type Ring, toFlat } from '../../src/geometry/shapes.ts';
import { findDefects } from '../../src/geometry/validity.ts';
import { box, ring } from './rings.ts';

function repaired(...rings: Ring[]) {
  const result = repairRings(rings);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.defects)}`);
  return { ...result, areaM2: planeArea(toFlat(nestRings(result.rings).polygons)) };
}

function refused(...rings: Ring[]) {
  const result = repairRings(rings);
  if (result.ok) throw new Error(`repaired: ${JSON.stringify(result.rings)}`);
  return result.defects[0]!;
}

describe('repairRings', () => {
  it('leaves valid rings as they are', () => {
    const shell = box(0, 0, 10, 10);
    const hole = box(2, 2, 4, 4);
    const result = repaired(shell, hole);
    expect(result.rings).toEqual([shell, hole]);
    expect(result.repairs).toEqual([]);
    expect(result.areaM2).toBe(96);
  });

  it('closes, drops duplicates and spikes, and keeps every other vertex', () => {
    const result = repaired(ring('0 0, 2 0, 2 0, 2 2, 5 5, 2 2, 0 2', false));
    expect(result.rings).toEqual([ring('0 0, 2 0, 2 2, 0 2')]);
    expect(result.repairs.map(({ kind, count }) => [kind, count])).toEqual([
      ['closed', 1],
      ['duplicates-dropped', 1],
      ['spikes-dropped', 1],
    ]);
    expect(result.areaM2).toBe(4);
  });

  it('drops a spike at the start of the ring', () => {
    expect(repaired(ring('-3 0, 0 0, 2 0, 2 2, 0 2, 0 0')).areaM2).toBe(4);
  });

  it('drops a spike of several points', () => {
    expect(repaired(ring('0 0, 2 0, 2 2, 3 3, 4 4, 5 4, 4 4, 3 3, 2 2, 0 2')).areaM2).toBe(4);
  });

  it('splits a bow-tie: naive 0 m², two lobes of 1 m² each', () => {
    const bowTie = ring('0 0, 2 2, 2 0, 0 2');
    expect(signedRingArea(bowTie)).toBe(0);
    const result = repaired(bowTie);
    expect(result.rings).toHaveLength(2);
    expect(result.areaM2).toBe(2);
    expect(result.from).toEqual([0, 0]);
    expect(result.repairs).toMatchObject([{ kind: 'split', at: [1, 1], count: 2 }]);
  });

  it('splits parts that touch in a visited vertex, or in a vertex upon an edge', () => {
    expect(repaired(ring('0 0, 2 0, 1 1, 2 2, 0 2, 1 1')).areaM2).toBe(2);
    const onEdge = repaired(ring('0 0, 4 0, 4 2, 3 2, 2 0, 1 2, 0 2'));
    expect(onEdge.areaM2).toBe(6);
    expect(onEdge.rings).toHaveLength(2);
  });

  it('makes a hole of a hole that is joined to its shell by a cut', () => {
    const keyhole = ring('0 0, 0 1, 1 1, 2 1, 2 2, 1 2, 1 1, 0 1, 0 3, 3 3, 3 0');
    const result = repaired(keyhole);
    expect(result.rings).toHaveLength(2);
    expect(result.areaM2).toBe(8);
    for (const one of result.rings) expect(findDefects([one])).toEqual([]);
  });

  it('refuses a ring that winds twice around the same ground', () => {
    const twice = ring('0 0, 4 0, 4 4, 0 4, 0 0, 1 1, 3 1, 3 3, 1 3, 1 1');
    expect(refused(twice).kind).toBe('self-cross');
  });

  it('refuses a loop on the inner side of a crossing', () => {
    expect(refused(ring('0 0, 6 0, 6 6, 3 6, 2 2, 4 2, 2 8, 0 8')).kind).toBe('self-cross');
  });

  it('refuses more than one crossing', () => {
    expect(refused(ring('0 0, 6 0, 6 2, 4 -1, 2 2, 0 2')).kind).toBe('self-cross');
  });

  it('refuses what has no area', () => {
    expect(refused(ring('0 0, 1 1, 2 2')).kind).toBe('zero-area');
    expect(refused(ring('0 0, 1 0, 0 0')).kind).toBe('zero-area');
    expect(refused([]).kind).toBe('zero-area');
  });

  it('refuses rings that overlap in part, also without one proper crossing', () => {
    expect(refused(box(0, 0, 2, 2), box(1, 1, 3, 3))).toMatchObject({
      kind: 'rings-cross',
      ring: 0,
      other: 1,
    });
    expect(refused(box(0, 0, 2, 1), box(1, 0, 3, 1)).kind).toBe('rings-cross');
    expect(refused(box(0, 0, 2, 2), box(0, 0, 2, 2)).kind).toBe('rings-same');
  });

  it('keeps rings that share a length of edge, and tells', () => {
    const beside = repaired(box(0, 0, 1, 1), box(1, 0, 2, 1));
    expect(beside.areaM2).toBe(2);
    expect(beside.repairs.map(({ kind }) => kind)).toEqual(['edges-shared']);
    expect(repaired(box(0, 0, 4, 4), box(0, 1, 1, 2)).areaM2).toBe(15);
  });
});
