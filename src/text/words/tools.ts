import type { Text } from '../text.ts';

/** Words of the tools on the map, of the search in the bar and of links; part of `UI_WORDS`. */
export const TOOL_WORDS = {
  'tools.label': { zh: '地图工具', en: 'Map tools' },
  'tool.measure': { zh: '量算长度、面积', en: 'Measure length or area' },
  'tool.pick-coordinate': { zh: '取点坐标', en: 'Pick a coordinate' },
  'tool.go-to': {
    zh: '定位：地名、图斑编号、坐标',
    en: 'Go to a place, parcel code or coordinate',
  },
  'tool.swipe': { zh: '卷帘对比', en: 'Compare by swipe' },
  'tool.link': { zh: '复制链接', en: 'Copy a link to this view' },
  'tool.key': { zh: '{name}（{key}）', en: '{name} ({key})' },
  'tool.more': { zh: '地图工具', en: 'Map tools' },
  'tool.close': { zh: '收起工具（Esc）', en: 'Put the tool away (Esc)' },
  'tool.cross': { zh: '地图中心', en: 'Centre of the map' },

  // measuring
  'measure.added': { zh: '第 {n} 点。{value}', en: 'Point {n}. {value}' },
  'measure.done': { zh: '量算完成。{value}', en: 'Measured. {value}' },
  'measure.cleared': { zh: '已清除', en: 'Cleared' },

  // coordinates
  'notation.label': { zh: '坐标形式', en: 'Notation' },
  'notation.degrees': { zh: '经纬度（度）', en: 'Degrees' },
  'notation.dms': { zh: '经纬度（度分秒）', en: 'Degrees, minutes' },
  'notation.zone3': { zh: '3° 带，不带带号', en: '3° zone' },
  'notation.zone3-prefixed': { zh: '3° 带，带带号', en: '3° zone, number in front' },
  'notation.zone6': { zh: '6° 带，不带带号', en: '6° zone' },
  'notation.zone6-prefixed': { zh: '6° 带，带带号', en: '6° zone, number in front' },
  'notation.axes.degrees': { zh: '经度，纬度', en: 'lon, lat' },
  'notation.axes.metres': { zh: '东，北；{w}° 带 {zone}', en: 'east, north; {w}° zone {zone}' },
  'status.copy': { zh: '复制光标坐标', en: 'Copy the cursor coordinate' },
  'pick.copied': { zh: '已复制 {text}', en: 'Copied {text}' },

  // the search in the bar
  'places.label': { zh: '查找地名、图斑编号、坐标', en: 'Search: place, parcel code, coordinate' },
  'places.placeholder': { zh: '地名、图斑编号、坐标', en: 'Place, code or coordinate' },
  'places.results': { zh: '查找结果', en: 'Results' },
  'places.clear': { zh: '清空', en: 'Clear' },
  'places.degrees': { zh: '经纬度，CGCS2000', en: 'lon/lat, CGCS2000' },
  'places.zone': { zh: '{w}° 带 {zone}（EPSG:{epsg}）', en: '{w}° zone {zone} (EPSG:{epsg})' },
  'places.swapped': { zh: '北在前', en: 'north first' },
  'places.outside': { zh: '在图层范围外', en: 'outside the layers' },
  'places.several': {
    zh: '数字可有 {n} 种读法，请选择',
    en: 'The numbers can be read in {n} ways; choose one',
  },
  'places.features': { zh: '{n} 个图斑', en: '{n} features' },
  'places.searching': { zh: '正在查找：{i} / {n} 个图层', en: 'Searching: {i} of {n} layers' },
  'places.found': { zh: '{n} 条结果', en: '{n} results' },
  'places.none': { zh: '已查的 {n} 个图层中没有', en: 'Not in the {n} layers searched' },
  'places.none.coordinate': { zh: '没有读出坐标。', en: 'No coordinate was read.' },
  'places.unsearched': { zh: '{n} 个图层未查：{names}', en: '{n} not searched: {names}' },
  'places.more': { zh: '在图层面板中列出全部', en: 'List all in the layer panel' },
  'places.short': { zh: '请至少输入 2 个字', en: 'Type at least 2 characters' },
  'places.went': { zh: '已定位到 {text}', en: 'At {text}' },

  // swipe
  'swipe.edition': { zh: '{edition} 版', en: 'edition {edition}' },
  'swipe.choice': { zh: '{name} · {edition}', en: '{name} · {edition}' },
  'swipe.former': { zh: '{name} · {edition}（历史版）', en: '{name} · {edition} (former)' },
  'swipe.nothing': {
    zh: '目录中不足两个图层，无可对比。',
    en: 'The catalog has fewer than two layers to compare.',
  },
  'swipe.failed': { zh: '此设备不能并排显示两幅图。', en: 'This device cannot show two maps.' },
  'layer.compare': { zh: '并排对比', en: 'Compare' },

  // bookmarks
  'bookmarks.scale': { zh: '约 1:{n}', en: 'about 1:{n}' },

  // links
  'link.copied': {
    zh: '已复制链接：含视图、图层、模式，不含项目与文件。',
    en: 'Link copied: view, layers and mode; nothing of the project.',
  },
  'link.wrong': {
    zh: '链接中的视图无法识别，已忽略。',
    en: 'The view in the link could not be read and was left aside.',
  },
  'link.hidden': {
    zh: '按链接关闭了 {n} 个图层。',
    en: 'The link switched {n} layers off.',
  },
} as const satisfies Record<string, Text>;
