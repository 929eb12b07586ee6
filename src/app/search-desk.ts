import type { CatalogLayer } from '../domain/catalog.ts';
import { FIND_WORDS } from '../text/words/find.ts';
import { FindClient, type FindWorkerLike } from './find-client.ts';
import { type SearchState, stopped } from './layer-search.ts';
import { withAnswer } from './search-answers.ts';
import '../components/layer-search.ts';

/** Of codes, and of names, in each layer. */
const FOUND_LIMIT = 20;

/** Asks layers for a code or a name; loaded with the first search, with the element that shows it. */
export class SearchDesk {
  readonly #finder: FindClient;
  readonly #update: (change: (search: SearchState) => SearchState) => void;

  constructor(
    startFinder: () => FindWorkerLike,
    update: (change: (search: SearchState) => SearchState) => void,
  ) {
    this.#finder = new FindClient(startFinder);
    this.#update = update;
  }

  find(query: string, layers: readonly CatalogLayer[], base: string): void {
    this.#finder.find(
      { base, layers, query, limit: FOUND_LIMIT },
      (answer) => this.#update((search) => withAnswer(search, answer)),
      () => this.#update((search) => stopped(search, FIND_WORDS['find-worker-died'])),
    );
  }

  stop(): void {
    this.#finder.stop();
  }

  close(): void {
    this.#finder.close();
  }
}
