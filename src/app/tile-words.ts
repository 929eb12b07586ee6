import type { Text } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { TileReason } from '../tiles/tile-messages.ts';

/** That a layer is drawn without its level-of-detail files, in words. */
export function tileFallbackWords(layer: string, { params }: TileReason): Text {
  return filledWords(MAP_WORDS['layer-fell-back'], { layer, ...params });
}

/** A code without words shows itself: never silence. */
export function codeWords(layer: string, code: string): Text {
  return {
    zh: `图层 ${layer} 未能显示（${code}）。`,
    en: `Layer ${layer} is not drawn (${code}).`,
  };
}

export function filledWords(words: Text, params: Readonly<Record<string, unknown>>): Text {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { zh: fill(words.zh), en: fill(words.en) };
}
