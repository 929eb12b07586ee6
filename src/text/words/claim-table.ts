import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What reading a table of claims (`--claims`) can say. */
export const CLAIM_TABLE_WORDS = {
  'claims-header': (p) => ({
    zh: `${p.file} 中没有找到表头；首行应有“项目编号”（或“项目名称”）和至少一项项目情况，如“新增建设用地”。`,
    en: `${p.file} has no header; it needs 项目编号 (or 项目名称) and at least one answer, such as newConstructionLand.`,
  }),
  'claims-column': (p) => ({
    zh: `${p.file} 第 ${p.row} 行 ${p.column} 列的表头“${p.value}”不认识；可用：${p.choices}，或字段名。`,
    en: `${p.file}, row ${p.row}, column ${p.column}: the header “${p.value}” is not known; there are ${p.choices}, or the names of the fields.`,
  }),
  'claims-key': (p) => ({
    zh: `${p.file} 第 ${p.row} 行 ${p.column} 列没有项目编号；请补上，或删去该行。`,
    en: `${p.file}, row ${p.row}, column ${p.column}: the project's number is missing; add it or delete the row.`,
  }),
  'claims-twice': (p) => ({
    zh: `${p.file} 第 ${p.other} 行和第 ${p.row} 行都是项目“${p.key}”；请只留一行。`,
    en: `${p.file}: rows ${p.other} and ${p.row} are both of project “${p.key}”; keep one.`,
  }),
  'claims-cell': (p) => ({
    zh: `${p.file} 第 ${p.row} 行 ${p.column} 列“${p.field}”的值“${p.value}”不对；可填：${p.choices}。`,
    en: `${p.file}, row ${p.row}, column ${p.column} (${p.field}): “${p.value}” is wrong; it may be ${p.choices}.`,
  }),
  'claims-row-unused': (p) => ({
    zh: `${p.file} 第 ${p.row} 行的项目“${p.key}”不在所核查的项目中，未使用。`,
    en: `${p.file}, row ${p.row}: project “${p.key}” is none of those checked; the row was not used.`,
  }),
  'claims-project-missing': (p) => ({
    zh: `${p.file} 中没有项目“${p.key}”，其项目情况按不清楚处理。`,
    en: `${p.file} has no row for project “${p.key}”; its answers count as unknown.`,
  }),
  'cli-claim-or-claims': () => ({
    zh: '--claim 与 --claims 只能用一个。',
    en: 'Give --claim or --claims, not both.',
  }),
} as const satisfies Record<string, (params: Params) => Text>;
