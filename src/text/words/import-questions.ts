import type { Text } from '../text.ts';

/** Words of questions about a file, of lists of projects and of pasted tables. */
export const IMPORT_QUESTIONS_WORDS = {
  'import.refused.n': { zh: '{n} 个文件未能导入', en: 'Not imported: {n}' },
  'import.locate.note': { zh: '定位：{note}', en: 'Show: {note}' },

  // several projects
  'projects.title': { zh: '项目列表', en: 'Projects' },
  'projects.count': { zh: '{n} 个项目，选一个核查', en: '{n} projects; pick one to check' },
  'split.label': { zh: '如何分成项目', en: 'Projects in this file' },
  'split.one': { zh: '整个文件作为一个项目', en: 'One project of all parcels' },
  'split.by': {
    zh: '按“{field}”分为 {n} 个项目（{examples}）',
    en: 'By “{field}”: {n} projects ({examples})',
  },

  // answers to questions
  'layers.ask.title': { zh: '哪些图层是项目范围？', en: 'Which layers hold the site?' },
  'layers.ask.lead': {
    zh: '图上其余内容（道路、图框、注记等）不要选，选错会多算面积。',
    en: 'Leave out roads, frames and labels: what is chosen counts as site.',
  },
  'layers.ask.areas': { zh: '{n} 个面', en: 'areas: {n}' },
  'layers.ask.lines': { zh: '{n} 条线', en: 'lines: {n}' },
  'layers.ask.points': { zh: '{n} 个点', en: 'points: {n}' },
  'layers.ask.unnamed': { zh: '（未命名图层）', en: '(no name)' },
  'layers.ask.chosen': { zh: '已选 {n} / {of} 个图层', en: '{n} of {of} layers chosen' },
  'outline.title': { zh: '这些线怎样成为用地范围？', en: 'How do these lines become a site?' },
  'outline.title.points': {
    zh: '这些点怎样成为用地范围？',
    en: 'How do these points become a site?',
  },
  'outline.close': {
    zh: '线就是用地边界，首尾相连',
    en: 'The line is the boundary; join its ends',
  },
  'outline.close.more': {
    zh: '适用于没有闭合的界址线。',
    en: 'For boundary lines that were left open.',
  },
  'outline.corridor': {
    zh: '线是中线，按宽度成为带状用地',
    en: 'The line is an axis; give it a width',
  },
  'outline.corridor.more': {
    zh: '适用于道路、管线、电力线。',
    en: 'For roads, pipelines and power lines.',
  },
  'outline.width': { zh: '总宽度（米）', en: 'Full width (m)' },
  'outline.radius': { zh: '半径（米）', en: 'Radius (m)' },
  'outline.ends': { zh: '两端', en: 'Ends' },
  'outline.ends.flat': { zh: '平头', en: 'Flat' },
  'outline.ends.round': { zh: '圆头', en: 'Round' },
  'outline.disc': {
    zh: '点是圆心，按半径成为圆形用地（近似）',
    en: 'A disc around each point (approximate)',
  },
  'outline.counts': {
    zh: '文件中有 {lines} 条线、{points} 个点，都没有面积。',
    en: '{lines} lines and {points} points, none with an area.',
  },
  'datum.title': { zh: '{datum}须先给出本地转换参数', en: '{datum} needs local parameters' },
  'datum.lead': {
    zh: '{datum}与 CGCS2000 之间没有全国统一的精确转换，请填写测绘主管部门提供的七参数；没有参数就不能核查。',
    en: 'There is no exact nationwide shift from {datum} to CGCS2000. Enter the seven parameters of the surveying authority; without them nothing can be checked.',
  },
  'datum.convention': {
    zh: '由{datum}转到 CGCS2000，位置矢量法（布尔莎）：X = 平移 + (1 + 尺度)·旋转·x，绕 Z 轴旋转为正时 x 增 −rZ·y。若参数为坐标框架法，三个旋转角须反号。',
    en: 'From {datum} to CGCS2000, position vector: X = shift + (1 + scale)·rotation·x; a positive turn about Z adds −rZ·y to x. For coordinate-frame parameters reverse the three rotations.',
  },
  'datum.xian80': { zh: '西安 80 坐标系', en: "Xi'an 80" },
  'datum.beijing54': { zh: '北京 54 坐标系', en: 'Beijing 54' },
  'datum.dx': { zh: 'ΔX 平移（米）', en: 'ΔX (m)' },
  'datum.dy': { zh: 'ΔY 平移（米）', en: 'ΔY (m)' },
  'datum.dz': { zh: 'ΔZ 平移（米）', en: 'ΔZ (m)' },
  'datum.rx': { zh: 'rX 旋转（角秒）', en: 'rX (arc sec)' },
  'datum.ry': { zh: 'rY 旋转（角秒）', en: 'rY (arc sec)' },
  'datum.rz': { zh: 'rZ 旋转（角秒）', en: 'rZ (arc sec)' },
  'datum.scale': { zh: '尺度（ppm）', en: 'Scale (ppm)' },
  'datum.epsg': { zh: '坐标系代码（EPSG）', en: 'System (EPSG code)' },
  'datum.open': {
    zh: '七个参数都填写后才能继续，确为 0 的请填 0。',
    en: 'All seven are needed; write 0 where it is 0.',
  },

  // internet maps
  'shift.title': { zh: '坐标取自互联网地图？', en: 'From an internet map?' },
  'shift.none': { zh: '否，测量或国家坐标', en: 'No: surveyed coordinates' },
  'shift.gcj02': { zh: '高德、腾讯、奥维等（GCJ-02）', en: 'Amap, Tencent, Ovi (GCJ-02)' },
  'shift.bd09': { zh: '百度地图（BD-09）', en: 'Baidu (BD-09)' },
  'shift.warning': {
    zh: '按公开的近似公式纠偏，误差可达百米，仅供参考：报告会注明“互联网地图坐标近似纠偏”，并且不会得出完整结论。',
    en: 'Corrected by the published approximate formula, up to 100 m off: the report says so and is never complete.',
  },
  'shift.source': { zh: '来源（哪个软件、何时取得）', en: 'Source (which map, when)' },
  'shift.hint': {
    zh: '坐标取自互联网地图时位置会偏数百米。只在确知来源时选择，程序不会自行判断。',
    en: 'Coordinates picked on internet maps are hundreds of metres off. Choose only if you know the source; it is never assumed.',
  },

  // paste
  'paste.title': { zh: '粘贴坐标', en: 'Paste coordinates' },
  'paste.lead': {
    zh: '从 Excel、Word、微信或文本中复制的坐标表，点号、X、Y 各一列，列间用制表符、空格或逗号。',
    en: 'A table copied from Excel, Word or plain text: point, X, Y in columns, split by tabs, spaces or commas.',
  },
  'paste.text': { zh: '坐标文本', en: 'Coordinates as text' },
  'paste.preview': {
    zh: '识别出 {points} 个点、{parcels} 个地块',
    en: '{points} points in {parcels} plots',
  },
  'paste.is-north': { zh: '{column} 列为 X（北）或纬度', en: 'north or latitude in {column}' },
  'paste.is-east': { zh: '{column} 列为 Y（东）或经度', en: 'east or longitude in {column}' },
  'paste.point': { zh: '点号', en: 'Point' },
  'paste.north': { zh: 'X（北）/ 纬度', en: 'North / lat' },
  'paste.east': { zh: 'Y（东）/ 经度', en: 'East / lon' },
  'paste.preview.none': { zh: '还没有认出坐标。', en: 'No coordinates recognised yet.' },
  'paste.preview.text': {
    zh: '不是表格，按其自身的格式读取。',
    en: 'No table; read by the format it is in.',
  },
  'paste.import': { zh: '导入', en: 'Import' },
  'paste.row': { zh: '行', en: 'Row' },
} as const satisfies Record<string, Text>;
