import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** Why something was not summed or not computed, by the code of the reason. */
export const STATISTICS_WORDS = {
  'statistics-no-areas': () => ({
    zh: '图层目录没有行政区图层，无法按县统计。',
    en: 'The catalog has no layer of administrative areas to sum by.',
  }),
  'statistics-no-counties': (p) => ({
    zh: `行政区图层 ${p.layer} 是空的，无法按县统计。`,
    en: `The layer of administrative areas (${p.layer}) is empty; nothing can be summed by county.`,
  }),
  'statistics-counties-overlap': (p) => ({
    zh: `行政区互相重叠（至少 ${p.areaM2} m²），按县相加会重复计算，未统计。`,
    en: `Administrative areas overlap (by ${p.areaM2} m² at least); sums would count ground twice and were not made.`,
  }),
  'statistics-no-layer': (p) => ({
    zh: `图层目录没有${p.kindZh ?? p.kind}图层，未计算。`,
    en: `The catalog has no layer of ${p.kindEn ?? p.kind}; not computed.`,
  }),
  'statistics-no-measure': () => ({
    zh: '图层不能给出这项指标，未计算。',
    en: 'Layers do not tell this target; not computed.',
  }),
  'statistics-region': (p) => ({
    zh: `指标针对 ${p.area}，图层目录只含 ${p.region}，未计算。`,
    en: `The target is for ${p.area}, the catalog holds ${p.region} only; not computed.`,
  }),
  'statistics-pending': () => ({ zh: '尚未统计。', en: 'Not summed yet.' }),
  'statistics-no-county': (p) => ({
    zh: `行政区图层中没有代码以 ${p.area} 开头的县，未计算。`,
    en: `No county has a code beginning with ${p.area}; not computed.`,
  }),
  'statistics-no-base': (p) => ({
    zh: `缺${p.baseZh}，未计算。底图的城镇只有点位，没有面积。`,
    en: `The ${p.baseEn} is not stated; not computed. Towns of the base map are points without area.`,
  }),
  'statistics-unsound': (p) => ({
    zh: `${p.count} 个图斑的界线有误（如 ${p.first}），面积不全，未计算。`,
    en: `${p.count} parcels have faulty rings (such as ${p.first}); the area is incomplete and not compared.`,
  }),
  'statistics-not-covered': (p) => ({
    zh: `${p.kindZh ?? p.kind}图层未完整覆盖 ${p.count} 个县（如${p.first}），未计算。`,
    en: `The layers of ${p.kindEn ?? p.kind} are not complete in ${p.count} counties (such as ${p.first}); not computed.`,
  }),
} as const satisfies Record<string, (params: Params) => Text>;
