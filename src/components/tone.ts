import type { Verdict } from '../domain/verdict.ts';

/** Five tones for nine verdicts; the shape tells the rest. */
export type Tone = 'stop' | 'gap' | 'warn' | 'mode' | 'clear';

export const TONES = {
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
