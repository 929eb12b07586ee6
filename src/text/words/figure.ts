import type { Text } from '../text.ts';

/** Words on a figure itself. */
export const FIGURE_WORDS = {
  location: { zh: '附图1　区位图', en: 'Figure 1  Location' },
  caption: { zh: '附图2　项目与控制线套合图', en: 'Figure 2  Site over the control lines' },
  legend: { zh: '图例', en: 'Legend' },
  site: { zh: '项目用地范围', en: 'Site boundary' },
  occupied: { zh: '占用部分', en: 'Occupied parts' },
  boundaryPoint: { zh: '界址点', en: 'Boundary point' },
  unchecked: { zh: '未核查（图层未覆盖）', en: 'Not checked (no layer covers it)' },
  flexibleZone: { zh: '弹性发展区', en: 'Flexible development zone' },
  specialUseZone: { zh: '特别用途区', en: 'Special-use zone' },
  concentratedZone: { zh: '集中建设区', en: 'Concentrated construction zone' },
  unknownZone: { zh: '分区不明', en: 'Zone unknown' },
  gridNorth: { zh: '坐标北', en: 'Grid north' },
  scale: { zh: '比例尺', en: 'Scale' },
  madeOn: { zh: '制图日期', en: 'Drawn on' },
  approval: { zh: '审图号：＿＿＿＿', en: 'Map approval no.: ____' },
  unit: { zh: '制图单位：＿＿＿＿', en: 'Drawn by: ____' },
  noSurroundings: {
    zh: '记录未带周边控制线，本图只绘项目与占用部分，空白处不表示没有控制线',
    en: 'The record carries no surrounding lines: only site and occupied parts are drawn; blank ground is not free ground',
  },
} as const satisfies Record<string, Text>;

/** Sentences on a figure and around it. */
export const FIGURE_SENTENCES = {
  plane: (width: number, zone: number, meridian: number, convergence: string): Text => ({
    zh: `2000国家大地坐标系，高斯-克吕格投影${width}°分带第${zone}带，中央经线${meridian}°；图中心子午线收敛角${convergence}；坐标注记单位：千米`,
    en: `CGCS2000, Gauss-Krüger ${width}° zone ${zone}, central meridian ${meridian}°; convergence at centre ${convergence}; grid values in km`,
  }),
  piece: (number: number, line: string): Text => ({
    zh: `附图3-${number}　占用局部放大图（${number} 号，${line}）`,
    en: `Figure 3-${number}  Enlargement of piece ${number} (${line})`,
  }),
  leftOut: (count: string, numbers: string): Text => ({
    zh: `另有 ${count} 处较小的占用未单独放大（${numbers} 号），见图斑清单。`,
    en: `${count} smaller pieces have no enlargement of their own (nos. ${numbers}); see the list of pieces.`,
  }),
  leftOutMore: (numbers: string, count: string): Text => ({
    zh: `${numbers} 等 ${count}`,
    en: `${numbers} and others, ${count} in all`,
  }),
  pointsThinned: (shown: string, all: string): Text => ({
    zh: `界址点共 ${all} 个，图上注记 ${shown} 个`,
    en: `${shown} of ${all} boundary points are labelled`,
  }),
  uncheckedHere: (lines: string): Text => ({
    zh: `图幅内未核查：${lines}`,
    en: `Not checked in this extent: ${lines}`,
  }),
  crowded: (lines: string): Text => ({
    zh: `图斑过密、周边未绘：${lines}`,
    en: `Too dense to draw around the site: ${lines}`,
  }),
  notLoaded: (lines: string): Text => ({
    zh: `未加载、未绘：${lines}`,
    en: `Not loaded, not drawn: ${lines}`,
  }),
  andMore: (names: string, count: number): Text => ({
    zh: `${names}等${count}类`,
    en: `${names} and others (${count})`,
  }),
} as const;
