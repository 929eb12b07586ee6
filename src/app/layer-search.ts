import type { LayerSearch, SearchedLayer } from '../components/layer-search-state.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Language, Text } from '../text/text.ts';

/** A search as the app keeps it: without words, in no language. */
export interface SearchState {
  readonly query: string;
  readonly layers: readonly LayerSearchState[];
}

export interface LayerSearchState extends Omit<SearchedLayer, 'name' | 'why'> {
  readonly why: Text | null;
}

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

/** The search with what is otherwise in those layers. */
export function changed(
  search: SearchState,
  which: (layer: LayerSearchState) => boolean,
  change: Partial<LayerSearchState>,
): SearchState {
  const layers = search.layers.map((layer) => (which(layer) ? { ...layer, ...change } : layer));
  return { ...search, layers };
}
