import type { Language, Text } from '../text.ts';
import type { BATCH_WORDS } from './batch.ts';
import type { COMPARE_WORDS } from './compare.ts';
import type { DRAWING_WORDS } from './drawing.ts';
import { EMBED_WORDS } from './embed.ts';
import { IMPORT_PANEL_WORDS } from './import-panel.ts';
import { LAYER_PANEL_WORDS } from './layer-panel.ts';
import { OFFLINE_WORDS } from './offline.ts';
import type { PATH_DIALOG_WORDS } from './path-dialog.ts';
import type { REVIEW_WORDS } from './review.ts';
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
  'region.pieces': { zh: '占用图斑', en: 'Occupied parcels' },
  'edge.left': { zh: '图层面板宽度', en: 'Width of the layer panel' },
  'edge.right': { zh: '结果面板宽度', en: 'Width of the result panel' },
  'edge.drawer': { zh: '图斑表高度', en: 'Height of the table' },
  'panel.open': { zh: '打开结果面板', en: 'Open the result panel' },
  'panel.close': { zh: '收起结果面板', en: 'Close the result panel' },
  'sheet.size': { zh: '改变面板高度', en: 'Change the height of the sheet' },
  'sheet.peek': { zh: '只露一行', en: 'one line' },
  'sheet.half': { zh: '半屏', en: 'half' },
  'sheet.full': { zh: '全屏', en: 'full' },
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
  ...EMBED_WORDS,
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
  'gap.coverage': {
    zh: '该图层只覆盖项目的 {p} %，{ha} 公顷未核查，不作“不涉及”的结论。',
    en: 'The layer covers {p} % of the site; {ha} ha were not checked. No “clear” is stated.',
  },
  'gap.bar': {
    zh: '已核查 {p} %，其余未核查',
    en: '{p} % of the site was checked, the rest was not',
  },

  // verdict block and facts
  'verdict.sub': {
    zh: '{n} 个图层全部参与核查 · 规则包 {no}',
    en: 'All {n} layers checked · rule pack {no}',
  },
  'verdict.sub.phone': {
    zh: '{ha} 公顷 · {mu} 亩 · {n} 个图层全部核查',
    en: '{ha} ha · {mu} mu · all {n} layers checked',
  },
  'verdict.incomplete': {
    zh: '未核查完整，暂不能下结论',
    en: 'Not fully checked: no overall result',
  },
  'verdict.incomplete.sub': {
    zh: '{n} 个图层中 {m} 个未能核查。已核查部分的结果仍然有效。',
    en: '{m} of {n} layers could not be checked. What was checked still stands.',
  },
  'verdict.incomplete.position': {
    zh: '项目位置未能确定，各图层结果仅供参考。',
    en: 'The position of the site is not certain; results are indicative only.',
  },
  'also.unchecked': { zh: '另有 {n} 项未核查', en: '{n} more not checked' },
  'facts.site': { zh: '用地', en: 'Site' },
  'facts.declared': { zh: '与声明', en: 'vs declared' },
  'facts.all': { zh: '全部面积', en: 'All areas' },
  'area.ellipsoidal': { zh: '椭球面积', en: 'ellipsoidal' },
  'area.plane': { zh: '平面面积', en: 'plane' },
  'area.declared': { zh: '声明面积', en: 'declared' },
  'area.net': { zh: '净面积', en: 'net' },
  'area.formula': {
    zh: 'CGCS2000 椭球面上的闭合公式，边为经纬度直线',
    en: 'closed form on the CGCS2000 ellipsoid, edges straight in lon/lat',
  },
  'unit.ha': { zh: '公顷', en: 'ha' },
  'unit.mu': { zh: '亩', en: 'mu' },

  // findings
  'findings.lines': { zh: '三条控制线', en: 'Three control lines' },
  'findings.companions': { zh: '相关图层', en: 'Companion layers' },
  'findings.general': { zh: '全项目', en: 'Whole site' },
  'findings.duties': { zh: '通用要求', en: 'General requirements' },
  'findings.occupied': { zh: '占用 {n} / {of}', en: 'occupied {n} / {of}' },
  'findings.occupied.gap': {
    zh: '占用 {n} · 未核查 {m}',
    en: 'occupied {n} · not checked {m}',
  },
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
  'placeholder.waiting': { zh: '等待', en: 'Waiting' },
  'placeholder.running': { zh: '核查中', en: 'Checking' },
  'placeholder.read': { zh: '已套合，待判定', en: 'Measured, to be judged' },
  'findings.failed': {
    zh: '核查没有完成，没有结论。',
    en: 'The check did not finish; there is no result.',
  },
  'companions.occupied': { zh: '占用', en: 'Occupied' },
  'companions.unchecked': { zh: '未核查', en: 'Not checked' },
  'companions.clear': { zh: '不涉及', en: 'Clear' },
  'companions.near': { zh: '相接或低于容差', en: 'Touching or below threshold' },
  'companions.not-in-check': { zh: '未纳入核查', en: 'Not part of this check' },
  near: { zh: '最近 {d}', en: '{d} away' },
  'near.beyond': { zh: '{d} 内没有', en: 'none within {d}' },
  'near.advice': { zh: '请以勘界定标成果复核', en: 'verify against the marked boundary' },
  'headline.below-threshold': {
    zh: '低于容差，须复核界线',
    en: 'Below threshold: verify the boundary',
  },
  'headline.touch': { zh: '与控制线相接，须复核', en: 'Touches a line: verify the boundary' },
  'state.touch': { zh: '相接（0 m²）', en: 'Touches (0 m²)' },
  'state.below': {
    zh: '压占 {m2} m²，低于容差 {t} m²（疑似边界误差）',
    en: '{m2} m² over the line, below the tolerance of {t} m² (probably a boundary error)',
  },
  'state.across': { zh: '跨界', en: 'Across' },
  'state.marginal': {
    zh: '接近界线：位置相差 {d} 结果即改变',
    en: 'Close to the line: a shift of {d} would change this',
  },
  'core.none': { zh: '不涉及核心保护区', en: 'outside the core' },
  'core.part': { zh: '其中核心保护区 {ha} 公顷', en: '{ha} ha in the core' },
  'core.unknown': { zh: '核心保护区未核查', en: 'core not checked' },
  'share.bar': { zh: '占项目用地 {p} %', en: '{p} % of the site' },
  'zone.concentrated': { zh: '边界内 · 集中建设区', en: 'Inside · concentrated' },
  'zone.flexible': { zh: '边界内 · 弹性发展区', en: 'Inside · flexible' },
  'zone.special-use': { zh: '边界内 · 特别用途区', en: 'Inside · special-use' },
  'zone.unknown': { zh: '边界内 · 分区不明', en: 'Inside · zone unknown' },
  'zone.outside': { zh: '边界外', en: 'Outside' },
  'zone.not-covered': { zh: '未核查', en: 'Not checked' },
  'zone.core': { zh: '核心保护区', en: 'Core' },
  'zone.outside-core': { zh: '核心保护区外', en: 'Outside the core' },
  'action.clause': { zh: '条款原文', en: 'Clause' },
  'action.procedure': { zh: '办理程序', en: 'Procedure' },
  'action.path': { zh: '判定路径', en: 'Decision path' },
  'action.pieces': { zh: '图斑 {n}', en: 'Parcels {n}' },
  'action.gap': { zh: '看未覆盖处', en: 'Show the gap' },
  'action.copy': { zh: '复制', en: 'Copy' },
  'action.locate': { zh: '定位', en: 'Show' },
  'action.change': { zh: '更换', en: 'Replace' },
  'clause.quote-only-zh': { zh: '', en: 'Clauses are quoted in the original Chinese.' },
  'clause.none': {
    zh: '该情形原文没有条款。',
    en: 'The source texts hold no clause for this case.',
  },
  'force.in-force': { zh: '现行', en: 'in force' },
  'force.annual-plan': { zh: '年度要点', en: 'annual plan' },
  'force.draft': { zh: '征求意见稿', en: 'draft' },
  'force.other-province': { zh: '外省文件', en: 'another province' },
  'force.national-hint': { zh: '国家规则提示', en: 'national hint' },
  'procedure.steps': { zh: '程序', en: 'Steps' },
  'procedure.materials': { zh: '材料清单', en: 'Papers' },
  'procedure.duties': { zh: '应尽事项', en: 'Duties' },
  'procedure.none': { zh: '条文未规定程序。', en: 'The clause prescribes no procedure.' },
  'path.rule': { zh: '规则 {rule}', en: 'Rule {rule}' },
  'override.gone': {
    zh: '结论已改变，{n} 条不同意见不再适用，已移出报告。',
    en: 'The findings changed: {n} opinions no longer apply and left the report.',
  },

  // questions
  'q.hint': {
    zh: '不清楚可留空，不会当作“否”',
    en: 'Leave it open if not known; it is never read as “no”',
  },
  'q.yes': { zh: '是', en: 'Yes' },
  'q.no': { zh: '否', en: 'No' },
  'q.unknown': { zh: '不清楚', en: 'Not known' },
  'q.present': { zh: '有依据', en: 'Yes' },
  'q.none': { zh: '无', en: 'No' },
  'q.not-any': { zh: '不属于', en: 'None of them' },
  'q.more': { zh: '另有 {n} 问', en: '{n} more' },
  'q.above': { zh: '先答上面一问：{question}', en: 'Answer above first: {question}' },

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
  'project.parcels': { zh: '{n} 个地块 · {v} 个界址点', en: '{n} plots · {v} points' },
  'project.multiple': { zh: '文件中有 {n} 个项目', en: '{n} projects in this file' },
  'project.empty': { zh: '还没有项目', en: 'No project yet' },
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
  'table.plot': { zh: '地块', en: 'Plot' },
  'table.total': { zh: '合计', en: 'Total' },
  'table.ellipsoidal': { zh: '椭球 公顷', en: 'ellipsoidal ha' },
  'table.plane': { zh: '平面 公顷', en: 'plane ha' },
  'table.declared': { zh: '声明 公顷', en: 'declared ha' },
  'import.title': { zh: '导入说明', en: 'Import notes' },
  'import.ok': { zh: '成功', en: 'Imported' },
  'import.notes': { zh: '成功，{n} 条说明', en: 'Imported with {n} notes' },
  'import.failed': { zh: '未能导入', en: 'Not imported' },
  'import.kept': { zh: '已打开的项目保持不变。', en: 'What was open before is unchanged.' },
  'claim.title': { zh: '项目情况', en: 'About the project' },
  'claim.none': {
    zh: '没有需要补充的问题。',
    en: 'No questions are open.',
  },
  'claim.later': {
    zh: '核查后，这里只问占用部分用得到的问题。',
    en: 'After the check, only what the occupied lines need is asked here.',
  },
  'severity.info': { zh: '说明', en: 'Note' },
  'severity.warning': { zh: '注意', en: 'Warning' },
  'severity.error': { zh: '错误', en: 'Error' },

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

  // pieces table
  'pieces.all': { zh: '全部', en: 'All' },
  'pieces.below': { zh: '低于阈值', en: 'Below threshold' },
  'pieces.copy': { zh: '复制表格', en: 'Copy the table' },
  'pieces.save': { zh: '下载表格', en: 'Download the table' },
  'problem.kind': { zh: '问题', en: 'Problem' },
  'problem.lines': { zh: '控制线', en: 'Lines' },
  'problem.features': { zh: '所涉图斑', en: 'Features' },
  'problem.overlap': { zh: '互相重叠', en: 'Overlap each other' },
  'problem.outside': { zh: '超出范围', en: 'Lies outside' },
  'col.m2.area': { zh: '面积 m²', en: 'm²' },
  'col.m2.mu': { zh: '亩', en: 'mu' },
  'pieces.close': { zh: '收起图斑表', en: 'Close the table' },
  'pieces.open': { zh: '展开图斑表', en: 'Open the table' },
  'pieces.none': { zh: '没有占用图斑', en: 'No occupied parcels' },
  'pieces.none.part': {
    zh: '已核查部分没有占用图斑',
    en: 'No occupied parcels in what was checked',
  },
  'pieces.before': { zh: '核查后列出占用的图斑', en: 'Occupied parcels appear after the check' },
  'pieces.sum': { zh: '合计 {n} 个', en: '{n} in total' },
  'pieces.more': { zh: '再显示 {n} 行', en: 'Show {n} more rows' },
  'pieces.sliver': { zh: '细长', en: 'sliver' },
  'col.number': { zh: '序号', en: 'No.' },
  'col.line': { zh: '控制线', en: 'Line' },
  'col.feature': { zh: '图斑编号', en: 'Parcel code' },
  'col.class': { zh: '地类 / 分区', en: 'Class, zone' },
  'col.plot': { zh: '地块', en: 'Plot' },
  'col.area': { zh: '占用 公顷', en: 'ha' },
  'col.mu': { zh: '亩', en: 'mu' },
  'col.net': { zh: '净面积 公顷', en: 'net ha' },
  'col.share': { zh: '占图斑 %', en: '% of parcel' },
  'col.width': { zh: '平均宽 m', en: 'width m' },

  // report step
  'report.number': { zh: '报告编号', en: 'Number' },
  'report.name': { zh: '项目名称', en: 'Project' },
  'report.applicant': { zh: '申请单位', en: 'Applicant' },
  'report.security': { zh: '密级', en: 'Security' },
  'report.security.locked': { zh: '{level}（取最高图层密级）', en: '{level} (strictest layer)' },
  'report.language': { zh: '语言', en: 'Language' },
  'report.figures': { zh: '附图', en: 'Figures' },
  'report.figures.colour': { zh: '彩色', en: 'Colour' },
  'report.figures.grey': { zh: '黑白（供复印）', en: 'Grey (for copies)' },
  'report.digest': { zh: '校验码', en: 'Digest' },
  'report.files': { zh: '文件', en: 'Files' },
  'report.docx': { zh: 'Word 文档（DOCX）', en: 'Word document (DOCX)' },
  'report.docx.line': {
    zh: '可编辑；封面、表 1–10、条款原文、程序、材料清单、附图、签署栏',
    en: 'editable; cover, tables 1–10, clauses, procedure, papers, figure, signatures',
  },
  'report.pdf': { zh: 'PDF 报告', en: 'PDF report' },
  'report.pdf.line': {
    zh: '版式固定，字体嵌入，可检索，带书签',
    en: 'fixed layout, fonts embedded, searchable, bookmarks',
  },
  'report.xlsx': { zh: 'Excel 表格（XLSX）', en: 'Excel workbook (XLSX)' },
  'report.xlsx.line': {
    zh: '总表、各控制线明细、图层、规则、坐标，可继续计算',
    en: 'summary, details of each line, layers, rules, coordinates; real numbers',
  },
  'report.zip': { zh: '成果包（ZIP）', en: 'Bundle (ZIP)' },
  'report.zip.line': {
    zh: '全部文件加 SHA-256 校验清单',
    en: 'all files with a manifest of SHA-256 sums',
  },
  'report.shp': { zh: 'Shapefile（ZIP）', en: 'Shapefile (ZIP)' },
  'report.shp.line': {
    zh: '用地与占用图形，CGCS2000 经纬度',
    en: 'site and occupied pieces, CGCS2000 lon/lat',
  },
  'report.dxf': { zh: 'DXF 图形', en: 'DXF drawing' },
  'report.dxf.line': {
    zh: '用地、界址点、占用部分，所在带平面坐标',
    en: 'site, boundary points, occupied pieces in the zone’s plane',
  },
  'report.txt': { zh: '界址点坐标 TXT', en: 'Survey TXT' },
  'report.txt.line': {
    zh: '勘测定界交换格式，GBK 编码',
    en: 'survey exchange format, GBK',
  },
  'report.geojson': { zh: 'GeoJSON', en: 'GeoJSON' },
  'report.geojson.line': {
    zh: '用地与占用图形，EPSG:4490',
    en: 'site and occupied pieces, EPSG:4490',
  },
  'report.png': { zh: 'PNG 附图', en: 'PNG figure' },
  'report.png.line': { zh: '项目与控制线套合图', en: 'site over the control lines' },
  'report.html': { zh: 'HTML 报告', en: 'HTML report' },
  'report.html.line': {
    zh: '可打印为 A4，含表格、程序、材料清单、附图',
    en: 'prints to A4; tables, procedure, papers, figure',
  },
  'report.json': { zh: 'JSON 核查记录', en: 'JSON record' },
  'report.json.line': { zh: '可再次核对、可校验', en: 'can be verified and compared' },
  'report.first': { zh: '首页将写明', en: 'Page one will say' },
  'report.first.verdict': { zh: '总体结论：{verdict}', en: 'Overall: {verdict}' },
  'report.first.open': { zh: '{n} 个问题尚未回答', en: '{n} questions are still open' },
  'report.first.complete': { zh: '{n} 个图层全部参与核查', en: 'all {n} layers were checked' },
  'report.first.unchecked': { zh: '未核查：{names}', en: 'Not checked: {names}' },
  'report.first.unchecked.line': {
    zh: '对上列各项不作“不涉及”的结论',
    en: 'no “clear” is stated for these',
  },
  'report.first.demo': {
    zh: '示例数据，报告每页带水印',
    en: 'Demo data; every page is marked',
  },
  'report.first.shift': { zh: '坐标已近似纠偏', en: 'Coordinates corrected approximately' },
  'report.empty': { zh: '先完成核查', en: 'Finish the check first' },
  'report.saved': { zh: '已保存 {file}', en: 'Saved {file}' },
  'security.public': { zh: '公开', en: 'Public' },
  'security.internal': { zh: '内部', en: 'Internal' },
  'security.secret': { zh: '秘密', en: 'Secret' },

  // status bar and map furniture
  'status.security.public': { zh: '公开资料', en: 'Public data' },
  'status.security.internal': { zh: '内部资料 注意保管', en: 'Internal — keep safe' },
  'status.security.secret': { zh: '秘密资料 严格保管', en: 'Secret — guard' },
  'status.local': {
    zh: '本机运行，数据不外传',
    en: 'Runs on this machine; nothing is sent',
  },
  'status.edition': { zh: '数据时点 {d}', en: 'Data as of {d}' },
  'status.cursor': { zh: '光标位置', en: 'Cursor position' },
  demo: { zh: '示例数据 非真实控制线', en: 'Demo data — not real control lines' },
  figure: {
    zh: '内部工作用图，未经审核，不得公开',
    en: 'Internal working map, not reviewed for publication',
  },
  'map.zoom-in': { zh: '放大', en: 'Zoom in' },
  'map.zoom-out': { zh: '缩小', en: 'Zoom out' },
  'map.fit': { zh: '回到项目', en: 'Back to the site' },
  'map.label': { zh: '地图：{what}', en: 'Map: {what}' },
  'map.label.none': { zh: '控制线图层，未打开项目', en: 'control lines, no project open' },

  // first run, drop, modes
  'first.title': { zh: '这里是一个已核查的示例项目', en: 'A sample project, already checked' },
  'first.body': {
    zh: '粗线框是项目用地，蓝色网格是它占用控制线的部分。右侧按永久基本农田、生态保护红线、城镇开发边界的顺序列出面积、条款和办理程序。换成您的文件，几秒钟就有同样的结果，文件不离开本机。',
    en: 'The heavy outline is the site; the blue mesh is what it takes from control lines. At the right stand areas, clauses and procedures, farmland first. Open your own file for the same result; it does not leave this machine.',
  },
  'first.formats': {
    zh: '也可以把文件拖到窗口任意处：{formats}',
    en: 'Or drop a file anywhere: {formats}',
  },
  'first.tour': { zh: '看示例', en: 'Tour' },
  'first.title.own': { zh: '从这里开始', en: 'Where to start' },
  'first.body.own': {
    zh: '打开文件、粘贴坐标或在图上绘制，几秒钟就有核查结果。文件只在本机读取，不会上传。现在打开的项目会被替换，可在“最近的项目”中找回。',
    en: 'Open a file, paste coordinates or draw; the result stands in seconds. Files are read on this machine only. What is open now is replaced and stays under recent projects.',
  },
  'first.close': { zh: '关闭说明，保留示例', en: 'Close, keep the sample' },
  formats: {
    zh: '界址点 TXT、Excel、CSV、Shapefile、DXF、KML、GeoJSON、GPKG、FileGDB、zip',
    en: 'survey TXT, Excel, CSV, Shapefile, DXF, KML, GeoJSON, GPKG, FileGDB, zip',
  },
  drop: { zh: '松开即导入 {n} 个文件', en: 'Drop to import {n} files' },
  'drop.any': { zh: '松开即导入文件', en: 'Drop to import' },
  'drop.local': {
    zh: '文件只在本机读取，不会上传。按 Esc 取消',
    en: 'Read on this machine only, never uploaded. Esc cancels',
  },

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
  'toast.copy-failed': { zh: '浏览器不允许复制', en: 'The browser does not allow copying' },
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
  stale: { zh: '已过期', en: 'Out of date' },
} as const satisfies Record<string, Text>;

type LaterWord =
  | keyof typeof BATCH_WORDS
  | keyof typeof COMPARE_WORDS
  | keyof typeof DRAWING_WORDS
  | keyof typeof PATH_DIALOG_WORDS
  | keyof typeof REVIEW_WORDS;
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
