import type { Text } from '../text.ts';

/** Words of the batch mode. */
export const BATCH_WORDS = {
  'batch.title': { zh: '批量核查', en: 'Batch check' },
  'batch.empty': {
    zh: '把项目文件或文件夹拖到这里',
    en: 'Drop project files or a folder here',
  },
  'batch.empty.lead': {
    zh: '一个文件可含多个项目，压缩包内的文件逐个读取。读不出的文件留在表中并说明原因，不影响其余项目。',
    en: 'One file may hold many projects; files in an archive are read one by one. A file that cannot be read stays in the table with the reason, and the others go on.',
  },
  'batch.files': { zh: '选择文件', en: 'Choose files' },
  'batch.folder': { zh: '选择文件夹', en: 'Choose a folder' },
  'batch.add': { zh: '添加文件', en: 'Add files' },
  'batch.add.folder': { zh: '添加文件夹', en: 'Add a folder' },
  'batch.command': { zh: '也可以用命令行：', en: 'Or on the command line:' },
  'batch.export': { zh: '导出汇总', en: 'Export summary' },
  'batch.export.hint': {
    zh: '保存 summary.xlsx 和 summary.json',
    en: 'Saves summary.xlsx and summary.json',
  },
  'batch.pause': { zh: '暂停', en: 'Pause' },
  'batch.resume': { zh: '继续', en: 'Continue' },
  'batch.start': { zh: '开始核查', en: 'Start' },
  'batch.cancel': { zh: '取消', en: 'Cancel' },
  'batch.clear': { zh: '清空', en: 'Clear' },
  'batch.clear.sure': {
    zh: '清空表中 {n} 行？结果不会保留。',
    en: 'Clear {n} rows? Their results are not kept.',
  },
  'batch.progress': { zh: '核查进度', en: 'Progress' },
  'batch.count': { zh: '{i} / {n}', en: '{i} / {n}' },
  'batch.left.s': { zh: '约剩 {n} 秒', en: 'about {n} s left' },
  'batch.left.min': { zh: '约剩 {n} 分钟', en: 'about {n} min left' },
  'batch.left.h': { zh: '约剩 {n} 小时', en: 'about {n} h left' },
  'batch.estimating': { zh: '正在估计时间', en: 'estimating' },
  'batch.paused': { zh: '已暂停', en: 'paused' },
  'batch.all': { zh: '全部', en: 'All' },
  'batch.all.done': { zh: '全部核查完', en: 'all checked' },
  'batch.unfinished': { zh: '{n} 个未完成核查', en: '{n} not fully checked' },
  'batch.find': { zh: '项目名称、文件名', en: 'Project or file name' },
  'batch.pills': { zh: '按结论筛选', en: 'Filter by result' },
  'batch.tab.projects': { zh: '项目', en: 'Projects' },
  'batch.tab.totals': { zh: '按县区合计', en: 'Totals by county' },
  'batch.tabs': { zh: '视图', en: 'Views' },

  // what a row says that was not checked
  'batch.waiting': { zh: '等待', en: 'Waiting' },
  'batch.running': { zh: '核查中', en: 'Checking' },
  'batch.asks': { zh: '需要回答', en: 'Needs an answer' },
  'batch.failed': { zh: '未能读取', en: 'Not read' },
  'batch.unchecked': { zh: '尚未核查', en: 'Not checked yet' },

  // columns
  'batch.col.number': { zh: '#', en: '#' },
  'batch.col.name': { zh: '项目', en: 'Project' },
  'batch.col.file': { zh: '文件', en: 'File' },
  'batch.col.verdict': { zh: '结论', en: 'Result' },
  'batch.col.area': { zh: '面积 公顷', en: 'Area ha' },
  'batch.col.permanent-basic-farmland': { zh: '永久基本农田', en: 'Permanent farmland' },
  'batch.col.ecological-red-line': { zh: '生态保护红线', en: 'Ecological red line' },
  'batch.col.urban-development-boundary': { zh: '开发边界内', en: 'Inside boundary' },
  'batch.col.note': { zh: '备注', en: 'Remark' },
  'batch.col.check': { zh: '选择', en: 'Select' },
  'batch.check.all': { zh: '选择列出的已核查项目', en: 'Select the checked projects listed' },
  'batch.check.row': { zh: '选择 {name}', en: 'Select {name}' },
  'batch.table': { zh: '批量核查结果', en: 'Results of the batch' },
  'batch.sum': { zh: '合计（已核查 {n} 个）', en: 'Sum ({n} checked)' },
  'batch.sum.open': { zh: '{n} 个未核查', en: '{n} not checked' },
  'batch.none': { zh: '没有符合筛选条件的项目', en: 'No project matches the filter' },
  'batch.none.all': { zh: '显示全部', en: 'Show all' },

  // remarks
  'batch.note.unchecked': { zh: '{names}未核查', en: '{names} not checked' },
  'batch.note.part': { zh: '{names}只覆盖一部分', en: '{names} covered in part' },
  'batch.note.occupied': { zh: '占用{names}', en: 'Occupies {names}' },
  'batch.note.open': { zh: '{n} 个问题待回答', en: '{n} questions open' },
  'batch.note.answered': { zh: '按补充答复', en: 'With answers given' },

  // preview
  'batch.preview': { zh: '所选项目', en: 'Selected project' },
  'batch.preview.none': { zh: '点选一行，在此查看', en: 'Pick a row to look at it here' },
  'batch.preview.close': { zh: '收起', en: 'Close' },
  'batch.open': { zh: '在选址核查中打开', en: 'Open in site check' },
  'batch.open.short': { zh: '打开', en: 'Open' },
  'batch.answer': { zh: '去回答', en: 'Answer' },
  'batch.retry': { zh: '重试', en: 'Try again' },
  'batch.retry.all': { zh: '重试 {n} 个', en: 'Try {n} again' },
  'batch.figure': { zh: '{name}：用地与占用部分', en: '{name}: site and occupied parts' },
  'batch.figure.drawing': { zh: '正在绘图', en: 'Drawing' },
  'batch.figure.none': { zh: '没有图形', en: 'Nothing to draw' },
  'batch.lines': { zh: '控制线', en: 'Control lines' },
  'batch.others': { zh: '相关图层', en: 'Companion layers' },
  'batch.sub.occupied': { zh: '占用 {n} 条控制线', en: '{n} control lines occupied' },
  'batch.sub.none': { zh: '未占用控制线', en: 'No control line occupied' },
  'batch.sub.unchecked': { zh: '{n} 个图层未核查完整', en: '{n} layers not fully checked' },
  'batch.sub.open': { zh: '还差 {n} 项信息', en: '{n} answers missing' },
  'batch.inside': { zh: '内 {p} %', en: '{p} % inside' },
  'batch.ha': { zh: '{ha} 公顷', en: '{ha} ha' },

  'batch.split': { zh: '此文件包含的项目', en: 'Projects in this file' },
  'batch.split.none': { zh: '整个文件是一个项目', en: 'The whole file is one project' },
  'batch.split.by': {
    zh: '按“{field}”分为 {n} 个项目（如 {example}）',
    en: 'By “{field}”: {n} projects (such as {example})',
  },

  // reports
  'batch.selected': { zh: '已选 {n} 个项目', en: '{n} projects selected' },
  'batch.selected.none': {
    zh: '勾选项目后可成批生成报告',
    en: 'Select projects to make their reports',
  },
  'batch.reports': { zh: '生成 {n} 份报告', en: 'Make {n} reports' },
  'batch.reports.formats': {
    zh: '格式：{formats}（在“报告”步骤选择）',
    en: 'Formats: {formats} (chosen in the report step)',
  },
  'batch.reports.making': { zh: '正在生成 {i} / {n}', en: 'Making {i} of {n}' },
  'batch.reports.saved': { zh: '已保存 {file}，{n} 份报告', en: 'Saved {file}, {n} reports' },
  'batch.reports.failed': {
    zh: '{n} 份报告未能生成：{names}',
    en: '{n} reports could not be made: {names}',
  },
  'batch.reports.changed': {
    zh: '{n} 份报告与表中结果不同：核查之后图层或文件已改变，报告为现在的结果。请重新核查这些项目：{names}',
    en: '{n} reports differ from the table: a layer or a file changed since, and the report says what holds now. Check these again: {names}',
  },
  'batch.zip': { zh: '批量核查报告', en: 'batch-reports' },

  // totals
  'batch.totals': { zh: '各县区占用合计', en: 'Occupied by county' },
  'batch.totals.county': { zh: '县区', en: 'County' },
  'batch.totals.line': { zh: '控制线', en: 'Control line' },
  'batch.totals.projects': { zh: '占用项目', en: 'Occupying projects' },
  'batch.totals.area': { zh: '占用 公顷', en: 'Occupied ha' },
  'batch.totals.open': { zh: '未核查项目', en: 'Not checked' },
  'batch.totals.nowhere': { zh: '未定位到县区', en: 'No county found' },
  'batch.totals.note': {
    zh: '只计已核查的项目。{n} 行未核查或未能读取，不在合计中。',
    en: 'Checked projects only. {n} rows were not checked or not read and are not in the sums.',
  },

  // coming back

  // said of the batch as a whole
  'batch.said.close': { zh: '知道了', en: 'Dismiss' },
  'batch.said.restored': {
    zh: '已恢复上次的批量核查：{i} / {n} 已完成。',
    en: 'The last batch was restored: {i} of {n} are done.',
  },
  'batch.said.missing': {
    zh: '{n} 个文件过大，未保存在本机，请重新添加后继续。',
    en: '{n} files were too large to keep; add them again to go on.',
  },
  'batch.said.outdated': {
    zh: '图层、规则或程序已更新，{n} 个项目的旧结果已作废，需重新核查。',
    en: 'Layers, rules or the program changed: {n} earlier results no longer hold and are to be checked again.',
  },
  'batch.said.unkept': {
    zh: '本机不能保存批量结果（{why}），刷新页面后需重新核查。请及时导出汇总。',
    en: 'Results cannot be kept on this machine ({why}); after a reload they have to be made again. Export the summary in time.',
  },
  'batch.said.left': {
    zh: '{n} 个系统或临时文件未列入：{names}',
    en: '{n} system or temporary files were left out: {names}',
  },
  'batch.said.again': {
    zh: '{n} 个文件已在表中，未重复添加',
    en: '{n} files are in the table already',
  },
  'batch.said.nothing': { zh: '文件夹中没有文件', en: 'There is no file in the folder' },
  'batch.said.done': {
    zh: '批量核查完成：{done} 个已核查，{open} 个未完成。',
    en: 'Batch finished: {done} checked, {open} not.',
  },
  'batch.exported': {
    zh: '已保存 summary.xlsx 和 summary.json',
    en: 'Saved summary.xlsx and summary.json',
  },
  'batch.file.gone': {
    zh: '{file} 未能读取（{why}）。文件可能已移动或改动，请重新添加。',
    en: '{file} could not be read ({why}). It may have been moved or changed; add it again.',
  },
  'batch.file.missing': {
    zh: '{file} 过大，未保存在本机。请重新添加该文件。',
    en: '{file} was too large to keep on this machine. Add it again.',
  },
} as const satisfies Record<string, Text>;
