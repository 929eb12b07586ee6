import type { Text } from '../text.ts';
import { IMPORT_DRAWING_WORDS } from './import-drawing.ts';
import { DRAWING_WORDS } from './import-drawings.ts';
import { PLACE_WORDS } from './import-place.ts';
import { IMPORT_TABLE_WORDS } from './import-tables.ts';
import {
  datumName,
  degrees,
  hectares,
  number,
  type Params,
  place,
  type Sentence,
} from './import-values.ts';
import { IMPORT_VECTOR_WORDS } from './import-vector.ts';

/**
 * Everything that reading a project file can say: errors, the coordinate question with its evidence,
 * and notes. One sentence with the value and, for errors, the way out.
 */
export const IMPORT_WORDS = {
  ...PLACE_WORDS,
  ...IMPORT_DRAWING_WORDS,
  'err-empty-file': (p) => ({
    zh: `${p.file} 是空文件（0 字节），请重新导出后再打开。`,
    en: `${p.file} is empty (0 bytes); export it again and open the new file.`,
  }),
  'err-too-large': (p) => ({
    zh: `${p.file} 大小为 ${megabytes(p.bytes)} MB，超过项目文件上限 ${megabytes(p.maxBytes)} MB；请只导出项目范围，图层数据请用 sanxian layers build 建立图层。`,
    en: `${p.file} has ${megabytes(p.bytes)} MB, more than the ${megabytes(p.maxBytes)} MB allowed for a project; export the site alone, or build a layer with sanxian layers build.`,
  }),
  'err-not-text': (p) => ({
    zh: `文件不是可识别的文本：第 ${Number(p.offset) + 1} 字节为 0x${p.byte}，既不是 UTF-8 也不是 GB18030；请另存为 UTF-8 或 GBK 文本。`,
    en: `The file is not readable text: byte ${Number(p.offset) + 1} is 0x${p.byte}, which is neither UTF-8 nor GB18030; save it as UTF-8 or GBK text.`,
  }),
  'err-html': (p) => ({
    zh: `${p.file} 的内容是网页（HTML），不是坐标数据，多半是下载时得到了登录页或错误页；请重新下载原文件。`,
    en: `${p.file} holds a web page (HTML), not coordinates, most likely a login or error page; download the original file again.`,
  }),
  'err-dwg': () => ({
    zh: '不能直接读取 DWG，请在 CAD 中另存为 DXF（R2000 文本）。',
    en: 'DWG cannot be read; save it as DXF (R2000 text).',
  }),
  'err-format-unread': (p) => ({
    zh: `${p.file} 是 ${p.format} 文件，不能作为项目打开；请导出为勘测定界 TXT、Shapefile、DXF、KML、Excel 或 GeoJSON。`,
    en: `${p.file} is a ${p.format} file, which cannot be opened as a project; export it as survey TXT, Shapefile, DXF, KML, Excel or GeoJSON.`,
  }),
  'err-format-unknown': (p) => ({
    zh: `认不出 ${p.file} 的格式；可打开勘测定界 TXT、坐标表（CSV、Excel）、Shapefile、DXF、KML、GeoJSON、GeoPackage、FileGDB 等。`,
    en: `The format of ${p.file} is not known; survey TXT, tables of coordinates (CSV, Excel), Shapefile, DXF, KML, GeoJSON, GeoPackage, FileGDB and others can be opened.`,
  }),
  'err-empty': (p) => ({
    zh: `${p.file} 中没有面状地块。若是线路，请给出宽度。`,
    en: `No area in ${p.file}. For a route, give its width.`,
  }),
  'err-needs-buffer': (p) => ({
    zh:
      p.kind === 'line'
        ? `文件中有 ${p.count} 条没有宽度的线，没有面积；请给出到两侧的距离（命令行用 --buffer 米），或改为面状地块。`
        : `文件中有 ${p.count} 个没有半径的点，没有面积；请给出半径（命令行用 --buffer 米），或改为面状地块。`,
    en:
      p.kind === 'line'
        ? `The file holds ${p.count} line(s) without width, so without area; give the distance to each side (on the command line --buffer metres), or draw the area as polygons.`
        : `The file holds ${p.count} point(s) without radius, so without area; give the radius (on the command line --buffer metres), or draw the area as polygons.`,
  }),
  'choose-layers': (p) => ({
    zh: `${p.file} 有多个图层（${p.layers}），请选择哪些是项目范围（命令行：--file-layers）。`,
    en: `${p.file} has several layers (${p.layers}); choose those that hold the site boundary (command line: --file-layers).`,
  }),
  'err-layer-missing': (p) => ({
    zh: `文件中没有图层“${p.layer}”；已有图层：${p.layers}。`,
    en: `There is no layer “${p.layer}” in the file; it has: ${p.layers}.`,
  }),
  'err-name-field': (p) => ({
    zh: `${p.file} 中没有字段“${p.field}”；${p.fields === '' ? '该文件没有属性字段' : `已有字段：${p.fields}`}。`,
    en: `${p.file} has no field “${p.field}”; ${p.fields === '' ? 'it has no fields' : `it has: ${p.fields}`}.`,
  }),
  'err-json': (p) => ({
    zh: `JSON 格式有误${p.position === null ? '' : `（第 ${p.position} 个字符处）`}，文件可能不完整；请重新导出。`,
    en: `The JSON is broken${p.position === null ? '' : ` at character ${p.position}`}, perhaps cut off; export it again.`,
  }),
  'err-not-geojson': (p) => ({
    zh: `JSON 中出现“${p.type ?? '无 type'}”，不是 GeoJSON 面；请导出为 GeoJSON（Polygon 或 MultiPolygon）。`,
    en: `The JSON holds “${p.type ?? 'no type'}”, which is no GeoJSON polygon; export it as GeoJSON (Polygon or MultiPolygon).`,
  }),
  'err-position': (p) => ({
    zh: `坐标 ${p.value} 不是数字，请检查后重新导出。`,
    en: `The coordinate ${p.value} is not a number; correct it and export again.`,
  }),
  'err-survey-line': (p) => ({
    zh: `第 ${p.line} 行无法识别：“${p.text}”；界址点应写作“点号,圈号,X,Y”，地块首行以 @ 结尾。`,
    en: `Line ${p.line} is not understood: “${p.text}”; a point reads “name,ring,X,Y”, a parcel's first line ends with @.`,
  }),
  'err-survey-conflict': (p) => ({
    zh: `文件中“${p.key}”先为“${p.first}”，第 ${p.line} 行又为“${p.second}”；请拆成两个文件。`,
    en: `“${p.key}” is “${p.first}” first and “${p.second}” in line ${p.line}; split the file in two.`,
  }),
  'err-projection': (p) => ({
    zh: `投影类型“${p.projection}”不支持，只能读取高斯-克吕格投影；请转换后再打开。`,
    en: `The projection “${p.projection}” is not supported, only Gauss-Krüger is; convert the file first.`,
  }),
  'err-parcel-empty': (p) => ({
    zh: `地块“${p.parcel}”没有界址点，请补全后再打开。`,
    en: `Plot “${p.parcel}” has no points; add them and open the file again.`,
  }),
  'err-not-finite': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈有坐标不是数字，请更正。`,
    en: `Ring ${p.ring} of plot “${p.parcel}” has a coordinate that is not a number; correct it.`,
  }),
  'err-zero-area': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈（${p.points} 个点）面积为 0，各点在一条线上；请检查坐标。`,
    en: `Ring ${p.ring} of plot “${p.parcel}” (${p.points} points) has no area, its points lie on one line; check the coordinates.`,
  }),
  'err-selfcross': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈自相交${place(p, 'zh')}，无法唯一修复，请在图上标记处修改。`,
    en: `Ring ${p.ring} of plot “${p.parcel}” crosses itself${place(p, 'en')} and has no single repair; edit it at the mark.`,
  }),
  'err-rings-cross': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈与第 ${p.other} 圈部分重叠${place(p, 'zh')}，无法判断哪部分有效；请修改其中一圈。`,
    en: `Rings ${p.ring} and ${p.other} of plot “${p.parcel}” overlap in part${place(p, 'en')}; which part counts cannot be told, correct one of them.`,
  }),
  'err-rings-same': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈与第 ${p.other} 圈完全相同，请删去一圈。`,
    en: `Rings ${p.ring} and ${p.other} of plot “${p.parcel}” are the same; delete one.`,
  }),
  'err-wrong-nesting': (p) => ({
    zh: p.hole
      ? `地块“${p.parcel}”第 ${p.ring} 圈标为孔洞，但不在外圈之内；请更正。`
      : `地块“${p.parcel}”第 ${p.ring} 圈标为外圈，却在另一圈之内，面积会重复计算；请更正。`,
    en: p.hole
      ? `Ring ${p.ring} of plot “${p.parcel}” is called a hole but lies outside its shell; correct it.`
      : `Ring ${p.ring} of plot “${p.parcel}” is called a shell but lies inside another one and would count twice; correct it.`,
  }),

  'err-outside-china': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 落在中国范围以外（东经 ${degrees(p.lon)}°、北纬 ${degrees(p.lat)}°）；请检查坐标顺序、带号和坐标系。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} fall outside China (${degrees(p.lon)}° E, ${degrees(p.lat)}° N); check their order, the zone and the coordinate system.`,
  }),
  'err-coordinates-unrecognised': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 既不是经纬度，也不是高斯-克吕格坐标（可能是独立坐标系或互联网地图投影）；请转换为 2000 国家大地坐标系。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} are neither degrees nor Gauss-Krüger metres (perhaps a local grid or web Mercator); convert them to CGCS2000.`,
  }),
  'err-mixed-zones': (p) => ({
    zh: `文件中有 ${p.zone} 带的坐标，也有 ${p.other} 带的坐标（${number(p.value)}）；请统一到一个带，或按带拆成两个文件。`,
    en: `The file holds coordinates of zone ${p.zone} and of zone ${p.other} (${number(p.value)}); bring them to one zone or split the file.`,
  }),
  'err-mixed-coordinates': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 与其他点（${number(p.firstX)}，${number(p.firstY)}）不是同一种写法；请检查该点。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} are not of the kind of the others (${number(p.firstX)}, ${number(p.firstY)}); check this point.`,
  }),
  'err-crs-unsupported': (p) => ({
    zh: `不支持坐标系 EPSG:${p.epsg}；可用 4490、4326、4491 至 4554（2000 国家大地坐标系各带）。`,
    en: `EPSG:${p.epsg} is not supported; 4490, 4326 and 4491 to 4554 (the zones of CGCS2000) are.`,
  }),
  'err-crs-name': (p) => ({
    zh: `认不出文件写明的坐标系“${p.name}”；请改为 EPSG:4490 一类的代码，或用 --crs 指定。`,
    en: `The coordinate system “${p.name}” in the file is not known; write a code such as EPSG:4490, or give --crs.`,
  }),
  'err-crs-datum': (p) => ({
    zh: `坐标属于${datumName(p.datum).zh}${p.epsg === null ? '' : `（EPSG:${p.epsg}）`}，转到 2000 国家大地坐标系需要当地七参数，直接使用会偏数十至上百米；请给出测绘主管部门提供的七参数（命令行用 --datum-shift），或先转换。`,
    en: `The coordinates are in ${datumName(p.datum).en}${p.epsg === null ? '' : ` (EPSG:${p.epsg})`}; bringing them to CGCS2000 needs seven local parameters, used as they are they would be off by tens of metres or more; give those of the surveying authority (on the command line --datum-shift), or have them converted first.`,
  }),
  'err-crs-contradiction': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 与所选坐标系 EPSG:${p.epsg} 不符；请另选坐标系。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} contradict the chosen EPSG:${p.epsg}; choose another system.`,
  }),

  'crs-unknown': (p) => {
    const problem = PROBLEMS[String(p.problem)] ?? PROBLEMS['crs-zone-missing']!;
    const { zh, en } = problem(p);
    return {
      zh: `${zh}；请选择坐标系（命令行用 --crs EPSG:代码）。`,
      en: `${en.charAt(0).toUpperCase()}${en.slice(1)}; choose the coordinate system (on the command line --crs EPSG:code).`,
    };
  },
  'crs-contradiction': (p) => ({
    zh: `文件写明 EPSG:${p.epsg}，但坐标 ${number(p.x)}，${number(p.y)} 与之不符`,
    en: `the file says EPSG:${p.epsg}, but its coordinates ${number(p.x)}, ${number(p.y)} contradict that`,
  }),
  'crs-zone-contradiction': (p) => ({
    zh: `文件头写明 ${p.expected} 带，但东坐标 ${number(p.easting)} 是 ${p.says} 带`,
    en: `zone ${p.expected} expected, easting ${number(p.easting)} says ${p.says}`,
  }),
  'crs-width-contradiction': (p) => ({
    zh: `文件头写明 ${p.width}° 分带，但东坐标 ${number(p.easting)} 的带号 ${p.zone} 不是 ${p.width}° 带`,
    en: `${p.width}° zones expected, easting ${number(p.easting)} says ${p.zone}, which is none`,
  }),
  'crs-datum-missing': (p) => ({
    zh: `文件没有写明坐标系（东坐标 ${number(p.easting)}，${p.zone} 带）`,
    en: `the file does not name its datum (easting ${number(p.easting)}, zone ${p.zone})`,
  }),
  'crs-zone-missing': (p) => ({
    zh: `文件没有写明带号，东坐标 ${number(p.easting)} 也不带带号`,
    en: `the file names no zone, and the easting ${number(p.easting)} carries none`,
  }),
  'crs-zone-invalid': (p) => ({
    zh: `文件写明的带号 ${p.zone} 不在中国范围内，东坐标 ${number(p.easting)} 也不带带号`,
    en: `the zone ${p.zone} in the file is none of China's, and the easting ${number(p.easting)} carries none`,
  }),
  'crs-by-degrees': (p) => ({
    zh: `坐标为经纬度（度），按${datumName(p.datum).zh}读取`,
    en: `Degrees, read as ${datumName(p.datum).en}`,
  }),
  'crs-by-prefix': (p) => ({
    zh: `东坐标 ${number(p.easting)} 带号 ${p.zone}，中央经线 ${p.cm}°`,
    en: `Easting ${number(p.easting)} carries zone ${p.zone}, central meridian ${p.cm}°`,
  }),
  'crs-by-header': (p) => ({
    zh: `文件头带号 ${p.zone}，中央经线 ${p.cm}°，东坐标 ${number(p.easting)} 不带带号`,
    en: `Zone ${p.zone} by the file's header, central meridian ${p.cm}°; easting ${number(p.easting)} carries none`,
  }),
  'crs-by-declared': (p) => ({
    zh: `文件写明 EPSG:${p.epsg}`,
    en: `The file says EPSG:${p.epsg}`,
  }),
  'crs-by-chosen': (p) => ({
    zh: `由用户选定 EPSG:${p.epsg}`,
    en: `EPSG:${p.epsg}, chosen by the user`,
  }),
  'crs-as-zone': (p) => ({
    zh: `东坐标 ${number(p.easting)} 按 ${p.zone} 带、中央经线 ${p.cm}° 读取`,
    en: `easting ${number(p.easting)} read in zone ${p.zone}, central meridian ${p.cm}°`,
  }),
  'crs-falls-at': (p) => ({
    zh: `落在东经 ${degrees(p.lon)}°、北纬 ${degrees(p.lat)}°`,
    en: `falls at ${degrees(p.lon)}° E, ${degrees(p.lat)}° N`,
  }),
  'crs-in-area': (p) => ({ zh: `在${p.name}`, en: `in ${p.name}` }),
  'crs-swapped': () => ({
    zh: '文件中两列坐标的先后与常规相反',
    en: 'the two columns stand in the reverse order',
  }),
  'crs-prefix-replaced': (p) => ({
    zh: `须将数字中的带号 ${p.zone} 视为误写`,
    en: `the zone ${p.zone} in the numbers would be a slip`,
  }),
  'crs-outside-region': () => ({ zh: '在图层范围以外', en: 'outside all layers' }),
  'crs-title-degrees': (p) => ({
    zh: `${datumName(p.datum).zh}经纬度（EPSG:${p.epsg}）`,
    en: `${datumName(p.datum).en} longitude and latitude (EPSG:${p.epsg})`,
  }),
  'crs-title-zone': (p) => ({
    zh: `${datumName(p.datum).zh} ${p.zoneWidth}° 带 第 ${p.zone} 带，中央经线 ${p.cm}°，${p.prefixed ? '东坐标带带号' : '东坐标不带带号'}（EPSG:${p.epsg}）`,
    en: `${datumName(p.datum).en} ${p.zoneWidth}° zone ${p.zone}, central meridian ${p.cm}°, eastings ${p.prefixed ? 'with' : 'without'} zone number (EPSG:${p.epsg})`,
  }),

  'note-encoding': (p) => ({
    zh: `按 ${p.encoding} 读取文字`,
    en: `Text read as ${p.encoding}`,
  }),
  'note-transform-params': (p) => ({
    zh: `文件写有转换参数（${p.value}），未使用；坐标按文件所写坐标系直接读取。`,
    en: `The file holds transformation parameters (${p.value}); they were not applied.`,
  }),
  'note-wgs84': () => ({
    zh: '经纬度（WGS 84）按 2000 国家大地坐标系使用，两者在图上无差别；卫星定位原始坐标可能另有约 1 米之差。',
    en: 'Degrees (WGS 84) are used as CGCS2000, which a map cannot tell apart; raw satellite positions may differ by about a metre.',
  }),
  'note-axes-swapped': () => ({
    zh: '文件中两列坐标的先后与常规相反，已按数值识别南北和东西。',
    en: 'The two coordinate columns stand in the reverse order; north and east were told by their values.',
  }),
  'note-no-prefix': (p) => ({
    zh: `东坐标 ${number(p.easting)} 不带带号，按文件头带号 ${p.zone}（中央经线 ${p.cm}°）读取。`,
    en: `Easting ${number(p.easting)} carries no zone number; read in zone ${p.zone} (central meridian ${p.cm}°) as the header says.`,
  }),
  'note-prefix-changed': (p) => ({
    zh: `东坐标的带号与所选坐标系 EPSG:${p.epsg} 写法不同，已按该坐标系改写。`,
    en: `The zone number of the eastings was rewritten for the chosen EPSG:${p.epsg}.`,
  }),
  'note-outside-region': (p) => ({
    zh: `项目（东经 ${degrees(p.lon)}°、北纬 ${degrees(p.lat)}°）在图层范围以外，换带也落不进图层范围，可能是外省或外地项目；请确认坐标和坐标系，或换用当地图层。`,
    en: `The project (${degrees(p.lon)}° E, ${degrees(p.lat)}° N) lies outside all layers, and no other zone brings it in: perhaps it is in another province; check its coordinates, or take the layers of that place.`,
  }),
  'note-duplicate-id': (p) => ({
    zh: `地块编号“${p.id}”重复，后一个记为“${p.given}”。`,
    en: `Plot number “${p.id}” occurs twice; the later one is called “${p.given}”.`,
  }),
  'note-closed': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈首尾点不闭合，已闭合`,
    en: `Open ring ${p.ring} of plot “${p.parcel}” closed`,
  }),
  'note-duplicates': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈有 ${p.count} 个重复点，已去除，面积不变`,
    en: `${p.count} duplicate point(s) of ring ${p.ring} of plot “${p.parcel}” dropped; the area stays`,
  }),
  'note-spikes': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈有 ${p.count} 处往返的尖刺，已去除，${change(p).zh}`,
    en: `${p.count} spike(s) of ring ${p.ring} of plot “${p.parcel}” dropped; ${change(p).en}`,
  }),
  'note-split': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈自相交或自相接，已在该处分成 ${p.count} 圈，${change(p).zh}；请核对。`,
    en: `Ring ${p.ring} of plot “${p.parcel}” meets itself and was split there into ${p.count} rings; ${change(p).en}; please check.`,
  }),
  'note-edges-shared': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈与另一圈有公共边，面积不受影响`,
    en: `Ring ${p.ring} of plot “${p.parcel}” shares an edge with another ring; the area is not affected`,
  }),
  'note-hole': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈识别为孔洞`,
    en: `Ring ${p.ring} of plot “${p.parcel}” is a hole`,
  }),
  'note-part': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.ring} 圈识别为另一个外圈`,
    en: `Ring ${p.ring} of plot “${p.parcel}” is a further part`,
  }),
  'note-point-count': (p) => ({
    zh: `地块“${p.parcel}”写明 ${p.declared} 个界址点，实有 ${p.found} 个，请核对是否缺点。`,
    en: `Plot “${p.parcel}” declares ${p.declared} points and holds ${p.found}; check whether one is missing.`,
  }),
  'note-declared-differs': (p) => ({
    zh: `地块“${p.parcel}”声明面积 ${hectares(p.areaM2)} 公顷，计算面积 ${hectares(p.computedM2)} 公顷，相差超过 0.1 %，请核对。`,
    en: `Plot “${p.parcel}” declares ${hectares(p.areaM2)} ha and computes to ${hectares(p.computedM2)} ha, more than 0.1 % apart; please check.`,
  }),
  'note-declared-unclear': (p) => ({
    zh: `地块“${p.parcel}”声明面积 ${p.declared} 与计算面积 ${hectares(p.computedM2)} 公顷不成公顷、平方米或亩的关系，未采用。`,
    en: `The declared area ${p.declared} of plot “${p.parcel}” fits the computed ${hectares(p.computedM2)} ha in no unit and is not used.`,
  }),
  'note-parcels-overlap': (p) => ({
    zh: `地块“${p.parcel}”与“${p.other}”重叠 ${hectares(p.areaM2)} 公顷，项目面积按合并后计算，不重复计。`,
    en: `Plots “${p.parcel}” and “${p.other}” overlap by ${hectares(p.areaM2)} ha; the project's area is their union.`,
  }),
  'note-many-vertices': (p) => ({
    zh: `项目有 ${number(p.vertices)} 个界址点，核查会比较慢。`,
    en: `The project has ${number(p.vertices)} points; the check will be slow.`,
  }),
  'note-empty-geometry': (p) => ({
    zh: `有 ${p.count} 个要素没有图形，未读入。`,
    en: `${p.count} feature(s) without geometry were not read.`,
  }),
  'note-heights-dropped': (p) => ({
    zh: `有 ${p.count} 个点带高程，核查不使用高程。`,
    en: `${p.count} point(s) carry heights, which are not used.`,
  }),
  ...IMPORT_VECTOR_WORDS,
  ...IMPORT_TABLE_WORDS,
  ...DRAWING_WORDS,
} as const satisfies Record<string, Sentence>;

export type ImportCode = keyof typeof IMPORT_WORDS;

/** The sentence of a code with its values. */
export function importText(code: ImportCode, params: Params = {}): Text {
  const sentence: Sentence = IMPORT_WORDS[code];
  return sentence(params);
}

const PROBLEMS: Readonly<Record<string, Sentence>> = {
  'crs-contradiction': (p) => importText('crs-contradiction', p),
  'crs-degrees-not-metres': (p) => importText('crs-degrees-not-metres', p),
  'crs-metres-not-degrees': (p) => importText('crs-metres-not-degrees', p),
  'crs-zone-contradiction': (p) => importText('crs-zone-contradiction', p),
  'crs-width-contradiction': (p) => importText('crs-width-contradiction', p),
  'crs-datum-missing': (p) => importText('crs-datum-missing', p),
  'crs-zone-missing': (p) => importText('crs-zone-missing', p),
  'crs-zone-invalid': (p) => importText('crs-zone-invalid', p),
};

function megabytes(value: Params[string] | undefined): string {
  return typeof value === 'number' ? String(Math.ceil(value / 1_000_000)) : '—';
}

function change(p: Params): Text {
  const before = hectares(p.beforeM2);
  const after = hectares(p.afterM2);
  return before === after
    ? { zh: '面积不变', en: 'the area stays' }
    : {
        zh: `面积由 ${before} 公顷变为 ${after} 公顷`,
        en: `the area goes from ${before} to ${after} ha`,
      };
}
