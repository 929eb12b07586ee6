import { KINDS } from '../../domain/kinds.ts';
import { numberedPieces } from '../../domain/pieces.ts';
import type { CheckReport } from '../../domain/report.ts';
import { severity } from '../../domain/verdict.ts';
import { formatHectares } from '../../text/numbers.ts';
import { inBrackets, listed } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES } from '../../text/words/report.ts';
import { headline, lineChip } from '../chip.ts';
import { uncheckedItems } from '../unchecked.ts';
import {
  type Block,
  type Group,
  heading,
  list,
  listIfAny,
  paragraph,
  type Runs,
  section,
} from './blocks.ts';
import { completeness } from './first-page.ts';

/** 六: overall, per line, how to avoid, and what was not checked with its reasons. */
export function conclusionsSection(report: CheckReport, lang: Language): Group {
  const w = REPORT_WORDS;
  const byLine = report.lines.map(
    (line): Runs => [`${line.title[lang]}${w.colon[lang]}`, lineChip(line, report, lang)],
  );
  return section('s6', [
    heading(2, w.section6[lang]),
    heading(3, w.conclusionOverall[lang]),
    paragraph(headline(report, lang), `　${completeness(report)[lang]}`),
    heading(3, w.conclusionByLine[lang]),
    list('bullets', byLine),
    heading(3, w.conclusionAvoid[lang]),
    list('bullets', avoidance(report, lang)),
    {
      type: 'group',
      look: 'part',
      id: 'not-checked',
      blocks: [heading(3, w.conclusionNotChecked[lang]), ...notChecked(report, lang)],
    },
    heading(3, w.statementTitle[lang]),
    { ...paragraph(w.statement[lang]), id: 'statement' },
  ]);
}

/** How much less would be occupied if the site kept off a line that asks for more than a permit. */
function avoidance(report: CheckReport, lang: Language): readonly string[] {
  const items: string[] = [];
  for (const line of report.lines) {
    if (line.state !== 'overlap' || severity(line.verdict) > severity('avoid')) continue;
    const numbers = numberedPieces(report)
      .filter((piece) => piece.kind === line.kind)
      .map((piece) => piece.number);
    if (numbers.length === 0) continue;
    const said = SENTENCES.avoid(
      line.title[lang],
      formatHectares(line.areaM2),
      ranges(numbers, lang),
      !report.redaction,
    );
    items.push(said[lang]);
  }
  if (items.length > 0) return items;
  return [REPORT_WORDS[report.complete ? 'noAvoidance' : 'noAvoidanceSoFar'][lang]];
}

/** 1, 2, 3, 5 → `1–3、5`; the numbers come sorted. */
function ranges(numbers: readonly number[], lang: Language): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return listed(
    runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)),
    lang,
  );
}

function notChecked(report: CheckReport, lang: Language): readonly Block[] {
  const open = uncheckedItems(report);
  const items = open.map(({ title, sentence, reason }): Runs => {
    const why = reason === null ? '' : inBrackets(reason[lang], lang);
    return [{ strong: `◌ ${title[lang]}` }, ` ${sentence[lang]}${why}`];
  });
  const optional = report.notChecked.map(
    ({ kind, reason }): Runs => [{ strong: `◌ ${KINDS[kind].title[lang]}` }, ` ${reason[lang]}`],
  );
  const said = open.length === 0 ? [paragraph(REPORT_WORDS.allChecked[lang])] : [];
  return [...said, ...listIfAny('bullets', [...items, ...optional])];
}
