import type { MapTool } from '../../components/choices.ts';
import type { PlaceSearchView } from '../../components/place-search.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Text } from '../../text/text.ts';
import { Door } from '../door.ts';
import type { FindWorkerLike } from '../find-client.ts';
import type { LayerDesk } from '../layer-desk.ts';
import { rememberPreferences } from '../preferences.ts';
import { copyText } from '../save-file.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import type { BookmarkDesk } from './bookmark-desk.ts';
import { LinkDesk, type LinkDeskHost } from './link-desk.ts';
import { MeasureDesk } from './measure-desk.ts';
import type { PlaceDesk } from './place-desk.ts';
import { SwipeDesk } from './swipe-desk.ts';
import type { MapSides } from './swipe-maps.ts';
import type { ToolsView } from './tools-view.ts';

export interface ToolDeskHost extends Omit<LinkDeskHost, 'compare'> {
  startFinder(): FindWorkerLike;
  /** Where the elements stand. */
  root(): ParentNode;
  /** Whether a key is for the workspace, and not for the page around it. */
  hasInput(event: Event): boolean;
}

/** What has a use of its own for Enter, space and Backspace. */
const OWN_KEYS =
  'input, select, textarea, button, a[href], summary, [contenteditable], [role=slider], [role=separator], [role=option], [role=tab], [role=row], tr';

const NO_PLACES = { options: [], lead: '', status: '', gap: '', isSearched: false } as const;

type PlaceWords = typeof import('../../components/place-words.ts');

/** The tools of the map: one at a time, none while something is drawn. */
export class ToolDesk {
  readonly links: LinkDesk;
  readonly #shell: Shell;
  readonly #host: ToolDeskHost;
  readonly #measure: MeasureDesk;
  readonly #places: Door<PlaceDesk>;
  readonly #swipe: SwipeDesk;
  readonly #bookmarks: Door<BookmarkDesk>;
  #tool: MapTool | null = null;
  /** The layer that is to be compared, until the tool is in hand. */
  #compared: string | MapSides | null = null;
  #closeHands: (() => void) | null = null;
  #app: HTMLElement | null = null;
  /** Zone coordinates take a projection, which is loaded when somebody wants them. */
  #words: PlaceWords | null = null;

  constructor(shell: Shell, layers: LayerDesk, host: ToolDeskHost) {
    this.#shell = shell;
    this.#host = host;
    this.links = new LinkDesk(shell, layers, {
      isLinked: () => host.isLinked(),
      chooseBase: (id) => host.chooseBase(id),
      compare: (sides) => this.#compareSides(sides),
    });
    this.#measure = new MeasureDesk(shell, {
      show: (view) => {
        const bar = host.root().querySelector('sanxian-measure-bar');
        if (bar) bar.view = view;
      },
      copy: (text) => void this.#copy(text),
    });
    this.#places = new Door(shell, async () => {
      const { PlaceDesk } = await import('./place-desk.ts');
      return new PlaceDesk(
        shell,
        layers,
        () => host.startFinder(),
        (at) => this.#mark(at),
      );
    });
    this.#swipe = new SwipeDesk(shell, layers);
    this.#bookmarks = new Door(shell, async () => {
      const { BookmarkDesk } = await import('./bookmark-desk.ts');
      const desk = new BookmarkDesk(shell, layers, this.links);
      desk.load();
      return desk;
    });
  }

  /** Takes what the elements of the tools tell. */
  listenTo(app: HTMLElement): void {
    const { change } = this.#shell;
    this.#app = app;
    app.addEventListener('sanxian-tool', (event) => {
      // from a key, a tool acts at the middle of the map; from its button, where the pointer will be
      if (event.composedPath()[0] === app) this.#atCross(event.detail.tool);
    });
    app.addEventListener('sanxian-measure', ({ detail }) => this.#measure.onAct(detail));
    app.addEventListener('sanxian-notation', ({ detail: { notation } }) => {
      rememberPreferences({ notation });
      this.#change({ notation });
    });
    app.addEventListener('sanxian-place-query', ({ detail: { query } }) => {
      // what was typed stands at once
      this.#change({ places: query.trim() ? { query, readings: [], search: null } : null });
      this.#places.with((desk) => void desk.query(query));
    });
    app.addEventListener('sanxian-place-go', ({ detail: { key } }) => {
      this.#places.desk?.go(key);
      this.#putDown('go-to');
    });
    app.addEventListener('sanxian-place-leave', () => this.#putDown('go-to'));
    app.addEventListener('sanxian-place-clear', () => {
      this.#mark(null);
      this.#putDown('pick-coordinate');
    });
    app.addEventListener('sanxian-swipe', ({ detail }) => this.#swipe.change(detail));
    app.addEventListener('sanxian-layer-compare', ({ detail: { id } }) => {
      if (this.#tool === 'swipe') this.#swipe.open(id);
      else {
        this.#compared = id;
        change({ tool: 'swipe' });
      }
    });
    app.addEventListener('sanxian-bookmark', ({ detail }) =>
      this.#bookmarks.with((desk) => desk.onAct(detail)),
    );
    app.addEventListener('sanxian-forget', () => this.#bookmarks.desk?.clear());
    app.addEventListener('sanxian-link-copy', () => {
      const address = this.links.address();
      if (address) void this.#copy(address, worded('link.copied'));
    });
    app.addEventListener('sanxian-by-hand-close', () => this.#change({ byHand: null }));
  }

  /** Listens to the window; call the result to end it. Before other keys: what is taken is prevented. */
  join(): () => void {
    const onKey = (event: KeyboardEvent) => {
      if (this.#onKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('hashchange', this.links.arrive);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('hashchange', this.links.arrive);
      this.#places.desk?.leave();
      this.links.leave();
      this.#shell.change({ tool: null });
    };
  }

  /** What the search in the bar shows; before its desk has come, what was typed. */
  placeSearch(): PlaceSearchView | null {
    const { places } = this.#shell.look.tools;
    if (this.#places.desk || !places) return this.#places.desk?.view() ?? null;
    return { ...NO_PLACES, query: places.query };
  }

  /** A new map stands. */
  seated(): void {
    this.#closeHands = null;
    this.#measure.seated();
    this.#swipe.seated();
    if (this.#tool === 'pick-coordinate') void this.#openPicking();
    this.#showMark();
    this.links.seated();
  }

  /** The view came to rest. */
  onView(): void {
    this.links.changed();
    const { tools } = this.#shell.look;
    if (this.#tool === 'measure' && tools.cross) this.#measure.crossAt(this.#middle());
  }

  /** The look is otherwise: another tool may be in hand. A drawing, and leaving the map, put it away. */
  onLook(): void {
    const { look, change } = this.#shell;
    if (look.tool !== null && (look.drawing || look.mode === 'batch')) {
      change({ tool: null });
      return;
    }
    if (look.tool !== this.#tool) this.#takeUp(look.tool);
    this.links.changed();
  }

  /** Elements may have come anew. */
  onUpdated(): void {
    this.#measure.onUpdated();
    const { mode, review } = this.#shell.look;
    const isShown = mode === 'review' && review.tab === 'bookmarks';
    if (isShown && !this.#bookmarks.desk) this.#bookmarks.with(() => {});
  }

  #takeUp(tool: MapTool | null): void {
    this.#tool = tool;
    this.#measure.close();
    this.#swipe.close();
    this.#closeHands?.();
    this.#closeHands = null;
    if (tool !== 'measure' && tool !== 'pick-coordinate' && this.#shell.look.tools.cross) {
      this.#change({ cross: false });
    }
    this.#showMark();
    if (tool === 'measure') this.#measure.open();
    else if (tool === 'pick-coordinate') void this.#openPicking();
    else if (tool === 'swipe') this.#openSwipe(this.#compared);
    else if (tool === 'go-to') this.#focus('sanxian-search');
    this.#compared = null;
  }

  /** As a link has it; what the catalog lacks is left aside. */
  #compareSides(sides: MapSides | null): void {
    if (sides && this.#tool === 'swipe') this.#swipe.openSides(sides);
    else if (sides && this.#swipe.canOpen(sides)) {
      this.#compared = sides;
      this.#shell.change({ tool: 'swipe' });
    } else if (!sides) this.#putDown('swipe');
  }

  #openSwipe(compared: string | MapSides | null): void {
    if (compared === null || typeof compared === 'string') this.#swipe.open(compared);
    else this.#swipe.openSides(compared);
  }

  #putDown(tool: MapTool): void {
    if (this.#shell.look.tool === tool) this.#shell.change({ tool: null });
  }

  // ---- keys ----------------------------------------------------------------------------------

  #atCross(tool: MapTool | null): void {
    if (tool === 'go-to') this.#focus('sanxian-search');
    if (tool !== 'measure' && tool !== 'pick-coordinate') return;
    this.#change({ cross: true });
    this.#focus('.map canvas');
    if (tool === 'pick-coordinate') void this.#pick(this.#middle());
  }

  /** Whether the key was for a tool. */
  #onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const path = event.composedPath();
    const at = path[0];
    const isOurs =
      this.#host.hasInput(event) && (path.includes(this.#app!) || at === document.body);
    const inDialog = path.some((one) => one instanceof HTMLDialogElement && one.open);
    if (event.defaultPrevented || !isOurs || inDialog || this.#tool === null) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const { look, change } = this.#shell;
    if (key === 'Escape' && look.dragged === null && look.tour === null) {
      change({ tool: null });
      return true;
    }
    if (at instanceof Element && at.matches(OWN_KEYS)) return false;
    const isMeasuring = this.#tool === 'measure';
    if (!isMeasuring && this.#tool !== 'pick-coordinate') return false;
    if (key === 'Enter' || key === ' ') {
      this.#change({ cross: true });
      if (isMeasuring) this.#measure.addAtCross(this.#middle());
      else void this.#pick(this.#middle());
      return true;
    }
    if (key !== 'Backspace' || !isMeasuring) return false;
    this.#measure.takeBack();
    return true;
  }

  #middle(): Position {
    return this.#shell.desk.map?.view().center ?? [0, 0];
  }

  #focus(selector: 'sanxian-search' | '.map canvas'): void {
    void this.#shell.drawn().then(() => {
      const root = this.#host.root();
      if (selector === 'sanxian-search') root.querySelector(selector)?.focusField();
      else root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    });
  }

  // ---- a place -------------------------------------------------------------------------------

  async #openPicking(): Promise<void> {
    const { map } = this.#shell.desk;
    const close = await map?.openHands({
      onMove: () => {
        if (this.#shell.look.tools.cross) this.#change({ cross: false });
        return 'crosshair';
      },
      onClick: ({ at }) => void this.#pick(at),
      onDragStart: () => false,
      onDrag: () => {},
      onDragEnd: () => {},
    });
    if (this.#tool === 'pick-coordinate' && map === this.#shell.desk.map && !this.#closeHands) {
      this.#closeHands = close ?? null;
    } else close?.();
  }

  async #pick(at: Position): Promise<void> {
    this.#mark(at);
    const { placeText, axesText } = this.#words ?? (await this.#loadWords());
    const { notation } = this.#shell.look.tools;
    const text = placeText(at, notation);
    await this.#copy(
      text,
      worded('pick.copied', (lang) => ({ text: `${text} (${axesText(at, notation, lang)})` })),
    );
  }

  async #loadWords(): Promise<PlaceWords> {
    this.#words = await import('../../components/place-words.ts');
    return this.#words;
  }

  /** A place as the status bar shows and copies it; in degrees until the projection is there. */
  placeWords(at: Position): { cursor: string; cursorCopy: string } {
    const { notation } = this.#shell.look.tools;
    if (notation !== 'degrees') {
      const text = this.#words?.placeText(at, notation);
      if (text) return { cursor: text, cursorCopy: text };
      void this.#loadWords();
    }
    const [lon, lat] = at;
    return {
      cursor: `${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`,
      cursorCopy: `${lon.toFixed(8)}, ${lat.toFixed(8)}`,
    };
  }

  #mark(place: Position | null): void {
    this.#change({ place });
    this.#showMark();
  }

  #showMark(): void {
    const { place } = this.#shell.look.tools;
    if (this.#tool === 'measure') return;
    const mark = place && { path: [], closed: false, points: [], mark: place };
    this.#shell.desk.map?.showSketch(mark);
  }

  #change(change: Partial<ToolsView>): void {
    const { look } = this.#shell;
    this.#shell.change({ tools: { ...look.tools, ...change } });
  }

  /** To the clipboard; where the browser refuses, into a field to copy from by hand. */
  async #copy(text: string, message: Text = worded('toast.copied')): Promise<void> {
    const copied = await copyText(text);
    this.#change({ byHand: copied ? null : text });
    if (copied) this.#shell.change({ message, live: message[this.#shell.lang] });
  }
}
