import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { ReportAssets } from '../assets.ts';

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
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  await builder.add_raw_font(regular);
  await builder.add_raw_font(bold);
  const compiler = await builder.build();
  compiler.add_source(main, template);
  return compiler;
}
