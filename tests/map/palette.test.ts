import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KIND_ORDER } from '../../src/domain/kinds.ts';
import { HATCHES, type HatchId } from '../../src/map/hatches.ts';
import { printTheme } from '../../src/map/print-theme.ts';
import { BASE_TIER, SYMBOLS } from '../../src/map/symbols.ts';
import { ALPHA_TOKENS, COLOR_TOKENS, themeOf } from '../../src/map/theme.ts';
import {
  ciede2000,
  contrast,
  labOf,
  type Rgb,
  rgbOf,
  SIGHTS,
  type Sight,
  smallestDifference,
  type ThemeName,
  tokensOf,
} from './palette.ts';

// The tables of ui.md 3.1, recomputed from the tokens; the figures expected are the published ones.
const css = readFileSync(new URL('../../src/components/tokens.css', import.meta.url), 'utf8');
const themes = tokensOf(css);
const sights = Object.keys(SIGHTS) as Sight[];

const LINES = ['pbf', 'eco', 'udb'];
const FIVE = [...LINES, 'over', 'project'];
const FOUR = ['green-line', 'blue-line', 'purple-line', 'yellow-line'];

const colors = (theme: ThemeName, names: readonly string[]): string[] =>
  names.map((name) => themes[theme][name]!);

test('CIEDE2000 gives the differences of its authors’ own test data', () => {
  // Sharma, Wu, Dalal (2005), table 1, pairs 1, 7, 13, 17, 20, 25, 34
  const pairs: [[number, number, number], [number, number, number], number][] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [a, b, expected] of pairs) expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
});

describe('map lines against their ground', () => {
  const names = [...FIVE, ...FOUR];
  test.each([
    ['light', 'map-ground', [3.57, 8.04, 5.35, 3.76, 16.1, 3.32, 4.68, 10.9, 6.81]],
    ['dark', 'map-ground', [10.3, 3.72, 3.7, 8.44, 16.4, 5.25, 5.34, 10.5, 9.22]],
    ['imagery', 'casing', [12.9, 5.1, 5.4, 10.3, 18.6, 7.5, 8.06, 13.3, 10.8]],
  ] as const)('%s', (theme, ground, expected) => {
    const base = rgbOf(themes[theme][ground]!);
    for (const [i, hex] of colors(theme, names).entries()) {
      const ratio = contrast(rgbOf(hex), base);
      expect(ratio, names[i]).toBeGreaterThanOrEqual(3);
      expect(Math.abs(ratio / expected[i]! - 1), `${names[i]} ${ratio}`).toBeLessThan(0.01);
    }
  });

  test('the dark casing stands out from grey-green imagery', () => {
    const ratio = contrast(rgbOf(themes.imagery.casing!), rgbOf('#6E7562'));
    expect(ratio).toBeCloseTo(3.88, 1);
  });

  test('every label keeps 4.5 on its halo', () => {
    for (const tokens of Object.values(themes)) {
      const ratio = contrast(rgbOf(tokens['map-label']!), rgbOf(tokens['map-halo']!));
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('colours that must not be taken for each other', () => {
  test.each([
    ['light', LINES, [32.7, 21.1, 20.0, 21.4]],
    ['light', FIVE, [29.8, 21.1, 20.0, 21.4]],
    ['dark', LINES, [40.1, 23.9, 22.9, 29.1]],
    ['dark', FIVE, [26.6, 23.2, 22.9, 23.6]],
    ['imagery', LINES, [39.1, 21.4, 21.7, 26.5]],
    ['imagery', FIVE, [26.1, 20.8, 21.7, 20.7]],
    ['light', FOUR, [23.6, 24.6, 15.3, 18.8]],
    ['dark', FOUR, [27.3, 13.3, 21.3, 11.2]],
    ['imagery', FOUR, [26.9, 9.1, 16.5, 10.2]],
  ] as const)('%s %j', (theme, names, expected) => {
    for (const [i, sight] of sights.entries()) {
      const least = smallestDifference(colors(theme, names), sight);
      expect(least, sight).toBeCloseTo(expected[i]!, 0);
    }
  });

  test.each([
    ['light', 18],
    ['dark', 18],
    ['imagery', 18],
    ['contrast', 14],
  ] as const)('the five main colours, %s theme: at least %d for everyone', (theme, least) => {
    for (const sight of sights) {
      expect(smallestDifference(colors(theme, FIVE), sight), sight).toBeGreaterThanOrEqual(least);
    }
  });
});

describe('the panels: smallest contrast over all grounds used (WCAG 2.2: text 4.5, shapes 3)', () => {
  const GROUNDS = ['bg-app', 'bg-panel', 'bg-sunken', 'bg-hover', 'bg-selected'];
  const TONES = ['stop', 'gap', 'warn', 'mode', 'clear'];
  const least = (theme: ThemeName, fronts: readonly string[], grounds: readonly string[]): number =>
    Math.min(
      ...colors(theme, fronts).flatMap((front) =>
        colors(theme, grounds).map((ground) => contrast(rgbOf(front), rgbOf(ground))),
      ),
    );
  const tones = (theme: ThemeName, part: string): number =>
    Math.min(...TONES.map((tone) => least(theme, [`${tone}-${part}`], [`${tone}-bg`, 'bg-panel'])));

  test.each([
    ['light', 4.51, 3.25],
    ['dark', 4.82, 4.04],
    ['contrast', 8.7, 21],
  ] as const)('%s: text %d, edge of a control %d', (theme, text, edge) => {
    expect(least(theme, ['text', 'text-2', 'text-3', 'link'], GROUNDS)).toBeCloseTo(text, 1);
    expect(least(theme, ['line-control'], ['bg-panel', 'bg-sunken'])).toBeCloseTo(edge, 1);
  });

  test.each(['light', 'dark', 'contrast'] as const)('%s: every pair keeps its bar', (theme) => {
    expect(least(theme, ['text', 'text-2', 'text-3', 'link'], GROUNDS)).toBeGreaterThanOrEqual(4.5);
    expect(tones(theme, 'fg')).toBeGreaterThanOrEqual(4.5);
    expect(tones(theme, 'line')).toBeGreaterThanOrEqual(3);
    const buttons = ['accent', 'accent-hover', 'accent-press'];
    expect(least(theme, ['on-accent'], buttons)).toBeGreaterThanOrEqual(4.5);
    expect(least(theme, ['on-bar', 'on-bar-2'], ['bar', 'bar-2'])).toBeGreaterThanOrEqual(4.5);
    expect(least(theme, ['text-tip'], ['bg-tip'])).toBeGreaterThanOrEqual(4.5);
    expect(least(theme, ['line-control'], ['bg-panel', 'bg-sunken'])).toBeGreaterThanOrEqual(3);
    expect(least(theme, ['focus'], GROUNDS)).toBeGreaterThanOrEqual(3);
  });
});

describe('readable together: what lies over what', () => {
  const tinted = (theme: ThemeName, kind: 'pbf' | 'eco'): Rgb => {
    const tokens = themes[theme];
    const alpha = Number.parseFloat(tokens[`${kind}-fill-alpha`]!);
    const [fill, ground] = [rgbOf(tokens[`${kind}-fill`]!), rgbOf(tokens['map-ground']!)];
    return fill.map((c, i) => c * alpha + ground[i]! * (1 - alpha)) as unknown as Rgb;
  };
  const onScreen = ['light', 'dark', 'contrast'] as const;

  test.each(onScreen)(
    '%s: a line without casing stands on the ground and on every tint',
    (theme) => {
      const of = (name: string, ground: Rgb) => contrast(rgbOf(themes[theme][name]!), ground);
      for (const kind of KIND_ORDER) {
        for (const line of SYMBOLS[kind].lines) {
          if (line.casing || SYMBOLS[kind].tier <= BASE_TIER || kind === 'land-use') continue;
          const ratio = of(line.color, rgbOf(themes[theme]['map-ground']!));
          expect(ratio, `${kind} ${line.color}`).toBeGreaterThanOrEqual(3);
        }
      }
      expect(of('pbf', tinted(theme, 'pbf'))).toBeGreaterThanOrEqual(3);
      for (const kind of ['pbf', 'eco'] as const) {
        expect(of('over', tinted(theme, kind)), `over ${kind}`).toBeGreaterThanOrEqual(2.9);
        expect(of('core', tinted(theme, kind)), `core ${kind}`).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('a line with a casing stands on its casing, so on anything; on imagery every line has one', () => {
    for (const theme of [...onScreen, 'imagery'] as const) {
      const casing = rgbOf(themes[theme].casing!);
      for (const kind of KIND_ORDER) {
        for (const line of SYMBOLS[kind].lines) {
          if (!line.casing && theme !== 'imagery') continue;
          if (SYMBOLS[kind].tier <= BASE_TIER || kind === 'land-use') continue;
          const ratio = contrast(rgbOf(themes[theme][line.color]!), casing);
          expect(ratio, `${theme} ${kind} ${line.color}`).toBeGreaterThanOrEqual(3);
        }
      }
      const { project, 'project-case': edge } = themes[theme];
      expect(contrast(rgbOf(project!), rgbOf(edge!))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a black-and-white copy', () => {
  const { color } = printTheme([]);
  const lightness = (name: keyof typeof color): number => labOf(rgbOf(color[name]))[0];

  test('has no colour, and every line stands out from the paper', () => {
    for (const hex of Object.values(color)) {
      const [r, g, b] = rgbOf(hex);
      expect([g, b]).toEqual([r, r]);
    }
    for (const name of [...FIVE, ...FOUR, 'core', 'farm'] as (keyof typeof color)[]) {
      expect(contrast(rgbOf(color[name]), rgbOf('#FFFFFF')), name).toBeGreaterThanOrEqual(3);
    }
  });

  test('tells the kinds apart by form: no two textures or dashes are alike', () => {
    const form = (id: HatchId) => JSON.stringify([HATCHES[id].strokes, HATCHES[id].dots]);
    const ids: HatchId[] = ['pbf', 'eco', 'over', 'farm', 'flexible', 'special-use', 'gap'];
    expect(new Set(ids.map(form)).size).toBe(ids.length);
    expect(SYMBOLS['urban-development-boundary'].lines.at(-1)!.dash).toBeDefined();
    expect(SYMBOLS['ecological-red-line'].lines.at(-1)!.dash).toBeUndefined();
  });

  test('keeps farmland and red line apart far out too, where there is no texture yet', () => {
    expect(lightness('pbf-fill') - lightness('eco-fill')).toBeGreaterThanOrEqual(20);
  });
});

test('every token the map draws with is set, in a form that it can compute with', () => {
  for (const tokens of Object.values(themes)) {
    const theme = themeOf((name) => tokens[name.replace('--sx-', '')] ?? '');
    for (const token of COLOR_TOKENS) expect(theme.color[token]).toMatch(/^#[\dA-F]{6}$/);
    for (const token of ALPHA_TOKENS) expect(theme.alpha[token]).toBeGreaterThanOrEqual(0);
    expect(theme.fonts[0]).toBe('Segoe UI');
  }
  expect(() => themeOf(() => '')).toThrow('--sx-map-ground');
});
