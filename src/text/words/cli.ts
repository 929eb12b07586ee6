import type { Text } from '../text.ts';
import { CLAIM_TABLE_WORDS } from './claim-table.ts';
import { REDACTION_ERRORS } from './redaction.ts';
import { TEMPLATE_ERRORS } from './report-template.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What the command line says when it is used wrongly or cannot go on, by code. */
export const CLI_WORDS = {
  'cli-number': (p) => ({
    zh: `${p.option} 的值“${p.value}”应为 ${p.wanted}。`,
    en: `${p.option} is “${p.value}”; it must be ${p.wanted}.`,
  }),
  'cli-choice': (p) => ({
    zh: `${p.option} 的值“${p.value}”应为下列之一：${p.choices}。`,
    en: `${p.option} is “${p.value}”; it must be one of ${p.choices}.`,
  }),
  'cli-together': (p) => ({
    zh: `${p.option} 与 ${p.other} 不能同时使用。`,
    en: `${p.option} and ${p.other} exclude each other.`,
  }),
  'cli-needs-quality': (p) => ({
    zh: `选项 ${p.option} 只与 --quality 一起使用。`,
    en: `Option ${p.option} is for use with --quality.`,
  }),
  'cli-format-needs-out': (p) => ({
    zh: `格式 ${p.format} 须写入文件，请用 --out 指定文件夹。`,
    en: `Format ${p.format} is written to a file: name a folder with --out.`,
  }),
  'cli-no-format': () => ({
    zh: '--format 没有写明格式。',
    en: '--format names no format.',
  }),
  'cli-file-missing': (p) => ({
    zh: `找不到文件 ${p.file}。请检查路径。`,
    en: `File ${p.file} does not exist. Check the path.`,
  }),
  'cli-file-unreadable': (p) => ({
    zh: `无法读取 ${p.file}（${p.reason}）。`,
    en: `${p.file} cannot be read (${p.reason}).`,
  }),
  'cli-out-unwritable': (p) => ({
    zh: `无法写入 ${p.file}（${p.reason}）。`,
    en: `${p.file} cannot be written (${p.reason}).`,
  }),
  'catalog-missing': (p) => ({
    zh: `找不到图层目录 ${p.catalog}。请用 --layers 指定 catalog.json 或其文件夹。`,
    en: `There is no layer catalog ${p.catalog}. Name a catalog.json or its folder with --layers.`,
  }),
  'policy-missing': (p) => ({
    zh: `图层目录指定的规则包 ${p.pack} 不存在。请用 --policy 指定，现有：${p.choices}。`,
    en: `The catalog names the rule pack ${p.pack}, which is not there. Name one with --policy: ${p.choices}.`,
  }),
  'policy-choose': (p) => ({
    zh: `图层目录没有指定规则包，也无法按地区 ${p.region} 唯一确定。请用 --policy 指定：${p.choices}。`,
    en: `The catalog names no rule pack and region ${p.region} does not settle it. Name one with --policy: ${p.choices}.`,
  }),
  'claim-json': (p) => ({
    zh: `项目情况 ${p.file} 不是有效的 JSON 或 YAML：${p.problem}。`,
    en: `Claim ${p.file} is neither valid JSON nor YAML: ${p.problem}.`,
  }),
  'claim-schema': (p) => ({
    zh: `项目情况 ${p.file} 的 ${p.field}（${p.value}）有误：${p.problem}。`,
    en: `Claim ${p.file}: ${p.field} (${p.value}) is wrong: ${p.problem}.`,
  }),
  'report-unreadable': (p) => ({
    zh: `${p.file} 不是核查记录（JSON 或本软件生成的 HTML）：${p.problem}。`,
    en: `${p.file} is no record of a check (JSON, or HTML made by this program): ${p.problem}.`,
  }),
  'bundle-damaged': (p) => ({
    zh: `${p.file} 已损坏，无法解开（${p.reason}）；请重新取得成果包。`,
    en: `${p.file} is damaged and cannot be unpacked (${p.reason}); get the bundle again.`,
  }),
  'report-format-unknown': (p) => ({
    zh: `没有报告格式“${p.value}”，现有：${p.choices}。`,
    en: `There is no report format “${p.value}”; there are ${p.choices}.`,
  }),
  'cli-sign-failed': (p) => ({
    zh: `签名程序未成功（${p.command}）：${p.reason}。报告未签名。`,
    en: `The signing program failed (${p.command}): ${p.reason}. The report is not signed.`,
  }),
  'cli-nothing-to-check': () => ({
    zh: '请给出项目文件，或用 --again 给出旧报告。',
    en: 'Name project files, or an old report with --again.',
  }),
  'cli-nothing-in-folder': (p) => ({
    zh: `文件夹 ${p.folder} 中没有可识别的项目文件。请给出文件，或换一个文件夹。`,
    en: `There is no project file in the folder ${p.folder}. Name a file, or another folder.`,
  }),
  'cli-nothing-matches': (p) => ({
    zh: `没有与 ${p.pattern} 相符的文件。请检查路径和扩展名。`,
    en: `No file matches ${p.pattern}. Check the path and the extension.`,
  }),
  'cli-catalog-changed': (p) => ({
    zh: `核查期间图层目录 ${p.catalog} 已更换，该项目未核查。请重新运行，已完成的不会重做。`,
    en: `The catalog ${p.catalog} was replaced during the run; this project was not checked. Run again: what is done is not repeated.`,
  }),
  'cli-thread-died': (p) => ({
    zh: `核查“${p.project}”的线程两次中止（${p.reason}），该项目未核查。请减少 --jobs 后重新运行。`,
    en: `The thread that checked “${p.project}” died twice (${p.reason}); it was not checked. Run again with fewer --jobs.`,
  }),
  'report-without-geometry': (p) => ({
    zh: `报告“${p.name}”不含图形（--geometry none），不能重新核查；请用原项目文件核查。`,
    en: `The report of “${p.name}” holds no geometry (--geometry none) and cannot be checked again; check its project file.`,
  }),
  'report-assets-missing': () => ({
    zh: '缺少绘制报告所需的字体或程序文件，请重新安装后再试。',
    en: 'The font or program file that reports are drawn with is missing; install again.',
  }),
  'figure-without-geometry': () => ({
    zh: '核查时未输出几何（--geometry none），没有附图。',
    en: 'The check was run without geometry (--geometry none): there is no figure.',
  }),
  ...CLAIM_TABLE_WORDS,
  ...REDACTION_ERRORS,
  ...TEMPLATE_ERRORS,
} as const satisfies Record<string, (params: Params) => Text>;

/** Sentences of commands that are not about failure. */
const NAMED_LEFT = 5;

export const CLI_SAID = {
  written: (file: string): Text => ({ zh: `已写入 ${file}`, en: `Written: ${file}` }),
  checking: (file: string, index: number, total: number): Text => ({
    zh: `正在核查 ${file}（${index}/${total}）`,
    en: `Checking ${file} (${index}/${total})`,
  }),
  leftInFolder: (names: readonly string[]): Text => {
    const some = names.slice(0, NAMED_LEFT);
    const more = names.length > some.length ? ' …' : '';
    return {
      zh: `文件夹中另有 ${names.length} 个文件不是项目文件，未核查：${some.join('、')}${more}`,
      en: `${names.length} other files in the folder are no projects and were not checked: ${some.join(', ')}${more}`,
    };
  },
  progress: (done: number, expected: number): Text => ({
    zh: `已核查 ${done} / ${expected} 个项目`,
    en: `${done} of ${expected} projects checked`,
  }),
  remaining: (seconds: number): Text =>
    seconds < 90
      ? { zh: `，约剩 ${Math.ceil(seconds)} 秒`, en: `, about ${Math.ceil(seconds)} s left` }
      : {
          zh: `，约剩 ${Math.ceil(seconds / 60)} 分钟`,
          en: `, about ${Math.ceil(seconds / 60)} min left`,
        },
  checkingLayer: (layer: string, index: number, total: number): Text => ({
    zh: `正在核查：${layer}（第 ${index} / ${total} 个图层）`,
    en: `Checking ${layer} (${index} of ${total})`,
  }),
  packGood: (id: string, rules: number, documents: number): Text => ({
    zh: `规则包 ${id}：${rules} 条规则，${documents} 份文件，检查通过。`,
    en: `Rule pack ${id}: ${rules} rules, ${documents} documents; it checks out.`,
  }),
  digestGood: (digest: string): Text => ({
    zh: `摘要值相符：${digest}`,
    en: `The digest agrees: ${digest}`,
  }),
  digestBad: (said: string, own: string): Text => ({
    zh: `摘要值不符：记录中为 ${said}，重算为 ${own}。内容已被改动。`,
    en: `The digest differs: the record says ${said}, recomputed it is ${own}. Its content was changed.`,
  }),
  redactedRecord: {
    zh: '这是脱敏记录：不含坐标和图形，摘要值只对脱敏后的内容有效，不能据以重新核查。',
    en: 'This is a redacted record: it holds no coordinates and no geometry, its digest seals what is left, and the check cannot be run again from it.',
  } as Text,
  pageGood: { zh: '页面文字与内嵌记录一致。', en: 'The page says what its record says.' } as Text,
  pageTemplate: {
    zh: '页面按单位模板排印：单位名称、标志、页眉页脚、自加章节和签署栏来自模板，不属核查记录。',
    en: 'The page is printed in a house template: unit, logo, lines above and below, sections of its own and signature lines come from it and are not part of the record.',
  } as Text,
  pageBad: {
    zh: '页面文字与内嵌记录不一致，页面已被改动。',
    en: 'The page does not say what its record says: it was changed.',
  } as Text,
  pageOtherVersion: (version: string): Text => ({
    zh: `页面由 ${version} 版生成，与本版不同，页面文字未比对，不能确认未被改动；只核对了内嵌记录。请用 ${version} 版核对。`,
    en: `The page was made by version ${version}, not this one: its wording was not compared and may have been changed; only its record was. Verify it with version ${version}.`,
  }),
  sameResults: {
    zh: '核查结果没有差异。',
    en: 'The results do not differ.',
  } as Text,
  madeWith: {
    zh: '所用图层、规则、参数或软件不同：',
    en: 'Layers, rules, parameters or software differ:',
  } as Text,
  found: { zh: '核查结果不同：', en: 'Results differ:' } as Text,
  bundleGood: (files: number): Text => ({
    zh: `成果包内 ${files} 个文件与校验清单一致。`,
    en: `All ${files} files of the bundle agree with its manifest.`,
  }),
  bundleBad: (path: string): Text => ({
    zh: `成果包内 ${path} 与校验清单不符，或不在清单中。`,
    en: `${path} in the bundle differs from the manifest or is not listed in it.`,
  }),
  bundleNoManifest: {
    zh: '成果包没有可用的校验清单（manifest.json），或清单属于另一份报告。',
    en: 'The bundle has no usable manifest.json, or it belongs to another report.',
  } as Text,
  same: { zh: '两份记录没有差异。', en: 'The two records do not differ.' } as Text,
  layerGood: (id: string, features: number, files = 1): Text => ({
    zh: `${id}：${features} 个图斑，校验通过${files > 1 ? `（${files} 个文件）` : ''}。`,
    en: `${id}: ${features} features, verified${files > 1 ? ` (${files} files)` : ''}.`,
  }),
  coveragesOverlap: (kind: string, a: string, b: string): Text => ({
    zh: `${kind}：现行图层 ${a} 与 ${b} 的覆盖范围重叠。`,
    en: `${kind}: the coverages of the current layers ${a} and ${b} overlap.`,
  }),
} as const;
