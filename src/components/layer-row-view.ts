import { html, nothing, type TemplateResult } from 'lit';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';
import { emit } from './events.ts';
import { figure } from './figures.ts';
import { icon } from './icons.ts';
import { layerKeep } from './layer-keep.ts';
import type { InView, LayerRow } from './layer-row.ts';
import { isMovable } from './layer-row.ts';
import type { SanxianElement } from './sanxian-element.ts';
import { swatch } from './swatch.ts';

/** What a row needs of the panel it stands in. */
export interface RowHost {
  readonly element: SanxianElement;
  readonly isOpen: boolean;
  /** A dragged layer would come to lie here: above or below this row. */
  readonly mark: 'above' | 'below' | null;
  /** First or last of its group: no way further. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  toggle(): void;
  move(by: -1 | 1, from: 'name' | 'up' | 'down'): void;
  startDrag(event: PointerEvent): void;
}

type Say = (word: UiWord, params?: WordParams) => string;

/** Switch, real symbol, name, what the view holds; edition and how many, or what one must know first. */
export function layerRowView(row: LayerRow, host: RowHost): TemplateResult {
  const own: Say = (word, params) => say(word, host.element.lang, params);
  const movable = isMovable(row);
  const under = second(row, own);
  const number = row.inView ? count(row.inView, own) : nothing;
  return html`<li
    class="${host.isOpen ? 'open' : ''} ${row.visible ? '' : 'off'} ${host.mark ?? ''}"
    data-layer=${row.id}
  >
    <div class="row">
      <input
        type="checkbox"
        aria-label=${own('layer.show', { name: row.name })}
        .checked=${row.visible}
        @change=${(event: Event) =>
          emit(host.element, 'sanxian-layer-change', {
            id: row.id,
            visible: (event.target as HTMLInputElement).checked,
          })}
      />
      <button
        class="name"
        type="button"
        aria-expanded=${host.isOpen}
        aria-keyshortcuts=${movable ? 'Alt+ArrowUp Alt+ArrowDown' : nothing}
        @click=${host.toggle}
        @keydown=${(event: KeyboardEvent) => onKey(event, movable, host)}
      >
        <span
          class=${movable ? 'grip' : ''}
          @pointerdown=${movable ? host.startDrag : nothing}
          >${swatch(row.kind)}</span
        >
        <span class="words">
          <span class="line">
            <span class="title ellipsis" title=${row.name}>${row.name}</span>
            ${under === nothing ? number : nothing}
          </span>
          ${under === nothing ? nothing : html`<span class="line">${under}${number}</span>`}
        </span>
        <span class="more">${icon(host.isOpen ? 'chevron-up' : 'ellipsis', 15)}</span>
      </button>
    </div>
    ${faults(row, host, own)} ${host.isOpen ? detail(row, host, own) : nothing}
  </li>`;
}

function onKey(event: KeyboardEvent, movable: boolean, host: RowHost): void {
  if (!movable || !event.altKey) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  host.move(event.key === 'ArrowUp' ? -1 : 1, 'name');
}

/** The number, and beside it in words what it is a number of. Where nothing is known, none. */
function count({ features, state, covered }: InView, own: Say): TemplateResult {
  const number = features === null ? '' : figure(features, 0);
  const shown = (text: string, words: string, classes = ''): TemplateResult =>
    html`<span class="count small ${classes}" title=${words}
      ><span aria-hidden="true">${text}</span><span class="hidden-text">${words}</span></span
    >`;
  if (covered === 'outside') return shown('—', own('layer.count.uncovered'), 'gap');
  if (state === 'failed') return shown('—', own('layer.count.failed'), 'gap');
  if (features === null) return shown('…', own('layer.count.counting'), 'old');
  const old = state === 'old' ? 'old' : '';
  if (covered === 'across') {
    return shown(`≥ ${number}`, own('layer.count.least', { n: number }), `gap ${old}`);
  }
  const words = `${own('layer.count', { n: number })} (${own('layer.count.how')})`;
  return shown(number, words, `${old} ${features === 0 ? 'zero' : ''}`);
}

function second(
  { gap, entry, group, inView, visible, tooFar }: LayerRow,
  own: Say,
): TemplateResult | typeof nothing {
  if (gap) return html`<span class="small second gap ellipsis" title=${gap}>${gap}</span>`;
  if (!entry) return nothing;
  if (visible && inView?.covered === 'outside') {
    return html`<span class="small second gap ellipsis">${own('layer.uncovered')}</span>`;
  }
  if (visible && tooFar) {
    return html`<span class="small second quiet ellipsis">${own('layer.too-far')}</span>`;
  }
  if (group === 'base') return nothing;
  // the number of the view stands beside it where there is one
  const { edition, owner } = entry;
  const words = inView ? edition : own('layer.edition', { edition, n: figure(entry.features, 0) });
  const title = own('layer.second', { edition, owner });
  return html`<span class="small second quiet ellipsis" title=${title}>${words}</span>`;
}

/** Tiles that failed, with a way to try again. */
function faults({ id, name, faults }: LayerRow, { element }: RowHost, own: Say): unknown {
  if (faults.length === 0) return nothing;
  return html`<div class="faults small gap">
    ${faults.map((why) => html`<p>${why}</p>`)}
    <button
      class="link small"
      type="button"
      aria-label=${own('layer.retry.label', { name })}
      @click=${() => emit(element, 'sanxian-layer-retry', { id })}
    >
      ${icon('refresh', 14)}${own('layer.retry')}
    </button>
  </div>`;
}

function detail(row: LayerRow, host: RowHost, own: Say): TemplateResult {
  const { id, entry } = row;
  const { element } = host;
  return html`<div class="detail small">
    ${entry ? opacity(row, element, own) : nothing}
    <div class="buttons">
      ${action(own('layer.zoom'), () => emit(element, 'sanxian-layer-zoom', { id }))}
      ${
        entry
          ? html`${action(own('layer.only'), () => emit(element, 'sanxian-layer-only', { id }))}
            ${action(own('layer.sheet'), () => emit(element, 'sanxian-layer-sheet', { id }))}
            ${
              row.group === 'base'
                ? nothing
                : action(own('layer.compare'), () => emit(element, 'sanxian-layer-compare', { id }))
            }
            ${action(own('layer.up'), () => host.move(-1, 'up'), 'up', host.isFirst)}
            ${action(own('layer.down'), () => host.move(1, 'down'), 'down', host.isLast)}`
          : nothing
      }
    </div>
    ${layerKeep(row, element)}
    ${
      entry
        ? html`<p class="quiet">
            ${own('layer.second', { edition: entry.edition, owner: entry.owner })} ·
            ${own('layer.of', { n: figure(entry.features, 0) })}
          </p>`
        : nothing
    }
  </div>`;
}

function action(
  label: string,
  onClick: () => void,
  name: string | typeof nothing = nothing,
  isOff = false,
): TemplateResult {
  return html`<button
    class="link"
    type="button"
    data-act=${name}
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${() => {
      if (!isOff) onClick();
    }}
  >
    ${label}
  </button>`;
}

/** A layer that is on is to be seen: the slider ends where it would vanish. */
function opacity(
  { id, name, opacity }: LayerRow,
  element: SanxianElement,
  own: Say,
): TemplateResult {
  const percent = Math.round(opacity * 100);
  return html`<label
    ><span>${own('layer.opacity')}<span class="hidden-text">${name}</span></span>
    <input
      type="range"
      min="10"
      max="100"
      step="5"
      .value=${String(percent)}
      aria-valuetext=${`${percent} %`}
      @input=${(event: Event) =>
        emit(element, 'sanxian-layer-change', {
          id,
          opacity: Number((event.target as HTMLInputElement).value) / 100,
        })}
    />
    <span class="value">${percent}%</span></label
  >`;
}
