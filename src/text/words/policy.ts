import type { Text } from '../text.ts';

/** Sentences of findings that no rule pack writes; `{}` are filled in by `fill`. */
export const SPECIAL_WORDS = {
  'NOT-LOADED': {
    zh: '因未加载“{line}”图层，本次未对该项进行核查，不作不涉及的结论。',
    en: 'The layer “{line}” was not loaded, so it was not checked; no “clear” is stated.',
  },
  'NOT-COVERED': {
    zh: '“{line}”图层未覆盖项目用地中的 {area} m²，该部分未核查，不作不涉及的结论。',
    en: 'The layer “{line}” does not cover {area} m² of the site; that part was not checked and no “clear” is stated.',
  },
  FAILED: {
    zh: '“{line}”核查失败，本次未对该项作出核查，不作不涉及的结论。',
    en: 'The check against “{line}” failed, so it was not checked; no “clear” is stated.',
  },
  POSITION: {
    zh: '坐标来源为互联网地图，位置仅经近似纠偏，各项结果仅供参考，不作结论。',
    en: 'The coordinates come from an internet map and were corrected only approximately; results are for reference and nothing is concluded.',
  },
  'NO-RULE': {
    zh: '占用“{line}”（{zone}），规则包中没有相应的准入条款，须人工研判。',
    en: 'Occupies “{line}” ({zone}); the rule pack has no clause of admission for it. Review by hand.',
  },
  'NO-RULE-WHOLE': {
    zh: '占用“{line}”，规则包中没有相应的准入条款，须人工研判。',
    en: 'Occupies “{line}”; the rule pack has no clause of admission for it. Review by hand.',
  },
  CONTRADICTION: {
    zh: '两种算法对“{line}”的占用结果不一致，须人工核对。',
    en: 'Two methods disagree about the overlap with “{line}”; check by hand.',
  },
  REASON: { zh: '原因：{reason}', en: 'Reason: {reason}' },
  OPEN: {
    zh: '占用“{line}”，尚有决定结论的问题未回答：{questions}',
    en: 'Occupies “{line}”; answers that decide the result are still missing: {questions}',
  },
  'OPEN-DUTY': {
    zh: '“{title}”是否适用，待回答：{questions}',
    en: 'Whether “{title}” applies depends on: {questions}',
  },
} as const satisfies Record<string, Text>;

/** Notes that judging leaves beside its findings. */
export const POLICY_NOTE_WORDS = {
  'both-lists-claimed': {
    zh: '同时填报了有限人为活动和国家重大项目，按国家重大项目判定。',
    en: 'Both a limited activity and a national major project are claimed; the national major project decides.',
  },
  'data-conflict': {
    zh: '数据问题：项目用地内“{a}”与“{b}”互相重叠 {areaM2} m²，请核对图层。',
    en: 'Data problem: “{a}” and “{b}” overlap each other by {areaM2} m² under the site; check the layers.',
  },
  'data-gap': {
    zh: '数据问题：项目用地内“{a}”有 {areaM2} m² 不在“{b}”内，请核对图层。',
    en: 'Data problem: {areaM2} m² of “{a}” under the site lie outside “{b}”; check the layers.',
  },
} as const satisfies Record<string, Text>;

/** Which features make a data problem. */
export const POLICY_PAIR_WORDS = {
  zh: '所涉图斑：{pairs}。',
  en: 'Features: {pairs}.',
} as const satisfies Text;

/** Steps of a decision path and of "what would change it". */
export const PATH_WORDS = {
  fact: { zh: '事实：{fact}', en: 'Fact: {fact}' },
  occupies: { zh: '占用{line} {area} m²', en: 'occupies {line}, {area} m²' },
  occupiesZone: { zh: '占用{line}（{zone}）{area} m²', en: 'occupies {line} ({zone}), {area} m²' },
  inZone: { zh: '位于{line}（{zone}）{area} m²', en: 'lies in {line} ({zone}), {area} m²' },
  near: { zh: '距{line} {distance} m', en: '{distance} m from {line}' },
  everywhere: { zh: '适用于所有项目', en: 'applies to every project' },
  answer: { zh: '回答：{question} — {answer}', en: 'Answer: {question} — {answer}' },
  open: { zh: '未回答：{question}', en: 'Not answered: {question}' },
  rule: { zh: '规则：{rule} {title}', en: 'Rule: {rule} {title}' },
  verdict: { zh: '结论：{verdict}', en: 'Result: {verdict}' },
  clause: { zh: '条款：《{document}》{section}', en: 'Clause: {document}, {section}' },
  notLookedAt: { zh: '{line}未核查', en: '{line} was not checked' },
  contradiction: { zh: '所填回答互相矛盾', en: 'the answers contradict each other' },
  position: { zh: '坐标取自互联网地图', en: 'coordinates come from an internet map' },
  change: {
    zh: '若“{question}”答“{answer}”，则{line}：{before} → {after}',
    en: 'If “{question}” is answered “{answer}”: {line}: {before} → {after}',
  },
  noOutcome: { zh: '无结论', en: 'no outcome' },
} as const satisfies Record<string, Text>;

/** National hints: always marked as such. */
export const HINT_WORDS = {
  confident: {
    zh: '提示（国家文件，把握 {confidence}%，以现行原文复核）：《{instrument}》（{number}）：{adds}',
    en: 'Hint (national paper, {confidence}% sure, check the text in force): {instrument} ({number}): {adds}',
  },
  unverified: {
    zh: '提示（国家文件，未核对原文）：《{instrument}》（{number}）：{adds}',
    en: 'Hint (national paper, not verified): {instrument} ({number}): {adds}',
  },
} as const satisfies Record<string, Text>;

/** Answers of a claim as people read them. */
export const ANSWER_WORDS = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unknown: { zh: '不清楚', en: 'Not known' },
  none: { zh: '都不属于', en: 'None of them' },
  present: { zh: '有', en: 'Given' },
  absent: { zh: '无', en: 'Not given' },
  kind: { zh: '第{number}类 {title}', en: 'Kind {number}: {title}' },
} as const satisfies Record<string, Text>;

export const SECTOR_WORDS = {
  交通: { zh: '交通', en: 'Transport' },
  能源: { zh: '能源', en: 'Energy' },
  水利: { zh: '水利', en: 'Water works' },
  电网: { zh: '电网', en: 'Power grid' },
  油气: { zh: '油气', en: 'Oil and gas' },
  矿产: { zh: '矿产', en: 'Mining' },
  光伏: { zh: '光伏', en: 'Solar power' },
  风电: { zh: '风电', en: 'Wind power' },
  农业: { zh: '农业', en: 'Agriculture' },
  旅游: { zh: '旅游', en: 'Tourism' },
  城镇建设: { zh: '城镇建设', en: 'Urban construction' },
  工业: { zh: '工业', en: 'Industry' },
  其他: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>;

export const STAGE_WORDS = {
  规划选址: { zh: '规划选址', en: 'Site planning' },
  用地预审与选址: { zh: '用地预审与选址', en: 'Land-use pre-examination and site selection' },
  农转用和征收报批: { zh: '农转用和征收报批', en: 'Submission for conversion and expropriation' },
  临时用地审批: { zh: '临时用地审批', en: 'Approval of temporary land' },
  规划许可: { zh: '规划许可', en: 'Planning permit' },
  日常核查: { zh: '日常核查', en: 'Routine check' },
} as const satisfies Record<string, Text>;

/** A mistake with its place. */
export const POLICY_PLACE_WORDS = {
  zh: '第 {line} 行第 {column} 列：{mistake}',
  en: 'line {line}, column {column}: {mistake}',
} as const satisfies Text;

/** Mistakes in a rule pack, each with its place; `policy-yaml` and `policy-schema` UserErrors. */
export const POLICY_MISTAKE_WORDS = {
  yaml: { zh: 'YAML 语法错误：{problem}', en: 'YAML syntax: {problem}' },
  choice: {
    zh: '{path} 的值“{value}”不在可选范围内，可选：{choices}',
    en: '{path} is “{value}”; it must be one of: {choices}',
  },
  missing: { zh: '缺少 {path}', en: '{path} is missing' },
  'unknown-field': {
    zh: '{path} 不是可用的字段，此处可用：{choices}',
    en: '{path} is not a field here; the fields are: {choices}',
  },
  type: {
    zh: '{path} 的值“{value}”类型不对，应为 {choices}',
    en: '{path} is “{value}”; it should be a {choices}',
  },
  format: { zh: '{path} 的值“{value}”格式不对', en: '{path} is “{value}”, which is malformed' },
  'too-much': {
    zh: '{path} 的值“{value}”超过上限 {choices}',
    en: '{path} is “{value}”, more than the {choices} allowed',
  },
  'never-hidden': {
    zh: '{path}：“{value}”不得隐藏，可隐藏：{choices}',
    en: '{path}: “{value}” may never be hidden; what may is: {choices}',
  },
  'one-place': {
    zh: '{path} 只能写 {choices} 中的一个',
    en: '{path} takes only one of: {choices}',
  },
  empty: { zh: '{path} 不能为空', en: '{path} must not be empty' },
  duplicate: { zh: '{path} 的编号“{value}”重复', en: '{path}: “{value}” is used twice' },
  ground: {
    zh: '{path} 须写明且只写一个空间条件，可选：{choices}',
    en: '{path} needs exactly one spatial condition out of: {choices}',
  },
  line: {
    zh: '{path} 为“{value}”，而 when 中首先写到的是 {choices}',
    en: '{path} is “{value}”, but `when` first names {choices}',
  },
  'no-verdict': {
    zh: '{path}：准入规则须写 verdict 和 text',
    en: '{path}: an admission rule needs verdict and text',
  },
  'duty-verdict': {
    zh: '{path}：只有准入规则可以写 verdict',
    en: '{path}: only an admission rule has a verdict',
  },
  force: {
    zh: '{path} 为“{value}”，但该规则没有引用现行有效的文件，不能作此结论',
    en: '{path} is “{value}”, but the rule cites no document in force and cannot say so',
  },
  'open-ended': {
    zh: '{path} 中的“{value}”没有固定选项，不能用于判定次序',
    en: '{path}: “{value}” has no fixed answers and cannot decide a list',
  },
  'context-kind': {
    zh: '{path} 的“{value}”是参考图层，不能列为必查',
    en: '{path}: “{value}” is a context layer and cannot be required',
  },
} as const satisfies Record<string, Text>;

/** Sentences of the UserErrors of this area; `zh` and `en` hold every mistake, one a line. */
export const POLICY_ERROR_WORDS = {
  'policy-yaml': (p) => ({
    zh: `规则包 ${p.file} 第 ${p.line} 行第 ${p.column} 列有 YAML 语法错误（${p.problem}），请改正后重试`,
    en: `Rule pack ${p.file}, line ${p.line}, column ${p.column}: YAML syntax error (${p.problem}); correct it and try again`,
  }),
  'policy-schema': (p) => ({
    zh: `规则包 ${p.file} 有 ${p.mistakes} 处须改正：\n${p.zh}`,
    en: `Rule pack ${p.file} has ${p.mistakes} to correct:\n${p.en}`,
  }),
  'policy-requires': (p) => ({
    zh: `规则包 ${p.pack} 没有写明必须核查的控制线（requires），不能用于核查`,
    en: `Rule pack ${p.pack} names no required control line (requires) and cannot be used`,
  }),
} as const satisfies Record<
  string,
  (params: Readonly<Record<string, string | number | boolean | null>>) => Text
>;

/** Puts values into `{name}`; a name without a value is a bug and stays visible. */
export function fill(text: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const put = (language: 'zh' | 'en'): string => {
    const pieces = piecesOf(text[language]);
    let filled = pieces[0]!;
    for (let i = 1; i < pieces.length; i += 2) {
      const name = pieces[i]!;
      const value = values[name];
      if (value === undefined) filled += `{${name}}`;
      else filled += typeof value === 'object' ? value[language] : value;
      filled += pieces[i + 1]!;
    }
    return filled;
  };
  return { zh: put('zh'), en: put('en') };
}

/** Sentences taken apart, by themselves: a batch fills the same hundred over and over. */
const known = new Map<string, readonly string[]>();

/** A sentence cut at what is filled in: words, name, words, name, words. */
function piecesOf(sentence: string): readonly string[] {
  let pieces = known.get(sentence);
  if (pieces === undefined) {
    if (known.size > 1_000) known.clear();
    pieces = sentence.split(/\{([A-Za-z0-9]+)\}/);
    known.set(sentence, pieces);
  }
  return pieces;
}
