import type { Text } from '../text.ts';

/** Sentences at the foot of a printed map of layers. */
export const SHEET_SENTENCES = {
  missing: (names: string): Text => ({
    zh: `未能读取、图上没有绘出：${names}。空白不表示没有。`,
    en: `Could not be read and is not drawn: ${names}. Blank ground does not mean there is none.`,
  }),
  uncovered: (names: string): Text => ({
    zh: `不完整覆盖本图幅：${names}。`,
    en: `Not complete within this frame: ${names}.`,
  }),
  areas: { zh: '未绘行政区域界线', en: 'No administrative boundaries are drawn' },
} as const;

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** Why a sheet was not made, by the code of the `UserError`. */
export const SHEET_WORDS = {
  'sheet-too-many': (p) => ({
    zh: `图幅内的图斑超过 ${p.count} 个，无法绘成可用的图，请选更大的比例尺。`,
    en: `More than ${p.count} parcels lie in the frame; choose a larger scale.`,
  }),
} as const satisfies Record<string, (params: Params) => Text>;
