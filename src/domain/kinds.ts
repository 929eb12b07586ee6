import type { Text } from '../text/text.ts';

/**
 * Kinds of layers, in the fixed order of every table: farmland, red line, urban boundary, the rest.
 * `control` kinds can give findings; `context` kinds never do by themselves.
 */
export const KINDS = {
  'permanent-basic-farmland': {
    role: 'control',
    title: { zh: '永久基本农田', en: 'Permanent basic farmland' },
    short: { zh: '永久基本农田', en: 'Permanent farmland' },
  },
  'cultivated-land': {
    role: 'control',
    title: { zh: '一般耕地', en: 'Ordinary cultivated land' },
    short: { zh: '一般耕地', en: 'Ordinary cultivated land' },
  },
  'ecological-red-line': {
    role: 'control',
    title: { zh: '生态保护红线', en: 'Ecological protection red line' },
    short: { zh: '生态保护红线', en: 'Ecological red line' },
  },
  'nature-reserve-core': {
    role: 'control',
    title: { zh: '自然保护地核心保护区', en: 'Core protection zone of a nature reserve' },
    short: { zh: '自然保护地核心保护区', en: 'Nature reserve core' },
  },
  'nature-reserve': {
    role: 'control',
    title: { zh: '自然保护地', en: 'Protected natural area' },
    short: { zh: '自然保护地', en: 'Nature reserve' },
  },
  'urban-development-boundary': {
    role: 'control',
    title: { zh: '城镇开发边界', en: 'Urban development boundary' },
    short: { zh: '城镇开发边界', en: 'Urban boundary' },
  },
  'urban-green-line': {
    role: 'control',
    title: { zh: '城市绿线', en: 'Urban green line' },
    short: { zh: '绿线', en: 'Green line' },
  },
  'urban-blue-line': {
    role: 'control',
    title: { zh: '城市蓝线', en: 'Urban blue line' },
    short: { zh: '蓝线', en: 'Blue line' },
  },
  'urban-purple-line': {
    role: 'control',
    title: { zh: '城市紫线', en: 'Urban purple line' },
    short: { zh: '紫线', en: 'Purple line' },
  },
  'urban-yellow-line': {
    role: 'control',
    title: { zh: '城市黄线', en: 'Urban yellow line' },
    short: { zh: '黄线', en: 'Yellow line' },
  },
  'scenic-area': {
    role: 'control',
    title: { zh: '风景名胜区', en: 'Scenic area' },
    short: { zh: '风景名胜区', en: 'Scenic area' },
  },
  'ecological-space': {
    role: 'control',
    title: { zh: '生态空间', en: 'Ecological space' },
    short: { zh: '生态空间', en: 'Ecological space' },
  },
  'groundwater-ban': {
    role: 'control',
    title: { zh: '地下水禁采区', en: 'Groundwater abstraction ban' },
    short: { zh: '地下水禁采区', en: 'Groundwater ban' },
  },
  'groundwater-limit': {
    role: 'control',
    title: { zh: '地下水限采区', en: 'Groundwater abstraction limit' },
    short: { zh: '地下水限采区', en: 'Groundwater limit' },
  },
  'water-source': {
    role: 'control',
    title: { zh: '饮用水水源保护区', en: 'Drinking-water source protection area' },
    short: { zh: '水源保护区', en: 'Water source' },
  },
  'land-use': {
    role: 'context',
    title: { zh: '现状地类', en: 'Present land use' },
    short: { zh: '现状地类', en: 'Land use' },
  },
  'administrative-area': {
    role: 'context',
    title: { zh: '行政区（示意）', en: 'Administrative areas (schematic)' },
    short: { zh: '行政区', en: 'Areas' },
  },
  'base-water': {
    role: 'context',
    title: { zh: '水系', en: 'Water' },
    short: { zh: '水系', en: 'Water' },
  },
  'base-town': {
    role: 'context',
    title: { zh: '城镇', en: 'Towns' },
    short: { zh: '城镇', en: 'Towns' },
  },
} as const satisfies Record<string, { role: 'control' | 'context'; title: Text; short: Text }>;

export type LayerKind = keyof typeof KINDS;

export const KIND_ORDER = Object.keys(KINDS) as readonly LayerKind[];

export function isLayerKind(value: string): value is LayerKind {
  return Object.hasOwn(KINDS, value);
}

export function isControlKind(kind: LayerKind): boolean {
  return KINDS[kind].role === 'control';
}

/** Position in the fixed order, for sorting. */
export function kindRank(kind: LayerKind): number {
  return KIND_ORDER.indexOf(kind);
}
