import type { Text } from '../text/text.ts';

/** What policy says, worst first. The overall verdict is the worst of all findings. */
export const VERDICTS = [
  'prohibited',
  'not-admitted',
  'undetermined',
  'manual-review',
  'conditional',
  'avoid',
  'permit-mode',
  'exempt',
  'clear',
] as const;

export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS = {
  prohibited: { zh: '禁止', en: 'Prohibited' },
  'not-admitted': { zh: '不符合准入情形', en: 'Not admitted' },
  undetermined: { zh: '未核查', en: 'Not checked' },
  'manual-review': { zh: '需人工研判', en: 'Manual review' },
  conditional: { zh: '须论证/认定', en: 'Conditional' },
  avoid: { zh: '应尽量避让', en: 'Avoid' },
  'permit-mode': { zh: '按管制方式许可', en: 'Permit mode' },
  exempt: { zh: '可免于论证', en: 'Exempt' },
  clear: { zh: '不涉及', en: 'Clear' },
} as const satisfies Record<Verdict, Text>;

/** 0 is the worst. */
export function severity(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** The worst of several verdicts; of none it is `clear`: callers must know that all was looked at. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'clear';
  for (const verdict of verdicts) if (severity(verdict) < severity(worst)) worst = verdict;
  return worst;
}
