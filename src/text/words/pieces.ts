import type { Text } from '../text.ts';

/** Words of the table of pieces and of problems in the data. */
export const PIECES_WORDS = {
  'region.pieces': { zh: '占用图斑', en: 'Occupied parcels' },

  // pieces table
  'pieces.all': { zh: '全部', en: 'All' },
  'pieces.below': { zh: '低于阈值', en: 'Below threshold' },
  'pieces.copy': { zh: '复制表格', en: 'Copy the table' },
  'pieces.save': { zh: '下载表格', en: 'Download the table' },
  'problem.kind': { zh: '问题', en: 'Problem' },
  'problem.lines': { zh: '控制线', en: 'Lines' },
  'problem.features': { zh: '所涉图斑', en: 'Features' },
  'problem.overlap': { zh: '互相重叠', en: 'Overlap each other' },
  'problem.outside': { zh: '超出范围', en: 'Lies outside' },
  'col.m2.area': { zh: '面积 m²', en: 'm²' },
  'col.m2.mu': { zh: '亩', en: 'mu' },
  'pieces.close': { zh: '收起图斑表', en: 'Close the table' },
  'pieces.open': { zh: '展开图斑表', en: 'Open the table' },
  'pieces.none': { zh: '没有占用图斑', en: 'No occupied parcels' },
  'pieces.none.part': {
    zh: '已核查部分没有占用图斑',
    en: 'No occupied parcels in what was checked',
  },
  'pieces.before': { zh: '核查后列出占用的图斑', en: 'Occupied parcels appear after the check' },
  'pieces.sum': { zh: '合计 {n} 个', en: '{n} in total' },
  'pieces.more': { zh: '再显示 {n} 行', en: 'Show {n} more rows' },
  'pieces.sliver': { zh: '细长', en: 'sliver' },
  'col.number': { zh: '序号', en: 'No.' },
  'col.line': { zh: '控制线', en: 'Line' },
  'col.feature': { zh: '图斑编号', en: 'Parcel code' },
  'col.class': { zh: '地类 / 分区', en: 'Class, zone' },
  'col.plot': { zh: '地块', en: 'Plot' },
  'col.area': { zh: '占用 公顷', en: 'ha' },
  'col.mu': { zh: '亩', en: 'mu' },
  'col.net': { zh: '净面积 公顷', en: 'net ha' },
  'col.share': { zh: '占图斑 %', en: '% of parcel' },
  'col.width': { zh: '平均宽 m', en: 'width m' },
} as const satisfies Record<string, Text>;
