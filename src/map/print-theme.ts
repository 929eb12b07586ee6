import type { ColorToken, MapTheme } from './theme.ts';

/**
 * The map as a black-and-white copier gives it back: tints are off, and the kinds are told apart by line,
 * dash and texture alone. The greys belong to white paper, whatever the theme of the screen.
 */
const GREYS: Readonly<Record<ColorToken, string>> = {
  'map-ground': '#FFFFFF',
  'map-built': '#EFEFEF',
  'map-water': '#DEDEDE',
  'map-water-line': '#8A8A8A',
  'map-label': '#000000',
  'map-halo': '#FFFFFF',
  'map-grid': '#C4C4C4',
  pbf: '#6B6B6B',
  'pbf-fill': '#D6D6D6',
  eco: '#2E2E2E',
  'eco-fill': '#8C8C8C',
  udb: '#141414',
  'udb-fill': '#9A9A9A',
  over: '#000000',
  'over-fill': '#9E9E9E',
  project: '#000000',
  'project-case': '#FFFFFF',
  'green-line': '#3A3A3A',
  'blue-line': '#3A3A3A',
  'purple-line': '#3A3A3A',
  'yellow-line': '#3A3A3A',
  farm: '#7A7A7A',
  core: '#1A1A1A',
  defect: '#000000',
  'ghost-1': '#3A3A3A',
  'ghost-2': '#3A3A3A',
  'ghost-3': '#3A3A3A',
  'ghost-4': '#3A3A3A',
  casing: '#FFFFFF',
  focus: '#000000',
  'gap-line': '#3A3A3A',
  'gap-bg': '#FFFFFF',
};

export function printTheme(fonts: readonly string[]): MapTheme {
  return {
    ground: 'print',
    color: GREYS,
    // seen far out only, where no texture can be drawn
    alpha: {
      'pbf-fill-alpha': 0.6,
      'eco-fill-alpha': 0.6,
      'udb-fill-alpha': 0,
      'udb-band-alpha': 0.55,
      'over-fill-alpha': 0.6,
    },
    fonts,
  };
}
