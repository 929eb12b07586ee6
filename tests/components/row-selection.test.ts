import { describe, expect, it } from 'vitest';
import { all, extended, NO_ROWS, only, toggled } from '../../src/components/row-selection.ts';

/** Rows as a table sorted by area shows them. */
const ORDER = [4, 1, 6, 2, 5, 3];
const marked = (rows: { marked: ReadonlySet<number> }) => [...rows.marked];

describe('rows that are marked', () => {
  it('extend from the anchor in the order on screen, either way, and shrink back', () => {
    const from = only(6);
    const down = extended(from, 5, ORDER);
    expect(marked(down)).toEqual([6, 2, 5]);
    expect(down.focus).toBe(5);
    expect(marked(extended(down, 2, ORDER))).toEqual([6, 2]);
    expect(marked(extended(down, 4, ORDER))).toEqual([4, 1, 6]);
  });

  it('begin anew where the anchor is no longer on screen', () => {
    expect(marked(extended(only(9), 2, ORDER))).toEqual([2]);
    expect(marked(extended(NO_ROWS, 2, ORDER))).toEqual([2]);
  });

  it('come and go one by one', () => {
    const two = toggled(only(1), 3);
    expect(marked(two)).toEqual([1, 3]);
    const one = toggled(two, 1);
    expect(marked(one)).toEqual([3]);
    expect(one.focus).toBe(1);
  });

  it('are all, with the focus where it was', () => {
    expect(marked(all(ORDER, 6))).toEqual(ORDER);
    expect(all(ORDER, 6).focus).toBe(6);
  });
});
