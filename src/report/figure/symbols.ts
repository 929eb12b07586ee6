import type { LayerKind } from '../../domain/kinds.ts';
import type { InnerUrbanZone } from '../../domain/zones.ts';

/**
 * Print symbols. Colours are the light theme of the tokens; hatches are given in millimetres and tell
 * the lines apart without any colour.
 */
export interface MapSymbol {
  readonly stroke: string;
  readonly widthMm: number;
  readonly dash: string | null;
  readonly casingMm: number;
  readonly fill: string | null;
  readonly fillOpacity: number;
  readonly hatch: Hatch | null;
  /** Second, inner line in white, which makes the line double. */
  readonly double: boolean;
  /** Band inside the edge, in the fill colour. */
  readonly bandMm: number;
  /** Repeated along the line. */
  readonly letter: string | null;
}

const HATCHES = [
  'farmland',
  'redline',
  'cultivated',
  'flexible',
  'special-use',
  'mesh',
  'gap',
] as const;
export type Hatch = (typeof HATCHES)[number];

const PLAIN: MapSymbol = {
  stroke: '#46525D',
  widthMm: 0.3,
  dash: null,
  casingMm: 0,
  fill: null,
  fillOpacity: 0,
  hatch: null,
  double: false,
  bandMm: 0,
  letter: null,
};

const SYMBOLS: Partial<Record<LayerKind, Partial<MapSymbol>>> = {
  'permanent-basic-farmland': {
    stroke: '#938000',
    widthMm: 0.25,
    fill: '#FFE14D',
    fillOpacity: 0.3,
    hatch: 'farmland',
  },
  'cultivated-land': { stroke: '#7C8A3C', widthMm: 0.2, hatch: 'cultivated' },
  'ecological-red-line': {
    stroke: '#00562A',
    widthMm: 0.5,
    casingMm: 0.9,
    fill: '#4FA873',
    fillOpacity: 0.24,
    hatch: 'redline',
  },
  'nature-reserve-core': { stroke: '#003A1C', widthMm: 0.9, double: true },
  'urban-development-boundary': {
    stroke: '#BF1175',
    widthMm: 0.55,
    dash: '2.3 0.75 0.4 0.75',
    casingMm: 1,
    fill: '#F2A0CB',
    fillOpacity: 0.05,
    bandMm: 2.5,
  },
  'urban-green-line': { stroke: '#1B9A34', widthMm: 0.35, casingMm: 0.65, letter: '绿' },
  'urban-blue-line': { stroke: '#3F5CF5', widthMm: 0.35, casingMm: 0.65, letter: '蓝' },
  'urban-purple-line': { stroke: '#4A1A80', widthMm: 0.35, casingMm: 0.65, letter: '紫' },
  'urban-yellow-line': { stroke: '#8A3F00', widthMm: 0.35, casingMm: 0.65, letter: '黄' },
  'nature-reserve': companion('#003A1C', '自'),
  'scenic-area': companion('#003A1C', '景', '0.5 0.7'),
  'ecological-space': companion('#00562A', '生'),
  'groundwater-ban': companion('#3F5CF5', '禁'),
  'groundwater-limit': companion('#3F5CF5', '限', '0.5 0.7'),
  'water-source': companion('#3F5CF5', '水', '2.2 0.6 0.5 0.6'),
};

/** Kinds that share a colour differ in their dashes, and all in their letter. */
function companion(stroke: string, letter: string, dash = '1.4 0.7'): Partial<MapSymbol> {
  return { stroke, widthMm: 0.3, casingMm: 0.6, dash, letter };
}

export const SITE: MapSymbol = { ...PLAIN, stroke: '#14181D', widthMm: 0.55, casingMm: 1.1 };
export const OCCUPIED: MapSymbol = {
  ...PLAIN,
  stroke: '#007FDB',
  widthMm: 0.35,
  fill: '#19B5F1',
  fillOpacity: 0.35,
  hatch: 'mesh',
};

/** Ground for which no layer speaks: over everything that is drawn there, and nothing like it. */
export const UNCHECKED: MapSymbol = {
  ...PLAIN,
  stroke: '#7D63B3',
  widthMm: 0.35,
  dash: '0.35 0.7',
  hatch: 'gap',
};

/** Within the urban boundary, beneath its line. Where no hatch is, building is concentrated or the zone not known. */
const ZONE_HATCHES: Readonly<Record<InnerUrbanZone, Hatch | null>> = {
  concentrated: null,
  flexible: 'flexible',
  'special-use': 'special-use',
  unknown: null,
};

export function zoneSymbol(zone: InnerUrbanZone): MapSymbol {
  return { ...PLAIN, stroke: '#BF1175', widthMm: 0.2, hatch: ZONE_HATCHES[zone] };
}

export function symbolOf(kind: LayerKind): MapSymbol {
  return { ...PLAIN, ...SYMBOLS[kind] };
}

/** Widths x 0.8, fills off, hatches on; the band of the urban boundary stays, in grey. */
export function inGrey(symbol: MapSymbol): MapSymbol {
  return {
    ...symbol,
    stroke: symbol === SITE ? '#000' : '#333',
    widthMm: symbol.widthMm * 0.8,
    casingMm: symbol.casingMm * 0.8,
    fill: symbol.bandMm > 0 ? '#999' : null,
    fillOpacity: 0,
  };
}
