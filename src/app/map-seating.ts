import { figure } from '../components/figures.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { Project } from '../domain/project.ts';
import type { Position } from '../geometry/shapes.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import { say } from '../text/words/ui.ts';
import type { LayerDesk } from './layer-desk.ts';
import type { MakeMap, MapPortEvents } from './map-port.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import type { Shell } from './shell.ts';
import { textOf, worded } from './spoken-error.ts';

/** Where the map goes, and who makes it. */
export interface MapSeatingHost {
  container(): HTMLElement | null;
  makeMap(): MakeMap | null;
  isConnected(): boolean;
  /** Folder that the built app is served from; '': its files lie beside the module. */
  baseUrl(): string;
  /** A new map stands in its place. */
  seated(): void;
  /** The view came to rest. */
  viewed(): void;
  /** The view moves: what stands on the map moves with it. */
  moving(): void;
  /** A click that chooses no piece. */
  clicked(at: Position): void;
  /** Straight to the status bar: these change with every move of the pointer. */
  note(change: { cursor?: string; cursorCopy?: string; scale?: string }): void;
  /** A place as the status bar shows and copies it; without, none is noted. */
  placeWords?(at: Position): { cursor: string; cursorCopy: string };
  /** What the map is of, in its name for screen readers; default the project. */
  subject?(project: Project | null): string;
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
        baseUrl: this.#host.baseUrl(),
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
      const mapFailure = webgl ? worded('err.webgl') : textOf(cause);
      this.#shell.change({ mapFailure, noMap: true });
      console.warn(cause);
    }
  }

  /** Brings the map to what the workspace holds. */
  show(): void {
    const { workspace, desk, look, lang } = this.#shell;
    desk.show(workspace.state, look.views, (project) =>
      say('map.label', lang, {
        what: this.#host.subject?.(project) ?? project?.name ?? say('map.label.none', lang),
      }),
    );
  }

  /** The language is another: what the map says of itself follows. */
  speak(): void {
    this.#shell.desk.map?.setLanguage(this.#shell.lang);
    this.show();
  }

  select(number: number | null): void {
    this.#shell.change({ selected: number });
    this.#shell.desk.select(this.#shell.workspace.state.report, number);
  }

  #events(isMine: () => boolean): MapPortEvents {
    const { change } = this.#shell;
    return {
      // the last place stays when the pointer leaves: it can still be copied
      onCursor: (at) => {
        const words = at && this.#host.placeWords?.(at);
        if (words) this.#host.note(words);
      },
      onScale: (denominator) => this.#host.note({ scale: `1:${figure(denominator, 0)}` }),
      onView: (zoom) => {
        if (!isMine()) return;
        this.#layers.onView(zoom);
        this.#host.viewed();
      },
      onCounts: (counts) => {
        if (isMine()) this.#layers.onCounts(counts);
      },
      onMoving: () => {
        if (isMine()) this.#host.moving();
      },
      onClick: (piece, at) => this.#onClick(piece, at),
      onLayerFailed: (layer, why) => {
        const { look } = this.#shell;
        const before = look.tileFaults.get(layer) ?? [];
        const tileFaults = new Map(look.tileFaults).set(layer, [...before, why]);
        change({ tileFaults, message: why });
      },
      onLayerFellBack: (why) => change({ message: why }),
      onSlow: () => this.#proposeSparing(),
      onRestarted: () => {
        const { look } = this.#shell;
        change({ tileFaults: new Map(), message: worded('toast.restarted') });
        if (isMine() && look.zoom !== null) this.#layers.onView(look.zoom);
      },
      onLost: (lost) => change({ mapFailure: lost ? MAP_WORDS.webglLost : null }),
    };
  }

  /** Once ever, and never over something else that is being said. */
  #proposeSparing(): void {
    const { look, change } = this.#shell;
    if (look.sparing || look.message || readPreferences().sparingProposed) return;
    rememberPreferences({ sparingProposed: true });
    change({ message: worded('sparing.propose'), offer: 'sparing' });
  }

  /** In review mode a click asks what lies there; a tool in hand takes it for itself. */
  #onClick(piece: string | null, at: Position): void {
    const { workspace, look } = this.#shell;
    const { mode, tool } = look;
    if (tool === 'identify' || (mode === 'review' && tool === null)) {
      this.#host.clicked(at);
      return;
    }
    if (mode !== 'check' || tool !== null) return;
    const { report } = workspace.state;
    const found = report && numberedPieces(report).find(({ id }) => id === piece);
    this.select(found?.number ?? null);
  }
}
