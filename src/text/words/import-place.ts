import type { Text } from '../text.ts';
import { datumName, degrees, number, type Params, place, type Sentence } from './import-values.ts';

/** What reading a file says about where it lies, how lines became areas, and what is wrong with rings. */
export const PLACE_WORDS = {
  'err-local-grid': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 像是独立坐标系，或删去了高位大数（假定原点在当地）；无法确定位置，请转换为 2000 国家大地坐标系后再打开。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} look like a local grid with an origin of its own, or like metres whose leading digits were dropped; their place cannot be known, convert them to CGCS2000 first.`,
  }),
  'err-web-mercator': (p) => ({
    zh: `坐标 ${number(p.x)}，${number(p.y)} 像是互联网地图的墨卡托投影（EPSG:3857），不能用于核查；请导出为经纬度，或转换为 2000 国家大地坐标系。`,
    en: `The coordinates ${number(p.x)}, ${number(p.y)} look like web Mercator (EPSG:3857), which serves no check; export degrees, or convert them to CGCS2000.`,
  }),
  'err-degrees-not-metres': (p) => ({
    zh: `EPSG:${p.epsg} 的坐标应为米，但 ${number(p.x)}，${number(p.y)} 是经纬度（度）；请选择经纬度坐标系（EPSG:4490）。`,
    en: `EPSG:${p.epsg} is in metres, but ${number(p.x)}, ${number(p.y)} are degrees; choose EPSG:4490.`,
  }),
  'err-metres-not-degrees': (p) => ({
    zh: `EPSG:${p.epsg} 的坐标应为经纬度（度），但 ${number(p.x)}，${number(p.y)} 是米；请选择高斯-克吕格分带坐标系。`,
    en: `EPSG:${p.epsg} is in degrees, but ${number(p.x)}, ${number(p.y)} are metres; choose a Gauss-Krüger zone.`,
  }),
  'crs-degrees-not-metres': (p) => ({
    zh: `文件写明 EPSG:${p.epsg}（米），但坐标 ${number(p.x)}，${number(p.y)} 是经纬度（度）`,
    en: `the file says EPSG:${p.epsg}, which is in metres, but its coordinates ${number(p.x)}, ${number(p.y)} are degrees`,
  }),
  'crs-metres-not-degrees': (p) => ({
    zh: `文件写明 EPSG:${p.epsg}（经纬度），但坐标 ${number(p.x)}，${number(p.y)} 是米`,
    en: `the file says EPSG:${p.epsg}, which is in degrees, but its coordinates ${number(p.x)}, ${number(p.y)} are metres`,
  }),
  'err-datum-shift': (p) => ({
    zh: `七参数 ${p.values} 超出合理范围（平移不超过 1000 米，旋转不超过 60 秒，尺度不超过 100 ppm）；请核对单位：平移为米，旋转为秒，尺度为 ppm。`,
    en: `The seven parameters ${p.values} are beyond reason (1000 m, 60″, 100 ppm at most); check the units: metres, arc seconds, ppm.`,
  }),
  'err-crs-datum-layer': (p) => ({
    zh: `图层坐标属于${datumName(p.datum).zh}${p.epsg === null ? '' : `（EPSG:${p.epsg}）`}，直接使用会偏数十至上百米；请先在测绘主管部门转换到 2000 国家大地坐标系。`,
    en: `The layer is in ${datumName(p.datum).en}${p.epsg === null ? '' : ` (EPSG:${p.epsg})`}, off by tens of metres or more if used as it is; have it converted to CGCS2000 first.`,
  }),
  'crs-datum-shift': (p) => ({
    zh: `由${datumName(p.datum).zh}按给定七参数转换（布尔沙模型，位置矢量法：${parameters(p)}）`,
    en: `brought from ${datumName(p.datum).en} to CGCS2000 by the seven parameters given (position vector: ${parameters(p)})`,
  }),
  'note-datum-shift': (p) => ({
    zh: `坐标由${datumName(p.datum).zh}按给定七参数转换（${parameters(p)}）；位置精度取决于参数，请核对参数来源和适用范围。`,
    en: `The coordinates were brought from ${datumName(p.datum).en} by the seven parameters given (${parameters(p)}); the place is as good as they are, check where they come from and where they hold.`,
  }),
  'note-shift-source': (p) => ({
    zh: `互联网地图坐标的来源（由用户说明）：${p.said}`,
    en: `Source of the internet-map coordinates, as the user says: ${p.said}`,
  }),
  'note-datum-shift-unused': (p) => ({
    zh: `坐标系 EPSG:${p.epsg} 不需要基准转换，给定的七参数未使用。`,
    en: `EPSG:${p.epsg} needs no shift of datum; the seven parameters given were not used.`,
  }),
  'crs-internet-map': (p) => ({
    zh: `由互联网地图坐标（${mapName(p.map).zh}）近似纠偏，误差可达百米，仅供参考`,
    en: `corrected approximately from internet map coordinates (${mapName(p.map).en}), may be off by a hundred metres, for reference only`,
  }),
  'note-internet-map': (p) => ({
    zh: `坐标取自互联网地图（${mapName(p.map).zh}），已按公开的近似公式纠偏，误差可达百米，仅供参考；核查结果不作完整结论，请取得测绘成果坐标。`,
    en: `The coordinates come from an internet map (${mapName(p.map).en}) and were corrected by the published approximate formula; they may be off by a hundred metres, so the check is not complete; get surveyed coordinates.`,
  }),
  'note-perhaps-internet-map': () => ({
    zh: '经纬度最多 6 位小数，这是互联网地图和手机导出的常见写法；若坐标取自高德、腾讯（GCJ-02）或百度（BD-09）地图，位置会偏数百米，请注明后重新打开（命令行用 --gcj02 或 --bd09）。',
    en: 'Degrees with at most 6 decimals are what internet maps and phones often write; if these were picked on such a map (GCJ-02, or BD-09 of Baidu) they are off by hundreds of metres: say so and open the file again (on the command line --gcj02 or --bd09).',
  }),
  'note-perhaps-zone': (p) => ({
    zh: `项目（东经 ${degrees(p.lon)}°、北纬 ${degrees(p.lat)}°）在图层范围以外；若按 ${p.zone} 带（中央经线 ${p.cm}°，EPSG:${p.other}）读取则落在图层范围内，请核对带号。`,
    en: `The project (${degrees(p.lon)}° E, ${degrees(p.lat)}° N) lies outside all layers; read in zone ${p.zone} (central meridian ${p.cm}°, EPSG:${p.other}) it would lie inside: check the zone.`,
  }),
  'note-corridor': (p) => ({
    zh: `“${p.parcel}”由线按两侧各 ${metres(p.distanceM)} 米、${p.ends === 'flat' ? '平头' : '圆头'}生成带状用地范围（${p.from === 'file' ? '宽度取自文件' : '宽度由用户给定'}，圆弧弦差不超过 1 毫米）。`,
    en: `“${p.parcel}” is a line widened by ${metres(p.distanceM)} m to each side with ${p.ends === 'flat' ? 'flat' : 'round'} ends (${p.from === 'file' ? 'width from the file' : 'width given by the user'}; arcs within 1 mm).`,
  }),
  'note-corridor-width': (p) => ({
    zh: `“${p.parcel}”的宽度按文件所写（两侧各 ${metres(p.distanceM)} 米），另行给定的 ${metres(p.givenM)} 米未用于该要素。`,
    en: `The file gives “${p.parcel}” a width of its own (${metres(p.distanceM)} m to each side); the ${metres(p.givenM)} m given were not used for it.`,
  }),
  'note-disc': (p) => ({
    zh: `“${p.parcel}”由点按半径 ${metres(p.distanceM)} 米生成圆形范围（${p.from === 'file' ? '半径取自文件' : '半径由用户给定'}），只是近似的用地范围，请以实测界线为准。`,
    en: `“${p.parcel}” is a disc of ${metres(p.distanceM)} m around a point (${p.from === 'file' ? 'radius from the file' : 'radius given by the user'}): an approximate site, the surveyed boundary decides.`,
  }),
  'note-line-closed': (p) => ({
    zh: `“${p.parcel}”是线，已按首尾相接作为面状地块边界。`,
    en: `“${p.parcel}” is a line; its ends were joined and it was taken as the boundary of a plot.`,
  }),
  'err-line-short': (p) => ({
    zh: `“${p.parcel}”的线只有 ${p.points} 个不同的点，无法生成范围；请检查坐标。`,
    en: `The line of “${p.parcel}” has ${p.points} distinct point(s) and cannot become an area; check its coordinates.`,
  }),
  'note-sliver': (p) => ({
    zh: `地块“${p.parcel}”第 ${p.part} 个部分非常狭窄（面积 ${p.areaM2} 平方米，平均宽度约 ${p.widthM} 米）${place(p, 'zh')}，多半是制图误差，请核对。`,
    en: `Part ${p.part} of plot “${p.parcel}” is a sliver (${p.areaM2} m², about ${p.widthM} m wide on average)${place(p, 'en')}, most likely an error of drawing; please check.`,
  }),
  'err-project-file': (p) => ({
    zh: `项目文件已损坏或不完整（${p.problem}）；请改用备份，或重新打开原始边界文件。`,
    en: `The project file is damaged or incomplete (${p.problem}); take a copy, or open the original boundary file again.`,
  }),
  'err-project-schema': (p) => ({
    zh: `项目文件的版本“${p.schema}”不受支持，本程序读取 sanxian/project@1；请升级程序。`,
    en: `The project file says “${p.schema}”; this program reads sanxian/project@1: upgrade it.`,
  }),
  'note-saved-place': (p) => ({
    zh: `项目文件已记录坐标系（EPSG:${p.epsg}）和位置，另行给定的坐标系、七参数或纠偏未使用；如需更改，请重新打开原始边界文件。`,
    en: `The project file says where it lies (EPSG:${p.epsg}); the coordinate system, parameters or correction given now were not used: open the original boundary file to change them.`,
  }),
  'note-project-changed': () => ({
    zh: '项目文件保存后被其他程序改过，按现有内容读取；请核对地块和坐标。',
    en: 'The project file was changed by another program after it was saved; it is read as it is now: check plots and coordinates.',
  }),
} as const satisfies Record<string, Sentence>;

/** The seven in the order in which they are written everywhere, with units. */
function parameters(p: Params): string {
  const list = String(p.values).split(',');
  const [dx, dy, dz, rx, ry, rz, m] = list;
  return `ΔX=${dx} m, ΔY=${dy} m, ΔZ=${dz} m, εx=${rx}″, εy=${ry}″, εz=${rz}″, m=${m} ppm`;
}

function mapName(map: Params[string] | undefined): Text {
  return map === 'bd09'
    ? { zh: '百度 BD-09', en: 'Baidu, BD-09' }
    : { zh: '高德、腾讯等 GCJ-02', en: 'GCJ-02' };
}

/** As given, without a tail of noise. */
function metres(value: Params[string] | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : '—';
}
