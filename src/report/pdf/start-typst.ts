import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { ReportAssets } from '../assets.ts';
import { replaceFunction } from './typst-functions.ts';

/** A compiler with our fonts and one source file. Takes longer than a document: keep it. */
export async function startTypst(
  main: string,
  template: string,
  assets: ReportAssets,
): Promise<TypstCompiler> {
  const [typst, wasm, regular, bold] = await Promise.all([
    import('@myriaddreamin/typst-ts-web-compiler'),
    assets('typst'),
    assets('font-regular'),
    assets('font-bold'),
  ]);
  await typst.default({ module_or_path: wasm });
  // The stand-ins it makes for itself first are text too.
  const restore = replaceFunction();
  try {
    const builder = new typst.TypstCompilerBuilder();
    // The ones it would make for itself are made of text, which a strict content policy refuses.
    const refuse = (): never => {
      throw new Error('a report reads no file');
    };
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
    compiler.add_source(main, template);
    return compiler;
  } finally {
    restore();
  }
}
