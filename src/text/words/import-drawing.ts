import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** Base name of a project that began on the map, and what stands in place of an edited file's ending. */
export const DRAWN_FILE = '手绘项目.json';
export const EDITED_FILE = '（已编辑）.json';

/** What is said of a project that was drawn or edited on the map. */
export const IMPORT_DRAWING_WORDS = {
  'crs-drawn': () => ({
    zh: '在图上绘制，CGCS2000 经纬度',
    en: 'Drawn on the map, CGCS2000 longitude and latitude',
  }),
  'note-drawn': () => ({
    zh: '范围在图上绘制，不是测量成果；报批前请以勘测定界成果复核。',
    en: 'Drawn on the map, not surveyed; confirm it by a boundary survey before it is submitted.',
  }),
  'note-edited': (p) => ({
    zh: `范围由 ${p.file} 在图上编辑而来；未移动的界址点保留原有数字。`,
    en: `Edited on the map from ${p.file}; points that were not moved keep their digits.`,
  }),
} as const satisfies Record<string, (p: Params) => Text>;
