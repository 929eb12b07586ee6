import type { Text } from '../text.ts';

/** Words of the search in layers. */
export const LAYER_SEARCH_WORDS = {
  'find.title': { zh: '查找“{q}”', en: 'Results for “{q}”' },
  'find.close': { zh: '关闭查找，回到图层', en: 'Close, back to the layers' },
  'find.running': { zh: '正在查找：第 {i} / {n} 个图层', en: 'Searching layer {i} of {n}' },
  'find.reading': {
    zh: '正在读取{name}：{read} / {of}',
    en: 'Reading {name}: {read} of {of}',
  },
  'find.stop': { zh: '停止', en: 'Stop' },
  'find.again': { zh: '重新查找', en: 'Search again' },
  'find.found': { zh: '找到 {hits} 条，已查 {n} 个图层', en: '{hits} found in {n} layers' },
  'find.found.more': {
    zh: '找到 {hits} 条以上，已查 {n} 个图层',
    en: 'More than {hits} found in {n} layers',
  },
  'find.none': {
    zh: '已查的 {n} 个图层中没有',
    en: 'Not found in the {n} layers searched',
  },
  'find.none.at-all': { zh: '没有一个图层能够查找', en: 'No layer could be searched' },
  'find.unsearched.n': { zh: '，{n} 个未查', en: ', {n} not searched' },
  'find.name': { zh: '名称', en: 'name' },
  'find.features': { zh: '{n} 个图斑', en: '{n} features' },
  'find.more': {
    zh: '还有更多，请输入更完整的编号或名称。',
    en: 'There are more; type more of the code or name.',
  },
  'find.names-by-beginning': {
    zh: '名称太多，只按开头比对。',
    en: 'So many names that they were compared by their beginning only.',
  },
  'find.without.code': {
    zh: '{n} 个图斑没有编号，不能按编号查到。',
    en: '{n} features carry no code and cannot be found by one.',
  },
  'find.unsearched': { zh: '未查找的图层', en: 'Layers not searched' },
  'find.stopped': { zh: '已停止，未查找。', en: 'Stopped; not searched.' },
  'find.rule': {
    zh: '编号从开头比对，名称比对任意部分；不分大小写、全角半角和空格。',
    en: 'Codes are compared from their beginning, names in any part; case, width and spaces do not matter.',
  },
} as const satisfies Record<string, Text>;
