import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Fact } from '../content/blocks.ts';
import { plainText } from '../plain-text.ts';
import { columnWidthsMm } from '../tables/column-widths.ts';
import { cellText, isChip, type Table as ReportTable } from '../tables/table.ts';
import { fontOf, mm, TEXT_WIDTH_MM } from './looks.ts';

const SMALL = { font: fontOf('table'), size: 18 } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;
const CELL_MARGINS = { top: 30, bottom: 30, left: 60, right: 60 } as const;

/** A table with its header repeated on every page; numbers stand right. */
export function docxTable(table: ReportTable): Table {
  const { columns, rows } = table;
  const widths = columnWidthsMm(table, TEXT_WIDTH_MM).map(mm);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, align }, i) =>
      cell(title, widths[i]!, { right: align === 'right', bold: true, shaded: true }),
    ),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((value, i) =>
          cell(cellText(value), widths[i]!, {
            right: columns[i]?.align === 'right',
            bold: row.total || isChip(value),
          }),
        ),
      }),
  );
  return ruled([head, ...body], widths);
}

/** Two columns: name and value. */
export function factsTable(facts: readonly Fact[]): Table {
  const widths = [mm(42), mm(TEXT_WIDTH_MM - 42)];
  const rows = facts.map(
    ([name, value]) =>
      new TableRow({
        cantSplit: true,
        children: [cell(name, widths[0]!, { shaded: true }), cell(value, widths[1]!)],
      }),
  );
  return ruled(rows, widths);
}

/** A frame around paragraphs, for page one. */
export function framed(
  children: readonly (Paragraph | Table)[],
  border: Pick<IBorderOptions, 'style' | 'size' | 'color'>,
): Table {
  const borders = { top: border, bottom: border, left: border, right: border };
  const width = { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA } as const;
  const margins = { top: 80, bottom: 80, left: 140, right: 140 };
  const inside = new TableCell({ children: [...children], borders, margins, width });
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: [inside] })],
    width,
    columnWidths: [mm(TEXT_WIDTH_MM)],
    layout: TableLayoutType.FIXED,
  });
}

/** Lines to sign on: words side by side over a rule. */
export function signatureTable(words: readonly string[]): Table {
  const width = Math.floor(mm(TEXT_WIDTH_MM) / words.length);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const cells = words.map(
    (word) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { ...CELL_MARGINS, top: 300 },
        borders: { top: none, left: none, right: none, bottom: { ...LINE, color: '000000' } },
        children: [new Paragraph({ children: [new TextRun({ text: plainText(word), size: 21 })] })],
      }),
  );
  const widths = words.map(() => width);
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: cells })],
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
  });
}

interface CellLook {
  readonly right?: boolean;
  readonly bold?: boolean;
  readonly shaded?: boolean;
}

function cell(text: string, width: number, look: CellLook = {}): TableCell {
  const { right = false, bold = false, shaded = false } = look;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(shaded && { shading: { fill: 'F2F2F2' } }),
    children: [
      new Paragraph({
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 260, after: 0 },
        children: [new TextRun({ ...SMALL, text: plainText(text), bold })],
      }),
    ],
  });
}

function ruled(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: { ...LINE, size: 8, color: '000000' },
      bottom: { ...LINE, size: 8, color: '000000' },
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
  });
}
