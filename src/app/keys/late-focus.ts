/** The part that stands for the focus; some of them are custom elements whose code is still on its way. */
type Part = HTMLElement & { readonly updateComplete?: Promise<unknown> };

/**
 * Gives the focus to parts of the workspace that are not drawn yet, or whose code is still being loaded.
 * Whoever moves the focus meanwhile keeps it, and of several wishes the last one counts.
 */
export class LateFocus {
  readonly #drawn: () => Promise<unknown>;
  #wishes = 0;

  /** @param drawn resolves once what was changed is on screen */
  constructor(drawn: () => Promise<unknown>) {
    this.#drawn = drawn;
  }

  /** @param find the part, once it is drawn; null: it is not there after all */
  async give<P extends Part>(
    find: () => P | null | undefined,
    focus: (part: P) => void = (part) => part.focus(),
  ): Promise<void> {
    const wish = ++this.#wishes;
    const before = focusedElement();
    await this.#drawn();
    const part = find();
    if (!part) return;
    if (part.localName.includes('-')) {
      await customElements.whenDefined(part.localName);
      await part.updateComplete;
    }
    const now = focusedElement();
    const wasMoved = now !== before && now !== document.body && now !== null;
    if (wish === this.#wishes && !wasMoved && part.isConnected) focus(part);
  }
}

/** What has the focus, through all shadow roots; the body where nothing has it. */
function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
