import font from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { AssetName } from './assets.ts';

/** Addresses of the assets, served beside the app. For the browser alone. */
export const ASSET_URLS: Readonly<Record<AssetName, string>> = { 'font-regular': font, resvg };
