import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { Language } from '../../text/text.ts';
import type { ReportAssets } from '../assets.ts';
import { plainText } from '../plain-text.ts';
import { startTypst } from './start-typst.ts';

const MAIN = '/sheet.typ';
const DATA = '/sheet.json';
const DIAGNOSTICS = 3;

/** One picture on one page of its own size. Strings are data, never code. */
const TEMPLATE = `#let data = json("${DATA}")
#let t = data.time
#set document(title: data.title, author: "sanxian", date: datetime(year: t.at(0), month: t.at(1), day: t.at(2), hour: t.at(3), minute: t.at(4), second: t.at(5)))
#set text(font: "Noto Sans SC", lang: data.lang)
#set page(width: data.width * 1mm, height: data.height * 1mm, margin: 0mm)
#image(bytes(data.svg), format: "svg", width: data.width * 1mm, alt: data.title)
`;

export interface SheetPdf {
  readonly svg: string;
  readonly title: string;
  readonly lang: Language;
  readonly widthMm: number;
  readonly heightMm: number;
  /** ISO. */
  readonly createdAt: string;
}

let started: Promise<TypstCompiler> | null = null;

/** A sheet as PDF: text searchable, lines as lines. */
export async function sheetPdf(sheet: SheetPdf, assets: ReportAssets): Promise<Uint8Array> {
  started ??= startTypst(MAIN, TEMPLATE, assets);
  const compiler = await started.catch((error: unknown) => {
    started = null;
    throw error;
  });
  const { svg, title, lang, widthMm, heightMm, createdAt } = sheet;
  const time = createdAt.match(/\d+/g)!.slice(0, 6).map(Number);
  const data = { svg, title: plainText(title), lang, width: widthMm, height: heightMm, time };
  compiler.map_shadow(DATA, new TextEncoder().encode(JSON.stringify(data)));
  const { result, diagnostics } = compiler.compile(MAIN, undefined, 'pdf', DIAGNOSTICS) as {
    readonly result?: Uint8Array;
    readonly diagnostics?: unknown;
  };
  compiler.unmap_shadow(DATA);
  if (!result) throw new Error(`the sheet could not be set: ${JSON.stringify(diagnostics)}`);
  return result;
}
