import type { Page } from 'playwright-core';

export interface Focus {
  /** Tag, and the name or text. */
  readonly what: string;
  /** A ring of some width and style is drawn around it, and it is in the window. */
  readonly isSeen: boolean;
}

/** What has the focus, through all shadow roots, and whether one can see that it has. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return { what: 'nothing', isSeen: false };
    const name = (at.getAttribute('aria-label') ?? at.textContent ?? '').trim();
    const host = (at.getRootNode() as ShadowRoot).host?.localName ?? '';
    // a switch of radios draws the ring around the label, a field with a sign around both
    const around = at.matches('input[type=radio]') ? 'label' : '.field:focus-within';
    const ringed = at.closest(around) ?? at;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
    const box = ringed.getBoundingClientRect();
    const inWindow =
      box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
    return {
      what: `${host} ${at.localName} ${name.replace(/\s+/g, ' ').slice(0, 30)}`.trim(),
      isSeen:
        inWindow &&
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        outlineColor !== 'rgba(0, 0, 0, 0)',
    };
  });
}
