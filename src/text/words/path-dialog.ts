import type { Text } from '../text.ts';

/** Words of the decision path on screen, and of an opinion that differs from the rule. */
export const PATH_DIALOG_WORDS = {
  'path.title': { zh: '判定路径 · {line}', en: 'Decision path · {line}' },
  'path.close': { zh: '关闭', en: 'Close' },
  'path.copy': { zh: '复制条款', en: 'Copy clauses' },
  'path.working': { zh: '正在判定', en: 'Judging' },
  'path.change-answer': { zh: '改答：{question}', en: 'Change the answer: {question}' },
  'path.roads': { zh: '什么会改变结论', en: 'What would change the result' },
  'path.roads.none': {
    zh: '没有哪个回答会改变这里的结论。',
    en: 'No answer would change the result here.',
  },
  'path.hints': {
    zh: '国家文件提示（仅供参考，不作结论）',
    en: 'Hints from national papers (for reference, they decide nothing)',
  },
  'path.recorded': {
    zh: '规则包与核查时不同，只列出当时的判定步骤。',
    en: 'The rule pack is not the one of the check: only its steps are shown.',
  },
  'override.open': { zh: '我有不同意见…', en: 'I hold otherwise…' },
  'override.title': { zh: '不同意见', en: 'A differing opinion' },
  'override.lead': {
    zh: '您的意见与规则的结论并列写入报告，不改变总体结论和校验码。',
    en: 'Your opinion stands in the report beside the rule; overall result and digest stay.',
  },
  'override.of': { zh: '针对', en: 'About' },
  'override.verdict': { zh: '您认为应为', en: 'You hold' },
  'override.choose': { zh: '请选择', en: 'Choose' },
  'override.reason': { zh: '理由', en: 'Reason' },
  'override.name': { zh: '姓名', en: 'Name' },
  'override.save': { zh: '写入报告', en: 'Put into the report' },
  'override.cancel': { zh: '取消', en: 'Cancel' },
  'override.withdraw': { zh: '撤回', en: 'Withdraw' },
  'override.missing': {
    zh: '请填写意见、理由和姓名。',
    en: 'Please give the verdict, the reason and the name.',
  },
  'override.said': { zh: '{name}（{at}）认为：{reason}', en: '{name} ({at}): {reason}' },
  'override.rule': { zh: '规则 {rule}：', en: 'Rule {rule}: ' },
  'conflicts.title': { zh: '数据问题', en: 'Data problems' },
} as const satisfies Record<string, Text>;
