import type { Page } from 'playwright-core';

/** What is wrong with how a page is laid out; nothing, if it is sound. */
export interface LayoutFaults {
  /** Text that is cut off without ellipsis and title, or reaches out of its box. */
  readonly cut: readonly string[];
  /** Controls that reach out of what cuts them off, where nothing scrolls. */
  readonly lost: readonly string[];
  /** Controls that lie on each other. */
  readonly overlapping: readonly string[];
  /** Controls smaller than the least size. */
  readonly small: readonly string[];
  /** How far the page reaches beyond the window, px. */
  readonly overflow: number;
}

/**
 * Walks every shadow root. A control counts where it is seen: in the window, not scrolled away, not behind
 * something else.
 */
export function layoutFaults(page: Page, least: number): Promise<LayoutFaults> {
  return page.evaluate((least) => {
    const all: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll('*')) {
        all.push(one);
        if (one.shadowRoot) walk(one.shadowRoot);
      }
    };
    walk(document);
    const parentOf = (one: Element): Element | null =>
      one.assignedSlot ?? one.parentElement ?? ((one.getRootNode() as ShadowRoot).host || null);
    const nameOf = (one: Element): string => {
      const host = (one.getRootNode() as ShadowRoot).host;
      const text = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
      const short = text.replace(/\s+/g, ' ').slice(0, 40);
      return `${host?.localName ?? ''} ${one.localName}.${one.className} “${short}”`;
    };
    const isHidden = (one: Element): boolean => {
      for (let at: Element | null = one; at; at = parentOf(at)) {
        const style = getComputedStyle(at);
        if (style.visibility === 'hidden' || style.display === 'none') return true;
        if (style.clipPath !== 'none' || style.opacity === '0') return true;
        if (at.matches('details:not([open]) > :not(summary)')) return true;
      }
      return false;
    };
    /** What of its box is seen inside every box that scrolls or cuts. */
    const seen = (one: Element): DOMRect | null => {
      let { left, top, right, bottom } = one.getBoundingClientRect();
      for (let at = parentOf(one); at; at = parentOf(at)) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
      right = Math.min(right, innerWidth);
      bottom = Math.min(bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) return null;
      return new DOMRect(left, top, right - left, bottom - top);
    };
    const scrolls = (one: Element): boolean => {
      for (let at = parentOf(one); at; at = parentOf(at)) {
        const { overflowX } = getComputedStyle(at);
        if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) return true;
      }
      return false;
    };

    const cut = all.filter((one) => {
      const ownText = [...one.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
      );
      if (!ownText || one.closest('svg, canvas, .maplibregl-map') || isHidden(one)) return false;
      if (one.matches('script, style, option, select, title')) return false;
      if (!seen(one)) return false;
      const style = getComputedStyle(one);
      const wide = one.scrollWidth > one.clientWidth + 1 && style.display !== 'inline';
      if (wide && style.overflowX !== 'visible') {
        // cut with an ellipsis is fine where the whole can be read: as a title here or around it
        const titled = one.closest('[title]') !== null || one.querySelector('[title]') !== null;
        const label = one.closest('button, a, summary')?.getAttribute('aria-label');
        return !(style.textOverflow === 'ellipsis' && (titled || label));
      }
      // text that reaches out of a box that cuts it off
      const range = document.createRange();
      range.selectNodeContents(one);
      const text = range.getBoundingClientRect();
      if (scrolls(one)) return false;
      for (let at = parentOf(one); at; at = parentOf(at)) {
        const { overflowX, textOverflow } = getComputedStyle(at);
        if (overflowX === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (text.right > box.right + 1.5 || text.left < box.left - 1.5) {
          return !(textOverflow === 'ellipsis' && at.closest('[title]'));
        }
      }
      return text.right > innerWidth + 1.5;
    });

    const controls = all.filter(
      (one) =>
        one.matches('button, a[href], input, select, summary, [role=slider], [role=tab]') &&
        !one.matches('.hidden-text, .skip') &&
        !isHidden(one) &&
        seen(one) !== null,
    );
    const lost = all.filter((one) => {
      if (!one.matches('button, a[href], input, select, summary') || isHidden(one)) return false;
      if (one.matches('.hidden-text, .skip') || one.closest('.tour')) return false;
      const box = one.getBoundingClientRect();
      if (box.width === 0) return false;
      for (let at = parentOf(one); at; at = parentOf(at)) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (/auto|scroll/.test(overflowX + overflowY)) return false;
        if (overflowX !== 'hidden' && overflowY !== 'hidden') continue;
        const room = at.getBoundingClientRect();
        const out = Math.max(
          room.left - box.left,
          box.right - room.right,
          room.top - box.top,
          box.bottom - room.bottom,
        );
        if (out > 2) return true;
      }
      return box.right > innerWidth + 2 || box.bottom > innerHeight + 2;
    });
    /** On top at its middle, so that it can be pressed. */
    const isOnTop = (one: Element): boolean => {
      const { x, y, width, height } = seen(one)!;
      let top = document.elementFromPoint(x + width / 2, y + height / 2);
      while (top?.shadowRoot) {
        const inner: Element | null = top.shadowRoot.elementFromPoint(
          x + width / 2,
          y + height / 2,
        );
        if (!inner || inner === top) break;
        top = inner;
      }
      for (let at: Element | null = top; at; at = parentOf(at)) if (at === one) return true;
      return false;
    };
    const reachable = controls.filter(isOnTop);
    const overlapping: string[] = [];
    reachable.forEach((a, i) => {
      const p = seen(a)!;
      for (const b of reachable.slice(i + 1)) {
        let nested = false;
        for (let at: Element | null = b; at; at = parentOf(at)) nested ||= at === a;
        for (let at: Element | null = a; at; at = parentOf(at)) nested ||= at === b;
        if (nested || a.closest('label') === b.closest('label')) {
          if (nested || a.closest('label')) continue;
        }
        const q = seen(b)!;
        const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (w > 2 && h > 2) overlapping.push(`${nameOf(a)} × ${nameOf(b)}`);
      }
    });
    /** WCAG 2.5.8: a small target may stand alone in a circle of the least size. */
    const standsAlone = (one: Element): boolean => {
      if (least > 24) return false;
      const { x, y, width, height } = one.getBoundingClientRect();
      const [cx, cy] = [x + width / 2, y + height / 2];
      return reachable.every((other) => {
        if (other === one) return true;
        const q = other.getBoundingClientRect();
        const dx = Math.max(q.left - cx, 0, cx - q.right);
        const dy = Math.max(q.top - cy, 0, cy - q.bottom);
        return Math.hypot(dx, dy) >= least / 2;
      });
    };
    const small = reachable
      .filter((one) => !one.matches('a, summary, [role=slider]') && !one.closest('p, td, dd'))
      .map((one) => {
        const target = one.closest('label') ?? one;
        const { width, height } = target.getBoundingClientRect();
        return { one, width, height };
      })
      .filter(({ one, width, height }) => {
        return Math.min(width, height) < least - 0.5 && !standsAlone(one);
      })
      .map(({ one, width, height }) => `${nameOf(one)} ${width.toFixed(0)}×${height.toFixed(0)}`);
    return {
      cut: cut.map(nameOf),
      lost: lost.map(nameOf),
      overlapping,
      small,
      overflow: document.documentElement.scrollWidth - innerWidth,
    };
  }, least);
}
