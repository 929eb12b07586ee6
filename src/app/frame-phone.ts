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
const DETENTS = ['peek', 'half', 'full'] as const satisfies readonly Detent[];
/** A press that moves no further is a tap, px. */
const TAP_PX = 6;

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
    <div
      class="handle"
      role="slider"
      tabindex="0"
      aria-label=${say('detent.size', lang)}
      aria-orientation="vertical"
      aria-valuemin="0"
      aria-valuemax="2"
      aria-valuenow=${DETENTS.indexOf(look.detent)}
      aria-valuetext=${say(`detent.${look.detent}`, lang)}
      @pointerdown=${(event: PointerEvent) => followDrag(event, view)}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    ></div>
    ${
      look.sheetTab === 'layers'
        ? layerRegion(view)
        : look.mode === 'review' || look.drawing
          ? resultRegion(view)
          : html`${stepBody(view)}${footer(view)}`
    }
  </aside>`;
}

function onKey(event: KeyboardEvent, { look, change }: Frame): void {
  const at = DETENTS.indexOf(look.detent);
  const to = {
    ArrowUp: at + 1,
    ArrowRight: at + 1,
    ArrowDown: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: DETENTS.length - 1,
    Enter: (at + 1) % DETENTS.length,
    ' ': (at + 1) % DETENTS.length,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const detent = DETENTS[to];
  if (detent) change({ detent });
}

/** The sheet follows the finger and settles at the nearest of its heights; a tap goes to the next. */
function followDrag(down: PointerEvent, { look, change }: Frame): void {
  const handle = down.currentTarget as HTMLElement;
  const sheet = handle.parentElement!;
  const room = sheet.parentElement!.clientHeight;
  const from = sheet.clientHeight;
  const heights = { peek: 96, half: room * 0.6, full: room } as const;
  const heightAt = ({ clientY }: PointerEvent) =>
    Math.min(room, Math.max(heights.peek, from + down.clientY - clientY));
  handle.setPointerCapture(down.pointerId);
  const over = new AbortController();
  const { signal } = over;
  const settle = (detent: Detent) => {
    over.abort();
    sheet.style.setProperty('--sheet', HEIGHTS[detent]);
    change({ detent });
  };
  const onMove = (move: PointerEvent) => {
    sheet.style.setProperty('--sheet', `${heightAt(move)}px`);
  };
  const onUp = (up: PointerEvent) => {
    if (Math.abs(up.clientY - down.clientY) <= TAP_PX) {
      settle(DETENTS[(DETENTS.indexOf(look.detent) + 1) % DETENTS.length]!);
      return;
    }
    const off = (detent: Detent) => Math.abs(heights[detent] - heightAt(up));
    settle([...DETENTS].sort((a, b) => off(a) - off(b))[0]!);
  };
  handle.addEventListener('pointermove', onMove, { signal });
  handle.addEventListener('pointerup', onUp, { signal });
  handle.addEventListener('pointercancel', () => settle(look.detent), { signal });
}

export function phoneTabs({ look, lang, change }: Frame): TemplateResult {
  const layers = ['layers', 'layers', say('region.layers', lang)] as const;
  const tabs: readonly (readonly [SheetTab, IconName, string])[] =
    look.mode === 'review'
      ? [['findings', 'scan-search', say('mode.review', lang)], layers]
      : [
          ['project', 'folder-open', say('step.project', lang)],
          ['findings', 'scan-search', say('tab.findings', lang)],
          layers,
          ['report', 'file-text', say('step.report', lang)],
        ];
  const current = look.mode === 'review' && look.sheetTab !== 'layers' ? 'findings' : look.sheetTab;
  return html`<nav class="tabs" aria-label=${say('tab.nav', lang)}>
    ${tabs.map(
      ([tab, name, label]) => html`<button
        type="button"
        aria-current=${current === tab}
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
