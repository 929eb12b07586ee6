import type { Text } from '../text.ts';

/** Words of the tools on the map, of the search in the bar, of bookmarks and of links; part of `UI_WORDS`. */
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
  'measure.kind': { zh: '量算内容', en: 'What to measure' },
  'measure.length': { zh: '长度', en: 'Length' },
  'measure.area': { zh: '面积', en: 'Area' },
  'measure.how': {
    zh: 'CGCS2000 椭球面，边为经纬度直线',
    en: 'on the CGCS2000 ellipsoid, edges straight in lon/lat',
  },
  'measure.hint': {
    zh: '逐点单击，双击结束；键盘：方向键移图，Enter 加点，Backspace 撤销',
    en: 'Click point by point, double-click to end; keys: arrows move, Enter adds, Backspace takes back',
  },
  'measure.hint.touch': { zh: '逐点轻触', en: 'Tap point by point' },
  'measure.length.value': { zh: '长度 {m} m · {km} km', en: 'Length {m} m · {km} km' },
  'measure.area.value': {
    zh: '面积 {ha} 公顷 · {mu} 亩 · {m2} m²',
    en: 'Area {ha} ha · {mu} mu · {m2} m²',
  },
  'measure.perimeter': { zh: '周长 {m} m', en: 'perimeter {m} m' },
  'measure.points': { zh: '{n} 点', en: '{n} points' },
  'measure.cross': {
    zh: '图形自相交，面积无意义；请撤销末点。',
    en: 'The outline crosses itself and has no area; take back the last point.',
  },
  'measure.added': { zh: '第 {n} 点。{value}', en: 'Point {n}. {value}' },
  'measure.done': { zh: '量算完成。{value}', en: 'Measured. {value}' },
  'measure.undo': { zh: '撤销末点', en: 'Take back the last point' },
  'measure.finish': { zh: '结束', en: 'Finish' },
  'measure.clear': { zh: '清除', en: 'Clear' },
  'measure.copy': { zh: '复制', en: 'Copy' },
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
  'pick.hint': {
    zh: '在图上单击，复制该点坐标；键盘：按 C 取地图中心。',
    en: 'Click the map to copy a coordinate; key C takes the centre.',
  },
  'pick.hint.touch': { zh: '在图上轻触取点', en: 'Tap the map' },
  'pick.title': { zh: '坐标', en: 'Coordinate' },
  'pick.copied': { zh: '已复制 {text}', en: 'Copied {text}' },
  'pick.copy': { zh: '复制坐标', en: 'Copy the coordinate' },
  'pick.clear': { zh: '清除标记', en: 'Remove the mark' },
  'byhand.title': {
    zh: '浏览器未允许写入剪贴板，请按 Ctrl+C 复制：',
    en: 'The browser does not let us write to the clipboard. Press Ctrl+C:',
  },
  'byhand.label': { zh: '待复制的文字', en: 'Text to copy' },

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
  'swipe.left': { zh: '左侧', en: 'Left' },
  'swipe.right': { zh: '右侧', en: 'Right' },
  'swipe.handle': { zh: '卷帘位置', en: 'Divider' },
  'swipe.at': {
    zh: '左侧 {left} 占 {p} %，右侧 {right}',
    en: '{p} % {left} at the left, {right} at the right',
  },
  'swipe.toggle': { zh: '左右互换（M）', en: 'Change sides (M)' },
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
  'bookmarks.title': { zh: '书签', en: 'Bookmarks' },
  'bookmarks.lead': {
    zh: '保存当前视图：位置、比例、开关的图层和底图。只存在本机。',
    en: 'Keeps the view: place, scale, layers and base map. On this machine only.',
  },
  'bookmarks.name': { zh: '书签名称', en: 'Name' },
  'bookmarks.add': { zh: '保存当前视图', en: 'Keep this view' },
  'bookmarks.empty': { zh: '还没有书签。', en: 'No bookmarks yet.' },
  'bookmarks.go': { zh: '回到“{name}”', en: 'Go to “{name}”' },
  'bookmarks.rename': { zh: '重命名“{name}”', en: 'Rename “{name}”' },
  'bookmarks.rename.field': { zh: '“{name}”的新名称', en: 'New name of “{name}”' },
  'bookmarks.up': { zh: '上移“{name}”', en: 'Move “{name}” up' },
  'bookmarks.down': { zh: '下移“{name}”', en: 'Move “{name}” down' },
  'bookmarks.remove': { zh: '删除“{name}”', en: 'Remove “{name}”' },
  'bookmarks.export': { zh: '导出', en: 'Export' },
  'bookmarks.import': { zh: '导入', en: 'Import' },
  'bookmarks.added': { zh: '已保存书签“{name}”', en: 'Bookmark “{name}” kept' },
  'bookmarks.removed': { zh: '已删除书签“{name}”', en: 'Bookmark “{name}” removed' },
  'bookmarks.moved': { zh: '“{name}”已移到第 {i} 位', en: '“{name}” moved to place {i}' },
  'bookmarks.imported': { zh: '已导入 {n} 个书签', en: '{n} bookmarks imported' },
  'bookmarks.imported.known': {
    zh: '已导入 {n} 个书签，{m} 个已有',
    en: '{n} bookmarks imported, {m} were there already',
  },
  'bookmarks.refused': {
    zh: '{file} 不是书签文件（sanxian/bookmarks@1），未导入。',
    en: '{file} is no file of bookmarks (sanxian/bookmarks@1); nothing was imported.',
  },
  'bookmarks.unkept': {
    zh: '浏览器不允许存储，书签只在本页有效，请导出。',
    en: 'The browser refuses storage: bookmarks last as long as this page. Export them.',
  },
  'bookmarks.full': { zh: '最多保存 {n} 个书签。', en: 'No more than {n} bookmarks are kept.' },
  'bookmarks.scale': { zh: '约 1:{n}', en: 'about 1:{n}' },
  'bookmarks.no-map': { zh: '此设备没有地图，不能使用书签。', en: 'No map, no bookmarks.' },

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
