import type { Text } from '../text/text.ts';
import { LAYER_WORDS } from '../text/words/layers.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import { codeWords, filledWords } from './tile-words.ts';

/** Why a layer cannot be drawn, in words; loaded with the first that cannot. */
export function tileFailureWords(layer: string, { code, params }: TileReason): Text {
  const filled = { layer, ...params };
  if (Object.hasOwn(LAYER_WORDS, code)) {
    return LAYER_WORDS[code as keyof typeof LAYER_WORDS](filled);
  }
  if (!Object.hasOwn(MAP_WORDS, code)) return codeWords(layer, code);
  return filledWords(MAP_WORDS[code as keyof typeof MAP_WORDS], filled);
}
