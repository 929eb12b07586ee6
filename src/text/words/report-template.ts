import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What a report says of the template it is printed in. */
export const TEMPLATE_WORDS = {
  apart: {
    zh: '本节文字来自{unit}的报告模板，不是核查结果。',
    en: 'This section comes from the report template of {unit}; it is no result of the check.',
  },
  hidden: {
    zh: '按{unit}的报告模板，未列：{names}。',
    en: 'Left out by the report template of {unit}: {names}.',
  },
  figures: { zh: '附图', en: 'figures' },
  points: { zh: '界址点坐标表', en: 'boundary points' },
  rules: { zh: '规则命中日志', en: 'rules hit' },
  hints: { zh: '国家文件提示', en: 'hints from national papers' },
  checklist: { zh: '材料清单', en: 'documents by stage' },
} as const satisfies Record<string, Text>;

const LOGO_FAULTS: Readonly<Record<string, Text>> = {
  format: { zh: '不是 PNG 图片，请另存为 PNG', en: 'it is no PNG; save it as PNG' },
  damaged: { zh: '文件不完整或已损坏', en: 'it is incomplete or damaged' },
  bytes: { zh: '超过 512 KB', en: 'it has more than 512 KB' },
  pixels: { zh: '边长超过 2000 像素', en: 'a side has more than 2000 pixels' },
  missing: { zh: '文件不在模板旁边', en: 'it does not lie beside the template' },
};

/** Why a template cannot be used, by code. */
export const TEMPLATE_ERRORS = {
  'template-syntax': (p: Params): Text => ({
    zh: `报告模板 ${p.file} 第 ${p.line} 行第 ${p.column} 列有语法错误（${p.problem}），请改正后重试。`,
    en: `Report template ${p.file}, line ${p.line}, column ${p.column}: syntax error (${p.problem}); correct it and try again.`,
  }),
  'template-schema': (p: Params): Text => ({
    zh: `报告模板 ${p.file} 有 ${p.mistakes} 处须改正：\n${p.sayZh}`,
    en: `Report template ${p.file} has ${p.mistakes} to correct:\n${p.sayEn}`,
  }),
  'template-logo': (p: Params): Text => ({
    zh: `报告模板 ${p.file} 的标志 ${p.logo} 不能使用：${LOGO_FAULTS[String(p.fault)]?.zh}。`,
    en: `The logo ${p.logo} of report template ${p.file} cannot be used: ${LOGO_FAULTS[String(p.fault)]?.en}.`,
  }),
  'template-text': (p: Params): Text => ({
    zh: `报告模板 ${p.file} 不是 UTF-8 编码的 YAML 或 JSON 文件，请另存后重试。`,
    en: `Report template ${p.file} is no YAML or JSON in UTF-8; save it as such and try again.`,
  }),
} as const;
