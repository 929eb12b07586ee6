import { expect, test } from 'vitest';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { catalogLayers } from '../../src/map/catalog-style.ts';
import { drawnFrom, placesOf, usualPlace } from '../../src/map/draw-order.ts';
import { movesBetween } from '../../src/map/style-sync.ts';
import { ALPHA_TOKENS, COLOR_TOKENS, type MapTheme } from '../../src/map/theme.ts';
import { memoryLayer } from '../tiles/layer.ts';

const layer = (kind: LayerKind, id: string = kind) => ({ id, kind });
const FARMLAND = layer('permanent-basic-farmland');
const RED_LINE = layer('ecological-red-line');
const URBAN = layer('urban-development-boundary');
const GREEN = layer('urban-green-line');
const LAYERS = [FARMLAND, RED_LINE, URBAN, GREEN];

test('layers of a list exchange the places they usually have; others keep theirs', () => {
  const places = placesOf(LAYERS, [[FARMLAND.id, URBAN.id, RED_LINE.id]]);
  // tiers of the symbols: urban 60, red line 50, farmland 40
  expect([FARMLAND, URBAN, RED_LINE].map(({ id }) => places.get(id)?.tier)).toEqual([60, 50, 40]);
  expect(places.has(GREEN.id)).toBe(false);
  expect(placesOf(LAYERS, []).size).toBe(0);
  expect(placesOf(LAYERS, [['gone', GREEN.id]]).get(GREEN.id)).toEqual(usualPlace(GREEN));
});

test('two layers of one kind lie as the list says', () => {
  const [a, b] = [layer('permanent-basic-farmland', 'a'), layer('permanent-basic-farmland', 'b')];
  const ranks = (order: string[]) => {
    const places = placesOf([a, b], [order]);
    return places.get('a')!.rank - places.get('b')!.rank;
  };
  expect(ranks(['a', 'b'])).toBeGreaterThan(0);
  expect(ranks(['b', 'a'])).toBeLessThan(0);
});

test('the first of the list is drawn last, fills and lines alike, and never a fill above a line', () => {
  const theme = {
    color: Object.fromEntries(COLOR_TOKENS.map((token) => [token, '#123456'])),
    alpha: Object.fromEntries(ALPHA_TOKENS.map((token) => [token, 0.5])),
    fonts: ['x'],
  } as unknown as MapTheme;
  const pile = (order: string[]) => {
    const places = placesOf(LAYERS, [order]);
    return LAYERS.flatMap(({ id, kind }) => {
      const show = { visible: true, opacity: 1, dimmed: false, place: places.get(id) };
      const entry = { ...memoryLayer([]).entry, id, kind };
      return catalogLayers(entry, show, { theme, imageOf: (image) => image });
    })
      .sort((a, b) => a.order - b.order)
      .map((placed) => placed.layer);
  };
  const order = [FARMLAND.id, RED_LINE.id, URBAN.id];
  const layers = pile(order);
  const place = (name: string) => layers.findIndex(({ id }) => id === name);
  expect(place(`${FARMLAND.id}|fill`)).toBeGreaterThan(place(`${RED_LINE.id}|hatch`));
  expect(place(`${RED_LINE.id}|fill`)).toBeGreaterThan(place(`${URBAN.id}|fill`));
  expect(place(`${FARMLAND.id}|line0`)).toBeGreaterThan(place(`${RED_LINE.id}|line0`));
  const turned = pile([...order].reverse());
  const lies = (name: string) => turned.findIndex(({ id }) => id === name);
  expect(lies(`${FARMLAND.id}|fill`)).toBeLessThan(lies(`${RED_LINE.id}|fill`));
  for (const one of [layers, turned]) {
    const isLine = ({ id }: { id: string }) => /line\d|casing/.test(id);
    const isFill = ({ id }: { id: string }) => /fill|hatch/.test(id);
    expect(one.findIndex(isLine)).toBeGreaterThan(one.findLastIndex(isFill));
  }
});

test('only what lies elsewhere is moved', () => {
  expect(movesBetween(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([]);
  const before = ['a', 'b', 'c', 'd', 'e'];
  for (const after of [
    ['b', 'a', 'c', 'd', 'e'],
    ['e', 'a', 'b', 'c', 'd'],
    ['e', 'd', 'c', 'b', 'a'],
    ['b', 'c', 'd', 'e', 'a'],
  ]) {
    const pile = [...before];
    for (const [id, above] of movesBetween(before, after)) {
      pile.splice(pile.indexOf(id), 1);
      pile.splice(above === undefined ? pile.length : pile.indexOf(above), 0, id);
    }
    expect(pile).toEqual(after);
  }
});

test('knows from which zoom on a kind is drawn', () => {
  expect(drawnFrom('permanent-basic-farmland')).toBe(0);
  expect(drawnFrom('ecological-red-line')).toBe(0);
  expect(drawnFrom('urban-green-line')).toBe(9);
  expect(drawnFrom('nature-reserve-core')).toBe(8);
});
