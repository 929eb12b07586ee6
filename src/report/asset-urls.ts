import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url';
import typst from '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm?url';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { AssetName } from './assets.ts';

/** Addresses of the assets, served beside the app. For the browser alone. */
export const ASSET_URLS: Readonly<Record<AssetName, string>> = {
  'font-regular': regular,
  'font-bold': bold,
  resvg,
  typst,
};
