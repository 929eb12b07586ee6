import type { ReportAssets } from './assets.ts';
import { indexedPng } from './indexed-png.ts';

/** Font of pictures and PDF, one file for Chinese and Latin. */
export const FIGURE_FONT = 'Noto Sans SC';

/** 200 dots an inch: sharp on paper, small enough to mail. */
export const DOTS_PER_MM = 200 / 25.4;

/** `true` holds every colour, `indexed` 256 of them in a third of the bytes. */
type Colours = 'true' | 'indexed';
type Draw = (svg: string, widthPx: number, colours: Colours) => Uint8Array;

/** Loading takes longer than drawing, and a wasm module is set up once in a thread. */
let loaded: Promise<Draw> | null = null;

/** An SVG figure as PNG, `widthPx` wide. The same bytes in browser and Node. */
export async function pictureOf(
  svg: string,
  widthPx: number,
  assets: ReportAssets,
  colours: Colours = 'true',
): Promise<Uint8Array> {
  loaded ??= load(assets);
  const draw = await loaded.catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return draw(svg, widthPx, colours);
}

async function load(assets: ReportAssets): Promise<Draw> {
  const [{ initWasm, Resvg }, wasm, font] = await Promise.all([
    import('@resvg/resvg-wasm'),
    assets('resvg'),
    assets('font-regular'),
  ]);
  await initWasm(wasm);
  return (svg, widthPx, colours) => {
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'width', value: widthPx },
      background: '#ffffff',
      font: {
        fontBuffers: [font],
        loadSystemFonts: false,
        defaultFontFamily: FIGURE_FONT,
        sansSerifFamily: FIGURE_FONT,
      },
    });
    const image = resvg.render();
    const png =
      colours === 'indexed' ? indexedPng(image.pixels, image.width, image.height) : image.asPng();
    image.free();
    resvg.free();
    return png;
  };
}
