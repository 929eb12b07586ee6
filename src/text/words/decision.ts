import type { Text } from '../text.ts';

/** Words of the decision path: what was found, what was answered, what another answer would lead to. */
export const DECISION_WORDS = {
  occupies: { zh: '占用{line}', en: 'Occupies: {line}' },
  located: { zh: '与{line}的关系', en: 'In relation to: {line}' },
  wholeSite: { zh: '全项目', en: 'Whole site' },
  area: { zh: '事实：{ha} 公顷，{n} 个图斑', en: 'Fact: {ha} ha, {n} parcels' },
  areaOnly: { zh: '事实：{ha} 公顷', en: 'Fact: {ha} ha' },
  siteOf: { zh: '事实：项目用地 {ha} 公顷', en: 'Fact: site of {ha} ha' },
  inCore: { zh: '位于核心保护区？', en: 'In a core protection zone?' },
  coreYes: { zh: '事实：是，{ha} 公顷', en: 'Fact: yes, {ha} ha' },
  coreNo: { zh: '事实：否', en: 'Fact: no' },
  coreNear: { zh: '事实：否，最近 {distance}', en: 'Fact: no, {distance} away' },
  coreUnknown: { zh: '事实：核心保护区未核查', en: 'Fact: the core was not checked' },
  inZone: { zh: '位于哪个分区？', en: 'Which zone?' },
  zone: { zh: '事实：{zone}，{ha} 公顷', en: 'Fact: {zone}, {ha} ha' },
  apartFrom: { zh: '在{line}以外？', en: 'Outside: {line}?' },
  apartYes: { zh: '事实：是，{ha} 公顷', en: 'Fact: yes, {ha} ha' },
  answered: { zh: '您的回答：{answer}', en: 'Your answer: {answer}' },
  open: { zh: '您的回答：不清楚', en: 'Your answer: not known' },
  branch: { zh: '如答“{answer}”', en: 'If “{answer}”' },
  branchTo: { zh: '{rule} {verdict}', en: '{rule} {verdict}' },
  outcome: { zh: '规则 {rule}', en: 'Rule {rule}' },
  road: {
    zh: '若{needs}，则{verdict}（{rule}：{title}）',
    en: 'If {needs}: {verdict} ({rule}: {title})',
  },
  need: { zh: '“{question}”答“{answer}”', en: '“{question}” is answered “{answer}”' },
  kinds: { zh: '第{from}—{to}类', en: 'Kinds {from}–{to}' },
  kindOne: { zh: '第{from}类', en: 'Kind {from}' },
  anyBut: { zh: '“{answer}”以外', en: 'any but “{answer}”' },
} as const satisfies Record<string, Text>;

/** Screen and terminal: headings and buttons around a decision path. */
export const DECISION_SAID = {
  change: { zh: '什么会改变结论', en: 'What would change the result' },
  changeNone: {
    zh: '没有哪个回答会改变这里的结论。',
    en: 'No answer would change the result here.',
  },
  hints: { zh: '国家文件提示（不作结论）', en: 'Hints from national papers (they decide nothing)' },
  otherPack: {
    zh: '规则包与核查时不是同一版本，下面只列报告所载路径，不推算其他回答的结果。',
    en: 'The rule pack is not the one of the check: only the recorded path is shown, nothing is worked out for other answers.',
  },
  disagrees: {
    zh: '按报告所载事实重新判定，与报告不一致；下面只列报告所载路径。',
    en: 'Judging the recorded facts anew gives another result than the report; only the recorded path is shown.',
  },
} as const satisfies Record<string, Text>;

/** Boxes of the kinds of limited activity that ask for more than a procedure. */
export const CONDITION_WORDS = {
  title: { zh: '第{kind}类的条件', en: 'Conditions of kind {kind}' },
  kind6Unavoidable: { zh: '必须且无法避让', en: 'Necessary and impossible to site elsewhere' },
  kind6InCountyPlan: {
    zh: '符合县级以上国土空间规划',
    en: 'In accordance with territorial spatial plans of county level or above',
  },
  kind9Basis: { zh: '写明所依据的法律法规名称和条款', en: 'Name the law and the article' },
  open: { zh: '待明确', en: 'still open' },
  yes: { zh: '申请人答：是', en: 'answered: yes' },
  no: { zh: '申请人答：否', en: 'answered: no' },
} as const satisfies Record<string, Text>;

export const OPINION_WORDS = {
  rule: { zh: '（规则的结论：{verdict}）', en: '(the rule says: {verdict})' },
} as const satisfies Record<string, Text>;
