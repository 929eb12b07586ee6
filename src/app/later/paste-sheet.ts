import { SanxianPasteSheet } from '../../components/paste-sheet.ts';
import { pastePreview } from '../paste-preview.ts';

/** The paste sheet with the formats that tell how text will be read. */
SanxianPasteSheet.preview = pastePreview;
