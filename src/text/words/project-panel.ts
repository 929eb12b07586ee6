import type { Text } from '../text.ts';

/** Words of the project: parcels, notes, claim; of the first run and of dropped files. */
export const PROJECT_PANEL_WORDS = {
  'action.locate': { zh: '定位', en: 'Show' },
  'action.change': { zh: '更换', en: 'Replace' },

  // questions
  'q.hint': {
    zh: '不清楚可留空，不会当作“否”',
    en: 'Leave it open if not known; it is never read as “no”',
  },

  // project step
  'project.parcels': { zh: '{n} 个地块 · {v} 个界址点', en: '{n} plots · {v} points' },
  'project.empty': { zh: '还没有项目', en: 'No project yet' },
  'table.plot': { zh: '地块', en: 'Plot' },
  'table.total': { zh: '合计', en: 'Total' },
  'table.ellipsoidal': { zh: '椭球 公顷', en: 'ellipsoidal ha' },
  'table.plane': { zh: '平面 公顷', en: 'plane ha' },
  'table.declared': { zh: '声明 公顷', en: 'declared ha' },
  'import.title': { zh: '导入说明', en: 'Import notes' },
  'import.ok': { zh: '成功', en: 'Imported' },
  'import.notes': { zh: '成功，{n} 条说明', en: 'Imported with {n} notes' },
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
  'drop.any': { zh: '松开即导入文件', en: 'Drop to import' },
  'drop.local': {
    zh: '文件只在本机读取，不会上传。按 Esc 取消',
    en: 'Read on this machine only, never uploaded. Esc cancels',
  },

  // claim form
  'claim.extra': { zh: '补充材料', en: 'Supporting facts' },
  'claim.extra.hint': { zh: '不影响结论，写入报告', en: 'In the report; the result stays' },
  'claim.list': { zh: '各类原文', en: 'The kinds in full' },
  'claim.law': { zh: '法律法规名称', en: 'Law' },
  'claim.article': { zh: '条款', en: 'Article' },
  'claim.document': { zh: '文件名称', en: 'Paper' },
  'claim.number': { zh: '文号', en: 'Number' },
  'claim.alternatives': { zh: '备选方案数', en: 'Alternatives' },
  'claim.both': { zh: '两项都填写才算写明依据。', en: 'Both are needed to name the basis.' },
  'claim.pack.failed': {
    zh: '规则包未能读取，问题暂不显示：{why}',
    en: 'The rule pack could not be read; no questions: {why}',
  },
} as const satisfies Record<string, Text>;
