import type { Text } from '../text.ts';

/** Words of bringing files in and of what is kept; part of `UI_WORDS`. */
export const IMPORT_PANEL_WORDS = {
  // a file under way
  'import.reading': { zh: '正在读取：{file}（{p} %）', en: 'Reading {file} ({p} %)' },
  'import.reading.n': {
    zh: '正在读取第 {i} / {n} 个文件：{file}',
    en: 'Reading file {i} of {n}: {file}',
  },
  'import.canceled': { zh: '已取消导入', en: 'Import canceled' },
  'import.skipped': {
    zh: '没有回答问题，未导入。',
    en: 'Not imported: its question was left open.',
  },
  'import.unreadable': {
    zh: '{file} 未能读取（{why}）。若是文件夹，请压缩为 zip 后拖入。',
    en: '{file} could not be read ({why}). If it is a folder, drop it as a zip.',
  },
  'import.places': { zh: '图上标出了 {n} 处问题', en: '{n} places are marked on the map' },
  'import.place': { zh: '看第 {n} 处', en: 'Show place {n}' },

  // answers to questions
  'next.import.answer': { zh: '回答后继续导入。', en: 'Importing goes on once answered.' },
  'button.import.on': { zh: '继续导入', en: 'Go on' },
  'button.import.layers': { zh: '导入所选 {n} 个图层', en: 'Import {n} layers' },

  // paste
  'paste.button': { zh: '粘贴坐标', en: 'Paste' },

  // kept on this machine
  'keep.title': { zh: '最近的项目', en: 'Recent projects' },
  'keep.where': { zh: '只保存在本机浏览器中', en: 'Kept in this browser only' },
  'keep.none': { zh: '本机没有保存的项目。', en: 'No project is kept here.' },
  'keep.open': { zh: '打开 {name}', en: 'Open {name}' },
  'keep.remove': { zh: '从本机删除 {name}', en: 'Remove {name} from this machine' },
  'keep.clear': { zh: '清除全部本机数据…', en: 'Clear all data here…' },
  'keep.clear.ask': {
    zh: '将删除本机保存的 {n} 个项目、图层和界面设置，不能恢复。',
    en: 'Deletes {n} kept projects, kept layers and all settings for good.',
  },
  'keep.clear.yes': { zh: '全部清除', en: 'Clear all' },
  'keep.clear.no': { zh: '不清除', en: 'Keep' },
  'keep.cleared': { zh: '本机数据已清除', en: 'All data here was cleared' },
  'keep.restored': {
    zh: '已恢复上次未关闭的项目 {name}（{when} 自动保存）。',
    en: 'Restored {name}, open at your last visit (saved {when}).',
  },
  'keep.close': { zh: '关闭项目', en: 'Close the project' },
  'keep.saved': { zh: '{when} 已自动保存在本机', en: 'Kept on this machine, {when}' },
  'keep.denied': {
    zh: '浏览器不允许本机保存：关闭页面后项目不会保留，请导出项目文件。',
    en: 'This browser keeps nothing: the project is gone when the page closes. Export it.',
  },
  'keep.full': {
    zh: '本机存储已满，项目尚未保存，请导出项目文件。',
    en: 'Storage is full; the project is not saved. Export it.',
  },
  'keep.failed': {
    zh: '项目未能保存在本机（{why}），请导出项目文件。',
    en: 'The project could not be kept here ({why}). Export it.',
  },
  'keep.lost': {
    zh: '本机保存的项目未能读取（{why}）。',
    en: 'A kept project could not be read ({why}).',
  },
  'project.save': { zh: '保存项目文件', en: 'Save project file' },
  'project.saved': {
    zh: '已保存 {file}，可用“打开文件”原样打开',
    en: 'Saved {file}; open it again as it is',
  },
} as const satisfies Record<string, Text>;
