import { BATCH_WORDS } from './batch.ts';
import { COMPARE_WORDS } from './compare.ts';
import { DRAWING_WORDS } from './drawing.ts';
import { EMBED_WORDS } from './embed.ts';
import { FINDINGS_WORDS } from './findings.ts';
import { IMPORT_QUESTIONS_WORDS } from './import-questions.ts';
import { LAYER_SEARCH_WORDS } from './layer-search.ts';
import { LAYER_SHEET_WORDS } from './layer-sheet.ts';
import { PATH_DIALOG_WORDS } from './path-dialog.ts';
import { PIECES_WORDS } from './pieces.ts';
import { PROJECT_PANEL_WORDS } from './project-panel.ts';
import { REPORT_PANEL_WORDS } from './report-panel.ts';
import { REVIEW_WORDS } from './review.ts';
import { TOOL_BARS_WORDS } from './tool-bars.ts';
import { addWords } from './ui.ts';

/** Words that the first view does without: imported by whoever says one of them. */
export const LATER_WORDS = {
  ...BATCH_WORDS,
  ...COMPARE_WORDS,
  ...DRAWING_WORDS,
  ...EMBED_WORDS,
  ...FINDINGS_WORDS,
  ...IMPORT_QUESTIONS_WORDS,
  ...LAYER_SEARCH_WORDS,
  ...LAYER_SHEET_WORDS,
  ...PATH_DIALOG_WORDS,
  ...PIECES_WORDS,
  ...PROJECT_PANEL_WORDS,
  ...REPORT_PANEL_WORDS,
  ...REVIEW_WORDS,
  ...TOOL_BARS_WORDS,
} as const;

addWords(LATER_WORDS);
