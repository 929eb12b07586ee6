import type { Text } from '../text.ts';

/**
 * Names of attributes in the databases that layers come from: 三调, 永久基本农田, 生态保护红线, 城镇开发边界.
 * A field that does not stand here is shown by its own name.
 */
export const FIELD_NAMES: Readonly<Record<string, Text>> = {
  // every database
  BSM: { zh: '标识码', en: 'Identifier' },
  YSDM: { zh: '要素代码', en: 'Feature code' },
  BZ: { zh: '备注', en: 'Remark' },
  MC: { zh: '名称', en: 'Name' },
  MJ: { zh: '面积', en: 'Area' },
  JB: { zh: '级别', en: 'Level' },
  LX: { zh: '类型', en: 'Type' },
  PZWH: { zh: '批准文号', en: 'Approval number' },
  PZSJ: { zh: '批准时间', en: 'Approved on' },
  SJNF: { zh: '数据年份', en: 'Year of the data' },
  MSSM: { zh: '描述说明', en: 'Description' },
  // administrative areas
  XZQDM: { zh: '行政区代码', en: 'Administrative code' },
  XZQMC: { zh: '行政区名称', en: 'Administrative area' },
  SJXZQMC: { zh: '设区的市', en: 'Prefecture' },
  XJXZQDM: { zh: '县级行政区代码', en: 'County code' },
  XJXZQMC: { zh: '县级行政区名称', en: 'County' },
  DCMJ: { zh: '调查面积', en: 'Surveyed area' },
  JSMJ: { zh: '计算面积', en: 'Computed area' },
  ZXX: { zh: '中心经度', en: 'Longitude of the seat' },
  ZXY: { zh: '中心纬度', en: 'Latitude of the seat' },
  // 三调 地类图斑
  TBYBH: { zh: '图斑预编号', en: 'Provisional parcel code' },
  TBBH: { zh: '图斑编号', en: 'Parcel code' },
  DLBM: { zh: '地类编码', en: 'Land-class code' },
  DLMC: { zh: '地类名称', en: 'Land class' },
  QSXZ: { zh: '权属性质', en: 'Kind of ownership' },
  QSDWDM: { zh: '权属单位代码', en: 'Owner code' },
  QSDWMC: { zh: '权属单位名称', en: 'Owner' },
  ZLDWDM: { zh: '坐落单位代码', en: 'Place code' },
  ZLDWMC: { zh: '坐落单位名称', en: 'Place' },
  TBMJ: { zh: '图斑面积', en: 'Parcel area' },
  TBDLMJ: { zh: '图斑地类面积', en: 'Net parcel area' },
  KCDLBM: { zh: '扣除地类编码', en: 'Deducted land class' },
  KCXS: { zh: '扣除地类系数', en: 'Deducted share' },
  KCMJ: { zh: '扣除地类面积', en: 'Deducted area' },
  GDLX: { zh: '耕地类型', en: 'Kind of cultivated land' },
  GDPDJB: { zh: '耕地坡度级别', en: 'Slope class' },
  GDDB: { zh: '耕地等别', en: 'Quality grade of cultivated land' },
  XZDWKD: { zh: '线状地物宽度', en: 'Width of the linear feature' },
  TBXHDM: { zh: '图斑细化代码', en: 'Refined class code' },
  TBXHMC: { zh: '图斑细化名称', en: 'Refined class' },
  ZZSXDM: { zh: '种植属性代码', en: 'Planting code' },
  ZZSXMC: { zh: '种植属性名称', en: 'Planting' },
  FRDBS: { zh: '飞入地标识', en: 'Exclave mark' },
  CZCSXM: { zh: '城镇村属性码', en: 'Town and village code' },
  // 永久基本农田
  YJJBNTTBBH: { zh: '永久基本农田图斑编号', en: 'Permanent-farmland parcel code' },
  YJJBNTTBMJ: { zh: '永久基本农田图斑面积', en: 'Permanent-farmland parcel area' },
  YJJBNTMJ: { zh: '永久基本农田面积', en: 'Permanent farmland, net' },
  ZLDJDM: { zh: '质量等级代码', en: 'Quality grade' },
  // 生态保护红线、自然保护地
  LHLX: { zh: '生态功能类型', en: 'Ecological function' },
  GNFQ: { zh: '功能分区', en: 'Functional zone' },
  // 城镇开发边界
  GHFQDM: { zh: '规划分区代码', en: 'Planning-zone code' },
  GHFQMC: { zh: '规划分区名称', en: 'Planning zone' },
  CZMC: { zh: '城镇名称', en: 'Town' },
};

/** Fields of areas in m²; shown with the unit. */
export const AREA_FIELDS: ReadonlySet<string> = new Set([
  'MJ',
  'DCMJ',
  'JSMJ',
  'TBMJ',
  'TBDLMJ',
  'KCMJ',
  'YJJBNTTBMJ',
  'YJJBNTMJ',
]);

/** 三调工作分类, second level (TD/T 1055). */
const LAND_CLASSES: Readonly<Record<string, Text>> = {
  '0101': { zh: '水田', en: 'paddy field' },
  '0102': { zh: '水浇地', en: 'irrigated field' },
  '0103': { zh: '旱地', en: 'dry field' },
  '0201': { zh: '果园', en: 'orchard' },
  '0202': { zh: '茶园', en: 'tea garden' },
  '0203': { zh: '橡胶园', en: 'rubber plantation' },
  '0204': { zh: '其他园地', en: 'other garden land' },
  '0301': { zh: '乔木林地', en: 'arbor forest' },
  '0302': { zh: '竹林地', en: 'bamboo forest' },
  '0303': { zh: '红树林地', en: 'mangrove' },
  '0304': { zh: '森林沼泽', en: 'forest swamp' },
  '0305': { zh: '灌木林地', en: 'shrub land' },
  '0306': { zh: '灌丛沼泽', en: 'shrub swamp' },
  '0307': { zh: '其他林地', en: 'other forest land' },
  '0401': { zh: '天然牧草地', en: 'natural pasture' },
  '0402': { zh: '沼泽草地', en: 'swamp grassland' },
  '0403': { zh: '人工牧草地', en: 'sown pasture' },
  '0404': { zh: '其他草地', en: 'other grassland' },
  '0508': { zh: '物流仓储用地', en: 'logistics and storage land' },
  '05H1': { zh: '商业服务业设施用地', en: 'commercial land' },
  '0601': { zh: '工业用地', en: 'industrial land' },
  '0602': { zh: '采矿用地', en: 'mining land' },
  '0603': { zh: '盐田', en: 'salt field' },
  '0701': { zh: '城镇住宅用地', en: 'urban housing land' },
  '0702': { zh: '农村宅基地', en: 'rural homestead' },
  '0809': { zh: '公用设施用地', en: 'utility land' },
  '0810': { zh: '公园与绿地', en: 'park and green space' },
  '08H1': { zh: '机关团体新闻出版用地', en: 'land of offices and press' },
  '08H2': { zh: '科教文卫用地', en: 'land of science, education, culture and health' },
  '1001': { zh: '铁路用地', en: 'railway land' },
  '1002': { zh: '轨道交通用地', en: 'urban rail land' },
  '1003': { zh: '公路用地', en: 'highway land' },
  '1004': { zh: '城镇村道路用地', en: 'town and village road' },
  '1005': { zh: '交通服务场站用地', en: 'transport station land' },
  '1006': { zh: '农村道路', en: 'rural road' },
  '1007': { zh: '机场用地', en: 'airport land' },
  '1008': { zh: '港口码头用地', en: 'port land' },
  '1009': { zh: '管道运输用地', en: 'pipeline land' },
  '1101': { zh: '河流水面', en: 'river' },
  '1102': { zh: '湖泊水面', en: 'lake' },
  '1103': { zh: '水库水面', en: 'reservoir' },
  '1104': { zh: '坑塘水面', en: 'pond' },
  '1105': { zh: '沿海滩涂', en: 'coastal flat' },
  '1106': { zh: '内陆滩涂', en: 'inland flat' },
  '1107': { zh: '沟渠', en: 'ditch' },
  '1108': { zh: '沼泽地', en: 'swamp' },
  '1109': { zh: '水工建筑用地', en: 'hydraulic works' },
  '1110': { zh: '冰川及永久积雪', en: 'glacier and permanent snow' },
  '1201': { zh: '空闲地', en: 'vacant land' },
  '1202': { zh: '设施农用地', en: 'land of farm facilities' },
  '1203': { zh: '田坎', en: 'field ridge' },
  '1204': { zh: '盐碱地', en: 'saline land' },
  '1205': { zh: '沙地', en: 'sandy land' },
  '1206': { zh: '裸土地', en: 'bare soil' },
  '1207': { zh: '裸岩石砾地', en: 'bare rock and gravel' },
};

const OWNERSHIP: Readonly<Record<string, Text>> = {
  '10': { zh: '国有土地所有权', en: 'owned by the state' },
  '20': { zh: '国有土地使用权', en: 'right to use state land' },
  '30': { zh: '集体土地所有权', en: 'owned by a collective' },
  '40': { zh: '集体土地使用权', en: 'right to use collective land' },
};

const URBAN_ZONE_CODES: Readonly<Record<string, Text>> = {
  '01': { zh: '城镇集中建设区', en: 'concentrated construction zone' },
  '02': { zh: '城镇弹性发展区', en: 'flexible development zone' },
  '03': { zh: '特别用途区', en: 'special-use zone' },
};

/** What a code stands for; null: not in the dictionary. */
export function codeMeaning(field: string, value: string): Text | null {
  const code = value.trim().toUpperCase();
  if (field === 'DLBM' || field === 'KCDLBM') {
    // 1104A, 0201K and the like are the class with a letter behind
    return LAND_CLASSES[code] ?? LAND_CLASSES[code.slice(0, 4)] ?? null;
  }
  if (field === 'QSXZ') return OWNERSHIP[code] ?? null;
  if (field === 'GHFQDM') return URBAN_ZONE_CODES[code] ?? null;
  return null;
}
