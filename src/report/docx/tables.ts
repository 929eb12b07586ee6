import {
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { plainText } from '../plain-text.ts';
import { mm, TEXT_WIDTH_MM } from './looks.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const MARGINS = { top: 300, bottom: 30, left: 60, right: 60 } as const;

/** A frame around paragraphs, for page one. */
export function framed(
  children: readonly FileChild[],
  border: Pick<IBorderOptions, 'style' | 'size' | 'color'>,
): Table {
  const borders = { top: border, bottom: border, left: border, right: border };
  const width = { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA } as const;
  const margins = { top: 80, bottom: 80, left: 140, right: 140 };
  // places of tables are no more than children of a file to the library, which prints them all the same
  const held = [...children] as Paragraph[];
  const inside = new TableCell({ children: held, borders, margins, width });
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
        margins: MARGINS,
        borders: { top: none, left: none, right: none, bottom: LINE },
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
