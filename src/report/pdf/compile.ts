import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { ReportAssets } from '../assets.ts';
import template from './report.typ?raw';

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
  started ??= start(assets);
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

async function start(assets: ReportAssets): Promise<TypstCompiler> {
  const [typst, wasm, regular, bold] = await Promise.all([
    import('@myriaddreamin/typst-ts-web-compiler'),
    assets('typst'),
    assets('font-regular'),
    assets('font-bold'),
  ]);
  await typst.default({ module_or_path: wasm });
  const builder = withoutTextFunctions(() => new typst.TypstCompilerBuilder());
  await builder.set_access_model(
    null,
    () => 0,
    () => true,
    (path: unknown) => path,
    refuse,
  );
  await builder.set_package_registry(null, refuse);
  await builder.add_raw_font(regular);
  await builder.add_raw_font(bold);
  const compiler = await builder.build();
  compiler.add_source(MAIN, template);
  return compiler;
}

function refuse(): never {
  throw new Error('a report reads no file');
}

/**
 * The compiler begins with functions made of text, which a strict content policy refuses in a worker. They
 * are given others at once and are never called: while it is made, it gets a stand-in.
 */
function withoutTextFunctions<T>(make: () => T): T {
  const { Function: real } = globalThis;
  const standIn = function standIn(): () => never {
    return refuse;
  };
  try {
    globalThis.Function = standIn as unknown as FunctionConstructor;
    return make();
  } finally {
    globalThis.Function = real;
  }
}
