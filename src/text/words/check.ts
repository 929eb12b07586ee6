import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** Why a stored edge index is not used. */
const UNUSED_INDEX: Readonly<Record<string, Text>> = {
  missing: { zh: '文件不存在', en: 'there is no such file' },
  sha256: { zh: '与目录登记的 SHA-256 不符', en: 'its SHA-256 differs from the catalog' },
  magic: { zh: '不是边索引文件', en: 'it is no edge index' },
  version: { zh: '由其他版本写出', en: 'it was written by another version' },
  layer: { zh: '属于另一个图层文件', en: 'it belongs to another layer file' },
  length: { zh: '长度不符', en: 'it has another length' },
  tree: { zh: '内容有误', en: 'its content is damaged' },
  features: { zh: '与图层的图斑不一致', en: 'it holds other features than the layer' },
};

/** Sentences for what a check notices beside its findings, and why a line was not looked at. */
export const CHECK_WORDS = {
  'not-loaded': () => ({ zh: '图层目录中没有该图层', en: 'The catalog has no such layer' }),
  'feature-geometry': (p) => ({
    zh: `图层文件 ${p.file} 的图斑 ${p.feature} 在项目处的边界有误（${p.what}），内外无法确定，未核查；请用“layers inspect”查看，修正后重新登记`,
    en: `Feature ${p.feature} of layer file ${p.file} is drawn wrong at the site (${p.what}); inside and outside are uncertain, not checked; see "layers inspect" and register a mended file`,
  }),
  'site-too-small': (p) => ({
    zh: `地块 ${p.parcel} 的面积只有 ${p.areaM2} m²，小于 0.01 m²，不能核查；请检查坐标或删除该地块`,
    en: `Plot ${p.parcel} measures ${p.areaM2} m², less than 0.01 m², and cannot be checked; correct its coordinates or remove it`,
  }),
  'not-covered': () => ({
    zh: '图层的覆盖范围不包含本项目',
    en: 'The layer does not cover this site',
  }),
  'partly-covered': (p) => ({
    zh: `图层只覆盖项目的一部分，${p.uncoveredM2} m² 未核查`,
    en: `The layer covers part of the site only; ${p.uncoveredM2} m² were not checked`,
  }),
  'layer-failed': (p) => ({
    zh: `图层 ${p.layer} 计算失败：${p.message}`,
    en: `Calculation on layer ${p.layer} failed: ${p.message}`,
  }),
  'parcels-overlap': (p) => ({
    zh: `地块 ${p.a} 与地块 ${p.b} 重叠 ${p.areaM2} m²，总面积按并集计一次`,
    en: `Plots ${p.a} and ${p.b} overlap by ${p.areaM2} m²; totals count it once`,
  }),
  'touches-line': (p) => ({
    zh: `项目与${p.kindZh ?? p.kind}相接（0 m²），请以勘界定标成果复核`,
    en: `The site touches ${p.kindEn ?? p.kind} (0 m²); verify against the surveyed boundary`,
  }),
  'coverage-twice': (p) => ({
    zh: `${p.kindZh ?? p.kind}有两个现行图层覆盖同一地段，按并集判定，请用“layers verify”检查目录`,
    en: `Two current layers of ${p.kindEn ?? p.kind} cover the same ground; judged over their union, check the catalog with "layers verify"`,
  }),
  'geometry-differs': (p) => ({
    zh: `图层 ${p.layer} 图斑 ${p.feature} 的压占图形面积 ${p.geometryM2} m² 与量算面积 ${p.areaM2} m² 不一致，以量算面积为准`,
    en: `Layer ${p.layer}, feature ${p.feature}: the drawn overlap has ${p.geometryM2} m², measured were ${p.areaM2} m²; the measured area counts`,
  }),
  'edge-index-unused': (p) => {
    const why = UNUSED_INDEX[String(p.why)] ?? { zh: String(p.why), en: String(p.why) };
    return {
      zh: `图层 ${p.layer} 的边索引文件 ${p.file} 未采用（${why.zh}），已由图层重新建立，结果不受影响`,
      en: `The edge index ${p.file} of layer ${p.layer} was not used (${why.en}); it was built from the layer, results are the same`,
    };
  },
  'file-unreadable': (p) => ({
    zh: `读不到文件 ${p.file}（${p.reason}），请检查服务器上是否存在`,
    en: `Cannot read ${p.file} (${p.reason}); check that it exists on the server`,
  }),
  'policy-unnamed': (p) => ({
    zh: `图层目录 ${p.catalog} 没有写明规则包（policy），请补上，例如 "policy": "nx-2023-63"`,
    en: `The catalog ${p.catalog} names no rule pack; add for instance "policy": "nx-2023-63"`,
  }),
  internal: (p) => ({
    zh: `程序内部错误：${p.message}。结果没有产生，请保留原文件并反馈`,
    en: `Internal error: ${p.message}. No result was made; keep the file and report this`,
  }),
  'location-unknown': (p) => ({
    zh: `未能确定项目所在的县（市、区）：${p.message}`,
    en: `The county could not be determined: ${p.message}`,
  }),
} as const satisfies Record<string, (params: Params) => Text>;

/** How a check is done, printed in every report. No times, paths or thread counts. */
export const STEP_WORDS = {
  read: (p) => ({
    zh: `读取项目边界 ${p.file}：${p.parcels} 个地块，坐标系 EPSG:${p.epsg}`,
    en: `Read the site boundary ${p.file}: ${p.parcels} ${Number(p.parcels) === 1 ? 'plot' : 'plots'}, EPSG:${p.epsg}`,
  }),
  densify: (p) => ({
    zh: `平面坐标的边按不大于 ${p.metres} m 加密后换算为 2000 国家大地坐标系经纬度，原有界址点保留；经纬度坐标不加密`,
    en: `Edges given in a plane are densified to at most ${p.metres} m before conversion to CGCS2000 lon/lat, given vertices kept; lon/lat edges are not densified`,
  }),
  area: () => ({
    zh: '面积为 CGCS2000 椭球面积，边在经纬度上为直线；先求和后取位',
    en: 'Areas are on the CGCS2000 ellipsoid with edges straight in lon/lat; summed first, rounded once',
  }),
  overlay: (p) => ({
    zh: `与 ${p.layers} 个现行图层逐一套合，图层文件与目录登记的长度、校验码和图斑数核对`,
    en: `Overlaid with ${p.layers} current layers; each file compared with the registered length, checksum and feature count`,
  }),
  threshold: (p) => ({
    zh: `同一控制线同一分区的占用合计不大于 ${p.thresholdM2} m² 时记为低于容差，单列，不按片剔除`,
    en: `A union of at most ${p.thresholdM2} m² per line and zone is below threshold and listed apart; never dropped piece by piece`,
  }),
  turf: () => ({
    zh: '相接、细长和低于容差的图斑另用 Turf 复核，结果矛盾时不作结论',
    en: 'Touches, slivers and pieces below threshold are asked of Turf as well; a contradiction is never decided silently',
  }),
  judge: (p) => ({
    zh: `按规则包 ${p.pack} 判定；未回答的问题按“不清楚”处理，不视为“否”`,
    en: `Judged by rule pack ${p.pack}; an unanswered question is unknown, never "no"`,
  }),
} as const satisfies Record<string, (params: Params) => Text>;
