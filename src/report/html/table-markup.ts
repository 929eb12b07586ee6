import type { Verdict } from '../../domain/verdict.ts';
import { VERDICT_TONES } from '../../domain/verdict-tone.ts';
import type { Chip } from '../chip.ts';
import { displayWidth } from '../display-width.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { type Cell, cellText, isAmount, isChip, type Table } from '../tables/table.ts';

export const toneClass = (verdict: Verdict): string => `tone-${VERDICT_TONES[verdict]}`;

export function chipMarkup(chip: Chip): Markup {
  return markup`<span class="chip ${toneClass(chip.verdict)}">${chip.shape} ${chip.word}</span>`;
}

/** Cells up to this many Latin characters stay on one line, beside however long a neighbour. */
const SHORT = 16;

/**
 * A table. `data-group` and `data-total` name which rows add up to which, `data-value` repeats a printed
 * number without its thin spaces.
 */
export function tableMarkup(table: Table): Markup {
  const head = table.columns.map(({ title, align }) =>
    align === 'right'
      ? markup`<th scope="col" class="right">${title}</th>`
      : markup`<th scope="col">${title}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell, i) => cellMarkup(cell, table.columns[i]?.align === 'right'));
    if (row.total) return markup`<tr class="total" data-total="${row.group}">${cells}</tr>`;
    const group = row.group === null ? NOTHING : markup` data-group="${row.group}"`;
    return markup`<tr${group}>${cells}</tr>`;
  });
  const notes = table.notes.map((note) => markup`<p class="note">${note}</p>`);
  return markup`<table id="${table.id}"><caption>${table.title}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${notes}`;
}

function cellMarkup(cell: Cell, right: boolean): Markup {
  if (isChip(cell)) return markup`<td>${chipMarkup(cell)}</td>`;
  const text = cellText(cell);
  if (!right)
    return displayWidth(text) > SHORT
      ? markup`<td>${text}</td>`
      : markup`<td class="short">${text}</td>`;
  if (!isAmount(cell)) return markup`<td class="right">${text}</td>`;
  return markup`<td class="right" data-value="${cell.value.toFixed(cell.decimals)}">${text}</td>`;
}

/** A table that may be empty: then the sentence that says so, under the same heading. */
export function tableOrSentence(table: Table, sentence: string): Markup {
  if (table.rows.length > 0) return tableMarkup(table);
  return markup`<h4>${table.title}</h4><p id="${table.id}">${sentence}</p>`;
}
