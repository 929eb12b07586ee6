import { describe, expect, it } from 'vitest';
import { comparable, sidesFor, swipeChoices } from '../../../src/app/tools/swipe-desk.ts';
import { sideOf } from '../../../src/app/tools/swipe-maps.ts';
import type { CatalogLayer } from '../../../src/domain/catalog.ts';
import { CATALOG } from '../../components/fixtures/catalog.ts';

const RED = 'ecological-red-line';
const PBF = 'permanent-basic-farmland';
const { layers } = CATALOG;
const red = layers.find(({ id }) => id === RED)!;
const former: CatalogLayer = {
  ...red,
  id: `${RED}@2024-12`,
  edition: '2024-12',
  role: 'reference',
};
const older: CatalogLayer = { ...red, id: `${RED}@2023-12`, edition: '2023-12', role: 'reference' };
const withEditions = [older, ...layers, former];

describe('what is laid beside what', () => {
  it('a layer beside its newest former edition, which stands left', () => {
    expect(sidesFor(withEditions, RED)).toEqual({ left: former.id, right: RED });
    // asked for nothing, the one with editions
    expect(sidesFor(withEditions, null)).toEqual({ left: former.id, right: RED });
  });

  it('without editions beside another layer', () => {
    expect(sidesFor(layers, RED)).toEqual({ left: RED, right: PBF });
    expect(sidesFor(layers, null)).toMatchObject({ left: PBF });
    expect(sidesFor([red], RED)).toBeNull();
    expect(sidesFor([], null)).toBeNull();
  });
});

describe('the list', () => {
  it('has every layer in the fixed order, former editions after it, newest first', () => {
    const ids = comparable(withEditions).map(({ id }) => id);
    expect(ids.indexOf(PBF)).toBeLessThan(ids.indexOf(RED));
    expect(ids.slice(ids.indexOf(RED), ids.indexOf(RED) + 3)).toEqual([RED, former.id, older.id]);
  });

  it('names editions at the line where one layer is compared with itself, else the layers', () => {
    const short = (sides: { left: string; right: string }) => {
      const list = swipeChoices(withEditions, sides, 'zh');
      return [sides.left, sides.right].map((id) => list.find((one) => one.id === id)!.short);
    };
    expect(short({ left: former.id, right: RED })).toEqual(['2024-12 版', `${red.edition} 版`]);
    expect(short({ left: PBF, right: RED })).toEqual(['永久基本农田', '生态保护红线']);
    const names = swipeChoices(withEditions, { left: PBF, right: RED }, 'zh');
    expect(names.find(({ id }) => id === former.id)!.name).toContain('历史版');
  });
});

it('a side holds its own of the two and all the others, and never a former edition unasked', () => {
  const sides = { left: former.id, right: RED };
  const left = sideOf(withEditions, sides, 'left').map(({ id }) => id);
  const right = sideOf(withEditions, sides, 'right').map(({ id }) => id);
  expect(left).toContain(former.id);
  expect(left).not.toContain(RED);
  expect(right).toContain(RED);
  expect(right).not.toContain(former.id);
  expect([...left, ...right]).not.toContain(older.id);
  const rest = (ids: string[]) => ids.filter((id) => !id.startsWith(RED)).sort();
  expect(rest(left)).toEqual(rest(right));
  expect(rest(left)).toHaveLength(layers.length - 1);
});
