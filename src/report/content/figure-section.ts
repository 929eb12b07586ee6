import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { siteFigure } from '../figure.ts';
import { type Group, heading, paragraph, section } from './blocks.ts';

/** 七: the figure, or the sentence that says why there is none. */
export function figureSection(report: CheckReport, lang: Language): Group {
  const w = REPORT_WORDS;
  const svg = siteFigure(report, { lang });
  return section('s7', [
    heading(2, w.section7[lang]),
    svg === null
      ? paragraph(w.noGeometry[lang])
      : { type: 'figure', svg, caption: w.noUpload[lang] },
  ]);
}
