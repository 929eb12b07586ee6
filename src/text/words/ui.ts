import type { Language, Text } from '../text.ts';
import { IMPORT_PANEL_WORDS } from './import-panel.ts';
import type { LATER_WORDS } from './later.ts';
import { LAYER_PANEL_WORDS } from './layer-panel.ts';
import { OFFLINE_WORDS } from './offline.ts';
import { TOOL_WORDS } from './tools.ts';

/** Words of the workspace. `{name}` stands for a value. A word that is missing is a type error. */
export const UI_WORDS = {
  // names
  'app.name': { zh: '三线', en: 'Sanxian' },
  'app.title': { zh: '三线 · 控制线选址核查', en: 'Sanxian · control-line site check' },
  'mode.check': { zh: '选址核查', en: 'Site check' },
  'mode.review': { zh: '图层审阅', en: 'Layer review' },
  'mode.batch': { zh: '批量核查', en: 'Batch' },
  'mode.nav': { zh: '工作模式', en: 'Modes' },
  'step.project': { zh: '项目', en: 'Project' },
  'step.findings': { zh: '核查结果', en: 'Findings' },
  'step.report': { zh: '报告', en: 'Report' },
  'step.nav': { zh: '步骤', en: 'Steps' },
  'step.done': { zh: '已完成', en: 'done' },
  'tab.findings': { zh: '结果', en: 'Findings' },
  'tab.nav': { zh: '面板', en: 'Panels' },
  'region.layers': { zh: '图层', en: 'Layers' },
  'region.map': { zh: '地图', en: 'Map' },
  'region.result': { zh: '核查', en: 'Check' },
  'region.status': { zh: '状态', en: 'Status' },
  'edge.left': { zh: '图层面板宽度', en: 'Width of the layer panel' },
  'edge.right': { zh: '结果面板宽度', en: 'Width of the result panel' },
  'edge.drawer': { zh: '图斑表高度', en: 'Height of the table' },
  'panel.open': { zh: '打开结果面板', en: 'Open the result panel' },
  'panel.close': { zh: '收起结果面板', en: 'Close the result panel' },
  'detent.size': { zh: '改变面板高度', en: 'Change the height of the sheet' },
  'detent.peek': { zh: '只露一行', en: 'one line' },
  'detent.half': { zh: '半屏', en: 'half' },
  'detent.full': { zh: '全屏', en: 'full' },
  'skip.result': { zh: '跳到核查结果', en: 'Skip to the findings' },

  // bar
  language: { zh: 'English', en: '中文' },
  'language.label': { zh: 'Switch to English', en: '切换到中文' },
  'theme.label': { zh: '配色：{theme}', en: 'Theme: {theme}' },
  'theme.light': { zh: '浅色', en: 'Light' },
  'theme.dark': { zh: '深色', en: 'Dark' },
  'theme.contrast': { zh: '高对比', en: 'High contrast' },
  'theme.system': { zh: '跟随系统', en: 'As the system' },

  'help.label': { zh: '帮助与快捷键', en: 'Help and keys' },

  // bringing files in
  ...IMPORT_PANEL_WORDS,

  // layer panel
  ...LAYER_PANEL_WORDS,
  ...OFFLINE_WORDS,
  ...TOOL_WORDS,
  'draw.begin': { zh: '在图上绘制', en: 'Draw' },
  'batch.return': { zh: '返回批量核查（第 {n} 行）', en: 'Back to the batch (row {n})' },
  'group.project': { zh: '项目', en: 'Project' },
  'group.lines': { zh: '三条控制线', en: 'Three control lines' },
  'group.companions': { zh: '相关图层', en: 'Companion layers' },
  'group.base': { zh: '底图', en: 'Base map' },
  'layer.site': { zh: '项目用地范围', en: 'Site boundary' },
  'layer.occupied': { zh: '占用部分', en: 'Occupied parts' },
  'layer.coverage': { zh: '图层覆盖范围', en: 'Layer coverage' },
  'gap.line': { zh: '未覆盖本项目范围', en: 'Does not cover this site' },
  'gap.part': { zh: '只覆盖项目的 {p} %', en: 'Covers {p} % of the site' },
  'gap.missing': { zh: '文件缺失，未核查', en: 'File missing, not checked' },
  'gap.failed': { zh: '核查失败，未核查', en: 'Failed, not checked' },

  // verdict block and facts
  'verdict.incomplete': {
    zh: '未核查完整，暂不能下结论',
    en: 'Not fully checked: no overall result',
  },

  // findings
  'findings.empty': { zh: '打开一个项目开始核查', en: 'Open a project to start' },
  'findings.empty.ways': {
    zh: '把界址点文件拖到窗口任意处，或从这里打开。文件只在本机读取。',
    en: 'Drop a boundary file anywhere, or open it here. It is read on this machine only.',
  },
  'findings.none': { zh: '尚未核查。', en: 'Not checked yet.' },
  'findings.running': {
    zh: '面积随各图层套合随时列出；全部图层套合之后一起判定。',
    en: 'Areas appear as layers are measured; verdicts come when all of them are.',
  },
  'findings.failed': {
    zh: '核查没有完成，没有结论。',
    en: 'The check did not finish; there is no result.',
  },
  near: { zh: '最近 {d}', en: '{d} away' },
  'headline.below-threshold': {
    zh: '低于容差，须复核界线',
    en: 'Below threshold: verify the boundary',
  },
  'headline.touch': { zh: '与控制线相接，须复核', en: 'Touches a line: verify the boundary' },
  'override.gone': {
    zh: '结论已改变，{n} 条不同意见不再适用，已移出报告。',
    en: 'The findings changed: {n} opinions no longer apply and left the report.',
  },

  // next step
  'next.answer': {
    zh: '下一步：答 {n} 个问题，或直接生成报告。',
    en: 'Next: answer {n}, or report now.',
  },
  'next.report': { zh: '下一步：生成报告。', en: 'Next: make the report.' },
  'next.layers': {
    zh: '下一步：补齐 {n} 个图层后重新核查。',
    en: 'Next: add {n} layers and check again.',
  },
  'next.position': {
    zh: '下一步：换用测量坐标后重新核查。',
    en: 'Next: check again with surveyed coordinates.',
  },
  'next.open': { zh: '下一步：打开项目文件。', en: 'Next: open a project file.' },
  'next.check': { zh: '下一步：核查控制线。', en: 'Next: check the control lines.' },
  'next.findings': { zh: '下一步：查看核查结果。', en: 'Next: read the findings.' },
  'next.crs': {
    zh: '选择会写入报告：坐标系“由用户选定”。',
    en: 'The report will say: chosen by the user.',
  },
  'next.save': { zh: '{n} 个文件，保存到“下载”。', en: '{n} files, saved to Downloads.' },
  'next.save.none': { zh: '请至少选择一个文件。', en: 'Choose at least one file.' },
  'button.report': { zh: '生成报告', en: 'Make report' },
  'button.recheck': { zh: '重新核查', en: 'Check again' },
  'button.check': { zh: '开始核查', en: 'Check' },
  'button.checking': { zh: '核查中…', en: 'Checking…' },
  'button.report.anyway': { zh: '仍要出报告', en: 'Report anyway' },
  'button.cancel': { zh: '取消', en: 'Cancel' },
  'button.cancel.import': { zh: '取消导入', en: 'Cancel import' },
  'button.crs': { zh: '按 {n} 号坐标系核查', en: 'Check with system {n}' },
  'button.findings': { zh: '查看结果', en: 'Findings' },
  'button.open': { zh: '打开文件', en: 'Open file' },
  'button.sample': { zh: '看示例', en: 'See the sample' },
  'button.save': { zh: '保存 {n} 个文件', en: 'Save {n} files' },
  'button.saving': { zh: '正在生成…', en: 'Making…' },
  'button.print': { zh: '打印', en: 'Print' },
  'button.close': { zh: '关闭', en: 'Close' },
  running: {
    zh: '正在核查：{layer}（第 {i} / {n} 个图层）',
    en: 'Checking {layer} ({i} of {n})',
  },
  'running.reading': { zh: '正在读取：{file}', en: 'Reading {file}' },
  'running.judging': { zh: '正在判定', en: 'Judging' },
  'running.start': { zh: '正在准备核查', en: 'Preparing the check' },

  // project step
  'crs.declared': { zh: '文件写明', en: 'as the file says' },
  'crs.detected': { zh: '由坐标判定', en: 'found from the coordinates' },
  'crs.chosen': { zh: '由用户选定', en: 'chosen by the user' },
  'crs.unknown': { zh: '坐标系未定', en: 'System not known' },
  'crs.shifted': {
    zh: '坐标取自互联网地图，已近似纠偏',
    en: 'picked on an internet map, corrected approximately',
  },
  'crs.zone3': { zh: '3° 带 {zone}', en: '3° zone {zone}' },
  'crs.cm3': { zh: '3° 带，中央经线 {cm}°', en: '3° zone, meridian {cm}°' },
  'crs.lonlat': { zh: '经纬度', en: 'lon/lat' },
  'import.failed': { zh: '未能导入', en: 'Not imported' },
  'import.kept': { zh: '已打开的项目保持不变。', en: 'What was open before is unchanged.' },

  // coordinate question
  'crs.title': { zh: '这份坐标属于哪个坐标系？', en: 'Which coordinate system is this?' },
  'crs.lead': {
    zh: '请对照图上虚框选择，选定后才会核查。',
    en: 'Compare the dashed outlines; nothing is checked before you choose.',
  },
  'crs.likely': { zh: '最可能', en: 'Likeliest' },
  'crs.others': {
    zh: '西安 80、北京 54 需要本地转换参数，不能直接套合。',
    en: "Xi'an 80 and Beijing 54 need local parameters and cannot be used as they are.",
  },
  'crs.look': { zh: '在图上看', en: 'Show on the map' },

  // report step
  'report.saved': { zh: '已保存 {file}', en: 'Saved {file}' },

  // status bar and map furniture
  'status.security.public': { zh: '公开资料', en: 'Public data' },
  'status.security.internal': { zh: '内部资料 注意保管', en: 'Internal — keep safe' },
  'status.security.secret': { zh: '秘密资料 严格保管', en: 'Secret — guard' },
  'status.local': {
    zh: '本机运行，数据不外传',
    en: 'Runs on this machine; nothing is sent',
  },
  'status.edition': { zh: '数据时点 {d}', en: 'Data as of {d}' },
  demo: { zh: '示例数据 非真实控制线', en: 'Demo data — not real control lines' },
  figure: {
    zh: '内部工作用图，未经审核，不得公开',
    en: 'Internal working map, not reviewed for publication',
  },
  'map.zoom-in': { zh: '放大', en: 'Zoom in' },
  'map.zoom-out': { zh: '缩小', en: 'Zoom out' },
  'map.fit': { zh: '回到项目', en: 'Back to the site' },
  'map.fit.all': { zh: '全部图层', en: 'All layers' },
  'map.label': { zh: '地图：{what}', en: 'Map: {what}' },
  'map.label.none': { zh: '控制线图层，未打开项目', en: 'control lines, no project open' },

  // first run, drop, modes
  formats: {
    zh: '界址点 TXT、Excel、CSV、Shapefile、DXF、KML、GeoJSON、GPKG、FileGDB、zip',
    en: 'survey TXT, Excel, CSV, Shapefile, DXF, KML, GeoJSON, GPKG, FileGDB, zip',
  },
  drop: { zh: '松开即导入 {n} 个文件', en: 'Drop to import {n} files' },

  // messages
  'sparing.propose': { zh: '这台机器绘制地图较慢。', en: 'This machine draws the map slowly.' },
  'offer.sparing': { zh: '打开省力显示', en: 'Draw less' },
  'offer.singleKeys': { zh: '启用单键快捷键', en: 'Switch on single keys' },
  'toast.restarted': {
    zh: '计算进程已重启，正在重做',
    en: 'The worker restarted; repeating',
  },
  'toast.reopened': {
    zh: '控制线图层已被更换，已重新打开，正在重新核查',
    en: 'The layers were replaced: opened again, checking once more',
  },
  'import.folder.empty': { zh: '文件夹中没有文件', en: 'There is no file in the folder' },
  'toast.copied': { zh: '已复制', en: 'Copied' },
  'toast.canceled': { zh: '已取消核查', en: 'Check canceled' },
  'toast.label': { zh: '消息', en: 'Message' },
  'err.worker': {
    zh: '计算进程连续两次中断，没有得到结果。请重试；若仍失败，请换小一些的文件。',
    en: 'The worker stopped twice; there is no result. Try again, or use a smaller file.',
  },
  'err.catalog': {
    zh: '图层目录 {url} 未能读取（{why}）。没有图层就不会有核查结论。',
    en: 'The layer catalog {url} could not be read ({why}). Without layers there is no result.',
  },
  'err.sample': { zh: '示例文件未能读取（{why}）。', en: 'The sample could not be read ({why}).' },
  'err.webgl': {
    zh: '此设备不能显示地图，核查和报告不受影响。',
    en: 'This device cannot draw the map; checks and reports work.',
  },
  'err.unexpected': { zh: '程序出错：{message}', en: 'Unexpected fault: {message}' },
  'live.done': { zh: '核查完成：{verdict}。{lines}', en: 'Check complete: {verdict}. {lines}' },
  'live.line': { zh: '{name}占用 {ha} 公顷', en: '{name}: {ha} ha occupied' },
  'live.line.gap': { zh: '{name}未核查', en: '{name}: not checked' },
  'live.line.near': { zh: '{name}{word}', en: '{name}: {word}' },
  'live.line.across': { zh: '{name}跨界', en: '{name}: across' },
} as const satisfies Record<string, Text>;

type LaterWord = keyof typeof LATER_WORDS;
export type UiWord = keyof typeof UI_WORDS | LaterWord;
export type WordParams = Readonly<Record<string, string | number>>;

const later: Partial<Record<LaterWord, Text>> = {};

/** Words of parts that the first view does without; `later.ts` adds them. */
export function addWords(words: Readonly<Record<LaterWord, Text>>): void {
  Object.assign(later, words);
}

/** A word in both languages. Who asks for one of the later ones imports `later.ts`. */
export function wordOf(key: UiWord): Text {
  const word = key in UI_WORDS ? UI_WORDS[key as keyof typeof UI_WORDS] : later[key as LaterWord];
  if (!word) throw new Error(`the word ${key} is not loaded`);
  return word;
}

/** The word in a language with its values filled in. */
export function say(key: UiWord, language: Language, params: WordParams = {}): string {
  return wordOf(key)[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  );
}
