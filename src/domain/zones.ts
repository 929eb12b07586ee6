import type { Text } from '../text/text.ts';

/** Fixed zone ids of `CheckReport.lines[].zones` and of findings. */
export const ZONE_WORDS = {
  core: { zh: '核心保护区内', en: 'Inside a core protection zone' },
  'outside-core': { zh: '核心保护区外', en: 'Outside core protection zones' },
  concentrated: { zh: '边界内·集中建设区', en: 'Inside · concentrated construction zone' },
  flexible: { zh: '边界内·弹性发展区', en: 'Inside · flexible development zone' },
  'special-use': { zh: '边界内·特别用途区', en: 'Inside · special-use zone' },
  unknown: { zh: '分区不明', en: 'Zone unknown' },
  outside: { zh: '边界外', en: 'Outside the boundary' },
  'not-covered': { zh: '未核查', en: 'Not checked' },
} as const satisfies Record<string, Text>;

export type ZoneId = keyof typeof ZONE_WORDS;

/** Zones of the urban boundary; their areas add up to the site. */
export const URBAN_ZONES = [
  'concentrated',
  'flexible',
  'special-use',
  'unknown',
  'outside',
  'not-covered',
] as const satisfies readonly ZoneId[];

/** Zones that features of the urban boundary belong to. */
export const INNER_URBAN_ZONES = ['concentrated', 'flexible', 'special-use', 'unknown'] as const;

export type InnerUrbanZone = (typeof INNER_URBAN_ZONES)[number];

export type UrbanZone = (typeof URBAN_ZONES)[number];

/**
 * Sub-zone of an urban development boundary from the words found in data: the name first, the code
 * second (codes differ between cities), anything else is `unknown` and never a permission.
 */
export function urbanZoneOf(value: unknown): InnerUrbanZone {
  const word = String(value ?? '')
    .normalize('NFKC')
    .trim();
  if (/集中建设区/.test(word)) return 'concentrated';
  if (/弹性发展区/.test(word)) return 'flexible';
  if (/特别用途区/.test(word)) return 'special-use';
  if (/^0?1$/.test(word)) return 'concentrated';
  if (/^0?2$/.test(word)) return 'flexible';
  if (/^0?3$/.test(word)) return 'special-use';
  return 'unknown';
}
