import type { Text } from '../text.ts';

/** What each key does, as the list of keys and the tips beside controls say it. */
export const KEY_WORDS = {
  open: { zh: '打开文件', en: 'Open a file' },
  paste: { zh: '粘贴坐标', en: 'Paste coordinates' },
  search: { zh: '搜索', en: 'Search' },
  'mode-check': { zh: '选址核查', en: 'Site check' },
  'mode-review': { zh: '图层审阅', en: 'Layer review' },
  'mode-batch': { zh: '批量核查', en: 'Batch' },
  help: { zh: '帮助与快捷键', en: 'Help and keys' },
  close: { zh: '关闭、取消', en: 'Close, cancel' },
  regions: { zh: '下一个 / 上一个区域', en: 'Next / previous region' },
  layers: { zh: '图层面板', en: 'Layer panel' },
  pieces: { zh: '占用图斑表', en: 'Table of parcels' },
  recheck: { zh: '重新核查', en: 'Check again' },
  report: { zh: '生成报告', en: 'Make report' },
  cards: { zh: '上一张 / 下一张卡片', en: 'Previous / next card' },
  clause: { zh: '展开条款', en: 'Open the clause' },
  fly: { zh: '定位到图斑', en: 'Go to the parcels' },
  path: { zh: '判定路径', en: 'Decision path' },
  pan: { zh: '平移', en: 'Pan' },
  'zoom-in': { zh: '放大', en: 'Zoom in' },
  'zoom-out': { zh: '缩小', en: 'Zoom out' },
  site: { zh: '回到项目', en: 'Back to the site' },
  identify: { zh: '识别地图中心处', en: 'Identify at the cross' },
  measure: { zh: '量测', en: 'Measure' },
  'pick-coordinate': { zh: '坐标拾取', en: 'Pick a coordinate' },
  'go-to': { zh: '前往坐标', en: 'Go to a coordinate' },
  'row-move': { zh: '上一行 / 下一行', en: 'Previous / next row' },
  'row-extend': { zh: '连选', en: 'Extend the selection' },
  'row-all': { zh: '全选', en: 'Select all rows' },
  'row-fly': { zh: '定位到图斑', en: 'Go to the parcel' },
  'row-mark': { zh: '在图上突出 / 取消', en: 'Highlight on the map' },
  'row-copy': { zh: '复制所选行', en: 'Copy the rows' },
  draw: { zh: '在图上绘制 / 多边形', en: 'Draw / polygon' },
  vertices: { zh: '顶点表', en: 'Vertex list' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  'draw-finish': { zh: '完成', en: 'Finish' },
  'draw-drop': { zh: '删除顶点', en: 'Delete the vertex' },
  'draw-free': { zh: '按住时不捕捉', en: 'Hold: no snapping' },
  'layer-move': { zh: '上移 / 下移图层', en: 'Move the layer up / down' },
  'edge-move': { zh: '调整面板宽度', en: 'Resize the panel' },
  'edge-usual': { zh: '恢复默认宽度', en: 'Usual size' },
  'edge-close': { zh: '收起面板', en: 'Collapse the panel' },
} as const satisfies Record<string, Text>;

/** Where keys act; the headings of the list. */
export const KEY_PLACE_WORDS = {
  everywhere: { zh: '全局', en: 'Everywhere' },
  results: { zh: '结果', en: 'Findings' },
  map: { zh: '地图', en: 'Map' },
  table: { zh: '占用图斑表', en: 'Table of parcels' },
  drawing: { zh: '绘制', en: 'Drawing' },
  panels: { zh: '面板', en: 'Panels' },
} as const satisfies Record<string, Text>;

/** Names of keys that are not what is printed on them. */
export const KEY_NAMES = {
  ArrowUp: { zh: '↑', en: '↑' },
  ArrowDown: { zh: '↓', en: '↓' },
  ArrowLeft: { zh: '←', en: '←' },
  ArrowRight: { zh: '→', en: '→' },
  Escape: { zh: 'Esc', en: 'Esc' },
  Delete: { zh: 'Del', en: 'Del' },
  '-': { zh: '−', en: '−' },
  Space: { zh: '空格', en: 'Space' },
} as const satisfies Record<string, Text>;
