import type { Text } from '../text.ts';

/** What the map itself says. */
export const MAP_WORDS = {
  letterGreen: { zh: '绿', en: '绿' },
  letterBlue: { zh: '蓝', en: '蓝' },
  letterPurple: { zh: '紫', en: '紫' },
  letterYellow: { zh: '黄', en: '黄' },
  parcel: { zh: '地块', en: 'Plot ' },
  label: { zh: '地图', en: 'Map' },
  northEast: {
    zh: '图上真北向上，坐标北偏东 {angle}（{width}°带 {meridian}°）',
    en: 'True north up; grid north {angle} east ({width}° zone, {meridian}°)',
  },
  northWest: {
    zh: '图上真北向上，坐标北偏西 {angle}（{width}°带 {meridian}°）',
    en: 'True north up; grid north {angle} west ({width}° zone, {meridian}°)',
  },
  northSame: {
    zh: '图上真北向上，与坐标北一致（{width}°带 {meridian}°）',
    en: 'True north up, as grid north ({width}° zone, {meridian}°)',
  },
  demo: { zh: '示例数据 非真实控制线', en: 'Demo data — not real control lines' },
  unreviewed: {
    zh: '内部工作用图，未经审核，不得公开',
    en: 'Internal working map, not reviewed for publication',
  },
  noWebgl: {
    zh: '此设备不能显示地图，核查和报告不受影响。',
    en: 'This device cannot draw the map; checks and reports work.',
  },
  webglLost: {
    zh: '地图显示中断，正在恢复；核查和报告不受影响。',
    en: 'The map display was interrupted and is being restored; checks and reports work.',
  },
  'layer-no-overview': {
    zh: '图层 {layer} 过大（{bytes} 字节）且没有概览文件，小比例尺下未显示。请放大，或重新构建图层。',
    en: 'Layer {layer} is too large ({bytes} bytes) and has no overview files; it is not drawn at this scale. Zoom in, or build the layer again.',
  },
  'layer-fell-back': {
    zh: '图层 {layer} 的概览文件 {file} 缺失或已损坏，改由图层文件本身显示，速度较慢。请用 sanxian layers verify 检查。',
    en: 'Overview file {file} of layer {layer} is missing or damaged; the layer is drawn from its own file, which is slower. See sanxian layers verify.',
  },
  'layer-truncated': {
    zh: '图层 {layer} 应有 {expected} 个图斑，只读到 {found} 个，未显示。',
    en: 'Layer {layer} should have {expected} features but {found} were read; it is not drawn.',
  },
  'tile-fault': {
    zh: '图层 {layer} 显示出错：{message}',
    en: 'Layer {layer} could not be drawn: {message}',
  },
  'tile-worker-died': {
    zh: '图层显示进程已停止，请重新打开页面。',
    en: 'The layer display process has stopped; reload the page.',
  },
  'layer-unknown': { zh: '没有图层 {layer}。', en: 'There is no layer {layer}.' },
} as const satisfies Record<string, Text>;
