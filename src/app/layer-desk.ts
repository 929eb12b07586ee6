import type { LayerRow } from '../components/layer-row.ts';
import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';
import type { ViewCount } from './count-protocol.ts';
import { Door } from './door.ts';
import type { FindWorkerLike } from './find-client.ts';
import { moved } from './layer-order.ts';
import { FAINTEST, type LayerView, layerRows, viewOf } from './layer-rows.ts';
import { type SearchState, startSearch, stopped } from './layer-search.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import type { SearchDesk } from './search-desk.ts';
import type { Shell } from './shell.ts';
import { textOf } from './spoken-error.ts';

/** The view is counted once it has rested this long (ms). */
const REST_MS = 250;
/** About 100 m at the middle latitudes: a point, or a small parcel, with its surroundings (degrees). */
const AROUND = 0.001;

/** What a person does with layers: show, fade, order, count, look up. */
export class LayerDesk {
  readonly #shell: Shell;
  readonly #searching: Door<SearchDesk>;
  #resting: ReturnType<typeof setTimeout> | null = null;

  constructor(shell: Shell, startFinder: () => FindWorkerLike) {
    this.#shell = shell;
    this.#searching = new Door(shell, async () => {
      const { SearchDesk } = await import('./search-desk.ts');
      return new SearchDesk(startFinder, (change) => this.#update(change));
    });
  }

  /** Lets go of timers and workers; a later use begins anew. */
  leave(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
    this.stopSearch();
    this.#searching.desk?.close();
  }

  rows(): LayerRow[] {
    const { workspace, look, lang } = this.#shell;
    return layerRows(workspace.state.catalog, workspace.state.report, look, lang);
  }

  setView(id: string, change: Partial<LayerView>): void {
    const { look, desk, workspace } = this.#shell;
    const before = viewOf(look.views, id);
    const view = { ...before, ...change };
    const views = new Map(look.views).set(id, view);
    this.#shell.change({ views });
    if (id === 'coverage') desk.showCoverage(workspace.state, views);
    else desk.map?.setLayer(id, view.visible, view.opacity);
    if (view.opacity !== before.opacity && view.opacity >= FAINTEST) {
      const { opacities } = readPreferences();
      rememberPreferences({ opacities: { ...opacities, [id]: view.opacity } });
    }
    if (view.visible && !before.visible) this.#countSoon();
  }

  only(id: string): void {
    for (const row of this.rows()) {
      if (row.entry && row.group !== 'base') this.setView(row.id, { visible: row.id === id });
    }
  }

  /** Puts a layer right above another of its group, or last for null. */
  move(id: string, before: string | null): void {
    const { look, desk, change } = this.#shell;
    const rows = this.rows();
    const group = rows.find((row) => row.id === id)?.group;
    const own = rows.filter((row) => row.group === group && row.entry);
    const order = moved(
      own.map((row) => row.id),
      id,
      before,
    );
    if (!group || !order) return;
    const orders = { ...look.orders, [group]: order };
    change({ orders });
    desk.map?.setOrder(Object.values(orders));
    const name = own.find((row) => row.id === id)?.name ?? '';
    this.#say('layer.moved', { name, i: order.indexOf(id) + 1, n: order.length });
  }

  /** A group as every table has it, drawn as the symbols say. */
  resetOrder(group: LayerRow['group']): void {
    const { look, desk, change } = this.#shell;
    const { [group]: _given, ...orders } = look.orders;
    change({ orders });
    desk.map?.setOrder(Object.values(orders));
    this.#say('layers.order.reset');
  }

  zoomTo(id: string): void {
    const { workspace, desk } = this.#shell;
    const { catalog, report } = workspace.state;
    const entry = catalog?.layers.find((layer) => layer.id === id);
    const bbox = entry?.extent ?? report?.project.bbox;
    if (bbox) desk.map?.fitTo(bbox);
  }

  retry(id: string): void {
    const tileFaults = new Map(this.#shell.look.tileFaults);
    tileFaults.delete(id);
    this.#shell.change({ tileFaults });
    this.#shell.desk.map?.retryLayer(id);
    this.#countSoon();
  }

  // ---- the view ------------------------------------------------------------------------------

  onView(zoom: number): void {
    const counts = new Map(this.#shell.look.counts);
    for (const [id, count] of counts) counts.set(id, { ...count, fresh: false });
    this.#shell.change({ zoom, counts });
    this.#countSoon();
  }

  onCounts(told: readonly ViewCount[]): void {
    const counts = new Map(this.#shell.look.counts);
    for (const count of told) counts.set(count.layer, { ...count, fresh: true });
    this.#shell.change({ counts });
  }

  #countSoon(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = null;
      const shown = this.rows().filter(({ entry, visible }) => entry && visible);
      this.#shell.desk.map?.countView(shown.map(({ id }) => id));
    }, REST_MS);
  }

  // ---- looking up ----------------------------------------------------------------------------

  /** Looks for a code or a name in every layer of the catalog, in the order of the panel. */
  search(query: string): void {
    const { workspace } = this.#shell;
    const layers = this.rows().flatMap(({ entry }) => entry ?? []);
    const begun = startSearch(query, layers);
    this.#set(begun);
    this.#searching.open().then(
      (desk) => {
        // stopped, closed or another one by then
        if (this.#shell.look.search === begun) desk.find(query, layers, workspace.catalogUrl);
      },
      (cause: unknown) => this.#update((search) => stopped(search, textOf(cause))),
    );
  }

  stopSearch(): void {
    this.#searching.desk?.stop();
    this.#update(stopped);
  }

  /** Back to the list of layers. */
  closeSearch(): void {
    this.#searching.desk?.stop();
    this.#set(null);
    this.#shell.desk.map?.showFound(null);
  }

  /** @param outline drawn in the place of a frame around the box */
  showFound(bbox: BBox, outline?: FlatPolygons): void {
    const { map } = this.#shell.desk;
    const [west, south, east, north] = bbox;
    map?.showFound(bbox, outline);
    map?.fitTo([west - AROUND, south - AROUND, east + AROUND, north + AROUND]);
  }

  #set(search: SearchState | null): void {
    this.#shell.change({ search });
  }

  #update(change: (search: SearchState) => SearchState): void {
    const { search } = this.#shell.look;
    if (search) this.#set(change(search));
  }

  #say(word: UiWord, params?: WordParams): void {
    this.#shell.change({ live: say(word, this.#shell.lang, params) });
  }
}
