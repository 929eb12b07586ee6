import type { Text } from '../text.ts';

/** Words of the report step: redaction and the house template. */
export const REPORT_STEP_WORDS = {
  page: { zh: '报告预览', en: 'Report preview' },
  making: { zh: '正在排版…', en: 'Laying out…' },
  options: { zh: '输出方式', en: 'How it is written' },
  redact: { zh: '脱敏', en: 'Redact' },
  redactLine: {
    zh: '略去界址点坐标和图形，位置只示到 0.1° 格网；面积和结论不变，不能据以重新核查',
    en: 'leaves out boundary points and geometry, tells the place to 0.1°; areas and results stay; cannot be checked again',
  },
  notRedacted: { zh: '脱敏时不输出：内容就是坐标', en: 'not when redacting: it is coordinates' },
  redactedFigure: { zh: '脱敏时为位置示意图', en: 'when redacting: a coarse location figure' },
  template: { zh: '报告模板', en: 'Report template' },
  noTemplate: { zh: '未用模板', en: 'none' },
  templateLine: {
    zh: '单位名称、标志、页眉页脚、自加章节、签署栏；选 YAML 或 JSON 文件，连同 PNG 标志',
    en: 'unit, logo, lines, own sections, signatures; choose a YAML or JSON file together with its PNG logo',
  },
  choose: { zh: '选择…', en: 'Choose…' },
  remove: { zh: '不用模板', en: 'Use none' },
  deployed: { zh: '（本系统预设）', en: ' (set for this site)' },
  notKept: {
    zh: '本机不能保存，下次须重选',
    en: 'not kept on this machine: choose again next time',
  },
  severalFiles: {
    zh: '请一次选一个模板文件（YAML 或 JSON），可连同它的 PNG 标志。',
    en: 'Choose one template file (YAML or JSON), with its PNG logo where it has one.',
  },
  firstRedacted: {
    zh: '脱敏报告：不含坐标和图形',
    en: 'Redacted: without coordinates and geometry',
  },
  firstTemplate: { zh: '单位：{unit}', en: 'Unit: {unit}' },
} as const satisfies Record<string, Text>;
