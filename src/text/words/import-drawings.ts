import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;
type Sentence = (p: Params) => Text;

/** What reading drawings, KML, GPX, GeoJSON, TopoJSON and WKT can say; part of `IMPORT_WORDS`. */
export const DRAWING_WORDS = {
  'err-dxf-binary': (p) => ({
    zh: `${p.file} 是二进制 DXF，请在 CAD 中另存为文本（ASCII）DXF，例如“AutoCAD 2000 DXF”。`,
    en: `${p.file} is a binary DXF; save it as ASCII DXF, for example “AutoCAD 2000 DXF”.`,
  }),
  'err-dxf-cut': (p) => ({
    zh: `DXF 文件不完整：到第 ${p.line} 行为止没有结束标记（EOF）；请重新导出或重新下载。`,
    en: `The DXF is cut off: no end mark (EOF) up to line ${p.line}; export or download it again.`,
  }),
  'err-dxf-group': (p) => ({
    zh: `DXF 第 ${p.line} 行应为组码，实为“${p.text}”；文件已损坏，请重新导出。`,
    en: `Line ${p.line} of the DXF should be a group code and reads “${p.text}”; the file is damaged, export it again.`,
  }),
  'err-dxf-number': (p) => ({
    zh: `DXF 第 ${p.line} 行的“${p.value}”不是数字（小数点须为“.”）；请更正后重新导出。`,
    en: `“${p.value}” in line ${p.line} of the DXF is not a number (decimals take a point); correct it and export again.`,
  }),
  'err-dxf-point': (p) => ({
    zh: `DXF 第 ${p.line} 行起的对象缺少坐标；文件已损坏，请重新导出。`,
    en: `The object from line ${p.line} of the DXF on lacks a coordinate; the file is damaged, export it again.`,
  }),
  'err-dxf-vertices': (p) => ({
    zh: `DXF 第 ${p.line} 行起的多段线写明 ${p.declared} 个顶点，实有 ${p.found} 个；请重新导出。`,
    en: `The polyline from line ${p.line} of the DXF on declares ${p.declared} vertices and holds ${p.found}; export it again.`,
  }),
  'err-dxf-units': (p) => ({
    zh: `坐标 ${p.x}，${p.y} 乘以 ${p.scale} 才是以米为单位的坐标，图形单位不是米；请在 CAD 中以 (0,0) 为基点缩放 ${p.scale} 倍后重新导出。`,
    en: `The coordinates ${p.x}, ${p.y} make sense in metres only when multiplied by ${p.scale}; scale the drawing by ${p.scale} about (0,0) and export it again.`,
  }),
  'err-dxf-blocks': (p) => ({
    zh: `图块展开后超过 ${p.count} 个点，或图块自相嵌套；请只导出项目范围线。`,
    en: `Taken apart, the blocks have more than ${p.count} points or hold themselves; export the site boundary alone.`,
  }),
  'err-dxf-nothing': (p) => ({
    zh: `${p.file} 中没有可用的线${p.types === '' ? '' : `，只有：${p.types}`}${p.onPaper === 0 ? '' : `；布局（图纸空间）中有 ${p.onPaper} 个对象，请改画在模型空间`}；请把项目范围画成闭合多段线后重新导出。`,
    en: `${p.file} holds no lines to use${p.types === '' ? '' : `, only ${p.types}`}${p.onPaper === 0 ? '' : `; ${p.onPaper} object(s) lie in a layout, draw them in model space`}; draw the site as a closed polyline and export it again.`,
  }),
  'err-json-line': (p) => ({
    zh: `第 ${p.line} 行不是完整的 JSON，文件可能不完整；请重新导出。`,
    en: `Line ${p.line} is no whole JSON document, the file is perhaps cut off; export it again.`,
  }),
  'err-crs-several': (p) => ({
    zh: `文件中写明了不同的坐标系（${p.names}）；请按坐标系拆成几个文件。`,
    en: `The file names different coordinate systems (${p.names}); split it by system.`,
  }),
  'err-topojson': (p) => ({
    zh: `TopoJSON 有误${p.object === '' ? '' : `（对象“${p.object}”）`}：弧段缺失或格式不对；请重新导出。`,
    en: `The TopoJSON is broken${p.object === '' ? '' : ` (object “${p.object}”)`}: an arc is missing or malformed; export it again.`,
  }),
  'err-wkt': (p) => ({
    zh: `第 ${p.line} 行起无法按 WKT 读取：“${p.text}”；请检查括号和坐标，曲线请改为折线。`,
    en: `From line ${p.line} on this is no WKT that can be read: “${p.text}”; check brackets and coordinates, and straighten curves.`,
  }),
  'err-xml': (p) => ({
    zh: `${p.file} 第 ${p.line} 行处 XML 有误（${p.reason}）；请重新导出。`,
    en: `The XML of ${p.file} is broken near line ${p.line} (${p.reason}); export it again.`,
  }),
  'err-kml-nothing': (p) => ({
    zh: `${p.file} 中没有面、线或点，只有：${p.types}；若是网络链接，请在 Google Earth 或奥维中打开后另存。`,
    en: `${p.file} holds no area, line or point, only ${p.types}; if it links to another file, open it in Google Earth or Ovital and save that.`,
  }),
  'err-kmz': (p) => ({
    zh: `${p.file} 不能解压（${p.reason}）；请重新导出，或改存为 KML。`,
    en: `${p.file} cannot be unpacked (${p.reason}); export it again, or save it as KML.`,
  }),
  'err-kmz-empty': (p) => ({
    zh: `${p.file} 中没有 KML 文件；请重新导出。`,
    en: `There is no KML in ${p.file}; export it again.`,
  }),
  'note-kml-unread': (p) => ({
    zh: `文件中以下内容不是图形，未读取：${p.types}。`,
    en: `The file also holds what is no shape and was not read: ${p.types}.`,
  }),
  'note-dxf-units': (p) => ({
    zh: `图形单位写为 ${p.unit}，但坐标数值合于米（或度），按数值本身读取，未缩放。`,
    en: `The drawing names ${p.unit} as its unit, but its numbers fit metres (or degrees); they were read as they are, unscaled.`,
  }),
  'note-dxf-arcs': (p) => ({
    zh: `圆弧和曲线以 ${p.count} 段弦线代替，弦线偏离曲线不超过 1 毫米。`,
    en: `Arcs and curves were replaced by ${p.count} chords, none more than 1 mm off the curve.`,
  }),
  'note-dxf-unread': (p) => ({
    zh: `图中以下对象未读取：${p.types}；如其中有项目范围，请改画成闭合多段线。`,
    en: `These objects of the drawing were not read: ${p.types}; draw them as closed polylines if they bound the site.`,
  }),
  'note-dxf-paper': (p) => ({
    zh: `布局（图纸空间）中的 ${p.count} 个对象未读取。`,
    en: `${p.count} object(s) of a layout (paper space) were not read.`,
  }),
  'note-dxf-hidden': (p) => ({
    zh: `图层 ${p.layers} 在图中已关闭或冻结，其图形同样列入，请核对是否需要。`,
    en: `The layer(s) ${p.layers} are off or frozen in the drawing; their shapes are listed all the same, check whether they are meant.`,
  }),
  'note-dxf-repeated': (p) => ({
    zh: `图层“${p.layer}”有 ${p.count} 条闭合线与另一条完全相同，只计一次。`,
    en: `${p.count} closed line(s) of layer “${p.layer}” repeat another one and count once.`,
  }),
  'note-dxf-joined': (p) => ({
    zh: `图层“${p.layer}”的 ${p.count} 条首尾相接的线已连成 ${p.found} 个闭合范围，请核对。`,
    en: `${p.count} lines of layer “${p.layer}” that meet end to end were joined to ${p.found} closed outline(s); please check.`,
  }),
  'note-dxf-holes': (p) => ({
    zh: `图层“${p.layer}”有 ${p.count} 条闭合线位于另一条之内，按孔洞扣除；如果是单独的地块，请放到另一图层。`,
    en: `${p.count} closed line(s) of layer “${p.layer}” lie within another and are taken as holes; put them on a layer of their own if they are plots.`,
  }),
  'note-dxf-names': (p) => ({
    zh: `${p.count} 个地块以其中唯一的文字命名，请核对。`,
    en: `${p.count} plot(s) are named by the only text within them; please check.`,
  }),
  'note-points-left-out': (p) => ({
    zh: `有 ${p.count} 个点没有面积，作为注记未读入；如果点就是项目位置，请给出半径。`,
    en: `${p.count} point(s) without area were taken for labels and not read; give a radius if they are the site.`,
  }),
  'note-lines-closed': (p) => ({
    zh: `按您的选择，${p.count} 条线（点串）首尾相连成为闭合范围。`,
    en: `${p.count} line(s) or sequence(s) of points were closed to outlines, as you chose.`,
  }),
  'note-width-unread': (p) => ({
    zh: `字段“${p.field}”的值“${p.value}”不是长度，未采用；请写作“12”或“12米”。`,
    en: `“${p.value}” in the field “${p.field}” is no length and was not used; write “12” or “12 m”.`,
  }),
  'note-internet-map-source': (p) => ({
    zh: `文件带有“${p.source}”的标记，坐标可能取自带偏移的互联网地图（GCJ-02 或 BD-09），偏差可达数百米；请向提供者核实，确有偏移时请选择纠偏。`,
    en: `The file bears the mark of ${latin(p.source)}: its coordinates may come from an internet map with shifted positions (GCJ-02 or BD-09, up to some hundred metres); ask whoever gave you the file, and choose the correction if so.`,
  }),
} as const satisfies Record<string, Sentence>;

const LATIN: Readonly<Record<string, string>> = {
  奥维互动地图: 'Ovital Map',
  高德地图: 'Amap',
  百度地图: 'Baidu Maps',
  腾讯地图: 'Tencent Maps',
  两步路: '2bulu',
  六只脚: 'Foooooot',
  水经注: 'Rivermap',
};

function latin(name: Params[string] | undefined): string {
  return LATIN[String(name)] ?? String(name);
}
