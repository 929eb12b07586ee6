import type { CheckReport } from '../../domain/report.ts';
import { formatCount } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_SENTENCES } from '../../text/words/figure.ts';
import { REDACTION_WORDS } from '../../text/words/redaction.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { cellFigure } from '../figure/cell-figure.ts';
import { reportFigures } from '../figures.ts';
import { type Block, type Group, heading, note, paragraph, section } from './blocks.ts';
import type { ContentOptions } from './content-options.ts';

/** 七: the figures, or the sentence that says why there are none. */
export function figureSection(
  report: CheckReport,
  lang: Language,
  { grey, surroundings }: ContentOptions,
): Group {
  const w = REPORT_WORDS;
  if (report.redaction) return cellSection(report, lang);
  const { figures, leftOut } = reportFigures(report, { lang, grey, surroundings });
  const drawn = figures.map(({ svg, caption }): Block => ({ type: 'figure', svg, caption }));
  const rest =
    leftOut.length === 0
      ? []
      : [note(FIGURE_SENTENCES.leftOut(formatCount(leftOut.length), numbers(leftOut, lang))[lang])];
  const body = drawn.length === 0 ? [paragraph(w.noGeometry[lang])] : [...drawn, ...rest];
  const warning = drawn.length === 0 ? [] : [note(w.noUpload[lang])];
  return section('s7', [heading(2, w.section7[lang]), ...body, ...warning]);
}

const MOST_NUMBERS = 40;

/** The list of pieces has all of them; a sentence names so many. */
function numbers(all: readonly number[], lang: Language): string {
  const shown = all.slice(0, MOST_NUMBERS).join(lang === 'zh' ? '、' : ', ');
  if (all.length <= MOST_NUMBERS) return shown;
  return FIGURE_SENTENCES.leftOutMore(shown, formatCount(all.length))[lang];
}

/** Of a redacted record: where the site lies, coarsely, and why no more. */
function cellSection(report: CheckReport, lang: Language): Group {
  const caption = REDACTION_WORDS.caption[lang];
  return section('s7', [
    heading(2, REPORT_WORDS.section7[lang]),
    paragraph(REDACTION_WORDS.figures[lang]),
    { type: 'figure', svg: cellFigure(report, lang), caption },
    note(REDACTION_WORDS.why[lang]),
  ]);
}
