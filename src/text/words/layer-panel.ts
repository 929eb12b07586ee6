import type { Text } from '../text.ts';

/** Words of the layer panel; part of `UI_WORDS`. */
export const LAYER_PANEL_WORDS = {
  'layers.query': { zh: '图层、图斑编号、名称', en: 'Layer, code or name' },
  'layers.query.label': {
    zh: '筛选图层；按 Enter 查找图斑编号或名称',
    en: 'Filter layers; Enter looks up a parcel code or name',
  },
  'layers.find': { zh: '查找', en: 'Find' },
  'layers.find.query': { zh: '在全部图层中查找“{q}”', en: 'Look for “{q}” in all layers' },
  'layers.collapse': { zh: '收起图层面板', en: 'Close the layer panel' },
  'layers.open': { zh: '打开图层面板', en: 'Open the layer panel' },
  'layers.empty': { zh: '尚未加载图层', en: 'No layers loaded yet' },
  'layers.none': { zh: '没有匹配的图层', en: 'No layer matches' },
  'layers.loading': { zh: '正在读取图层目录', en: 'Reading the layer catalog' },
  'layers.failed': { zh: '图层目录未能读取', en: 'The layer catalog could not be read' },
  'layers.order.usual': { zh: '恢复默认顺序', en: 'Reset' },
  'layers.order.usual.label': { zh: '恢复默认顺序：{group}', en: 'Reset the order: {group}' },
  'layers.in-view': { zh: '视野内', en: 'In view' },
  'layers.order.reset': { zh: '已恢复默认顺序', en: 'Back in the usual order' },
  'layer.moved': {
    zh: '{name}已移到第 {i} 位，共 {n} 层',
    en: '{name} moved to place {i} of {n}',
  },
  'layer.second': { zh: '{edition} · {owner}', en: '{edition} · {owner}' },
  'layer.show': { zh: '显示{name}', en: 'Show {name}' },
  'layer.opacity': { zh: '不透明度', en: 'Opacity' },
  'layer.zoom': { zh: '缩放到图层', en: 'Zoom to' },
  'layer.retry': { zh: '重试', en: 'Try again' },
  'layer.retry.label': { zh: '重试：{name}', en: 'Try again: {name}' },
  'layer.only': { zh: '只看此层', en: 'Only this' },
  'layer.up': { zh: '上移', en: 'Move up' },
  'layer.down': { zh: '下移', en: 'Move down' },
  'layer.sheet': { zh: '元数据', en: 'Metadata' },
  'layer.count': { zh: '视野内 {n} 个图斑', en: '{n} features in view' },
  'layer.count.least': {
    zh: '视野内至少 {n} 个图斑：视野有一部分不在覆盖范围内',
    en: 'at least {n} features in view: part of the view is not covered',
  },
  'layer.count.counting': { zh: '正在统计视野内的图斑', en: 'counting the features in view' },
  'layer.count.failed': {
    zh: '视野内的图斑未能统计',
    en: 'the features in view could not be counted',
  },
  'layer.count.uncovered': {
    zh: '视野不在该图层覆盖范围内，个数不作依据',
    en: 'the view is not covered by this layer; no count is stated',
  },
  'layer.count.how': {
    zh: '外框与视野相交的图斑，按空间索引逐个计数',
    en: 'features whose box meets the view, counted exactly by the index',
  },
  'layer.edition': { zh: '{edition} · {n} 个图斑', en: '{edition} · {n} features' },
  'layer.of': { zh: '共 {n} 个图斑', en: '{n} features in all' },
  'layer.uncovered': { zh: '此处未覆盖', en: 'Not covered here' },
  'layer.too-far': { zh: '放大后显示', en: 'Zoom in to show' },
} as const satisfies Record<string, Text>;
