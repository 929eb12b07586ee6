import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AssetName, ReportAssets } from '../report/assets.ts';

/** Where the packages keep what reports are drawn with. */
const PATHS = {
  'font-regular': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'font-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  typst: '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
  resvg: '@resvg/resvg-wasm/index_bg.wasm',
} as const satisfies Record<AssetName, string>;

const require = createRequire(import.meta.url);
const kept = new Map<AssetName, Promise<Uint8Array<ArrayBuffer>>>();

/** Fonts and wasm from the installed packages; each is read once. */
export const reportAssets: ReportAssets = (name) => {
  const before = kept.get(name);
  if (before) return before;
  const read = readFile(require.resolve(PATHS[name])).then((bytes) => new Uint8Array(bytes));
  kept.set(name, read);
  return read;
};
