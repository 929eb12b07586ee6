import type { PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import type { Text } from '../text/text.ts';
import { DECISION_WORDS } from '../text/words/decision.ts';
import { fill } from '../text/words/policy.ts';
import { type Answer, answersTo } from './answers.ts';
import { labelOf } from './questions.ts';

/** Several answers in few words: one by its label, numbers of a list as runs, nearly all by the rest. */
export function labelOfAnswers(
  field: QuestionField,
  answers: readonly Answer[],
  pack: PolicyPack,
): Text {
  if (answers.length === 1) return labelOf(field, answers[0]!, pack);
  const others = (answersTo(field, pack) ?? []).filter((one) => !answers.includes(one));
  if (answers.every((one) => typeof one === 'number')) return runs(answers as readonly number[]);
  if (others.length === 1 && answers.length > 2)
    return fill(DECISION_WORDS.anyBut, { answer: labelOf(field, others[0]!, pack) });
  const labels = answers.map((one) =>
    typeof one === 'number'
      ? fill(DECISION_WORDS.kindOne, { from: one })
      : labelOf(field, one, pack),
  );
  return joined(labels);
}

/** 1, 2, 3, 5 → 第1—3类、第5类. */
function runs(numbers: readonly number[]): Text {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return joined(
    found.map(([from, to]) =>
      fill(from === to ? DECISION_WORDS.kindOne : DECISION_WORDS.kinds, { from, to }),
    ),
  );
}

function joined(texts: readonly Text[]): Text {
  return {
    zh: texts.map(({ zh }) => zh).join('、'),
    en: texts.map(({ en }) => en).join(', '),
  };
}
