import type { Shell } from '../shell.ts';
import { isSingleKey } from './chord.ts';
import type { CommandId } from './key-table.ts';
import { KEY_TABLE } from './key-table.ts';

/** How long the pointer or the focus has to rest, ms. */
const REST_MS = 600;

/**
 * Beside a control that has a key (`data-command`), its name and the key, once pointer or focus has rested
 * on it. The tip is loaded with the first one.
 */
export class TipDesk {
  readonly #shell: Shell;
  readonly #root: () => ShadowRoot;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #over: HTMLElement | null = null;
  /** Its own `title` would show a second tip; it is taken away meanwhile. */
  #title: string | null = null;

  constructor(shell: Shell, root: () => ShadowRoot) {
    this.#shell = shell;
    this.#root = root;
  }

  /**
   * Over and out, focus in and out never leave a shadow root for a place in the same root; moves of the
   * pointer and keys do.
   */
  listenTo(host: HTMLElement): void {
    host.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch' && event.buttons === 0) this.#enter(controlAt(event));
    });
    host.addEventListener('pointerleave', () => this.hide());
    host.addEventListener('keyup', (event) => {
      const control = controlAt(event);
      this.#enter(control?.matches(':focus-visible') ? control : null);
    });
    for (const name of ['keydown', 'pointerdown', 'wheel'] as const) {
      host.addEventListener(name, () => this.hide(), { passive: true });
    }
  }

  /** True where one was shown. */
  hide(): boolean {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#over && this.#title !== null) this.#over.title = this.#title;
    this.#over = null;
    this.#title = null;
    const tip = this.#root().querySelector('sanxian-tip');
    const wasShown = tip !== null && tip.anchor !== null;
    if (tip) tip.anchor = null;
    return wasShown;
  }

  #enter(control: HTMLElement | null): void {
    if (control === this.#over) return;
    this.hide();
    if (!control) return;
    this.#over = control;
    if (control.title) {
      this.#title = control.title;
      control.removeAttribute('title');
    }
    this.#timer = setTimeout(() => void this.#show(control), REST_MS);
  }

  async #show(control: HTMLElement): Promise<void> {
    const command = control.dataset.command as CommandId;
    const [{ KEY_WORDS }, { keyName }] = await Promise.all([
      import('../../text/words/keys.ts'),
      import('./key-list.ts'),
      import('../../components/help/tip.ts'),
    ]);
    if (this.#over !== control) return;
    const { lang, look } = this.#shell;
    const root = this.#root();
    const tip = root.querySelector('sanxian-tip') ?? document.createElement('sanxian-tip');
    if (!tip.isConnected) root.append(tip);
    const keys = KEY_TABLE.find((entry) => entry.command === command)?.keys ?? [];
    tip.label = control.getAttribute('aria-label') ?? this.#title ?? KEY_WORDS[command][lang];
    tip.keys = keys
      .filter((key) => look.singleKeys || !isSingleKey(key))
      .map((key) => keyName(key, lang));
    tip.anchor = control;
  }
}

function controlAt(event: Event): HTMLElement | null {
  const found = event
    .composedPath()
    .find((one) => one instanceof HTMLElement && one.dataset.command !== undefined);
  return (found as HTMLElement | undefined) ?? null;
}
