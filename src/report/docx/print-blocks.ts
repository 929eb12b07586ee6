import {
  AlignmentType,
  BorderStyle,
  FileChild,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Block, Fact, FigureBlock, List, Paragraph as Said } from '../content/blocks.ts';
import { plainText } from '../plain-text.ts';
import type { Table } from '../tables/table.ts';
import { fontOf, mm } from './looks.ts';
import { textRuns } from './runs.ts';
import { factsXml, tableXml } from './table-xml.ts';
import { framed, signatureTable } from './tables.ts';

/** Figures as PNG, made beforehand. */
export interface Picture {
  readonly png: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}

export type PictureOf = (svg: string) => Picture;

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** An element that no text can be taken for; the table comes in its place. */
class TablePlace extends FileChild {
  constructor(number: number) {
    super(`sanxian-table-${number}`);
  }
}
const TABLE_PLACE = /<sanxian-table-(\d+)\/>/g;

/** Numbering starts anew for every list of steps. */
export class BlockPrinter {
  readonly #pictureOf: PictureOf;
  readonly #placed: Uint8Array[] = [];
  readonly #tables: string[] = [];
  #stepLists = 0;
  #keepNext = false;

  constructor(pictureOf: PictureOf) {
    this.#pictureOf = pictureOf;
  }

  /**
   * What the library is given for a picture: it hashes and packs whatever it gets, which for pictures takes
   * longer than all the rest, so that it gets their numbers.
   */
  standIn(png: Uint8Array): Uint8Array {
    return new TextEncoder().encode(String(this.#placed.push(png) - 1));
  }

  /** The picture that these bytes stand for. */
  pictureOf(bytes: Uint8Array): Uint8Array {
    const picture = this.#placed[Number(new TextDecoder().decode(bytes))];
    if (!picture) throw new Error('a picture that nobody placed');
    return picture;
  }

  /** `word/document.xml` with the tables in their places. */
  withTables(xml: string): string {
    return xml.replace(TABLE_PLACE, (_, number) => this.#tables[Number(number)]!);
  }

  /** Names at the left, values at the right. */
  facts(facts: readonly Fact[]): FileChild {
    return this.#place(factsXml(facts));
  }

  print(blocks: readonly Block[]): FileChild[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: Block): FileChild[] {
    switch (block.type) {
      case 'heading': {
        const alignment = block.level === 1 ? AlignmentType.CENTER : AlignmentType.LEFT;
        const children = textRuns(block.runs);
        return [new Paragraph({ heading: HEADINGS[block.level], alignment, children })];
      }
      case 'paragraph':
        return [said(block, this.#keepNext)];
      case 'list':
        return this.#list(block);
      case 'table':
        return this.#table(block.table, block.empty);
      case 'facts':
        return [caption(block.title), this.facts(block.facts), gap()];
      case 'quote':
        return quote(block.quote, block.source);
      case 'figure':
        return this.#figure(block);
      case 'frame': {
        const gapped = block.look === 'gap';
        const style = gapped ? BorderStyle.DASHED : BorderStyle.SINGLE;
        const color = gapped ? '573A91' : '000000';
        return [framed(this.print(block.blocks), { style, size: 10, color }), gap()];
      }
      case 'group':
        return block.look === 'together' ? this.#together(block.blocks) : this.print(block.blocks);
      case 'signatures':
        return [gap(this.#keepNext), signatureTable(block.words)];
    }
  }

  /** On one page: every paragraph is kept with what follows. */
  #together(blocks: readonly Block[]): FileChild[] {
    this.#keepNext = true;
    const printed = this.print(blocks);
    this.#keepNext = false;
    return printed;
  }

  #place(table: string): FileChild {
    return new TablePlace(this.#tables.push(table) - 1);
  }

  #table(table: Table, empty: string | null): FileChild[] {
    const title = table.title === '' ? [] : [caption(table.title)];
    if (table.rows.length === 0 && empty !== null) {
      return [...title, new Paragraph({ children: textRuns([empty], { size: 21 }) })];
    }
    const notes = table.notes.map(
      (note) => new Paragraph({ children: textRuns([note], { size: 20 }) }),
    );
    return [...title, this.#place(tableXml(table)), ...notes, gap()];
  }

  #list({ look, items }: List): FileChild[] {
    if (look === 'steps') this.#stepLists++;
    const instance = this.#stepLists;
    const size = look === 'notes' ? 20 : 24;
    return items.map(({ runs }) => {
      const children = textRuns(look === 'boxes' ? ['□ ', ...runs] : runs, { size });
      if (look === 'boxes') return new Paragraph({ children, indent: { left: mm(4) } });
      const reference = look === 'steps' ? 'steps' : 'bullets';
      return new Paragraph({ children, numbering: { reference, level: 0, instance } });
    });
  }

  #figure({ svg, caption: words }: FigureBlock): FileChild[] {
    const { png, widthMm, heightMm } = this.#pictureOf(svg);
    const number = this.standIn(png);
    // The library takes pixels of 1/96 inch. Never scaled: the figure says its scale.
    const px = (value: number): number => (value * 96) / 25.4;
    const transformation = { width: px(widthMm), height: px(heightMm) };
    const alt = { name: plainText(words), description: plainText(words), title: plainText(words) };
    const image = new ImageRun({ type: 'png', data: number, transformation, altText: alt });
    // its name stands on it
    return [
      new Paragraph({
        children: [image],
        alignment: AlignmentType.CENTER,
        spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
      }),
    ];
  }
}

function said({ look, runs }: Said, keepNext: boolean): Paragraph {
  switch (look) {
    case 'subtitle':
      return new Paragraph({
        children: textRuns(runs, { size: 21 }),
        alignment: AlignmentType.CENTER,
        keepNext,
      });
    case 'note':
      return new Paragraph({ children: textRuns(runs, { size: 20 }), keepNext });
    case 'mark': {
      const left = { style: BorderStyle.SINGLE, size: 24, color: '573A91', space: 6 };
      const children = textRuns(runs);
      return new Paragraph({ children, border: { left }, indent: { left: mm(3) }, keepNext });
    }
    case 'verdict':
      return new Paragraph({ children: textRuns(runs, { size: 30, bold: true }), keepNext });
    case 'plain':
      return new Paragraph({ children: textRuns(runs), keepNext });
  }
}

function quote(words: string, source: string): FileChild[] {
  const indent = { left: mm(8), right: mm(4) };
  const font = fontOf('body');
  return [
    new Paragraph({ children: textRuns([`“${words}”`], { font }), indent, keepNext: true }),
    new Paragraph({
      children: textRuns([`—— ${source}`], { font, size: 21 }),
      indent,
      alignment: AlignmentType.RIGHT,
    }),
  ];
}

function caption(text: string): Paragraph {
  const run = new TextRun({ text: plainText(text), font: fontOf('heading'), size: 21 });
  return new Paragraph({ children: [run], spacing: { before: mm(2), after: 40 }, keepNext: true });
}

/** Tables that follow one another would grow together. */
function gap(keepNext = false): Paragraph {
  const children: ParagraphChild[] = [];
  return new Paragraph({ children, spacing: { line: 120, after: 0 }, keepNext });
}
