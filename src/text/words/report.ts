import type { Text } from '../text.ts';

/** Words of the printed report, the figure and the terminal summary. */
/** Words of `summary.xlsx`. */
export const SUMMARY_WORDS = {
  title: { zh: '批量核查汇总', en: 'Batch summary' },
  empty: {
    zh: '“—”为未核查，0.00 为核查后为零',
    en: '“—” was not checked, 0.00 was checked and is zero',
  },
  projects: { zh: '项目', en: 'Projects' },
  totals: { zh: '按县汇总', en: 'By county' },
  name: { zh: '项目名称', en: 'Project' },
  id: { zh: '项目编号', en: 'Number' },
  file: { zh: '文件', en: 'File' },
  county: { zh: '县（市、区）', en: 'County' },
  result: { zh: '结论', en: 'Result' },
  unread: { zh: '未能读取', en: 'Not read' },
  complete: { zh: '核查完整', en: 'Complete' },
  site: { zh: '用地面积 m²', en: 'Site m²' },
  report: { zh: '报告文件', en: 'Report file' },
  error: { zh: '说明', en: 'Remark' },
  line: { zh: '控制线', en: 'Control line' },
  occupying: { zh: '占用项目数', en: 'Projects occupying' },
  occupied: { zh: '占用面积 m²', en: 'Occupied m²' },
  open: { zh: '未核查项目数', en: 'Projects not checked' },
} as const satisfies Record<string, Text>;

export const REPORT_WORDS = {
  title: {
    zh: '建设项目控制线核查（压占分析）报告',
    en: 'Control-line check of a construction project',
  },
  number: { zh: '编号：', en: 'No. ' },
  colon: { zh: '：', en: ': ' },
  overall: { zh: '总体结论', en: 'Overall result' },
  notFullyChecked: { zh: '未核查完整，暂不能下结论', en: 'Not fully checked: no overall result' },
  complete: { zh: '核查完整', en: 'Check complete' },
  incomplete: { zh: '核查不完整', en: 'Check incomplete' },
  synthetic: { zh: '示例数据 非真实控制线', en: 'Demo data — not real control lines' },
  dataAsOf: { zh: '数据时点', en: 'Data as of' },
  checkedAt: { zh: '核查时间', en: 'Checked at' },
  digest: { zh: '核查记录摘要值', en: 'Digest of the record' },
  codeCaption: {
    zh: '二维码含报告编号与核查记录摘要值',
    en: 'The code holds the number and the digest of the record',
  },
  howToVerifyApart: {
    zh: '核查记录为同编号的 JSON 文件。用 sanxian verify 重算其摘要值，应与上列一致。',
    en: 'The record of the check is the JSON file of the same number. `sanxian verify` recomputes its digest, which must be the one above.',
  },
  howToVerify: {
    zh: '本文件内嵌核查记录（JSON）。用 sanxian verify 重算摘要值，即可发现任何改动。',
    en: 'This file carries the record of the check (JSON). `sanxian verify` recomputes its digest and notices any change.',
  },

  section1: { zh: '一、项目基本情况', en: '1 The project' },
  section2: { zh: '二、核查依据', en: '2 Basis of the check' },
  section3: { zh: '三、数据与方法', en: '3 Data and method' },
  section4: { zh: '四、核查结果', en: '4 Results' },
  section5: { zh: '五、管控要求与办理程序', en: '5 Requirements and procedures' },
  section6: { zh: '六、结论与建议', en: '6 Conclusions and advice' },
  section7: { zh: '七、附图', en: '7 Figures' },
  section8: { zh: '八、附件', en: '8 Annexes' },
  conclusionOverall: { zh: '（一）总体结论', en: '6.1 Overall result' },
  conclusionByLine: { zh: '（二）分项结论', en: '6.2 Result by line' },
  conclusionAvoid: { zh: '（三）避让提示', en: '6.3 Avoidance' },
  conclusionNotChecked: { zh: '（四）未检测项说明', en: '6.4 What was not checked' },
  allChecked: {
    zh: '规则包要求的控制线均已核查。',
    en: 'Every control line that the rule pack requires was checked.',
  },
  noFindings: { zh: '没有命中任何规则。', en: 'No rule was hit.' },
  noRequirements: {
    zh: '本次核查没有需要列出的管控要求。',
    en: 'There is no requirement to list.',
  },
  noAvoidance: {
    zh: '没有可以靠避让减少的占用图斑。',
    en: 'There is no occupied parcel that keeping off would reduce.',
  },
  noAvoidanceSoFar: {
    zh: '已核查部分没有可以靠避让减少的占用图斑。',
    en: 'In what was checked there is no occupied parcel that keeping off would reduce.',
  },
  noPieces: { zh: '没有占用图斑。', en: 'No occupied parcels.' },
  noPiecesSoFar: { zh: '已核查部分没有占用图斑。', en: 'No occupied parcels in what was checked.' },
  noneBelow: { zh: '没有低于容差的图斑。', en: 'No pieces below the threshold.' },
  noneBelowSoFar: {
    zh: '已核查部分没有低于容差的图斑。',
    en: 'No pieces below the threshold in what was checked.',
  },
  seeCrosses: { zh: '见表10', en: 'see table 10' },
  notLookedAt: { zh: '未核查，无数据可列。', en: 'Not checked: there is nothing to list.' },
  openQuestions: { zh: '尚待明确', en: 'Still open' },
  clause: { zh: '条款原文', en: 'Clause (in Chinese)' },
  procedure: { zh: '办理程序', en: 'Procedure' },
  materials: { zh: '应附材料', en: 'Documents to attach' },
  checklist: { zh: '材料清单（按环节）', en: 'Documents by stage' },
  hints: {
    zh: '国家文件提示（仅供参考，不作结论）',
    en: 'Hints from national papers (for reference, they decide nothing)',
  },
  duties: { zh: '义务', en: 'Duties' },
  rulesHit: { zh: '规则命中日志', en: 'Rules hit' },
  path: { zh: '判定路径', en: 'Decision path' },
  inputs: { zh: '输入文件清单', en: 'Input files' },
  steps: { zh: '处理步骤', en: 'Steps' },
  parameters: { zh: '参数', en: 'Parameters' },
  notes: { zh: '说明', en: 'Notes' },
  overrides: { zh: '不同意见', en: 'Differing opinions' },
  ledger: { zh: '低于容差清单', en: 'Below the threshold' },
  coordinates: { zh: '界址点坐标表', en: 'Boundary points' },
  pieces: { zh: '占用图斑清单', en: 'Occupied parcels' },
  noGeometry: {
    zh: '核查时未输出几何（--geometry none），本报告不含附图和坐标。',
    en: 'The check was run without geometry (--geometry none): no figure and no coordinates.',
  },
  collinearLeftOut: {
    zh: '坐标由经纬度反算到平面，平面内共线点（投影加密点）未列。',
    en: 'Plane coordinates are projected back from lon/lat; points in line with their neighbours (added before projecting) are left out.',
  },
  prepared: { zh: '制表', en: 'Prepared' },
  proofread: { zh: '校核', en: 'Proofread' },
  approved: { zh: '审核', en: 'Approved' },
  date: { zh: '日期', en: 'Date' },
  statement: {
    zh: '本结果由软件依据所列数据自动生成，供选址比选和审查参考，不替代行政审批和主管部门出具的认定、论证意见；以权威数据库和现场核实为准。',
    en: 'Made by software from the data listed, for comparing sites and for review. It replaces neither an administrative approval nor a recognition or argumentation opinion of the competent authority; authoritative databases and verification on site prevail.',
  },
  statementTitle: { zh: '声明', en: 'Statement' },
  keepSafe: {
    zh: '内部资料 注意保管',
    en: 'Internal — keep safe',
  },
  secretBanner: { zh: '秘密', en: 'Secret' },
  publicBanner: { zh: '公开', en: 'Public' },
  internalFigure: {
    zh: '内部工作用图，未经审核，不得公开',
    en: 'Internal working map, not reviewed, not for publication',
  },
  noUpload: {
    zh: '本图含未公开地理信息，不得上传互联网、不得擅自复制扩散。',
    en: 'Contains unpublished geographic information: not to be put on the internet, copied or passed on.',
  },
  internetMap: {
    zh: '互联网地图坐标近似纠偏，误差可达百米，仅供参考',
    en: 'Internet map coordinates, corrected approximately, may be off by a hundred metres: for reference only',
  },
  ellipsoidArea: { zh: '椭球面积', en: 'ellipsoidal area' },
  computedEllipsoid: { zh: '计算面积（椭球面积）', en: 'Computed area (ellipsoidal)' },
  notStated: { zh: '未填', en: 'not stated' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '不清楚', en: 'not known' },
  subtotal: { zh: '小计', en: 'Subtotal' },
  total: { zh: '合计', en: 'Total' },
} as const satisfies Record<string, Text>;

/** 密级 of a layer; the strictest one sets the banner. */
export const SECURITY_WORDS = {
  public: { zh: '公开', en: 'Public' },
  internal: { zh: '内部', en: 'Internal' },
  secret: { zh: '秘密', en: 'Secret' },
} as const satisfies Record<string, Text>;

export const FORCE_WORDS = {
  'in-force': { zh: '现行', en: 'in force' },
  'annual-plan': { zh: '年度计划', en: 'annual plan' },
  draft: { zh: '征求意见稿', en: 'draft' },
  'other-province': { zh: '外省文件，仅供参照', en: 'other province, for comparison' },
  'national-hint': { zh: '国家文件提示，待核对原文', en: 'national document, to be checked' },
} as const satisfies Record<string, Text>;

export const LEVEL_WORDS = {
  applicant: { zh: '申请人', en: 'applicant' },
  county: { zh: '县级', en: 'county' },
  city: { zh: '设区的市级', en: 'city' },
  province: { zh: '自治区级', en: 'region' },
  state: { zh: '国家级', en: 'state' },
} as const satisfies Record<string, Text>;

export const INTEGRITY_WORDS = {
  declared: { zh: '仅登记', en: 'declared' },
  'size+header+index': { zh: '长度、文件头、索引', en: 'size, header, index' },
  full: { zh: '全文校验', en: 'whole file' },
} as const satisfies Record<string, Text>;

/** Fields of the claim, as questions are listed. */
export const CLAIM_WORDS = {
  newConstructionLand: { zh: '是否新增建设用地', en: 'New construction land' },
  concreteConstruction: { zh: '是否有具体建设活动', en: 'Concrete construction' },
  residentHousing: { zh: '是否原住民等住房', en: 'Housing of residents' },
  temporaryLand: { zh: '是否临时用地', en: 'Temporary land' },
  legacyExisting: { zh: '是否既有（历史遗留）活动', en: 'Existing (legacy) activity' },
  linear: { zh: '是否线性工程', en: 'Linear project' },
  limitedActivity: { zh: '有限人为活动类别', en: 'Kind of limited human activity' },
  kind6Unavoidable: { zh: '第6类：必须且无法避让', en: 'Kind 6: necessary and unavoidable' },
  kind6InCountyPlan: {
    zh: '第6类：符合县级以上国土空间规划',
    en: 'Kind 6: in a county or higher spatial plan',
  },
  kind9Basis: { zh: '第9类：法律法规依据', en: 'Kind 9: law and article' },
  nationalMajor: { zh: '国家重大项目类别', en: 'Kind of national major project' },
  nationalMajorEvidence: { zh: '国家重大项目证明', en: 'Evidence of national major project' },
  pbfMajorBasis: {
    zh: '占用永久基本农田重大建设项目依据',
    en: 'Basis among major projects on permanent farmland',
  },
  pbfMajorBasisText: { zh: '依据内容', en: 'Text of that basis' },
  sector: { zh: '行业', en: 'Sector' },
  landUseCode: { zh: '用地性质', en: 'Land-use class' },
  buildingHeightM: { zh: '建筑高度（米）', en: 'Building height (m)' },
  temporaryMonths: { zh: '临时用地期限（月）', en: 'Temporary use (months)' },
  stage: { zh: '办理阶段', en: 'Stage' },
  unavoidable: { zh: '不可避让论证', en: 'Unavoidability argument' },
} as const satisfies Record<string, Text>;

/** The fixed sentences of the report. Areas come in as they are to be printed. */
export const SENTENCES = {
  layersChecked: (n: string): Text => ({
    zh: `${n} 个图层全部参与核查，核查完整。`,
    en: `All ${n} layers were checked; the check is complete.`,
  }),
  someLayersChecked: (n: string, zh: string, en: string): Text => ({
    zh: `${n} 个图层参与核查，控制线核查完整。未参与核查的图层：${zh}。`,
    en: `${n} layers were checked; the check of the control lines is complete. Layers that took no part: ${en}.`,
  }),
  layersApart: (zh: string, en: string): Text => ({
    zh: `未参与核查的图层：${zh}。`,
    en: `Layers that took no part: ${en}.`,
  }),
  reviewMarginal: (states: string): Text => ({
    zh: `${states}，请复核`,
    en: `${states}: review`,
  }),
  incompleteSub: (n: string, m: string): Text => ({
    zh: `${n} 项控制线中 ${m} 项未能完整核查。已核查部分的结果仍然有效。`,
    en: `${m} of ${n} control lines could not be fully checked. What was checked still stands.`,
  }),
  alsoUnchecked: (n: string): Text => ({
    zh: `另有 ${n} 项未核查。`,
    en: `${n} more not checked.`,
  }),
  notOccupied: (line: string, edition: string): Text => ({
    zh: `经套合核查，项目用地范围未占用${line}（数据时点：${edition}）。`,
    en: `By overlay, the site does not occupy: ${line} (data as of ${edition}).`,
  }),
  notOccupiedWhereChecked: (line: string, edition: string): Text => ({
    zh: `已核查部分未占用${line}（数据时点：${edition}）；其余部分未核查，不作不涉及的结论。`,
    en: `The part that was checked does not occupy: ${line} (data as of ${edition}). The rest was not checked; nothing is stated about it.`,
  }),
  occupied: (p: OccupiedWords): Text => ({
    zh: `项目用地总面积 ${p.siteHa} 公顷（${p.siteMu} 亩），其中占用${p.line} ${p.ha} 公顷（${p.mu} 亩），占项目用地总面积的 ${p.percent}%，涉及图斑 ${p.hits} 个。`,
    en: `Of ${p.siteHa} ha (${p.siteMu} mu), ${p.ha} ha (${p.mu} mu, ${p.percent} %) occupy: ${p.line}; parcels hit: ${p.hits}.`,
  }),
  noCore: {
    zh: '不涉及自然保护地核心保护区。',
    en: 'No core protection zone of a nature reserve is occupied.',
  } as Text,
  inCore: (ha: string): Text => ({
    zh: `其中 ${ha} 公顷位于自然保护地核心保护区。`,
    en: `${ha} ha of it lie in a core protection zone.`,
  }),
  inBoundary: (p: OccupiedWords): Text => ({
    zh: `项目用地总面积 ${p.siteHa} 公顷（${p.siteMu} 亩），位于城镇开发边界内 ${p.ha} 公顷（${p.mu} 亩），占 ${p.percent}%。`,
    en: `Of ${p.siteHa} ha (${p.siteMu} mu), ${p.ha} ha (${p.mu} mu, ${p.percent} %) lie inside the urban development boundary.`,
  }),
  outsideBoundary: (edition: string): Text => ({
    zh: `项目用地位于城镇开发边界外（数据时点：${edition}）。`,
    en: `The site lies outside the urban development boundary (data as of ${edition}).`,
  }),
  belowThreshold: (line: string, m2: string, threshold: string): Text => ({
    zh: `压占${line} ${m2} m²，低于容差 ${threshold} m²（疑似边界误差）。`,
    en: `${m2} m² on: ${line}; below the threshold of ${threshold} m² (suspected boundary error).`,
  }),
  touch: (line: string): Text => ({
    zh: `与${line}相接（0 m²），请以勘界定标成果复核。`,
    en: `Touches: ${line} (0 m²). Check against the surveyed boundary.`,
  }),
  prohibitedCore: {
    zh: '位于自然保护地核心保护区，原则上禁止人为活动，建议调整选址。',
    en: 'Inside a core protection zone: human activity is prohibited in principle; another site is advised.',
  } as Text,
  notLoaded: (line: string): Text => ({
    zh: `因未加载“${line}”图层，本次未对该项进行核查，不作不涉及的结论。`,
    en: `The layer “${line}” was not loaded, so this line was not checked; nothing is stated about it.`,
  }),
  notCovered: (line: string): Text => ({
    zh: `“${line}”图层未覆盖本项目，本次未对该项进行核查，不作不涉及的结论。`,
    en: `The layer “${line}” does not cover the site, so this line was not checked; nothing is stated about it.`,
  }),
  partlyCovered: (line: string, percent: string, ha: string): Text => ({
    zh: `“${line}”图层只覆盖项目的 ${percent}%，${ha} 公顷未核查，不作不涉及的结论。`,
    en: `The layer “${line}” covers ${percent} % of the site; ${ha} ha were not checked and nothing is stated about them.`,
  }),
  failed: (line: string): Text => ({
    zh: `“${line}”图层核查失败，本次未对该项得出结果，不作不涉及的结论。`,
    en: `The check of the layer “${line}” failed; there is no result and nothing is stated about it.`,
  }),
  fileFailed: (line: string, files: string): Text => ({
    zh: `“${line}”的图层文件 ${files} 核查失败，本次未对该项得出结果，不作不涉及的结论。`,
    en: `The layer file ${files} of “${line}” failed; there is no result for this line and nothing is stated about it.`,
  }),
  partlyFailed: (line: string, files: string, percent: string, ha: string): Text => ({
    zh: `“${line}”的图层文件 ${files} 核查失败，项目只有 ${percent}% 得到核查，${ha} 公顷未核查，不作不涉及的结论。`,
    en: `The layer file ${files} of “${line}” failed; only ${percent} % of the site was checked, ${ha} ha were not and nothing is stated about them.`,
  }),
  positionUncertain: {
    zh: '坐标取自互联网地图，位置只是近似，查到的结果仅供参考，各控制线均不作结论。',
    en: 'Coordinates come from an internet map; the position is approximate, what was found is for reference only and nothing is concluded.',
  } as Text,
  approximate: (line: string): Text => ({
    zh: `${line}：坐标位置只是近似，套合结果仅供参考，不作结论。`,
    en: `${line}: the position is approximate; the overlay is for reference only and nothing is concluded.`,
  }),
  approximateOverlap: (line: string, ha: string): Text => ({
    zh: `${line}：坐标位置只是近似，套合查得重叠 ${ha} 公顷，仅供参考，不作结论。`,
    en: `${line}: the position is approximate; the overlay found ${ha} ha, for reference only, and nothing is concluded.`,
  }),
  near: (line: string, metres: string): Text => ({
    zh: `距${line}最近 ${metres} 米，请以勘界定标成果复核。`,
    en: `${metres} m from: ${line}. Check against the surveyed boundary.`,
  }),
  distance: (line: string, metres: string): Text => ({
    zh: `距${line}最近 ${metres} 米。`,
    en: `${metres} m from: ${line}.`,
  }),
  beyond: (line: string, metres: string): Text => ({
    zh: `${metres} 米范围内没有${line}。`,
    en: `Nothing of this line within ${metres} m: ${line}.`,
  }),
  avoid: (line: string, ha: string, pieces: string, drawn = true): Text => ({
    zh: `避开${line}可减少占用 ${ha} 公顷（${drawn ? '附图' : '明细表'}编号 ${pieces}）。`,
    en: `Keeping off “${line}” takes ${ha} ha less (numbers in the ${drawn ? 'figure' : 'tables'}: ${pieces}).`,
  }),
  marginal: (line: string, metres: string | null): Text => ({
    zh: `${line}：结论处于临界状态${metres === null ? '' : `，边界移动 ${metres} 米即改变`}。`,
    en: `${line}: the result is marginal${metres === null ? '' : `; moving the boundary by ${metres} m changes it`}.`,
  }),
  piecesOverlap: (ha: string): Text => ({
    zh: `图斑相互重叠，扣除重复后占用 ${ha} 公顷。`,
    en: `The parcels overlap each other; without double counting ${ha} ha are occupied.`,
  }),
  ledger: (count: string, m2: string, threshold: string): Text => ({
    zh: `共 ${count} 处，合计 ${m2} m²；容差 ${threshold} m²，按控制线和分区的并集判定，逐条列出，不作占用处理。`,
    en: `${count} pieces, ${m2} m² in all; threshold ${threshold} m², decided on the union per line and zone. All are listed; none counts as occupied.`,
  }),
  overridden: (rule: string, own: string, by: string, reason: string): Text => ({
    zh: `${rule}：${by} 认为应为“${own}”，理由：${reason}`,
    en: `${rule}: ${by} holds “${own}”, because: ${reason}`,
  }),
} as const;

export interface OccupiedWords {
  readonly line: string;
  readonly siteHa: string;
  readonly siteMu: string;
  readonly ha: string;
  readonly mu: string;
  readonly percent: string;
  readonly hits: string;
}

/** Headings of tables and their columns. */
export const TABLE_WORDS = {
  t1: { zh: '表1　项目基本情况', en: 'Table 1  The project' },
  t1b: { zh: '表1-1　地块', en: 'Table 1-1  Parcels' },
  t2: { zh: '表2　图层清单', en: 'Table 2  Layers' },
  t3: { zh: '表3　占用控制线情况总表', en: 'Table 3  Control lines occupied' },
  t4: { zh: '表4　永久基本农田明细', en: 'Table 4  Permanent basic farmland' },
  t5: { zh: '表5　生态保护红线明细', en: 'Table 5  Ecological protection red line' },
  t6: { zh: '表6　城镇开发边界', en: 'Table 6  Urban development boundary' },
  t7: { zh: '表7　现状地类', en: 'Table 7  Present land use' },
  t7b: {
    zh: '表7-1　一般耕地（永久基本农田以外，供占补平衡）',
    en: 'Table 7-1  Ordinary cultivated land (outside permanent farmland, for the balance)',
  },
  t10b: {
    zh: '表10-1　互相重叠的图斑（数据问题）',
    en: 'Table 10-1  Features that overlap each other (a data problem)',
  },
  first: { zh: '图斑一', en: 'First feature' },
  second: { zh: '图斑二', en: 'Second feature' },
  t8: { zh: '表8　四线及其他', en: 'Table 8  Urban lines and others' },
  t9: { zh: '表9　低于容差清单', en: 'Table 9  Pieces below the threshold' },
  t10: { zh: '表10　三方叠加', en: 'Table 10  Overlaps of three' },
  index: { zh: '序号', en: 'No.' },
  piece: { zh: '编号', en: 'Piece' },
  line: { zh: '控制线', en: 'Control line' },
  zone: { zh: '管控分区', en: 'Zone' },
  siteHa: { zh: '项目总面积(公顷)', en: 'Site (ha)' },
  ha: { zh: '占用面积(公顷)', en: 'Occupied (ha)' },
  areaHa: { zh: '面积(公顷)', en: 'Area (ha)' },
  mu: { zh: '占用面积(亩)', en: 'Occupied (mu)' },
  areaMu: { zh: '面积(亩)', en: 'Area (mu)' },
  percent: { zh: '占比(%)', en: 'Share (%)' },
  parcels: { zh: '涉及地块数', en: 'Site parcels' },
  hits: { zh: '涉及图斑数', en: 'Parcels hit' },
  conclusion: { zh: '结论', en: 'Result' },
  parcel: { zh: '地块', en: 'Site parcel' },
  featureId: { zh: '图斑编号', en: 'Parcel code' },
  landClass: { zh: '地类', en: 'Land class' },
  owner: { zh: '权属单位', en: 'Owner' },
  place: { zh: '坐落', en: 'Place' },
  graphic: { zh: '图形面积(公顷)', en: 'Area (ha)' },
  net: { zh: '净面积(公顷)', en: 'Net (ha)' },
  quality: { zh: '质量等别', en: 'Grade' },
  name: { zh: '名称', en: 'Name' },
  core: { zh: '是否自然保护地核心保护区', en: 'Core zone' },
  county: { zh: '县级行政区', en: 'County' },
  nearest: { zh: '最近(m)', en: 'Nearest (m)' },
  m2: { zh: '面积(m²)', en: 'Area (m²)' },
  width: { zh: '平均宽(m)', en: 'Mean width (m)' },
  combination: { zh: '叠加关系', en: 'Combination' },
  layer: { zh: '图层', en: 'Layer' },
  source: { zh: '数据来源单位', en: 'Source' },
  edition: { zh: '数据时点/版本', en: 'Edition' },
  crs: { zh: '坐标系', en: 'CRS' },
  features: { zh: '图斑数', en: 'Parcels' },
  security: { zh: '密级', en: 'Security' },
  sha256: { zh: '校验码(SHA-256前12位)', en: 'SHA-256 (first 12)' },
  integrity: { zh: '校验方式', en: 'Verified' },
  tookPart: { zh: '是否参与检测', en: 'Took part' },
  ellipsoidHa: { zh: '椭球面积(公顷)', en: 'Ellipsoidal (ha)' },
  planeHa: { zh: '平面面积(公顷)', en: 'Plane (ha)' },
  declaredHa: { zh: '声明面积(公顷)', en: 'Declared (ha)' },
  vertices: { zh: '界址点数', en: 'Points' },
  point: { zh: '点号', en: 'Point' },
  ring: { zh: '圈号', en: 'Ring' },
  north: { zh: 'X 纵坐标(m)', en: 'X north (m)' },
  east: { zh: 'Y 横坐标(m)', en: 'Y east (m)' },
  lon: { zh: '经度(°)', en: 'Longitude (°)' },
  lat: { zh: '纬度(°)', en: 'Latitude (°)' },
  rule: { zh: '规则', en: 'Rule' },
  text: { zh: '内容', en: 'Text' },
  file: { zh: '文件', en: 'File' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '内容', en: 'Value' },
} as const satisfies Record<string, Text>;

/** Rows of table 1 and of the parameters. */
export const FIELD_WORDS = {
  projectName: { zh: '项目名称', en: 'Name' },
  projectCode: { zh: '项目代码', en: 'Code' },
  applicant: { zh: '建设单位', en: 'Applicant' },
  location: { zh: '建设地点', en: 'Place' },
  purpose: { zh: '用途', en: 'Purpose' },
  plane: { zh: '平面面积', en: 'Plane area' },
  declared: { zh: '声明面积', en: 'Declared area' },
  minusPlane: { zh: '声明与平面面积之差', en: 'Declared minus plane area' },
  minusEllipsoid: { zh: '声明与椭球面积之差', en: 'Declared minus ellipsoidal area' },
  parcelCount: { zh: '地块数', en: 'Parcels' },
  crs: { zh: '坐标系', en: 'Coordinate system' },
  datum: { zh: '2000国家大地坐标系（CGCS2000）', en: 'CGCS2000' },
  areaMethod: { zh: '面积口径', en: 'Area' },
  areaMethodText: {
    zh: '椭球面积（CGCS2000 椭球，边在经纬度平面内取直线）',
    en: 'Ellipsoidal (CGCS2000 ellipsoid, edges straight in lon/lat)',
  },
  rounding: { zh: '取位', en: 'Rounding' },
  roundingText: {
    zh: '公顷 4 位、亩 2 位、m² 2 位、占比 2 位小数，四舍五入；表内强制平差，分项之和等于合计。1 亩 = 2000/3 m²。',
    en: 'Hectares 4, mu 2, m² 2, per cent 2 decimals, half up; tables are levelled so that parts add up to totals. 1 mu = 2000/3 m².',
  },
  threshold: { zh: '容差', en: 'Threshold' },
  accuracy: { zh: '边界精度', en: 'Accuracy of boundaries' },
  accuracyByLayer: { zh: '取各图层登记值', en: 'as each layer states' },
  densify: { zh: '投影前加密间距', en: 'Densified before projecting' },
  software: { zh: '软件', en: 'Software' },
  policy: { zh: '规则包', en: 'Rule pack' },
  catalog: { zh: '图层目录', en: 'Catalog' },
  height: { zh: '高程基准', en: 'Height datum' },
  heightText: { zh: '不涉及高程', en: 'heights play no part' },
} as const satisfies Record<string, Text>;
