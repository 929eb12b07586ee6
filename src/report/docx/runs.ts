import { type IRunOptions, TextRun } from 'docx';
import { chipText } from '../chip.ts';
import type { Run, Runs } from '../content/blocks.ts';
import { plainText } from '../plain-text.ts';

/** Words of a report; nothing in them can become markup of the document. */
export function textRuns(runs: Runs, look: IRunOptions = {}): TextRun[] {
  return runs.map((run) => textRun(run, look));
}

function textRun(run: Run, look: IRunOptions): TextRun {
  if (typeof run === 'string') return new TextRun({ ...look, text: plainText(run) });
  if ('shape' in run) return new TextRun({ ...look, text: plainText(chipText(run)), bold: true });
  if ('strong' in run) return new TextRun({ ...look, text: plainText(run.strong), bold: true });
  return new TextRun({ ...look, text: plainText(run.code), font: 'Consolas', size: 17 });
}
