import { BATCH_WORDS } from './batch.ts';
import { COMPARE_WORDS } from './compare.ts';
import { DRAWING_WORDS } from './drawing.ts';
import { PATH_DIALOG_WORDS } from './path-dialog.ts';
import { REVIEW_WORDS } from './review.ts';
import { addWords } from './ui.ts';

/** Words of batches, comparisons, drawing and review: imported by whoever says one of them. */
export const LATER_WORDS = {
  ...BATCH_WORDS,
  ...COMPARE_WORDS,
  ...DRAWING_WORDS,
  ...PATH_DIALOG_WORDS,
  ...REVIEW_WORDS,
} as const;

addWords(LATER_WORDS);
