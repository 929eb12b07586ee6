import { sha256Hex } from '../../bytes/sha256.ts';
import { currentOf } from '../../check/statistics/measure-catalog.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { StatisticsResult } from '../../domain/statistics.ts';
import { HeldDatabase } from '../storage/held-database.ts';

const NAME = 'sanxian-statistics';
const STORE = 'results';
/** Raised with every change of what is measured or how. */
const METHOD = 1;

/**
 * Sums of former visits, by what they were made of: the SHA-256 of every layer file and what the catalog says
 * of how to read it. Where storage is denied, or holds something else, sums are made anew.
 */
export class KeptStatistics {
  readonly #database = new HeldDatabase(NAME, { [STORE]: {} });

  async read(key: string): Promise<StatisticsResult | null> {
    try {
      const found = await this.#ask('readonly', (store) => store.get(key));
      return (found as StatisticsResult | undefined) ?? null;
    } catch {
      return null;
    }
  }

  async keep(key: string, result: StatisticsResult): Promise<void> {
    try {
      await this.#ask('readwrite', (store) => store.put(result, key));
    } catch {
      // Working without memory is fine.
    }
  }

  #ask(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    return this.#database.run(mode, (store) => act(store!));
  }
}

/** What the sums of these kinds are made of. */
export function statisticsKey(
  kinds: readonly LayerKind[],
  layers: readonly CatalogLayer[],
): string {
  const made = [...kinds, 'administrative-area' as const].map((kind) =>
    currentOf(layers, kind).map(({ id, sha256, coverage, fields, overlapsItself }) => ({
      id,
      sha256,
      coverage,
      fields,
      overlapsItself,
    })),
  );
  const text = JSON.stringify([METHOD, kinds, made]);
  return sha256Hex(new TextEncoder().encode(text));
}
