import type { IStylesOptions } from 'docx';

/** 1 mm in twentieths of a point, in which Word measures. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);

/** A4; the text is as wide as a figure, which must not be scaled. */
export const PAGE = { widthMm: 210, heightMm: 297, sideMm: 20, topMm: 24, bottomMm: 20 } as const;
export const TEXT_WIDTH_MM = PAGE.widthMm - 2 * PAGE.sideMm;

/**
 * Fonts of official papers with what stands in for them where they are not installed: Word and
 * LibreOffice look up `altName` in the font table.
 */
export const FONTS = {
  title: { name: '方正小标宋简体', alternative: '宋体' },
  heading: { name: '黑体', alternative: 'SimHei' },
  body: { name: '仿宋_GB2312', alternative: '仿宋' },
  table: { name: '宋体', alternative: 'SimSun' },
  latin: { name: 'Times New Roman', alternative: 'Liberation Serif' },
} as const;

type FontRole = keyof Omit<typeof FONTS, 'latin'>;

export const fontOf = (role: FontRole) => ({
  ascii: FONTS.latin.name,
  hAnsi: FONTS.latin.name,
  cs: FONTS.latin.name,
  eastAsia: FONTS[role].name,
});

const heading = (role: FontRole, size: number, before: number, after: number) => ({
  run: { font: fontOf(role), size, bold: false, color: '000000' },
  paragraph: { spacing: { before: mm(before), after: mm(after), line: 300 }, keepNext: true },
});

/** The style of what stands in tables, by which a planner changes all of them at once. */
export const TABLE_TEXT = 'TableText';

/** Sizes in half points. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      // by the language of the text programs know where a line must not begin
      run: { font: fontOf('body'), size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 360, after: 60 } },
    },
    heading1: heading('title', 44, 6, 4),
    heading2: heading('heading', 32, 6, 2),
    heading3: heading('heading', 26, 4, 1.5),
    heading4: heading('heading', 22, 3, 1),
  },
  paragraphStyles: [
    {
      id: TABLE_TEXT,
      name: '表格文字',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: fontOf('table'), size: 18 },
      paragraph: { spacing: { line: 260, after: 0 } },
    },
  ],
};
