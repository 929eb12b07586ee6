import type { Text } from '../text.ts';

/** A heading with its paragraphs. */
export interface HelpSection {
  readonly title: Text;
  readonly lines: readonly Text[];
}

/** What a check does and what its words mean. */
export const CHECK_SECTIONS: readonly HelpSection[] = [
  {
    title: { zh: '核查什么', en: 'What is checked' },
    lines: [
      {
        zh: '把项目用地范围与目录中的控制线图层逐个套合，列出占用的图斑、面积和比例，再按规则包写明适用的条款、办理程序和还缺的答复。',
        en: 'The site is laid over each control-line layer of the catalog. Occupied parcels, areas and shares are listed; then the rule pack says which clause applies, the procedure, and which answers are missing.',
      },
      {
        zh: '顺序固定：永久基本农田、生态保护红线、城镇开发边界，然后是相关图层。',
        en: 'The order is fixed: farmland, red line, urban boundary, then the companion layers.',
      },
      {
        zh: '没有核查过的，不说“不涉及”。图层缺失、被截断、校验码不符、没有覆盖项目或计算失败，都是“未核查”，总的结论随之收回。',
        en: 'What was not looked at is never called clear. A layer that is missing, cut off, changed, does not cover the site or fails is “not checked”, and the overall verdict is withheld.',
      },
    ],
  },
  {
    title: { zh: '答复', en: 'Answers' },
    lines: [
      {
        zh: '决定结论的问题写在它所决定的卡片里。“不清楚”不会当作“否”，也不会当作“是”。',
        en: 'A question stands in the card it decides. “Not known” is read neither as no nor as yes.',
      },
      {
        zh: '改变答复不会重新套合，只按新的答复重新判定；“判定路径”显示结论从何而来。',
        en: 'Another answer measures nothing anew; the finding is judged again. The decision path shows how it came about.',
      },
    ],
  },
];

export const STATE_HELP = {
  overlap: {
    zh: '与项目有公共面积，合计大于容差。',
    en: 'Shares ground with the site, more than the threshold in total.',
  },
  'below-threshold': {
    zh: '有公共面积，但该线合计不大于容差，须复核界线。',
    en: 'Shares ground, but no more than the threshold in total; verify the boundary.',
  },
  touch: {
    zh: '只有界线或界点相接，面积为零。',
    en: 'Meets at a line or point only; the area is zero.',
  },
  clear: {
    zh: '图层覆盖整个项目，没有相接也没有占用。',
    en: 'The layer covers the whole site and meets it nowhere.',
  },
  'not-covered': {
    zh: '图层没有（完全）覆盖项目，没覆盖的部分没有核查。',
    en: 'The layer does not cover the whole site; the rest was not checked.',
  },
  'not-loaded': {
    zh: '目录中没有或文件缺失，没有核查。',
    en: 'Missing from the catalog or the server; not checked.',
  },
  failed: { zh: '读取或计算失败，没有核查。', en: 'Reading or measuring failed; not checked.' },
} as const satisfies Record<string, Text>;

export const VERDICT_HELP = {
  prohibited: {
    zh: '条款禁止，没有可走的程序。',
    en: 'The clause forbids it; no procedure leads on.',
  },
  'not-admitted': {
    zh: '按现有答复不属于条款准入的情形。',
    en: 'By the answers given it is none of the admitted cases.',
  },
  undetermined: {
    zh: '没有核查到，不能下结论。',
    en: 'Not looked at, or not everywhere; nothing can be concluded.',
  },
  'manual-review': {
    zh: '缺少决定性的答复，或须由主管部门研判。',
    en: 'A deciding answer is missing, or the authority has to judge.',
  },
  conditional: {
    zh: '论证或认定之后才可进行。',
    en: 'Possible only after argumentation or recognition.',
  },
  avoid: { zh: '条款要求应尽量避让。', en: 'The clause asks to avoid it as far as possible.' },
  'permit-mode': {
    zh: '按该区域的管制方式办理许可。',
    en: 'Permitted in the way that applies to the zone.',
  },
  exempt: {
    zh: '符合条款所列情形，可免于论证。',
    en: 'A listed case that needs no argumentation.',
  },
  clear: { zh: '全部核查过，没有占用。', en: 'Looked at everywhere; not occupied.' },
} as const satisfies Record<string, Text>;

export const AREA_SECTIONS: readonly HelpSection[] = [
  {
    title: { zh: '椭球面积', en: 'Ellipsoidal area' },
    lines: [
      {
        zh: '核查用的面积是 CGCS2000 椭球面积：两个界址点之间的边在经纬度上为直线，沿边界积分 ∫(L−L₀)·M·N·cosB dB。它是《第三次全国国土调查》图斑椭球面积公式取无穷细分的极限。',
        en: 'Areas are ellipsoidal, on CGCS2000: the edge between two points is straight in longitude and latitude, and the boundary integral ∫(L−L₀)·M·N·cosB dB is taken along it. It is the limit of the formula of the third national land survey for ever finer steps.',
      },
      {
        zh: '勘测定界坐标的边在高斯平面上是直线，换算前按不大于 70 m 加密。高斯平面面积和文件载明的面积列在旁边，只作对照。',
        en: 'Edges of survey coordinates are straight on the Gauss plane and are densified to 70 m at most before conversion. Plane and declared areas stand beside for comparison only.',
      },
    ],
  },
  {
    title: { zh: '合并与比例', en: 'Union and share' },
    lines: [
      {
        zh: '同一控制线的图斑互相重叠时，重叠处只算一次；占用面积永远不大于项目面积。',
        en: 'Where parcels of one line overlap each other the ground counts once; an occupied area never exceeds the site.',
      },
      {
        zh: '容差按控制线和分区的合计判断，从不按单个图斑；低于容差的不剔除，单独列出。',
        en: 'The threshold applies to the total of a line and zone, never to single pieces; what lies below is listed, not dropped.',
      },
      {
        zh: '净面积按图斑自带的净面积字段折算：占用面积 × 图斑净面积 ÷ 图斑面积；没有该字段时写“—”。',
        en: 'Net area is taken from the parcel’s own field: occupied × net ÷ parcel area; “—” where there is no such field.',
      },
    ],
  },
  {
    title: { zh: '取位', en: 'Rounding' },
    lines: [
      {
        zh: '计算全程不取位，显示时四舍五入一次：公顷 4 位，亩 2 位（1 亩 = 2000/3 m²），百分比 2 位。',
        en: 'Nothing is rounded on the way; shown values are rounded half up, once: ha to 4 decimals, mu to 2 (1 mu = 2000/3 m²), % to 2.',
      },
      {
        zh: '城镇开发边界的分区调平，使各行相加等于用地面积。有占用而取位为零的，比例不写成 0；有剩余的，不写成 100。',
        en: 'Zones of the urban boundary are levelled so that the rows add up to the site. A part never reads as 0 %, nor as 100 % while something is left.',
      },
    ],
  },
];

export const LIMIT_SECTIONS: readonly HelpSection[] = [
  {
    title: { zh: '它不决定什么', en: 'What it does not decide' },
    lines: [
      {
        zh: '只陈述占用的事实和适用的条款，不判断是否合法，不说“通过”。',
        en: 'It states overlaps and applicable clauses. It does not decide lawfulness and never says “passed”.',
      },
      {
        zh: '不替代用地预审、选址意见书、不可避让论证、认定意见、农用地转用和土地征收等审批。',
        en: 'It replaces no pre-examination, siting opinion, unavoidability argumentation, recognition opinion, conversion or expropriation approval.',
      },
      {
        zh: '不判断项目是否属于国家重大项目或有限人为活动：由您答复，由主管部门认定。',
        en: 'Whether a project is a national major project or a limited human activity is for you to answer and for the authority to recognise.',
      },
      {
        zh: '图层的现势性、精度和勘界由提供单位负责；距界线 50 m 以内的，请以勘界定标成果复核。',
        en: 'Currency, accuracy and demarcation of the layers are their owners’; within 50 m of a line, verify against the marked boundary.',
      },
      {
        zh: '规则包没有收录的地方规定、专项规划和新近文件不在核查之内。',
        en: 'Local rules, special plans and newer papers that the rule pack does not hold are outside the check.',
      },
      {
        zh: '来自互联网地图的坐标只能近似纠偏，结论一律为“未核查”，须换用测量坐标。',
        en: 'Coordinates from internet maps are corrected approximately only; the verdict stays “not checked” until surveyed ones are used.',
      },
    ],
  },
];

/** Terms, Chinese and English. */
export const GLOSSARY: readonly Text[] = [
  { zh: '国土空间规划 / “一张图”', en: 'territorial spatial planning / One Map' },
  { zh: '三条控制线（三区三线）', en: 'three control lines (three zones and three lines)' },
  { zh: '生态保护红线', en: 'ecological protection red line' },
  { zh: '永久基本农田', en: 'permanent basic farmland' },
  { zh: '耕地保有量 / 一般耕地', en: 'cultivated land retention / ordinary cultivated land' },
  { zh: '城镇开发边界', en: 'urban development boundary' },
  {
    zh: '集中建设区 / 弹性发展区 / 特别用途区',
    en: 'concentrated construction zone / flexible development zone / special-use zone',
  },
  {
    zh: '自然保护地 / 核心保护区 / 一般控制区',
    en: 'protected natural area / core protection zone / general control zone',
  },
  { zh: '有限人为活动', en: 'limited human activity' },
  { zh: '国家重大项目', en: 'national major project' },
  { zh: '不可避让论证', en: 'unavoidability argumentation' },
  { zh: '认定意见 / 论证意见', en: 'recognition opinion / argumentation opinion' },
  {
    zh: '新增建设用地 / 建设用地报批',
    en: 'new construction land / submission for construction-land approval',
  },
  {
    zh: '用地预审与选址意见书',
    en: 'land-use pre-examination and site-selection opinion',
  },
  {
    zh: '农用地转用 / 土地征收',
    en: 'conversion of agricultural land / land expropriation',
  },
  { zh: '临时用地', en: 'temporary land use' },
  {
    zh: '占补平衡 / 进出平衡 / 补划',
    en: 'requisition–compensation balance / in-out balance / supplementary designation',
  },
  {
    zh: '用途管制 / 分区准入 / 约束指标',
    en: 'use control / zoned admission / binding indicator',
  },
  { zh: '详细规划＋规划许可', en: 'detailed plan plus planning permit' },
  {
    zh: '绿线 / 蓝线 / 紫线 / 黄线',
    en: 'green line (green space) / blue line (water) / purple line (heritage) / yellow line (infrastructure)',
  },
  {
    zh: '勘测定界 / 界址点 / 圈号',
    en: 'survey and demarcation / boundary point / ring number',
  },
  { zh: '勘界定标 / 一本台账', en: 'boundary survey and marking / single ledger' },
  { zh: '图斑 / 地类 / 地块', en: 'parcel polygon / land class / plot' },
  { zh: '套合 / 压占 / 占用 / 避让', en: 'overlay / encroach upon / occupy / avoid' },
  { zh: '椭球面积 / 平面面积 / 平差', en: 'ellipsoidal area / plane area / adjustment' },
  { zh: '体检评估 / 监测预警', en: 'health-check assessment / monitoring and early warning' },
  { zh: '扩展倍数', en: 'expansion multiple' },
  {
    zh: '带号 / 中央经线 / 几度分带',
    en: 'zone number / central meridian / zone width',
  },
  { zh: '审图号 / 密级', en: 'map approval number / security class' },
  { zh: '亩 / 公顷 / 万亩', en: 'mu (2000/3 m²) / hectare / ten thousand mu' },
  { zh: '批而未供 / 闲置土地', en: 'approved but not supplied / idle land' },
  {
    zh: '四水四定',
    en: '“four waters, four determinations” (water sets city, land, people, production)',
  },
  {
    zh: '一地一码 / 六级责任制',
    en: 'one plot one code / six-level responsibility system',
  },
];
