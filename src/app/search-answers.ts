import { figure } from '../components/figures.ts';
import type { Text } from '../text/text.ts';
import { FIND_WORDS } from '../text/words/find.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { FindAnswer } from './find-protocol.ts';
import { changed, type LayerSearchState, type SearchState } from './layer-search.ts';
import { tileFailureWords } from './tile-failure-words.ts';

export function withAnswer(search: SearchState, answer: FindAnswer): SearchState {
  return changed(search, ({ id }) => id === answer.layer, stateAfter(answer));
}

function stateAfter(answer: FindAnswer): Partial<LayerSearchState> {
  switch (answer.type) {
    case 'reading':
      return { state: 'reading', read: answer.read };
    case 'found':
      return { state: 'found', ...answer.found };
    case 'failed':
      return { state: 'failed', why: wordsOf(answer.layer, answer.reason) };
  }
}

function wordsOf(layer: string, reason: TileReason): Text {
  const { code, params } = reason;
  if (!Object.hasOwn(FIND_WORDS, code)) return tileFailureWords(layer, reason);
  const words: Text = FIND_WORDS[code as keyof typeof FIND_WORDS];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? figure(value, 0) : String(value);
    });
  return { zh: fill(words.zh), en: fill(words.en) };
}
