import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { ReportAssets } from '../assets.ts';
import template from './report.typ?raw';
import { startTypst } from './start-typst.ts';

const MAIN = '/report.typ';
const DATA = '/report.json';
/** Of a house template. */
const LOGO = '/logo.png';

/** How diagnostics come back: as text. */
const DIAGNOSTICS = 3;

/** Starting the compiler takes longer than a report; one serves a thread for its life. */
let started: Promise<TypstCompiler> | null = null;

/** `report.typ` over this data, and the logo it names, as PDF. The same bytes in browser and Node: compiler and fonts are pinned. */
export async function compilePdf(
  data: unknown,
  assets: ReportAssets,
  logo?: Uint8Array,
): Promise<Uint8Array> {
  started ??= startTypst(MAIN, template, assets);
  const compiler = await started.catch((error: unknown) => {
    started = null;
    throw error;
  });
  compiler.map_shadow(DATA, new TextEncoder().encode(JSON.stringify(data)));
  if (logo) compiler.map_shadow(LOGO, logo);
  const { result, diagnostics } = compiler.compile(MAIN, undefined, 'pdf', DIAGNOSTICS) as {
    readonly result?: Uint8Array;
    readonly diagnostics?: unknown;
  };
  compiler.unmap_shadow(DATA);
  if (logo) compiler.unmap_shadow(LOGO);
  if (!result) throw new Error(`the report could not be set: ${JSON.stringify(diagnostics)}`);
  return result;
}
