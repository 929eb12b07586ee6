import { readFileSync } from 'node:fs';
import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { KIND_ORDER, type LayerKind } from '../../src/domain/kinds.ts';
import type { BaseMap } from '../../src/map/base-map.ts';
import { baseLayers, baseSources } from '../../src/map/base-style.ts';
import { catalogLayers, catalogSource } from '../../src/map/catalog-style.ts';
import { HATCHES } from '../../src/map/hatches.ts';
import { OWN_SOURCES, ownSource } from '../../src/map/own-sources.ts';
import { ownLayers } from '../../src/map/own-style.ts';
import type { Placed } from '../../src/map/painting.ts';
import { printTheme } from '../../src/map/print-theme.ts';
import { layerSwatchSvg } from '../../src/map/swatch.ts';
import { BASE_TIER, OWN_SYMBOLS, SYMBOLS } from '../../src/map/symbols.ts';
import { COLOR_TOKENS, themeOf } from '../../src/map/theme.ts';
import { memoryLayer } from '../tiles/layer.ts';
import { tokensOf } from './palette.ts';

const css = readFileSync(new URL('../../src/components/tokens.css', import.meta.url), 'utf8');
const tokens = tokensOf(css);
const theme = themeOf((name) => tokens.light[name.replace('--sx-', '')] ?? '');
const painting = { theme, imageOf: (id: string) => `${id}|0` };
const shown = { visible: true, opacity: 1, dimmed: false, base: null };

function entryOf(kind: LayerKind): CatalogLayer {
  return { ...memoryLayer([]).entry, id: kind, kind, fields: { name: 'MC', zone: 'GHFQMC' } };
}

function drawn(kind: LayerKind, show = shown): Placed[] {
  return catalogLayers(entryOf(kind), show, painting);
}

const own = ownLayers(painting, { selected: 'a:1', lit: ['a:1'], imageOf: (i) => `${i}|0` });

test('the style spec’s own validator finds nothing wrong with any kind', () => {
  const style: StyleSpecification = {
    version: 8,
    sources: Object.fromEntries([
      ...OWN_SOURCES.map((name) => [name, ownSource()]),
      ...KIND_ORDER.map((kind) => [kind, catalogSource(entryOf(kind), 'fgb://1/x/{z}/{x}/{y}')]),
    ]),
    layers: [...own, ...KIND_ORDER.flatMap((kind) => drawn(kind))].map(({ layer }) => layer),
  };
  expect(validateStyleMin(style)).toEqual([]);
  // fill-layer-opacity is the one property that only overlapping layers get
  const over = { ...entryOf('permanent-basic-farmland'), overlapsItself: true };
  const layers = catalogLayers(over, shown, painting).map(({ layer }) => layer);
  expect(JSON.stringify(layers)).toContain('fill-layer-opacity');
  expect(validateStyleMin({ ...style, layers })).toEqual([]);
});

describe('the pile, bottom to top', () => {
  const orderOf = (kind: LayerKind, part: string): number => {
    const found = drawn(kind).find(({ layer }) => layer.id === `${kind}|${part}`);
    if (!found) throw new Error(`${kind} has no ${part}`);
    return found.order;
  };
  const ownOrder = (id: string): number => own.find(({ layer }) => layer.id === id)!.order;

  test('base, water, companions, farmland, red line, lines, occupied, project, selection, numbers', () => {
    const pile = [
      ownOrder('sx|ground'),
      orderOf('administrative-area', 'fill'),
      orderOf('base-water', 'fill'),
      orderOf('base-town', 'fill'),
      orderOf('cultivated-land', 'fill'),
      orderOf('permanent-basic-farmland', 'fill'),
      orderOf('permanent-basic-farmland', 'hatch'),
      orderOf('ecological-red-line', 'fill'),
      orderOf('ecological-red-line', 'hatch'),
      orderOf('urban-development-boundary', 'band'),
      orderOf('ecological-red-line', 'casing0'),
      orderOf('ecological-red-line', 'line0'),
      orderOf('urban-green-line', 'letter'),
      ownOrder('sx|occupied|fill'),
      ownOrder('sx|project|line'),
      ownOrder('sx|selection|inner'),
      ownOrder('sx|project|label'),
      ownOrder('sx|badge'),
    ];
    expect(pile).toEqual([...pile].sort((a, b) => a - b));
    expect(new Set(pile).size).toBe(pile.length);
  });

  test('tiles that could not be read lie above every layer of the catalog', () => {
    for (const kind of KIND_ORDER) {
      for (const { layer, order } of drawn(kind)) {
        if (layer.id.endsWith('|failed') || layer.id.endsWith('|label')) continue;
        expect(order, layer.id).toBeLessThan(orderOf('base-water', 'failed'));
      }
    }
  });
});

test('every kind is drawn, and areas of administration never by a line', () => {
  for (const kind of KIND_ORDER) {
    const ids = drawn(kind).map(({ layer }) => layer.id);
    expect(ids.length, kind).toBeGreaterThan(1);
    const lines = drawn(kind).filter(({ layer }) => layer.type === 'line');
    if (kind === 'administrative-area') expect(lines).toEqual([]);
  }
});

test('the inner band is one tint that meets itself at corners without growing darker', () => {
  const { layer } = drawn('urban-development-boundary').find(({ layer }) =>
    layer.id.endsWith('|band'),
  )!;
  expect(layer.paint).toMatchObject({
    'line-color': theme.color['udb-fill'],
    'line-layer-opacity': theme.alpha['udb-band-alpha'],
  });
  expect(layer.paint).not.toHaveProperty('line-opacity');
});

test('over imagery every line of a kind has a casing, even one that has none on the ground', () => {
  const imagery = {
    ...painting,
    theme: themeOf((name) => tokens.imagery[name.replace('--sx-', '')] ?? '', 'imagery'),
  };
  const ids = catalogLayers(entryOf('permanent-basic-farmland'), shown, imagery).map(
    ({ layer }) => layer.id,
  );
  expect(ids).toContain('permanent-basic-farmland|casing0');
  expect(drawn('permanent-basic-farmland').map(({ layer }) => layer.id)).not.toContain(
    'permanent-basic-farmland|casing0',
  );
});

describe('a copy in black and white', () => {
  const copy = { ...painting, theme: printTheme(theme.fonts) };
  const layerOf = (kind: LayerKind, part: string) =>
    catalogLayers(entryOf(kind), shown, copy).find(({ layer }) => layer.id === `${kind}|${part}`)!
      .layer;

  test('has no tint where there are textures, and keeps one where there are none yet', () => {
    const fill = layerOf('permanent-basic-farmland', 'fill').paint as Record<string, unknown[]>;
    const opacity = fill['fill-opacity']!;
    expect(opacity.at(-1)).toBe(0);
    expect(opacity.at(-3)).toBeGreaterThan(0.5);
  });

  test('has lines of 0.8 of their width', () => {
    const { 'line-width': width } = layerOf('ecological-red-line', 'line0').paint as {
      'line-width': unknown[];
    };
    expect(width.at(-1)).toBeCloseTo(0.8 * 2.4, 9);
  });
});

describe('a base map beneath', () => {
  const visible = (kind: LayerKind, base: { labelled: boolean } | null) =>
    catalogLayers(entryOf(kind), { ...shown, base }, painting)
      .filter(({ layer }) => layer.layout?.visibility === 'visible')
      .map(({ layer }) => layer.type);

  test('takes the place of our own areas; their names stay unless it names places itself', () => {
    expect(visible('base-water', null)).toContain('fill');
    expect(visible('base-water', { labelled: false })).toEqual(['symbol']);
    expect(visible('base-water', { labelled: true })).toEqual([]);
  });

  test('never takes the place of a control line', () => {
    for (const kind of KIND_ORDER.filter((kind) => SYMBOLS[kind].tier > BASE_TIER)) {
      expect(visible(kind, { labelled: true })).toEqual(visible(kind, null));
    }
  });

  test('is valid style, of pictures and of vectors, in every theme', () => {
    const sheet = { tiles: async () => null, minzoom: 1, maxzoom: 18 };
    const base: BaseMap = {
      id: 'a',
      title: { zh: '甲', en: 'A' },
      look: 'plain',
      labelled: false,
      sheets: [
        { ...sheet, type: 'raster', tileSize: 256, extent: [100, 30, 110, 40] },
        {
          ...sheet,
          type: 'vector',
          draw: (['water', 'built', 'road', 'name'] as const).map((as) => ({ layer: as, as })),
        },
      ],
    };
    for (const name of ['light', 'dark', 'contrast'] as const) {
      const own = themeOf((property) => tokens[name][property.replace('--sx-', '')] ?? '');
      const layers = [
        ...baseLayers(base, own),
        ...baseLayers(base, printTheme(own.fonts)).slice(0, 1),
      ];
      const ids = layers.map(({ layer }, i) => ({ ...layer, id: `${i}` }));
      const sources = baseSources(base, (i) => `base://1/${i}/{z}/{x}/{y}`);
      expect(validateStyleMin({ version: 8, sources, layers: ids })).toEqual([]);
    }
  });
});

test('a hidden layer hides all it draws; opacity and stepping back multiply', () => {
  for (const { layer } of drawn('ecological-red-line', { ...shown, visible: false })) {
    expect(layer.layout?.visibility).toBe('none');
  }
  const at = (opacity: number, dimmed: boolean): unknown =>
    drawn('ecological-red-line', { ...shown, opacity, dimmed }).find(
      ({ layer }) => layer.id === 'ecological-red-line|line0',
    )!.layer.paint;
  expect(at(0.5, false)).toMatchObject({ 'line-opacity': 0.5 });
  expect(at(0.5, true)).toMatchObject({ 'line-opacity': 0.2 });
});

describe('the table of symbols against ui.md 3.3', () => {
  test('line widths, casings and dashes', () => {
    const lineOf = (kind: LayerKind) => SYMBOLS[kind].lines.at(-1)!;
    expect(lineOf('permanent-basic-farmland')).toMatchObject({ width: 1.2, minzoom: 13 });
    expect(lineOf('ecological-red-line')).toMatchObject({ width: 2.4, casing: 4.4 });
    expect(lineOf('urban-development-boundary')).toMatchObject({
      width: 2.6,
      casing: 4.8,
      dash: [11, 3.5, 2, 3.5],
    });
    expect(lineOf('urban-purple-line')).toMatchObject({ width: 1.6, casing: 3 });
    expect(OWN_SYMBOLS.project.lines[0]).toMatchObject({ width: 2.4, casing: 5 });
    expect(SYMBOLS['nature-reserve-core'].lines.map(({ width }) => width)).toEqual([1.6, 0.8]);
  });

  test('textures repeat at the distances of the table', () => {
    const spacing = (id: 'pbf' | 'eco' | 'over' | 'gap'): number => HATCHES[id].side / Math.SQRT2;
    expect(spacing('pbf')).toBeCloseTo(6, 9);
    expect(spacing('eco')).toBeCloseTo(12, 9);
    expect(spacing('over')).toBeCloseTo(5.5, 9);
    expect(spacing('gap')).toBeCloseTo(9, 9);
  });
});

test('a swatch holds the symbol’s own colours as properties and nothing else', () => {
  for (const kind of [...KIND_ORDER, ...(['project', 'occupied', 'uncovered'] as const)]) {
    const svg = layerSwatchSvg(kind);
    expect(svg).toMatch(/^<svg [^>]*width="26" height="16"/);
    for (const [, token] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)) {
      if (token === 'none') continue;
      const name = /^var\(--sx-([\w-]+)\)$/.exec(token!)?.[1];
      expect(COLOR_TOKENS, `${kind} ${token}`).toContain(name);
    }
    expect(svg).not.toContain('style=');
  }
  expect(layerSwatchSvg('urban-purple-line')).toContain('紫');
});
