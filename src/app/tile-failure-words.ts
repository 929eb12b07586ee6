import type { Text } from '../text/text.ts';
import { LAYER_WORDS } from '../text/words/layers.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { TileReason } from '../tiles/tile-messages.ts';

/** Why a layer cannot be drawn, in words. A code without words shows itself: never silence. */
export function tileFailureWords(layer: string, { code, params }: TileReason): Text {
  const filled = { layer, ...params };
  if (Object.hasOwn(LAYER_WORDS, code)) {
    return LAYER_WORDS[code as keyof typeof LAYER_WORDS](filled);
  }
  const words: Text = Object.hasOwn(MAP_WORDS, code)
    ? MAP_WORDS[code as keyof typeof MAP_WORDS]
    : { zh: `图层 {layer} 未能显示（${code}）。`, en: `Layer {layer} is not drawn (${code}).` };
  return filledWords(words, filled);
}

/** That a layer is drawn without its level-of-detail files, in words. */
export function tileFallbackWords(layer: string, { params }: TileReason): Text {
  return filledWords(MAP_WORDS['layer-fell-back'], { layer, ...params });
}

function filledWords(words: Text, params: Readonly<Record<string, unknown>>): Text {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { zh: fill(words.zh), en: fill(words.en) };
}
