/** Tokens of `components/tokens.css` that the map draws with, without their `--sx-`. */
export const COLOR_TOKENS = [
  'map-ground',
  'map-built',
  'map-water',
  'map-water-line',
  'map-label',
  'map-halo',
  'map-grid',
  'pbf',
  'pbf-fill',
  'eco',
  'eco-fill',
  'udb',
  'udb-fill',
  'over',
  'over-fill',
  'project',
  'project-case',
  'green-line',
  'blue-line',
  'purple-line',
  'yellow-line',
  'farm',
  'core',
  'defect',
  'ghost-1',
  'ghost-2',
  'ghost-3',
  'ghost-4',
  'casing',
  'focus',
  'gap-line',
  'gap-bg',
] as const;

export const ALPHA_TOKENS = [
  'pbf-fill-alpha',
  'eco-fill-alpha',
  'udb-fill-alpha',
  'udb-band-alpha',
  'over-fill-alpha',
] as const;

export type ColorToken = (typeof COLOR_TOKENS)[number];
export type AlphaToken = (typeof ALPHA_TOKENS)[number];

/** What lies beneath: the app's own ground, pictures taken from above, or paper without colour. */
export type Ground = 'plain' | 'imagery' | 'print';

export interface MapTheme {
  readonly ground: Ground;
  readonly color: Readonly<Record<ColorToken, string>>;
  readonly alpha: Readonly<Record<AlphaToken, number>>;
  /** Font families, in order. */
  readonly fonts: readonly string[];
}

/**
 * Takes the theme from custom properties. `propertyOf` gives a property's value, as
 * `getComputedStyle(element).getPropertyValue` does. A missing token is our bug and throws.
 */
export function themeOf(
  propertyOf: (property: string) => string,
  ground: Ground = 'plain',
): MapTheme {
  const read = (token: string): string => {
    const value = propertyOf(`--sx-${token}`).trim();
    if (value === '') throw new Error(`--sx-${token} is not set`);
    return value;
  };
  return {
    ground,
    color: Object.fromEntries(COLOR_TOKENS.map((t) => [t, read(t)])) as MapTheme['color'],
    alpha: Object.fromEntries(
      ALPHA_TOKENS.map((t) => [t, Number.parseFloat(read(t))]),
    ) as MapTheme['alpha'],
    fonts: read('font')
      .split(',')
      .map((name) => name.trim().replace(/^["']|["']$/g, '')),
  };
}
