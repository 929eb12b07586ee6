import type { LayerKind } from '../domain/kinds.ts';
import type { ZoneId } from '../domain/zones.ts';
import type { Text } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { HatchId } from './hatches.ts';
import type { AlphaToken, ColorToken } from './theme.ts';

/**
 * How each kind is drawn. Widths, dashes and offsets in CSS px; colours and alphas are tokens. The map
 * (`style.ts`), the swatches (`swatch.ts`) and their tests all read this one table.
 */
export interface LineSymbol {
  readonly color: ColorToken;
  readonly width: number;
  /** Width of the casing beneath. */
  readonly casing?: number;
  readonly dash?: readonly number[];
  /** Inward from the border. */
  readonly offset?: number;
  readonly minzoom?: number;
  /** Of the borders within a layer (between two zones) or of its outer border; default all. */
  readonly of?: 'inner' | 'border';
}

export interface KindSymbol {
  /** Place in the pile: fills of a lower tier lie beneath; lines are always above all fills. */
  readonly tier: number;
  readonly fill?: { readonly color: ColorToken; readonly alpha: AlphaToken | number };
  /** Texture above the fill, from `HATCH_ZOOM` on. */
  readonly hatch?: HatchId;
  /** Texture by sub-zone, for the urban boundary. */
  readonly zoneHatch?: Partial<Record<ZoneId, HatchId>>;
  /** A tint along the inner side of the border. */
  readonly band?: {
    readonly color: ColorToken;
    readonly alpha: AlphaToken;
    readonly width: number;
  };
  readonly lines: readonly LineSymbol[];
  /** Letter set into the line again and again. */
  readonly letter?: Text;
  /** Label of named features. */
  readonly label?: { readonly size: number; readonly minzoom: number; readonly maxzoom?: number };
}

/** Tiers up to here are the map beneath: areas, water, built-up land. */
export const BASE_TIER = 20;
/** No textures below this zoom. */
export const HATCH_ZOOM = 11;

const lettered = (color: ColorToken, letter: Text): KindSymbol => ({
  tier: 30,
  lines: [{ color, width: 1.6, casing: 3, minzoom: 9 }],
  letter,
  label: { size: 12, minzoom: 15 },
});

/** Kinds that share a colour differ in their dashes. */
const companion = (color: ColorToken, dash: readonly number[] = [6, 3]): KindSymbol => ({
  tier: 30,
  fill: { color, alpha: 0.06 },
  lines: [{ color, width: 1, casing: 2.4, dash, minzoom: 9 }],
});

export const SYMBOLS: Readonly<Record<LayerKind, KindSymbol>> = {
  'administrative-area': {
    tier: 5,
    // A soft tint and a name, never a line: nothing here is a boundary drawing.
    fill: { color: 'map-built', alpha: 0.55 },
    lines: [],
    label: { size: 13, minzoom: 5.5, maxzoom: 9 },
  },
  'base-water': {
    tier: 10,
    fill: { color: 'map-water', alpha: 1 },
    lines: [{ color: 'map-water-line', width: 0.6 }],
    label: { size: 12, minzoom: 8 },
  },
  'base-town': {
    tier: 20,
    fill: { color: 'map-built', alpha: 1 },
    lines: [],
    label: { size: 12, minzoom: 9 },
  },
  'land-use': { tier: 25, lines: [{ color: 'map-grid', width: 0.6, minzoom: 13 }] },
  'cultivated-land': {
    tier: 32,
    hatch: 'farm',
    fill: { color: 'farm', alpha: 0.08 },
    lines: [{ color: 'farm', width: 0.8, minzoom: 13 }],
  },
  'permanent-basic-farmland': {
    tier: 40,
    fill: { color: 'pbf-fill', alpha: 'pbf-fill-alpha' },
    hatch: 'pbf',
    lines: [{ color: 'pbf', width: 1.2, minzoom: 13 }],
  },
  'ecological-red-line': {
    tier: 50,
    fill: { color: 'eco-fill', alpha: 'eco-fill-alpha' },
    hatch: 'eco',
    lines: [{ color: 'eco', width: 2.4, casing: 4.4 }],
    label: { size: 12, minzoom: 11.5 },
  },
  'nature-reserve': { ...companion('core'), label: { size: 12, minzoom: 9 } },
  'nature-reserve-core': {
    tier: 52,
    lines: [
      { color: 'core', width: 1.6, minzoom: 8 },
      { color: 'core', width: 0.8, offset: 3, minzoom: 10 },
    ],
  },
  'urban-development-boundary': {
    tier: 60,
    fill: { color: 'udb-fill', alpha: 'udb-fill-alpha' },
    zoneHatch: { flexible: 'flexible', 'special-use': 'special-use' },
    band: { color: 'udb-fill', alpha: 'udb-band-alpha', width: 12 },
    lines: [
      { color: 'udb', width: 0.8, of: 'inner' },
      { color: 'udb', width: 2.6, casing: 4.8, dash: [11, 3.5, 2, 3.5], of: 'border' },
    ],
  },
  'urban-green-line': lettered('green-line', MAP_WORDS.letterGreen),
  'urban-blue-line': lettered('blue-line', MAP_WORDS.letterBlue),
  'urban-purple-line': lettered('purple-line', MAP_WORDS.letterPurple),
  'urban-yellow-line': lettered('yellow-line', MAP_WORDS.letterYellow),
  'scenic-area': companion('core', [2, 3]),
  'ecological-space': companion('eco'),
  'groundwater-ban': companion('blue-line'),
  'groundwater-limit': companion('blue-line', [2, 3]),
  'water-source': companion('blue-line', [10, 3, 2, 3]),
};

/** What is not a layer of the catalog. */
export const OWN_SYMBOLS = {
  project: { tier: 85, lines: [{ color: 'project', width: 2.4, casing: 5 }] },
  occupied: {
    tier: 80,
    fill: { color: 'over-fill', alpha: 'over-fill-alpha' },
    hatch: 'over',
    lines: [{ color: 'over', width: 1.6 }],
  },
  uncovered: {
    tier: 78,
    fill: { color: 'gap-bg', alpha: 0.75 },
    hatch: 'gap',
    lines: [{ color: 'gap-line', width: 1.4, dash: [1.4, 2.8] }],
  },
} as const satisfies Record<string, KindSymbol>;

export type OwnSymbol = keyof typeof OWN_SYMBOLS;
