import type { Verdict } from './verdict.ts';

export type Tone = 'stop' | 'gap' | 'warn' | 'mode' | 'clear';

/** Five tones for nine verdicts, on the screen and on paper; the shape tells the rest. */
export const VERDICT_TONES = {
  prohibited: 'stop',
  'not-admitted': 'stop',
  undetermined: 'gap',
  'manual-review': 'warn',
  conditional: 'warn',
  avoid: 'warn',
  'permit-mode': 'mode',
  exempt: 'mode',
  clear: 'clear',
} as const satisfies Record<Verdict, Tone>;
