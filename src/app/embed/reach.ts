/**
 * Which events of a page are this element's. A page that is ours wholly has no other to give them to.
 * Embedded, an element takes what happens inside it; a key or a paste that nothing on the page has the
 * focus for goes to whom the user last pointed at or focused. So two of them never act on one event, nor
 * one on what is meant for its host.
 */
export class Reach {
  readonly #element: Element;
  readonly #isWholePage: () => boolean;
  #isTurnedTo = false;

  constructor(element: Element, isWholePage: () => boolean) {
    this.#element = element;
    this.#isWholePage = isWholePage;
  }

  /** Watches whom the user turns to; call the result to end it. */
  watch(target: EventTarget): () => void {
    const turn = (event: Event) => {
      this.#isTurnedTo = this.#isInside(event);
    };
    const names = ['pointerdown', 'focusin'] as const;
    for (const name of names) target.addEventListener(name, turn, true);
    return () => {
      for (const name of names) target.removeEventListener(name, turn, true);
    };
  }

  /** Keys, and what is pasted. */
  hasInput(event: Event): boolean {
    if (this.#isWholePage() || this.#isInside(event)) return true;
    return this.#isTurnedTo && isNowhere(event.composedPath()[0]);
  }

  /** Files over a place, which is inside or not. */
  hasDrop(event: Event): boolean {
    return this.#isWholePage() || this.#isInside(event);
  }

  #isInside(event: Event): boolean {
    return event.composedPath().includes(this.#element);
  }
}

/** The page itself, where no element has the focus. */
function isNowhere(target: EventTarget | undefined): boolean {
  return !(target instanceof Element) || target.matches('body, html');
}
