import { wasLookedAt } from '../../domain/layer-state.ts';
import { isApproximate, isUnchecked } from '../../domain/line-chip.ts';
import { isOf } from '../../domain/overrides.ts';
import type { CheckReport } from '../../domain/report.ts';
import { VERDICT_WORDS } from '../../domain/verdict.ts';
import { formatCount } from '../../text/numbers.ts';
import type { Language, Text } from '../../text/text.ts';
import { REDACTION_WORDS } from '../../text/words/redaction.ts';
import { REPORT_WORDS, SENTENCES, TABLE_WORDS } from '../../text/words/report.ts';
import { headline, lineChip } from '../chip.ts';
import { codeFigure, codeText } from '../figure/code-figure.ts';
import { opinionSentence, time } from '../opinion.ts';
import { hectares, mu } from '../tables/levelled-areas.ts';
import { left, right, row, type Table } from '../tables/table.ts';
import { editionsOf, participation } from '../took-part.ts';
import { uncheckedItems } from '../unchecked.ts';
import { type Block, heading, list, type Paragraph, paragraph, tableBlock } from './blocks.ts';

/** Page one: verdict, what was not checked, one row a line. */
export function firstPage(report: CheckReport, lang: Language): readonly Block[] {
  const w = REPORT_WORDS;
  const data = `${w.dataAsOf[lang]} ${editionsOf(report.layers)}`;
  const checked = `${w.checkedAt[lang]} ${time(report.createdAt)}`;
  return [
    heading(1, w.title[lang]),
    looking('subtitle', `${report.project.name}　${data}　${checked}`),
    ...marks(report, lang),
    ...overrides(report, lang),
    verdictBox(report, lang),
    ...gapBox(report, lang),
    tableBlock(briefTable(report, lang)),
    {
      type: 'figure',
      svg: codeFigure(codeText(report.number, report.digest)),
      caption: w.codeCaption[lang],
    },
  ];
}

const looking = (look: Paragraph['look'], text: string): Paragraph => ({
  ...paragraph(text),
  look,
});

function marks(report: CheckReport, lang: Language): readonly Block[] {
  const lines = [
    ...(report.catalog.synthetic ? [REPORT_WORDS.synthetic[lang]] : []),
    ...(report.project.crs.shift === null ? [] : [REPORT_WORDS.internetMap[lang]]),
    ...(report.redaction ? [REDACTION_WORDS.mark[lang]] : []),
  ];
  return lines.map((line) => looking('mark', line));
}

function overrides(report: CheckReport, lang: Language): readonly Block[] {
  if (report.overrides.length === 0) return [];
  const items = report.overrides.map((one) => {
    const own = report.findings.find((finding) => isOf(one, finding))?.verdict ?? null;
    return opinionSentence(one, own)[lang];
  });
  const blocks = [heading(3, REPORT_WORDS.overrides[lang]), list('bullets', items)];
  return [{ type: 'group', look: 'part', id: 'overrides', blocks }];
}

function verdictBox(report: CheckReport, lang: Language): Block {
  const { verdict, shape, word } = headline(report, lang);
  const said = `${shape} ${REPORT_WORDS.overall[lang]}${REPORT_WORDS.colon[lang]}${word}`;
  const blocks = [looking('verdict', said), paragraph(completeness(report)[lang])];
  return { type: 'frame', look: 'verdict', verdict, blocks };
}

/** The line under the verdict: everything checked, or how much was not, and which layers took no part. */
export function completeness(report: CheckReport): Text {
  const { lookedAt, others } = participation(report);
  const unchecked = uncheckedItems(report).length;
  const apart = others('zh') !== '';
  if (report.complete && unchecked === 0) {
    const count = formatCount(lookedAt);
    if (!apart) return SENTENCES.layersChecked(count);
    return SENTENCES.someLayersChecked(count, others('zh'), others('en'));
  }
  const said = openSentence(report, unchecked);
  if (!apart) return said;
  const named = SENTENCES.layersApart(others('zh'), others('en'));
  return { zh: `${said.zh}${named.zh}`, en: `${said.en} ${named.en}` };
}

function openSentence(report: CheckReport, unchecked: number): Text {
  if (isApproximate(report)) return SENTENCES.positionUncertain;
  const stands = headline(report, 'zh').verdict !== 'undetermined';
  if (stands) return SENTENCES.alsoUnchecked(formatCount(unchecked));
  const gaps = report.lines.filter(isUnchecked).length;
  return SENTENCES.incompleteSub(formatCount(report.lines.length), formatCount(gaps));
}

function gapBox(report: CheckReport, lang: Language): readonly Block[] {
  const items = uncheckedItems(report).map(({ sentence }) => sentence[lang]);
  if (items.length === 0) return [];
  const title = `◌ ${VERDICT_WORDS.undetermined[lang]}`;
  const blocks = [heading(3, title), list('bullets', items)];
  return [{ type: 'frame', look: 'gap', verdict: 'undetermined', blocks }];
}

function briefTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = report.lines.map((line) => {
    const looked = wasLookedAt(line.state);
    const areas = looked ? [hectares(line.areaM2), mu(line.areaM2)] : ['', ''];
    return row([line.title[lang], ...areas, lineChip(line, report, lang)]);
  });
  return {
    id: 'brief',
    title: '',
    columns: [left(w.line[lang]), right(w.ha[lang]), right(w.mu[lang]), left(w.conclusion[lang])],
    rows,
    notes: [],
  };
}
