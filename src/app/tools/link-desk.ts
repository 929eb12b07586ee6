import type { LayerDesk } from '../layer-desk.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import { readPermalink, writePermalink } from './permalink.ts';
import type { MapSides } from './swipe-maps.ts';
import { applyLayers, captureLink, type ViewState } from './view-state.ts';

export interface LinkDeskHost {
  /** The address of the page is ours to write. */
  isLinked(): boolean;
  chooseBase(id: string | null): void;
  /** Lays two layers side by side; null: none. */
  compare(sides: MapSides | null): void;
}

/** Browsers refuse more than a hundred changes of the address in half a minute. */
const REST_MS = 400;

/** Keeps the view in the address of the page, and takes it from there. */
export class LinkDesk {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #host: LinkDeskHost;
  #resting: ReturnType<typeof setTimeout> | null = null;
  /** What the page was opened with is shown by now; from here on the address follows the view. */
  #isFollowing = false;

  constructor(shell: Shell, layers: LayerDesk, host: LinkDeskHost) {
    this.#shell = shell;
    this.#layers = layers;
    this.#host = host;
  }

  /** A map stands: it begins where the address says. */
  seated(): void {
    const wanted = this.#wanted();
    if (wanted === null || wanted === 'unreadable' || !('center' in wanted)) return;
    this.#shell.desk.map?.moveTo(wanted.center, wanted.zoom);
  }

  /** All that flies the map by itself has happened: what the address says stands after it. */
  begin(): void {
    if (!this.#host.isLinked() || this.#isFollowing) return;
    this.arrive();
    this.#isFollowing = true;
    this.changed();
  }

  /** Brings the view to what the address says; a wrong one is said and left aside. */
  readonly arrive = (): void => {
    if (!this.#host.isLinked()) return;
    const { lang, change } = this.#shell;
    const wanted = readPermalink(location.hash);
    if (wanted === 'unreadable') {
      const message = worded('link.wrong');
      change({ message, live: message[lang] });
    } else if (wanted && 'center' in wanted) {
      this.show(wanted);
      const off = applyLayers(wanted, this.#shell, this.#layers);
      this.#host.compare(wanted.swipe);
      if (off > 0) change({ message: worded('link.hidden', { n: off }) });
    }
    if (!wanted || wanted === 'unreadable') return;
    const { review } = this.#shell.look;
    const tab = 'center' in wanted ? wanted.tab : null;
    change({ mode: wanted.mode, ...(tab && { review: { ...review, tab } }) });
  };

  /** The place and the base map of a view. */
  show({ center, zoom, base }: Pick<ViewState, 'center' | 'zoom' | 'base'>): void {
    const { desk, look } = this.#shell;
    desk.map?.moveTo(center, zoom);
    const isThere = base === null || look.base.maps.some(({ id }) => id === base);
    if (isThere && (look.base.opening ?? look.base.shown) !== base) this.#host.chooseBase(base);
  }

  /** Something on screen is otherwise: the address follows once it rests. */
  changed(): void {
    if (!this.#isFollowing || this.#resting !== null) return;
    this.#resting = setTimeout(() => {
      this.#resting = null;
      this.#write();
    }, REST_MS);
  }

  /** The address that brings somebody else here; null without a map. */
  address(): string | null {
    const view = captureLink(this.#shell);
    return view && new URL(writePermalink(view), location.href).href;
  }

  leave(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
    this.#isFollowing = false;
  }

  #wanted(): ReturnType<typeof readPermalink> {
    return this.#host.isLinked() && !this.#isFollowing ? readPermalink(location.hash) : null;
  }

  #write(): void {
    const view = captureLink(this.#shell);
    const hash = view && writePermalink(view);
    if (!hash || hash === location.hash) return;
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      // a frame without an address of its own: nothing to keep
      this.#isFollowing = false;
    }
  }
}
