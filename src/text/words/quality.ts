import { formatDecimal, formatM2 } from '../numbers.ts';
import type { Text } from '../text.ts';
import { defectWords } from './layers.ts';

/** What each check of a layer's quality is called. */
export const QUALITY_TITLES = {
  'invalid-ring': { zh: '无效环', en: 'Invalid rings' },
  'missing-id': { zh: '缺少标识码', en: 'Missing identifiers' },
  'duplicate-id': { zh: '标识码重复', en: 'Identifiers used twice' },
  'area-differs': { zh: '图斑面积不符', en: 'Areas that differ from the attribute' },
  'outside-area': { zh: '超出行政区范围', en: 'Parts outside the stated area' },
  duplicate: { zh: '重复图斑', en: 'Features drawn twice' },
  overlap: { zh: '图斑重叠', en: 'Features that overlap' },
  gap: { zh: '缝隙与碎条', en: 'Gaps and slivers' },
  'unmatched-vertex': { zh: '公共边节点不一致', en: 'Vertices that do not match' },
} as const satisfies Record<string, Text>;

interface Named {
  readonly index: number;
  readonly id: string | null;
}

/** A feature as it is named in a sentence: by its identifier, else by its place in the file. */
const named = ({ index, id }: Named): Text => ({
  zh: id === null ? `第 ${index} 个图斑（自 0 起）` : `图斑 ${id}`,
  en: id === null ? `feature ${index} (from 0)` : `feature ${id}`,
});

const list = (features: readonly Named[], lang: keyof Text): string => {
  const shown = features.slice(0, 4).map((one) => named(one)[lang]);
  if (lang === 'zh')
    return shown.join('、') + (features.length > 4 ? `等 ${features.length} 个图斑` : '');
  return shown.join(', ') + (features.length > 4 ? ` and ${features.length - 4} more` : '');
};

const m = (metres: number): string => formatDecimal(metres, 3);

/** One sentence for one finding. */
export const QUALITY_FOUND = {
  invalidRing: (one: Named, what: string, more: number): Text => ({
    zh: `${named(one).zh}：${defectWords(what).zh}${more > 0 ? `，另有 ${more} 处` : ''}，未修复，未参与面积比较`,
    en: `${named(one).en}: ${defectWords(what).en}${more > 0 ? `, and ${more} more defects` : ''}; not repaired, left out of what compares areas`,
  }),
  repaired: (name: string, index: number, what: string, changedM2: number): Text => ({
    zh: `${name} 第 ${index} 个图斑（自 0 起）：${defectWords(what).zh}，已修复，面积变化 ${formatM2(changedM2)} m²，原图形已另存`,
    en: `${name}, feature ${index} (from 0): ${defectWords(what).en}; repaired, area changed by ${formatM2(changedM2)} m², the original is kept aside`,
  }),
  missingId: (one: Named, column: string): Text => ({
    zh: `${named(one).zh}：${column} 为空`,
    en: `${named(one).en}: ${column} is empty`,
  }),
  duplicateId: (id: string, places: readonly number[]): Text => ({
    zh: `标识码 ${id} 用于 ${places.length} 个图斑（序号 ${places.slice(0, 8).join('、')}）`,
    en: `identifier ${id} stands at ${places.length} features (${places.slice(0, 8).join(', ')})`,
  }),
  areaDiffers: (one: Named, column: string, statedM2: number, measuredM2: number): Text => ({
    zh: `${named(one).zh}：${column} 为 ${formatM2(statedM2)} m²，图形椭球面积为 ${formatM2(measuredM2)} m²`,
    en: `${named(one).en}: ${column} says ${formatM2(statedM2)} m², the ellipsoidal area is ${formatM2(measuredM2)} m²`,
  }),
  outside: (one: Named, areaM2: number): Text => ({
    zh: `${named(one).zh}：${formatM2(areaM2)} m² 超出行政区范围`,
    en: `${named(one).en}: ${formatM2(areaM2)} m² lie outside the stated area`,
  }),
  duplicate: (features: readonly Named[]): Text => ({
    zh: `${list(features, 'zh')} 图形重复`,
    en: `${list(features, 'en')} are the same ground`,
  }),
  overlap: (features: readonly Named[], areaM2: number, widthM: number): Text => ({
    zh: `${list(features, 'zh')} 重叠 ${formatM2(areaM2)} m²（平均宽 ${m(widthM)} m）`,
    en: `${list(features, 'en')} overlap by ${formatM2(areaM2)} m² (mean width ${m(widthM)} m)`,
  }),
  gap: (features: readonly Named[], areaM2: number, widthM: number): Text => ({
    zh: `${list(features, 'zh')} 之间有缝隙 ${formatM2(areaM2)} m²（平均宽 ${m(widthM)} m）`,
    en: `a gap of ${formatM2(areaM2)} m² between ${list(features, 'en')} (mean width ${m(widthM)} m)`,
  }),
  unmatchedVertex: (lacking: Named, owner: Named, distanceM: number): Text => ({
    zh: `${named(owner).zh}的节点在${named(lacking).zh}的边界上没有对应节点（相距 ${m(distanceM)} m）`,
    en: `a vertex of ${named(owner).en} has no counterpart on the border of ${named(lacking).en} (${m(distanceM)} m away)`,
  }),
  cross: (a: Text, one: Named, b: Text, other: Named, areaM2: number, within: boolean): Text => ({
    zh: `${a.zh}${named(one).zh}与${b.zh}${named(other).zh}重叠 ${formatM2(areaM2)} m²${within ? '（前者全部位于后者之内）' : ''}`,
    en: `${a.en} ${named(one).en} and ${b.en} ${named(other).en} overlap by ${formatM2(areaM2)} m²${within ? ' (the first lies wholly within the second)' : ''}`,
  }),
} as const;

/** Why something was not looked at. */
export const QUALITY_REASONS = {
  noIdColumn: { zh: '没有标识码字段', en: 'there is no column of identifiers' },
  noAreaColumn: {
    zh: '没有图斑面积字段（YJJBNTTBMJ、TBMJ），净面积不作比较',
    en: 'there is no column of patch areas (YJJBNTTBMJ, TBMJ); net areas are not compared',
  },
  noStatedArea: { zh: '没有给定行政区范围', en: 'no area was stated' },
  unsound: (count: number): Text => ({
    zh: `${count} 个图斑的环无效，未参与比较`,
    en: `features with invalid rings left out: ${count}`,
  }),
  uncomputed: (count: number): Text => ({
    zh: `${count} 对图斑的面积无法计算`,
    en: `pairs whose area could not be computed: ${count}`,
  }),
  noArea: (count: number): Text => ({
    zh: `${count} 个图斑的面积字段为空或不是数`,
    en: `features whose area column is empty or no number: ${count}`,
  }),
  missingLayer: {
    zh: '目录中没有其中一类现行图层',
    en: 'the catalog has no current layer of one of the kinds',
  },
  failedLayer: (id: string): Text => ({
    zh: `图层 ${id} 无法读取`,
    en: `layer ${id} cannot be read`,
  }),
} as const;

/** The readable result. */
export const QUALITY_SAID = {
  heading: (title: Text, id: string, features: number, areaM2: number): Text => ({
    zh: `${title.zh}（${id}）：${formatDecimal(features, 0)} 个图斑，图形面积合计 ${formatM2(areaM2)} m²`,
    en: `${title.en} (${id}): ${formatDecimal(features, 0)} features, areas together ${formatM2(areaM2)} m²`,
  }),
  none: { zh: '未发现', en: 'none found' } as Text,
  notDone: { zh: '未检查', en: 'not looked at' } as Text,
  count: (count: number, areaM2: number | null): Text => ({
    zh: `${formatDecimal(count, 0)} 处${areaM2 === null ? '' : `，${formatM2(areaM2)} m²`}`,
    en: `${formatDecimal(count, 0)} found${areaM2 === null ? '' : `, ${formatM2(areaM2)} m²`}`,
  }),
  small: (count: number, areaM2: number): Text => ({
    zh: `另有 ${formatDecimal(count, 0)} 处小于 0.005 m²，合计 ${formatDecimal(areaM2, 6)} m²`,
    en: `besides, ${formatDecimal(count, 0)} below 0.005 m², together ${formatDecimal(areaM2, 6)} m²`,
  }),
  harmless: (count: number): Text => ({
    zh: `另有 ${formatDecimal(count, 0)} 个图斑有重复顶点或自相接点，不影响面积，未改动`,
    en: `besides, ${formatDecimal(count, 0)} features with doubled vertices or points where they touch themselves: areas are not affected, nothing was changed`,
  }),
  more: (count: number): Text => ({
    zh: `（另有 ${formatDecimal(count, 0)} 处未逐一列出）`,
    en: `(${formatDecimal(count, 0)} more, not listed one by one)`,
  }),
  crossHeading: {
    zh: '控制线之间（不交叉、不重叠）',
    en: 'Between the lines (no crossing, no overlap)',
  } as Text,
  within: (count: number, areaM2: number): Text => ({
    zh: `其中 ${formatDecimal(count, 0)} 个图斑（${formatM2(areaM2)} m²）全部位于后者之内`,
    en: `of these ${formatDecimal(count, 0)} features (${formatM2(areaM2)} m²) lie wholly within the second`,
  }),
  countedTwice: {
    zh: '图层自身有重叠，面积有重复计算',
    en: 'features of a layer overlap each other: areas are counted more than once',
  } as Text,
} as const;
