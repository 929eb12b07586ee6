import { type Tone, VERDICT_TONES } from '../domain/verdict-tone.ts';
import type { ChipName } from './chip-name.ts';

/** Tones of verdicts and of what is met at a border; the shape tells the rest. */
export const TONES = {
  ...VERDICT_TONES,
  'below-threshold': 'warn',
  touch: 'warn',
} as const satisfies Record<ChipName, Tone>;
