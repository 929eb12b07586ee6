import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../text/words/ui.ts';
import { emit } from './events.ts';
import { type KeptState, sizeWords } from './kept-state.ts';
import type { LayerRow } from './layer-row.ts';
import type { SanxianElement } from './sanxian-element.ts';

/** In the row of a layer: whether it is on this machine, and the ways to change that. */
export function layerKeep(
  { id, name, kept }: LayerRow,
  element: SanxianElement,
): TemplateResult | typeof nothing {
  if (!kept) return nothing;
  const own: typeof say = (word, _language, params) => say(word, element.lang, params);
  const act = (what: 'save' | 'stop' | 'remove', label: string) => html`<button
    class="link"
    type="button"
    data-keep=${what}
    aria-label=${`${label} ${name}`}
    @click=${() => emit(element, 'sanxian-keep', { act: what, layers: [id] })}
  >
    ${label}
  </button>`;
  const words = (word: Parameters<typeof say>[0]) =>
    own(word, element.lang, { size: sizeWords(kept.bytes), p: percent(kept) });
  switch (kept.state) {
    case 'none':
      return act('save', words('offline.save'));
    case 'part':
      return act('save', words('offline.save.on'));
    case 'waiting':
      return html`<p>${words('offline.waiting')} ${act('stop', words('offline.stop'))}</p>`;
    case 'saving':
      return html`<p>${words('offline.saving')} ${act('stop', words('offline.stop'))}</p>`;
    case 'kept':
      return html`<p class="quiet">${words('offline.kept')}</p>
        ${act('remove', words('offline.remove'))}`;
    case 'old':
      return html`<p class="gap">${words('offline.old')}</p>
        ${act('save', words('offline.save.again'))}`;
    case 'failed':
      return html`<p class="gap" role="alert">${kept.why?.[element.lang]}</p>
        ${act('save', words(kept.share > 0 ? 'offline.save.on' : 'offline.save'))}`;
  }
}

function percent({ share }: KeptState): number {
  return Math.floor(share * 100);
}
