import { html, type TemplateResult } from 'lit';
import { type IconName, icon } from '../components/icons.ts';
import { say } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import type { Detent, SheetTab } from './look.ts';
import { footer, layerRegion, resultRegion, stepBody } from './regions.ts';

/** What the sheet leaves of the map; under a full sheet the map keeps its size. */
export const COVERED = {
  peek: '84px',
  half: 'calc(60% - 12px)',
  full: 'calc(60% - 12px)',
} as const;

const HEIGHTS = { peek: '96px', half: '60%', full: '100%' } as const satisfies Record<
  Detent,
  string
>;
const NEXT = { peek: 'half', half: 'full', full: 'peek' } as const satisfies Record<Detent, Detent>;
/** A drag of the handle that counts, px. */
const DRAG_PX = 24;

/** The sheet over the map: drag its handle up or down, or press it. */
export function sheet(view: Frame): TemplateResult {
  const { look, lang } = view;
  return html`<aside
    class="sheet"
    .style=${`--sheet:${HEIGHTS[look.detent]}`}
    aria-label=${say('region.result', lang)}
    data-region
    tabindex="-1"
  >
    <button
      class="handle"
      type="button"
      aria-label=${say('sheet.size', lang)}
      @pointerdown=${(event: PointerEvent) => followDrag(event, view)}
      @click=${(event: MouseEvent) => {
        // A key press has no pointer: it walks through the heights.
        if (event.detail === 0) view.change({ detent: NEXT[look.detent] });
      }}
    ></button>
    ${
      look.sheetTab === 'layers'
        ? layerRegion(view)
        : look.mode === 'review' || look.drawing
          ? resultRegion(view)
          : html`${stepBody(view)}${footer(view)}`
    }
  </aside>`;
}

function followDrag(down: PointerEvent, { look, change }: Frame): void {
  const handle = down.currentTarget as HTMLElement;
  handle.setPointerCapture(down.pointerId);
  const onUp = (up: PointerEvent) => {
    const moved = up.clientY - down.clientY;
    if (Math.abs(moved) < DRAG_PX) change({ detent: NEXT[look.detent] });
    else if (moved < 0) change({ detent: look.detent === 'peek' ? 'half' : 'full' });
    else change({ detent: look.detent === 'full' ? 'half' : 'peek' });
  };
  handle.addEventListener('pointerup', onUp, { once: true });
}

export function phoneTabs({ look, lang, change }: Frame): TemplateResult {
  const tabs: readonly [SheetTab, IconName, string][] = [
    ['project', 'folder-open', say('step.project', lang)],
    ['findings', 'scan-search', say('tab.findings', lang)],
    ['layers', 'layers', say('region.layers', lang)],
    ['report', 'file-text', say('step.report', lang)],
  ];
  return html`<nav class="tabs" aria-label=${say('tab.nav', lang)}>
    ${tabs.map(
      ([tab, name, label]) => html`<button
        type="button"
        aria-current=${look.sheetTab === tab}
        @click=${() =>
          change({
            sheetTab: tab,
            ...(tab !== 'layers' && { step: tab }),
            ...(look.detent === 'peek' && { detent: 'half' }),
          })}
      >
        ${icon(name, 20)}${label}
      </button>`,
    )}
  </nav>`;
}
