import type { BaseEntry } from '../domain/basemap.ts';
import { unshowable } from '../domain/unshowable.ts';
import { BaseFailure } from '../map/base-map.ts';
import type { Text } from '../text/text.ts';
import { baseText } from '../text/words/base.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import type { Shell } from './shell.ts';

/** The base maps there are, and how it goes with them. */
export interface BaseView {
  readonly maps: readonly BaseEntry[];
  /** Drawn now; null: our own areas, waters and towns alone. */
  readonly shown: string | null;
  readonly opening: string | null;
  /** Why an entry is not shown, by its id. */
  readonly failures: ReadonlyMap<string, Text>;
}

export const NO_BASE: BaseView = { maps: [], shown: null, opening: null, failures: new Map() };

/** Which map lies beneath. Whatever fails here, the layers stay on screen and checks go on. */
export class BaseDesk {
  readonly #shell: Pick<Shell, 'desk' | 'look' | 'lang' | 'change'>;
  #address = '';
  /** Counts choices: the last one wins, not the one that opens last. */
  #wanted = 0;

  constructor(shell: Pick<Shell, 'desk' | 'look' | 'lang' | 'change'>) {
    this.#shell = shell;
  }

  /** Takes what the chooser tells. */
  listenTo(app: HTMLElement): void {
    app.addEventListener('sanxian-base', ({ detail: { id } }) => {
      rememberPreferences({ base: id });
      void this.choose(id);
    });
    app.addEventListener('sanxian-print-look', ({ detail: { on } }) => {
      this.#shell.change({ forPrint: on });
      this.#shell.desk.map?.setForPrint(on);
    });
  }

  /** Reads the list and shows the base map of the last visit, else the one that the list begins with. */
  async begin(address: string): Promise<void> {
    const start = await this.load(address);
    const { base = start } = readPreferences();
    if (base !== null) await this.choose(base);
  }

  /** A map has been seated: it begins without a base map, and in colour. */
  async seated(): Promise<void> {
    this.#shell.desk.map?.setForPrint(this.#shell.look.forPrint);
    if (this.#view.shown !== null) await this.choose(this.#view.shown);
  }

  /** Reads the list at an address; a missing one is an empty one. Gives the id to begin with. */
  async load(address: string, fetcher: typeof fetch = fetch): Promise<string | null> {
    this.#address = address;
    this.#set(NO_BASE);
    try {
      const response = await fetcher(address);
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const list: unknown = await response.json();
      if (isEmptyList(list)) return null;
      // What reads the list is loaded only where there is something to read.
      const { basemapSchema } = await import('../domain/basemap.ts');
      const { maps, start } = basemapSchema.parse(list);
      const failures = new Map(maps.flatMap((entry) => refusal(entry)));
      this.#set({ ...NO_BASE, maps, failures });
      return start;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.slice(0, 160) : String(cause);
      this.#say(baseText('config', { url: address, why }));
      return null;
    }
  }

  /** Shows a base map, or none. An id that is not in the list, or can never be shown, is none. */
  async choose(id: string | null): Promise<void> {
    const ticket = ++this.#wanted;
    const { map } = this.#shell.desk;
    const entry = this.#view.maps.find((one) => one.id === id);
    if (!map || !entry || unshowable(entry)) {
      map?.clearBase();
      this.#set({ ...this.#view, shown: null, opening: null });
      return;
    }
    const failures = new Map(this.#view.failures);
    failures.delete(entry.id);
    this.#set({ ...this.#view, opening: entry.id, failures });
    try {
      await map.openBase(entry, this.#address, (failure, served) => {
        if (ticket === this.#wanted) this.#onFailure(entry, failure, served);
      });
      if (ticket === this.#wanted) this.#set({ ...this.#view, shown: entry.id, opening: null });
    } catch (cause) {
      if (ticket !== this.#wanted) return;
      if (!(cause instanceof BaseFailure)) throw cause;
      this.#onFailure(entry, cause, false);
    }
  }

  /**
   * One that has never shown anything is given up, so that a service is not asked in vain with every
   * move of the map, and our own ground comes back. One that has stays, with its holes.
   */
  #onFailure(entry: BaseEntry, { code, params }: BaseFailure, served: boolean): void {
    const text = served ? baseText('part', params) : baseText(code, params);
    if (this.#view.failures.get(entry.id)?.zh === text.zh) return;
    this.#set({ ...this.#view, failures: new Map(this.#view.failures).set(entry.id, text) });
    this.#say(text);
    if (!served) void this.choose(null);
  }

  get #view(): BaseView {
    return this.#shell.look.base;
  }

  #set(base: BaseView): void {
    this.#shell.change({ base });
  }

  /** Once, quietly. */
  #say(text: Text): void {
    this.#shell.change({ message: text });
  }
}

function refusal(entry: BaseEntry): [string, Text][] {
  const why = unshowable(entry);
  return why ? [[entry.id, baseText(why)]] : [];
}

/** As it comes with the app: no base map, nothing to begin with. */
function isEmptyList(list: unknown): boolean {
  if (typeof list !== 'object' || list === null) return false;
  const { schema, start = null, maps } = list as Record<string, unknown>;
  const empty = Array.isArray(maps) && maps.length === 0;
  return schema === 'sanxian/basemap@1' && start === null && empty;
}
