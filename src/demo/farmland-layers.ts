import type { WriteFeature } from '../files/flatgeobuf/writer.ts';
import { polygonAreaM2 } from './area.ts';
import type { PlacedPlot } from './land-use.ts';
import { WATERED } from './landforms.ts';
import { columnsOf, type DemoLayer, flatten, identifier } from './layer.ts';
import { chance } from './random.ts';
import type { Region } from './region.ts';
import { villageName } from './towns.ts';
import { metresToLine } from './units.ts';

/** Permanent basic farmland (YJJBNTTB) with the official field names. */
export function farmlandLayer(region: Region): DemoLayer {
  return {
    kind: 'permanent-basic-farmland',
    title: { zh: '永久基本农田（示例）', en: 'Permanent basic farmland (demo)' },
    required: true,
    geometryType: 'Polygon',
    columns: columnsOf(
      'BSM:标识码',
      'YSDM:要素代码',
      'XZQDM:行政区代码',
      'XZQMC:行政区名称',
      'YJJBNTTBBH:永久基本农田图斑编号',
      'DLBM:地类编码',
      'DLMC:地类名称',
      'QSDWMC:权属单位名称',
      'ZLDWDM:坐落单位代码',
      'ZLDWMC:坐落单位名称',
      'KCXS#:扣除系数',
      'YJJBNTTBMJ#:图斑面积',
      'YJJBNTMJ#:永久基本农田面积',
      'ZLDJDM:质量等级代码',
    ),
    fields: {
      featureId: 'YJJBNTTBBH',
      graphicArea: 'YJJBNTTBMJ',
      netArea: 'YJJBNTMJ',
      landClass: 'DLMC',
      owner: 'QSDWMC',
      place: 'ZLDWMC',
      quality: 'ZLDJDM',
      county: 'XZQDM',
    },
    features: features(region, region.use.farmland, (plot) => ({
      BSM: identifier(plot.county, '1050', plot.serial),
      YSDM: '2005010300',
      XZQDM: plot.county,
      XZQMC: plot.countyName,
      YJJBNTTBBH: `${plot.county}${plot.villageCode}${String(plot.serial).padStart(6, '0')}`,
      DLBM: plot.landClass,
      DLMC: LAND_CLASSES[plot.landClass],
      QSDWMC: `${plot.village}集体（虚构）`,
      ZLDWDM: `${plot.county}${plot.villageCode}`,
      ZLDWMC: plot.village,
      KCXS: plot.deduction,
      YJJBNTTBMJ: plot.areaM2,
      YJJBNTMJ: plot.netM2,
      ZLDJDM: plot.grade,
    })),
  };
}

/** Ordinary cultivated land beside it, fields as in the land survey (DLTB). */
export function cultivatedLayer(region: Region): DemoLayer {
  return {
    kind: 'cultivated-land',
    title: { zh: '一般耕地（示例）', en: 'Ordinary cultivated land (demo)' },
    required: false,
    geometryType: 'Polygon',
    columns: columnsOf(
      'BSM:标识码',
      'YSDM:要素代码',
      'TBBH:图斑编号',
      'DLBM:地类编码',
      'DLMC:地类名称',
      'QSXZ:权属性质',
      'QSDWMC:权属单位名称',
      'ZLDWDM:坐落单位代码',
      'ZLDWMC:坐落单位名称',
      'KCXS#:扣除系数',
      'TBMJ#:图斑面积',
      'TBDLMJ#:图斑地类面积',
    ),
    fields: {
      featureId: 'BSM',
      graphicArea: 'TBMJ',
      netArea: 'TBDLMJ',
      landClass: 'DLMC',
      owner: 'QSDWMC',
      place: 'ZLDWMC',
    },
    features: features(region, region.use.cultivated, (plot) => ({
      BSM: identifier(plot.county, '2003', plot.serial),
      YSDM: '2001010100',
      TBBH: String(plot.serial).padStart(5, '0'),
      DLBM: plot.landClass,
      DLMC: LAND_CLASSES[plot.landClass],
      QSXZ: '30',
      QSDWMC: `${plot.village}集体（虚构）`,
      ZLDWDM: `${plot.county}${plot.villageCode}`,
      ZLDWMC: plot.village,
      KCXS: plot.deduction,
      TBMJ: plot.areaM2,
      TBDLMJ: plot.netM2,
    })),
  };
}

const LAND_CLASSES = { '0101': '水田', '0102': '水浇地', '0103': '旱地' } as const;

interface Described {
  readonly county: string;
  readonly countyName: string;
  readonly serial: number;
  readonly village: string;
  readonly villageCode: string;
  readonly landClass: keyof typeof LAND_CLASSES;
  readonly deduction: number;
  readonly areaM2: number;
  readonly netM2: number;
  readonly grade: string;
}

function* features(
  region: Region,
  plots: readonly PlacedPlot[],
  properties: (plot: Described) => WriteFeature['properties'],
): Iterable<WriteFeature> {
  const serials = new Map<string, number>();
  const inVillages = [...plots].sort(
    (a, b) => a.plot.village - b.plot.village || b.plot.t0 - a.plot.t0 || a.plot.s0 - b.plot.s0,
  );
  for (const placed of inVillages) {
    const county = region.countyOf(placed.plot);
    const serial = (serials.get(county.code) ?? 0) + 1;
    serials.set(county.code, serial);
    const ring = region.use.rings.ring(placed.plot);
    const areaM2 = polygonAreaM2([ring]);
    const landClass = landClassOf(placed);
    const deduction = deductionOf(landClass, placed);
    const village = placed.plot.village;
    yield {
      polygons: flatten([[ring]]),
      properties: properties({
        county: county.code,
        countyName: county.name,
        serial,
        village: villageName(village),
        villageCode: String(101 + (village % 9)) + String(200 + (village % 47)),
        landClass,
        deduction,
        areaM2,
        netM2: Math.round(areaM2 * (1 - deduction) * 100) / 100,
        grade: String((landClass === '0103' ? 11 : 8) + (village % 3)).padStart(2, '0'),
      }),
    };
  }
}

/** The two plains and the pumped terraces are watered; some villages of the north grow rice. */
function landClassOf({ plot, middle }: PlacedPlot): keyof typeof LAND_CLASSES {
  const watered = WATERED.slice(0, 3).some(
    ({ line, reachM }) => metresToLine(middle, line) < reachM,
  );
  if (watered && middle[1] > 38 && chance(plot.village, 1, 91) < 0.28) return '0101';
  if (watered) return '0102';
  return chance(plot.village, 2, 91) < 0.3 ? '0102' : '0103';
}

/** Share of ridges and ditches, as the survey deducts it: more on the slopes of the south. */
function deductionOf(landClass: keyof typeof LAND_CLASSES, { plot }: PlacedPlot): number {
  if (landClass !== '0103') return landClass === '0101' ? 0.0712 : 0.0649;
  return (850 + 13 * (plot.village % 41)) / 10_000;
}
