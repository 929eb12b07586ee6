import type { Text } from '../text.ts';

/** Words of bars over the map, of the swipe and of bookmarks. */
export const TOOL_BARS_WORDS = {
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
  'measure.undo': { zh: '撤销末点', en: 'Take back the last point' },
  'measure.finish': { zh: '结束', en: 'Finish' },
  'measure.clear': { zh: '清除', en: 'Clear' },
  'measure.copy': { zh: '复制', en: 'Copy' },

  // coordinates
  'pick.hint': {
    zh: '在图上单击，复制该点坐标；键盘：按 C 取地图中心。',
    en: 'Click the map to copy a coordinate; key C takes the centre.',
  },
  'pick.hint.touch': { zh: '在图上轻触取点', en: 'Tap the map' },
  'pick.title': { zh: '坐标', en: 'Coordinate' },
  'pick.copy': { zh: '复制坐标', en: 'Copy the coordinate' },
  'pick.clear': { zh: '清除标记', en: 'Remove the mark' },
  'byhand.title': {
    zh: '浏览器未允许写入剪贴板，请按 Ctrl+C 复制：',
    en: 'The browser does not let us write to the clipboard. Press Ctrl+C:',
  },
  'byhand.label': { zh: '待复制的文字', en: 'Text to copy' },

  // swipe
  'swipe.left': { zh: '左侧', en: 'Left' },
  'swipe.right': { zh: '右侧', en: 'Right' },
  'swipe.handle': { zh: '卷帘位置', en: 'Divider' },
  'swipe.at': {
    zh: '左侧 {left} 占 {p} %，右侧 {right}',
    en: '{p} % {left} at the left, {right} at the right',
  },
  'swipe.toggle': { zh: '左右互换（M）', en: 'Change sides (M)' },

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
  'bookmarks.no-map': { zh: '此设备没有地图，不能使用书签。', en: 'No map, no bookmarks.' },
} as const satisfies Record<string, Text>;
