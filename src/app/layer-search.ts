import { figure } from '../components/figures.ts';
import type { LayerSearch, SearchedLayer } from '../components/layer-search-state.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Language, Text } from '../text/text.ts';
import { FIND_WORDS } from '../text/words/find.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { FindAnswer } from './find-protocol.ts';
import { tileFailureWords } from './tile-failure-words.ts';

/** A search as the app keeps it: without words, in no language. */
export interface SearchState {
  readonly query: string;
  readonly layers: readonly LayerSearchState[];
}

export interface LayerSearchState extends Omit<SearchedLayer, 'name' | 'why'> {
  readonly why: Text | null;
}

/** Of codes, and of names, in each layer. */
export const FOUND_LIMIT = 20;

export function startSearch(query: string, layers: readonly CatalogLayer[]): SearchState {
  return {
    query,
    layers: layers.map(({ id, kind, features }) => ({
      id,
      kind,
      state: 'waiting',
      read: 0,
      of: features,
      hits: [],
      more: false,
      namesByBeginning: false,
      without: { code: 0, name: 0 },
      why: null,
    })),
  };
}

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

/** What had no answer gets none: those layers were not searched. */
export function stopped(search: SearchState, why: Text | null = null): SearchState {
  return changed(search, ({ state }) => state === 'waiting' || state === 'reading', {
    state: why ? 'failed' : 'stopped',
    why,
  });
}

/** With the names that the layers have in the panel, in one language. */
export function searchInWords(
  { query, layers }: SearchState,
  language: Language,
  nameOf: (layer: string) => string,
): LayerSearch {
  return {
    query,
    layers: layers.map((layer) => ({
      ...layer,
      name: nameOf(layer.id),
      why: layer.why?.[language] ?? '',
    })),
  };
}

function changed(
  search: SearchState,
  which: (layer: LayerSearchState) => boolean,
  change: Partial<LayerSearchState>,
): SearchState {
  const layers = search.layers.map((layer) => (which(layer) ? { ...layer, ...change } : layer));
  return { ...search, layers };
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
