import type { ChipName } from './chip-name.ts';

/** Five tones for nine verdicts and what is met at a border; the shape tells the rest. */
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
  'below-threshold': 'warn',
  touch: 'warn',
  clear: 'clear',
} as const satisfies Record<ChipName, Tone>;
