import { figure } from '../components/figures.ts';
import { numberedPieces } from '../domain/pieces.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import { say } from '../text/words/ui.ts';
import type { LayerDesk } from './layer-desk.ts';
import type { MakeMap, MapHit, MapPortEvents } from './map-port.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import type { Shell } from './shell.ts';
import { textOf } from './spoken-error.ts';

/** Where the map goes, and who makes it. */
export interface MapSeatingHost {
  container(): HTMLElement | null;
  makeMap(): MakeMap | null;
  isConnected(): boolean;
  /** A new map stands in its place. */
  seated(): void;
  /** The view came to rest. */
  viewed(): void;
  /** Straight to the status bar: these change with every move of the pointer. */
  note(change: { cursor?: string; scale?: string }): void;
}

/** Makes the map of the catalog that is open, and takes in what it tells. */
export class MapSeating {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #host: MapSeatingHost;
  /** Counts maps asked for. */
  #seats = 0;

  constructor(shell: Shell, layers: LayerDesk, host: MapSeatingHost) {
    this.#shell = shell;
    this.#layers = layers;
    this.#host = host;
  }

  async seat(): Promise<void> {
    const { workspace, desk, lang } = this.#shell;
    const container = this.#host.container();
    const { catalog } = workspace.state;
    const makeMap = this.#host.makeMap();
    const seat = ++this.#seats;
    if (!container || !catalog || !makeMap) return;
    try {
      const map = await makeMap({
        container,
        catalog,
        catalogUrl: workspace.catalogUrl,
        language: lang,
        events: this.#events(() => seat === this.#seats),
      });
      // Another catalog was named, or the element taken away, while this map was made.
      if (seat !== this.#seats || !this.#host.isConnected()) return map.destroy();
      const { views, orders, sparing } = this.#shell.look;
      desk.seat(map, views, orders);
      map.setSparing(sparing);
      this.#host.seated();
      this.show();
    } catch (cause) {
      // Whatever went wrong with the map, checks, table and report do without it.
      const webgl = cause instanceof Error && cause.name === 'MapUnavailable';
      const mapFailure = webgl ? say('err.webgl', lang) : textOf(cause)[lang];
      this.#shell.change({ mapFailure, noMap: true });
      console.warn(cause);
    }
  }

  /** Brings the map to what the workspace holds. */
  show(): void {
    const { workspace, desk, look, lang } = this.#shell;
    desk.show(workspace.state, look.views, (project) =>
      say('map.label', lang, { what: project?.name ?? say('map.label.none', lang) }),
    );
  }

  select(number: number | null): void {
    this.#shell.change({ selected: number });
    this.#shell.desk.select(this.#shell.workspace.state.report, number);
  }

  #events(isMine: () => boolean): MapPortEvents {
    const { change } = this.#shell;
    return {
      onCursor: (at) => this.#host.note({ cursor: at ? lonLatText(at) : '' }),
      onScale: (denominator) => this.#host.note({ scale: `1:${figure(denominator, 0)}` }),
      onView: (zoom) => {
        if (!isMine()) return;
        this.#layers.onView(zoom);
        this.#host.viewed();
      },
      onCounts: (counts) => {
        if (isMine()) this.#layers.onCounts(counts);
      },
      onClick: (piece, hits) => this.#onClick(piece, hits),
      onLayerFailed: (layer, why) => {
        const { look, lang } = this.#shell;
        const before = look.tileFaults.get(layer) ?? [];
        const tileFaults = new Map(look.tileFaults).set(layer, [...before, why]);
        change({ tileFaults, message: why[lang] });
      },
      onLayerFellBack: (why) => change({ message: why[this.#shell.lang] }),
      onSlow: () => this.#proposeSparing(),
      onRestarted: () => {
        const { look, lang } = this.#shell;
        change({ tileFaults: new Map(), message: say('toast.restarted', lang) });
        if (isMine() && look.zoom !== null) this.#layers.onView(look.zoom);
      },
      onLost: (lost) => change({ mapFailure: lost ? MAP_WORDS.webglLost[this.#shell.lang] : '' }),
    };
  }

  /** Once ever, and never over something else that is being said. */
  #proposeSparing(): void {
    const { look, lang, change } = this.#shell;
    if (look.sparing || look.message || readPreferences().sparingProposed) return;
    rememberPreferences({ sparingProposed: true });
    change({ message: say('sparing.propose', lang), offer: 'sparing' });
  }

  #onClick(piece: string | null, hits: readonly MapHit[]): void {
    const { workspace, look, lang, change } = this.#shell;
    const { report, catalog } = workspace.state;
    if (look.mode === 'check') {
      const found = report && numberedPieces(report).find(({ id }) => id === piece);
      this.select(found?.number ?? null);
      return;
    }
    const layers = catalog?.layers ?? [];
    const rows = hits.flatMap(({ layer, properties }) => {
      const entry = layers.find(({ id }) => id === layer);
      if (!entry) return [];
      const pairs = Object.entries(properties).map(
        ([name, value]) => [name, String(value)] as const,
      );
      return [{ kind: entry.kind, layer: entry.title[lang], properties: pairs }];
    });
    change({ hits: rows });
  }
}

function lonLatText([lon, lat]: readonly [number, number]): string {
  return `${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`;
}
