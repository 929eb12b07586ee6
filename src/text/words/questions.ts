import type { Text } from '../text.ts';

/**
 * What an applicant is asked, by claim field: `label` in the form, `question` in a finding.
 * Numbered choices repeat the order of the rule pack (宁党办〔2023〕63号 D2 二（一）2).
 */
export const QUESTION_WORDS = {
  newConstructionLand: {
    label: { zh: '新增建设用地', en: 'New construction land' },
    question: {
      zh: '是否涉及新增建设用地审批？',
      en: 'Does the project need approval of new construction land?',
    },
  },
  concreteConstruction: {
    label: { zh: '具体建设活动', en: 'Concrete construction' },
    question: { zh: '是否有具体建设活动？', en: 'Is there concrete construction?' },
  },
  residentHousing: {
    label: { zh: '居民住房', en: 'Residents’ housing' },
    question: {
      zh: '是否为原住民等在不扩大现有建设用地范围和规模前提下修筑住房？',
      en: 'Is it housing of original residents that does not enlarge existing construction land?',
    },
  },
  temporaryLand: {
    label: { zh: '临时用地', en: 'Temporary land' },
    question: { zh: '是否为临时用地？', en: 'Is the land used temporarily?' },
  },
  legacyExisting: {
    label: { zh: '既有活动', en: 'Existing activity' },
    question: {
      zh: '是否为既有（历史遗留）活动？',
      en: 'Is it an existing activity from before?',
    },
  },
  linear: {
    label: { zh: '线性基础设施', en: 'Linear infrastructure' },
    question: { zh: '是否为线性基础设施？', en: 'Is it linear infrastructure?' },
  },
  limitedActivity: {
    label: { zh: '有限人为活动', en: 'Limited activity' },
    question: {
      zh: '属于哪一类有限人为活动？',
      en: 'Which kind of limited human activity is it?',
    },
  },
  kind6Unavoidable: {
    label: { zh: '无法避让', en: 'Unavoidable' },
    question: { zh: '是否必须且无法避让？', en: 'Is it necessary and unavoidable?' },
  },
  kind6InCountyPlan: {
    label: { zh: '符合规划', en: 'In the plan' },
    question: {
      zh: '是否符合县级以上国土空间规划？',
      en: 'Does a territorial plan of county level or above provide for it?',
    },
  },
  kind9Basis: {
    label: { zh: '法律依据', en: 'Legal basis' },
    question: {
      zh: '依据哪部法律法规的哪一条？',
      en: 'Which law and which article allow it?',
    },
  },
  nationalMajor: {
    label: { zh: '国家重大项目', en: 'National major project' },
    question: {
      zh: '属于哪一类国家重大项目？',
      en: 'Which kind of national major project is it?',
    },
  },
  pbfMajorBasis: {
    label: { zh: '重大建设项目依据', en: 'Basis, farmland' },
    question: {
      zh: '是否符合国家关于重大建设项目范围的规定？',
      en: 'Is there a basis in the national rules on major construction projects?',
    },
  },
  sector: {
    label: { zh: '行业', en: 'Sector' },
    question: { zh: '项目属于哪个行业？', en: 'Which sector does the project belong to?' },
  },
  stage: {
    label: { zh: '办理阶段', en: 'Stage' },
    question: { zh: '现在办理哪个阶段？', en: 'Which stage is being handled?' },
  },
  landUseCode: {
    label: { zh: '拟用途代码', en: 'Land-use code' },
    question: {
      zh: '拟用途的用地用海分类代码是什么？',
      en: 'Which land-use classification code is intended?',
    },
  },
  buildingHeightM: {
    label: { zh: '建筑高度 m', en: 'Height m' },
    question: { zh: '建筑高度是多少米？', en: 'How high is the building, in metres?' },
  },
  temporaryMonths: {
    label: { zh: '临时用地月数', en: 'Months' },
    question: { zh: '临时用地多少个月？', en: 'For how many months is the land used?' },
  },
} as const satisfies Record<string, { label: Text; question: Text }>;

export const LIMITED_ACTIVITY_WORDS: readonly Text[] = [
  { zh: '管护巡护等及必要设施', en: 'Patrol, care and their necessary facilities' },
  { zh: '原住居民等种植养殖捕捞及生产生活设施', en: 'Residents’ farming, fishing and facilities' },
  { zh: '考古、古生物、标本、文物', en: 'Archaeology, fossils, specimens, relics' },
  { zh: '人工商品林抚育采伐、树种更新', en: 'Tending and renewal of planted forest' },
  { zh: '适度参观旅游、科普宣教及公共设施', en: 'Moderate visits, teaching, public facilities' },
  {
    zh: '必须且无法避让的线性基础设施、通讯、防洪、供水等',
    en: 'Unavoidable linear infrastructure, telecom, flood control, water supply',
  },
  { zh: '地质调查与矿产资源勘查开采', en: 'Geological survey, mineral exploration and mining' },
  { zh: '生态修复', en: 'Ecological restoration' },
  { zh: '法律法规规定允许的其他人为活动', en: 'Other activities allowed by law' },
];

export const NATIONAL_MAJOR_WORDS: readonly Text[] = [
  {
    zh: '中央文件、规划点名或国务院批准',
    en: 'Named by central documents or approved by the State Council',
  },
  { zh: '军事国防项目', en: 'Military and defence' },
  { zh: '国家级规划明确的交通、水利', en: 'Transport and water works in national plans' },
  { zh: '国家级规划明确的电网、能源、油气', en: 'Grid, energy, oil and gas in national plans' },
  {
    zh: '国务院投资主管部门确认的基础设施',
    en: 'Infrastructure confirmed by the investment authority',
  },
  { zh: '国家用地保障机制确认的重大项目', en: 'Confirmed under the national land guarantee' },
];

/** Stages and sectors are stored in Chinese; these are their English readings. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  交通: 'Transport',
  能源: 'Energy',
  水利: 'Water works',
  电网: 'Power grid',
  油气: 'Oil and gas',
  矿产: 'Mining',
  光伏: 'Photovoltaics',
  风电: 'Wind power',
  农业: 'Agriculture',
  旅游: 'Tourism',
  城镇建设: 'Urban construction',
  工业: 'Industry',
  其他: 'Other',
  规划选址: 'Siting in the plan',
  用地预审与选址: 'Pre-examination and siting',
  农转用和征收报批: 'Conversion and expropriation',
  临时用地审批: 'Temporary land approval',
  规划许可: 'Planning permit',
  日常核查: 'Routine check',
};
