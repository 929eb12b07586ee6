import type { Verdict } from '../domain/verdict.ts';

/** Five tones for nine verdicts; the shape tells the rest. */
const TONES = {
  prohibited: 'stop',
  'not-admitted': 'stop',
  undetermined: 'gap',
  'manual-review': 'warn',
  conditional: 'warn',
  avoid: 'warn',
  'permit-mode': 'mode',
  exempt: 'mode',
  clear: 'clear',
} as const satisfies Record<Verdict, string>;

export const toneOf = (verdict: Verdict): (typeof TONES)[Verdict] => TONES[verdict];
