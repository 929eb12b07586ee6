import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import type { CatalogHandle } from '../job/run-check.ts';

/** A layer file was replaced while it was in use. */
const CHANGED = 'layer-changed';
/** A layer file is not the one the catalog tells of: the catalog may have been replaced with it. */
const UNLIKE: ReadonlySet<string> = new Set([
  'layer-truncated',
  'layer-size',
  'layer-sha256',
  'layer-count',
  'layer-extent',
]);

interface Shelved {
  readonly handle: CatalogHandle;
  /** Codes with which its layers failed. */
  readonly failures: Set<string>;
}

/**
 * Catalogs that stay open from one check to the next, by address. What a server replaces in the meantime
 * is noticed by the layers; then the catalog is opened anew and the work done once more, rather than
 * failing until somebody reloads the page.
 */
export class CatalogShelf {
  readonly #load: (url: string) => Promise<CatalogHandle>;
  readonly #shelved = new Map<string, Promise<Shelved>>();

  constructor(load: (url: string) => Promise<CatalogHandle>) {
    this.#load = load;
  }

  /**
   * Works with a catalog, and once more where it turns out to have been replaced. A layer that fails the
   * second time has failed: that is in the result.
   *
   * @param onReopened told before the second time
   */
  async use<T>(
    url: string,
    work: (handle: CatalogHandle) => Promise<T>,
    onReopened: () => void = () => {},
  ): Promise<T> {
    const before = await this.#open(url);
    const result = await work(before.handle);
    if (!isOutdated(before)) return result;
    const now = await this.#open(url);
    if (!before.failures.has(CHANGED) && isSame(before.handle, now.handle)) return result;
    onReopened();
    return work(now.handle);
  }

  /** The next use opens every catalog anew. */
  forget(): void {
    this.#shelved.clear();
  }

  async #open(url: string): Promise<Shelved> {
    const before = this.#shelved.get(url);
    if (before && !isOutdated(await before)) return before;
    // somebody else may have opened it anew while this one waited
    const other = this.#shelved.get(url);
    if (other && other !== before) return other;
    const opening = this.#load(url).then(shelve);
    this.#shelved.set(url, opening);
    // A failed attempt is not remembered: the file may be there the next time.
    opening.catch(() => {
      if (this.#shelved.get(url) === opening) this.#shelved.delete(url);
    });
    return opening;
  }
}

function isOutdated({ failures }: Shelved): boolean {
  return [...failures].some((code) => code === CHANGED || UNLIKE.has(code));
}

function isSame(a: CatalogHandle, b: CatalogHandle): boolean {
  return JSON.stringify(a.catalog) === JSON.stringify(b.catalog);
}

function shelve(handle: CatalogHandle): Shelved {
  const failures = new Set<string>();
  const note = (error: unknown): unknown => {
    if (error instanceof UserError) failures.add(error.code);
    return error;
  };
  const sources = [...handle.sources].map(([id, source]) => [id, watched(source, note)] as const);
  return { handle: { ...handle, sources: new Map(sources) }, failures };
}

/** The layer as it is, its failures noted. */
function watched(source: LayerSource, note: (error: unknown) => unknown): LayerSource {
  return {
    entry: source.entry,
    async open(signal) {
      try {
        return await source.open(signal);
      } catch (error) {
        throw note(error);
      }
    },
    async *featuresIn(bbox, signal) {
      try {
        yield* source.featuresIn(bbox, signal);
      } catch (error) {
        throw note(error);
      }
    },
  };
}
