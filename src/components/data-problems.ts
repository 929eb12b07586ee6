import { html, type TemplateResult } from 'lit';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import type { CheckReport, ReportNote } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { figure, hectares, mu } from './figures.ts';
import { swatch } from './swatch.ts';
import '../text/words/later.ts';

/** Control lines that overlap, or leave, each other under the site: the data's fault. */
export interface DataProblem {
  readonly isOverlap: boolean;
  readonly a: LayerKind;
  readonly b: LayerKind;
  readonly areaM2: number;
  readonly pairs: readonly { a: string; b: string | null; areaM2: number }[];
  readonly note: ReportNote;
}

/** Of a report's notes, with the features of the crossing each speaks of. */
export function dataProblems(report: CheckReport | null): DataProblem[] {
  if (!report) return [];
  return report.notes.flatMap((note) => {
    if (note.code !== 'data-conflict' && note.code !== 'data-gap') return [];
    const { a, b, areaM2 } = note.params;
    const op = note.code === 'data-conflict' ? 'and' : 'minus';
    const cross = report.crosses.find((one) => one.op === op && one.of[0] === a && one.of[1] === b);
    return [
      {
        isOverlap: op === 'and',
        a: a as LayerKind,
        b: b as LayerKind,
        areaM2: Number(areaM2),
        pairs: cross?.features ?? [],
        note,
      },
    ];
  });
}

/** A row for each pair of lines, under it the features that meet, largest first. */
export function problemsTable(problems: readonly DataProblem[], lang: Language): TemplateResult {
  const words = ['kind', 'lines', 'features', 'area', 'mu'] as const;
  return html`<div class="scroll" tabindex="-1">
    <table class="problems">
      <thead>
        <tr>
          ${words.map(
            (word) => html`<th
              scope="col"
              class="plain ${word === 'area' || word === 'mu' ? 'number' : ''}"
            >
              ${say(word === 'area' || word === 'mu' ? `col.m2.${word}` : `problem.${word}`, lang)}
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${problems.map((problem) => rows(problem, lang))}
      </tbody>
    </table>
  </div>`;
}

function rows({ isOverlap, a, b, areaM2, pairs, note }: DataProblem, lang: Language): unknown {
  const name = (kind: LayerKind) =>
    html`<span class="line-name">${swatch(kind)}<span>${KINDS[kind].short[lang]}</span></span>`;
  return html`<tr title=${note.text[lang]}>
      <td>${say(isOverlap ? 'problem.overlap' : 'problem.outside', lang)}</td>
      <td>${name(a)} ${isOverlap ? '×' : '⊄'} ${name(b)}</td>
      <td></td>
      <td class="number">${figure(areaM2, 2)}</td>
      <td class="number" title=${`${hectares(areaM2)} ha`}>${mu(areaM2)}</td>
    </tr>
    ${pairs.map(
      (pair) => html`<tr class="pair">
        <td></td>
        <td></td>
        <td>${pair.b === null ? pair.a : `${pair.a} × ${pair.b}`}</td>
        <td class="number">${figure(pair.areaM2, 2)}</td>
        <td class="number">${mu(pair.areaM2)}</td>
      </tr>`,
    )}`;
}
