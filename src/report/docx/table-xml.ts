import type { Fact } from '../content/blocks.ts';
import { plainText } from '../plain-text.ts';
import { columnWidthsMm } from '../tables/column-widths.ts';
import { cellText, isChip, type Table } from '../tables/table.ts';
import { mm, TABLE_TEXT, TEXT_WIDTH_MM } from './looks.ts';

/*
 * Tables as WordprocessingML, written at once: the library makes some thirty objects of a cell, and a table
 * of five thousand pieces has fifty thousand cells.
 */

/** A table with its header repeated on every page; numbers stand right. */
export function tableXml(table: Table): string {
  const { columns, rows } = table;
  const widths = columnWidthsMm(table, TEXT_WIDTH_MM).map(mm);
  const head = columns.map(({ title, align }, i) =>
    cell(title, widths[i]!, { right: align === 'right', bold: true, shaded: true, keep: true }),
  );
  const body = rows.map(({ cells, total }, at) => {
    // no sum stands alone on a page
    const keep = rows[at + 1]?.total ?? false;
    return tableRow(
      cells.map((value, i) => {
        const right = columns[i]?.align === 'right';
        return cell(cellText(value), widths[i]!, { right, bold: total || isChip(value), keep });
      }),
    );
  });
  return ruled([tableRow(head, '<w:tblHeader/>'), ...body], widths);
}

/** Two columns: name and value. */
export function factsXml(facts: readonly Fact[]): string {
  const widths = [mm(42), mm(TEXT_WIDTH_MM - 42)] as const;
  const rows = facts.map(([name, value]) =>
    tableRow([cell(name, widths[0], { shaded: true }), cell(value, widths[1])]),
  );
  return ruled(rows, widths);
}

interface CellLook {
  readonly right?: boolean;
  readonly bold?: boolean;
  readonly shaded?: boolean;
  /** On one page with the row that follows. */
  readonly keep?: boolean;
}

function cell(text: string, width: number, look: CellLook = {}): string {
  const { right = false, bold = false, shaded = false, keep = false } = look;
  const shade = shaded ? '<w:shd w:val="clear" w:fill="F2F2F2"/>' : '';
  const next = keep ? '<w:keepNext/>' : '';
  const weight = bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : '';
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="${TABLE_TEXT}"/>${next}<w:jc w:val="${right ? 'right' : 'left'}"/></w:pPr>` +
    `<w:r>${weight}<w:t xml:space="preserve">${escaped(plainText(text))}</w:t></w:r></w:p></w:tc>`
  );
}

const tableRow = (cells: readonly string[], more = ''): string =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.join('')}</w:tr>`;

const border = (side: string, size: number, color: string): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:color="${color}"/>`;

const BORDERS = [
  border('top', 8, '000000'),
  border('left', 4, '808080'),
  border('bottom', 8, '000000'),
  border('right', 4, '808080'),
  border('insideH', 4, '808080'),
  border('insideV', 4, '808080'),
].join('');

const MARGINS = (
  [
    ['top', 30],
    ['left', 60],
    ['bottom', 30],
    ['right', 60],
  ] as const
)
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('');

function ruled(rows: readonly string[], widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character]!);
}
