import type { Language, Text } from '../text.ts';

/** Words of the help, loaded with it. */
export const HELP_WORDS = {
  title: { zh: '帮助', en: 'Help' },
  pages: { zh: '帮助内容', en: 'Pages of the help' },
  close: { zh: '关闭', en: 'Close' },
  'page.keys': { zh: '快捷键', en: 'Keys' },
  'page.checks': { zh: '核查说明', en: 'What is checked' },
  'page.areas': { zh: '面积口径', en: 'Areas' },
  'page.terms': { zh: '名词', en: 'Terms' },
  'page.limits': { zh: '不作结论的事项', en: 'Not decided here' },
  'page.messages': { zh: '消息', en: 'Messages' },
  'page.about': { zh: '关于', en: 'About' },

  'first.again': { zh: '重看首次说明', en: 'Show the first-run card again' },
  tour: { zh: '看示例', en: 'Take the tour' },

  'keys.single': { zh: '启用单键快捷键', en: 'Single-key commands' },
  'keys.single.hint': {
    zh: '关闭后，只按一个字符的快捷键不再起作用；Ctrl、F6、Esc 和方向键照旧。',
    en: 'Switched off, keys of one character do nothing; Ctrl, F6, Esc and arrows stay.',
  },
  'keys.where': {
    zh: '输入文字或输入法组字时，单键不起作用。鼠标停在按钮上 0.6 秒显示它的键。',
    en: 'While text is typed or composed, single keys do nothing. Rest on a button to see its key.',
  },

  'checks.layers': { zh: '参与核查的图层', en: 'Layers that take part' },
  'checks.none': { zh: '尚未打开图层目录。', en: 'No catalog is open.' },
  'checks.kind': { zh: '图层', en: 'Layer' },
  'checks.edition': { zh: '版本', en: 'Edition' },
  'checks.owner': { zh: '提供单位', en: 'Owner' },
  'checks.required': { zh: '必查', en: 'required' },
  'checks.missing': { zh: '目录中没有，未核查', en: 'not in the catalog, not checked' },
  'checks.states': { zh: '图层的状态（空间事实）', en: 'State of a layer (a spatial fact)' },
  'checks.verdicts': {
    zh: '结论（规则怎么说，最重的在前）',
    en: 'Verdicts (what the rules say, worst first)',
  },

  'terms.zh': { zh: '中文', en: 'Chinese' },
  'terms.en': { zh: 'English', en: 'English' },
  'terms.find': { zh: '查名词', en: 'Find a term' },
  'terms.count': { zh: '{n} 条', en: '{n} terms' },

  'messages.none': { zh: '还没有消息。', en: 'No messages yet.' },
  'messages.lead': { zh: '最近十条，最新的在前。', en: 'The last ten, newest first.' },

  'about.version': { zh: '版本', en: 'Version' },
  'about.packs': { zh: '规则包', en: 'Rule packs' },
  'about.packs.none': { zh: '核查一次后列出。', en: 'Listed after a check.' },
  'about.sha': { zh: '校验码', en: 'Checksum' },
  'about.copy': { zh: '复制校验码', en: 'Copy the checksum' },
  'about.licences': { zh: '许可证', en: 'Licences' },
  'about.licence': { zh: '本程序：Apache-2.0', en: 'This program: Apache-2.0' },
  'about.third': { zh: '第三方软件清单', en: 'Third-party software' },
  'about.display': { zh: '显示', en: 'Display' },
  'about.sparing': { zh: '省力显示', en: 'Effort-saving display' },
  'about.sparing.hint': {
    zh: '地图不画描边底色、边界内侧色带和纹理，适合没有显卡的机器。核查和报告不受影响。',
    en: 'Leaves casings, inner bands and hatches out of the map, for machines without a graphics card. Checks and reports are the same.',
  },
  'about.data': { zh: '本机数据', en: 'Data on this machine' },
  'about.data.what': {
    zh: '项目、答复、界面设置和缓存的图层只保存在这个浏览器里，不上传。',
    en: 'Projects, answers, settings and stored layers are kept in this browser only; nothing is sent.',
  },
  'about.clear': { zh: '清除全部数据…', en: 'Clear all data…' },
  'about.clear.ask': {
    zh: '将删除本机保存的全部项目、设置和图层缓存，不能恢复。当前窗口中打开的内容保留。',
    en: 'All projects, settings and stored layers on this machine are deleted for good. What is open in this window stays.',
  },
  'about.clear.yes': { zh: '全部清除', en: 'Clear all' },
  'about.clear.no': { zh: '不清除', en: 'Keep' },
  'cleared.part': {
    zh: '部分数据没能清除：{why}',
    en: 'Some data could not be cleared: {why}',
  },
} as const satisfies Record<string, Text>;

export type HelpWord = keyof typeof HELP_WORDS;

export function sayHelp(
  word: HelpWord,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const said: string = HELP_WORDS[word][language];
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
