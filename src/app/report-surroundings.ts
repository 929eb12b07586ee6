import type { CheckReport } from '../domain/report.ts';
import type { Surroundings } from '../domain/surroundings.ts';
import { UserError } from '../domain/user-error.ts';
import type { Clipper } from '../geometry/clip.ts';
import { collectSurroundings } from '../job/around/collect-surroundings.ts';
import type { CatalogShelf } from './catalog-shelf.ts';

/**
 * The lines around the site of a report, from the catalog of the page: collected once for all files that
 * are made of one report. A catalog that cannot be opened gives none, and figures say that they have none.
 */
export class ReportSurroundings {
  readonly #catalogs: CatalogShelf;
  readonly #clipper: () => Promise<Clipper>;
  #last: { readonly key: string; readonly found: Promise<Surroundings | null> } | null = null;

  constructor(catalogs: CatalogShelf, clipper: () => Promise<Clipper>) {
    this.#catalogs = catalogs;
    this.#clipper = clipper;
  }

  of(report: CheckReport, url: string, signal: AbortSignal): Promise<Surroundings | null> {
    const key = `${url} ${report.digest}`;
    if (this.#last?.key === key) return this.#last.found;
    const found = this.#collect(report, url, signal).catch((error: unknown) => {
      if (this.#last?.key === key) this.#last = null;
      throw error;
    });
    this.#last = { key, found };
    return found;
  }

  async #collect(
    report: CheckReport,
    url: string,
    signal: AbortSignal,
  ): Promise<Surroundings | null> {
    const clipper = await this.#clipper();
    try {
      return await this.#catalogs.use(url, (handle) =>
        collectSurroundings(report, handle, clipper, signal),
      );
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }
}
