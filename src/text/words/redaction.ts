import type { Text } from '../text.ts';

/** What a redacted report says of itself. */
export const REDACTION_WORDS = {
  mark: {
    zh: '脱敏报告：不含界址点坐标和图形，位置只示到 0.1° 格网',
    en: 'Redacted report: without boundary points and geometry; the place is told to a grid of 0.1°',
  },
  note: {
    zh: '本报告经脱敏：略去界址点坐标、用地和占用图形、图层属性，以及内部和秘密图层的图斑编号、名称、权属单位和坐落（编号以 # 代替），文字中的坐标以 […] 代替；面积、结论和条款与完整记录相同。本报告不能据以重新核查，请用完整记录或原项目文件。',
    en: 'This report is redacted: boundary points, the geometry of the site and of what it occupies and the attributes of layers are left out; so are the codes, names, owners and places of parcels on internal and secret layers (a number with # stands for the code), and […] stands for coordinates in text. Areas, results and clauses are those of the whole record. The check cannot be run again from it: use the whole record or the project file.',
  },
  points: {
    zh: '本报告经脱敏，不列界址点坐标。',
    en: 'This report is redacted: boundary points are not listed.',
  },
  figures: {
    zh: '本报告经脱敏，只附位置示意图，不绘用地轮廓、界址点和占用部分。',
    en: 'This report is redacted: it carries a coarse location figure alone, without the outline of the site, its points and what it occupies.',
  },
  caption: { zh: '附图1　位置示意图（脱敏）', en: 'Figure 1  Coarse location (redacted)' },
  cell: { zh: '项目中点所在格网', en: 'Cell that holds the middle of the site' },
  why: {
    zh: '为便于在单位之间流转，位置只示到经纬度 0.1° 的格网（约 9 至 11 公里），凭本图不能在实地找到用地。',
    en: 'So that it may be handed on between offices, the place is told to a grid of 0.1° (some 9 to 11 km): the site cannot be found on the ground by this figure.',
  },
} as const satisfies Record<string, Text>;

/** Why something is not made from a redacted record. */
export const REDACTION_ERRORS = {
  'redacted-no-geometry': (p: { readonly [key: string]: unknown }): Text => ({
    zh: `格式 ${p.format} 就是坐标和图形，脱敏报告不能输出；可用：${p.choices}。`,
    en: `Format ${p.format} is coordinates and geometry, which a redacted report does not hold; there are ${p.choices}.`,
  }),
  'report-redacted': (p: { readonly [key: string]: unknown }): Text => ({
    zh: `报告“${p.name}”是脱敏记录，不含坐标，不能重新核查；请用完整记录或原项目文件。`,
    en: `The report of “${p.name}” is a redacted record without coordinates and cannot be checked again; use the whole record or the project file.`,
  }),
} as const;
