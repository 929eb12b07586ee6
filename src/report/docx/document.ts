import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { settleZip } from '../../bytes/settle-zip.ts';
import type { ReportContent } from '../content/report-content.ts';
import type { Letterhead } from '../house/house-content.ts';
import { rewritten, timedProperties } from '../office-part.ts';
import { plainText } from '../plain-text.ts';
import { FONTS, fontOf, mm, PAGE, STYLES, TEXT_WIDTH_MM } from './looks.ts';
import { BlockPrinter, type PictureOf } from './print-blocks.ts';

/**
 * The report as an editable DOCX. The same content, pictures and time give the same bytes.
 *
 * @param createdAt ISO 8601, into the document's properties
 */
export async function docxDocument(
  content: ReportContent,
  pictureOf: PictureOf,
  createdAt: string,
): Promise<Uint8Array> {
  const printer = new BlockPrinter(pictureOf);
  const frame = { headers: { default: header(content) }, footers: { default: footer(content) } };
  const document = new Document({
    title: plainText(content.title),
    creator: 'sanxian',
    lastModifiedBy: 'sanxian',
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      { ...frame, properties: PAGE_PROPERTIES, children: cover(content, printer) },
      {
        ...frame,
        properties: PAGE_PROPERTIES,
        children: [
          ...printer.print(content.firstPage),
          ...content.sections.flatMap((section) => printer.print(section.blocks)),
        ],
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  return settleZip(packed, (name, bytes) =>
    name.startsWith('word/media/')
      ? printer.pictureOf(bytes)
      : settle(name, bytes, createdAt, printer),
  );
}

const PAGE_PROPERTIES = {
  page: {
    size: { width: mm(PAGE.widthMm), height: mm(PAGE.heightMm) },
    margin: {
      top: mm(PAGE.topMm),
      bottom: mm(PAGE.bottomMm),
      left: mm(PAGE.sideMm),
      right: mm(PAGE.sideMm),
      header: mm(12),
      footer: mm(10),
    },
  },
} as const;

const NUMBERING = {
  config: [
    {
      reference: 'bullets',
      levels: [level(LevelFormat.BULLET, '•')],
    },
    {
      reference: 'steps',
      levels: [level(LevelFormat.DECIMAL, '%1.')],
    },
  ],
};

function level(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const indent = { left: mm(7), hanging: mm(6) };
  const alignment = AlignmentType.LEFT;
  return { level: 0, format, text, alignment, style: { paragraph: { indent } } };
}

/** 密级 left, 示例数据 in the middle, number right: on every page. */
function header({ banner, watermark, number, letterhead }: ReportContent): Header {
  const run = (text: string, color: string, ...before: readonly Tab[]): TextRun =>
    new TextRun({
      children: [...before, plainText(text)],
      size: 17,
      color,
      font: fontOf('heading'),
    });
  const tabStops = [
    { type: TabStopType.CENTER, position: mm(TEXT_WIDTH_MM / 2) },
    { type: TabStopType.RIGHT, position: mm(TEXT_WIDTH_MM) },
  ];
  const children = [
    run(banner, '9B1C1C'),
    run(watermark ?? '', '573A91', new Tab()),
    run(number, '000000', new Tab()),
  ];
  const lines = [new Paragraph({ tabStops, children })];
  if (letterhead?.header) {
    const alignment = AlignmentType.CENTER;
    lines.push(new Paragraph({ alignment, children: [run(letterhead.header, '000000')] }));
  }
  return new Header({ children: lines });
}

function footer({ letterhead }: ReportContent): Footer {
  const page = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 18,
  });
  const alignment = AlignmentType.CENTER;
  const lines = [new Paragraph({ alignment, children: [page] })];
  if (letterhead?.footer) {
    const words = new TextRun({ text: plainText(letterhead.footer), size: 17 });
    lines.push(new Paragraph({ alignment, children: [words] }));
  }
  return new Footer({ children: lines });
}

function cover(
  { heading, cover: facts, letterhead }: ReportContent,
  printer: BlockPrinter,
): FileChild[] {
  const title = new TextRun({ text: plainText(heading), font: fontOf('title'), size: 52 });
  return [
    ...(letterhead === null ? [] : unitLines(letterhead, printer)),
    new Paragraph({
      children: [title],
      alignment: AlignmentType.CENTER,
      spacing: { before: mm(letterhead === null ? 60 : 36), after: mm(40), line: 480 },
    }),
    printer.facts(facts),
  ];
}

/** Logo and name of the unit at the head of the cover. */
function unitLines({ unit, logo }: Letterhead, printer: BlockPrinter): Paragraph[] {
  const name = new TextRun({ text: plainText(unit), font: fontOf('heading'), size: 32 });
  const alignment = AlignmentType.CENTER;
  const line = new Paragraph({ children: [name], alignment });
  if (logo === null) return [line];
  const px = (value: number): number => (value * 96) / 25.4;
  const transformation = { width: px(logo.widthMm), height: px(logo.heightMm) };
  const altText = { name: 'logo', description: plainText(unit), title: 'logo' };
  const data = printer.standIn(logo.png);
  const image = new ImageRun({ type: 'png', data, transformation, altText });
  const spacing = { line: 240, lineRule: LineRuleType.AUTO, after: mm(4) };
  return [new Paragraph({ children: [image], alignment, spacing }), line];
}

/** Takes the clock out of the properties, and tells Word and LibreOffice what may stand in for a font. */
function settle(
  name: string,
  bytes: Uint8Array,
  createdAt: string,
  printer: BlockPrinter,
): Uint8Array {
  switch (name) {
    case 'docProps/core.xml':
      return rewritten(bytes, (xml) => timedProperties(xml, createdAt));
    case 'word/document.xml':
      return rewritten(bytes, (xml) => printer.withTables(numberDrawings(xml)));
    case 'word/fontTable.xml':
      return rewritten(bytes, (xml) =>
        xml.replace(/<w:fonts([^>]*?)\/?>(<\/w:fonts>)?/, `<w:fonts$1>${fontTable()}</w:fonts>`),
      );
    default:
      return bytes;
  }
}

/** The library counts drawings over all documents it ever made. */
function numberDrawings(xml: string): string {
  let number = 0;
  return xml.replace(
    /(<wp:docPr id=")\d+(")/g,
    (_, before, after) => `${before}${++number}${after}`,
  );
}

function fontTable(): string {
  return Object.values(FONTS)
    .map(
      ({ name, alternative }) =>
        `<w:font w:name="${name}"><w:altName w:val="${alternative}"/></w:font>`,
    )
    .join('');
}
