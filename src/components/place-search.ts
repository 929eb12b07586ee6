import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LayerKind } from '../domain/kinds.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';

/** A place that may be meant. */
export interface PlaceOption {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** Layer it was found in; null: a coordinate. */
  readonly kind: LayerKind | null;
}

export interface PlaceSearchView {
  readonly query: string;
  readonly options: readonly PlaceOption[];
  /** Above the list: what is to be chosen between. */
  readonly lead: string;
  /** Below the list: how far the search is, what came of it. */
  readonly status: string;
  /** Layers that were not searched; '' where all were. */
  readonly gap: string;
  /** The layers were asked: their panel can list everything. */
  readonly isSearched: boolean;
}

/**
 * The search in the bar: a field and, under it, the places that may be meant. Nothing is chosen for a
 * person where several are possible.
 *
 * @fires sanxian-place-query - with every change of the text
 * @fires sanxian-place-go - detail: { key } of an option
 * @fires sanxian-place-leave - the field is done with
 */
@element('sanxian-search')
export class SanxianPlaceSearch extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        position: relative;
        display: block;
        width: 228px;
        min-width: 120px;
        flex: 0 1 auto;
      }
      .field {
        position: relative;
        display: flex;
        align-items: center;
        gap: 6px;
        height: 30px;
        padding: 0 5px 0 8px;
        border: 1px solid var(--sx-on-bar-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bar-2);
        color: var(--sx-on-bar);
      }
      .field:focus-within {
        outline: 2px solid #ffffff;
        outline-offset: 1px;
      }
      input {
        flex: 1;
        min-width: 0;
        height: 100%;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        appearance: none;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      input:focus-visible {
        outline: none;
        box-shadow: none;
      }
      input::placeholder {
        color: var(--sx-on-bar-2);
        opacity: 1;
      }
      kbd {
        padding: 0 5px;
        border: 1px solid var(--sx-on-bar-2);
        border-radius: 2px;
        color: var(--sx-on-bar-2);
        font: inherit;
        font-size: var(--sx-fs-0);
        line-height: 15px;
      }
      .field .icon-button {
        width: 24px;
        height: 24px;
        color: inherit;
      }
      .field .icon-button:hover {
        background: none;
      }
      .popup {
        position: absolute;
        z-index: 50;
        top: calc(100% + 6px);
        right: 0;
        width: min(400px, 92vw);
        max-height: min(440px, 66vh);
        overflow-y: auto;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        box-shadow: var(--sx-shadow-2);
      }
      .popup p {
        padding: 6px 12px;
      }
      .lead {
        border-bottom: 1px solid var(--sx-line);
        font-weight: 600;
      }
      [role='option'] {
        display: grid;
        grid-template-columns: 26px minmax(0, 1fr);
        gap: 0 10px;
        align-items: center;
        min-height: 40px;
        padding: 3px 12px;
        border-bottom: 1px solid var(--sx-line);
        cursor: pointer;
      }
      [role='option']:hover {
        background: var(--sx-bg-hover);
      }
      [role='option'][aria-selected='true'] {
        background: var(--sx-bg-selected);
        box-shadow: inset 3px 0 var(--sx-accent);
      }
      [role='option'] > svg {
        justify-self: center;
        color: var(--sx-text-2);
      }
      .title {
        display: block;
        overflow-wrap: anywhere;
      }
      .more {
        padding: 0 12px 6px;
      }
      :host([over]) {
        width: auto;
      }
      :host([over]) .field {
        height: 44px;
        border-color: var(--sx-line-control);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        box-shadow: var(--sx-shadow-1);
      }
      :host([over]) .field:focus-within {
        outline-color: var(--sx-focus);
      }
      :host([over]) input::placeholder {
        color: var(--sx-text-2);
      }
      :host([over]) kbd {
        display: none;
      }
      :host([over]) .icon-button,
      :host([over]) [role='option'],
      :host([over]) .more .link {
        min-width: 44px;
        min-height: 44px;
      }
      :host([over]) .popup {
        position: static;
        width: auto;
        margin-top: 4px;
        max-height: 190px;
      }
      @media (forced-colors: active) {
        [role='option'][aria-selected='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: PlaceSearchView | null = null;
  /** Stands on the map, not in the bar. */
  @property({ type: Boolean, reflect: true }) over = false;
  @state() private active = -1;
  @state() private open = false;

  focusField(): void {
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  override render(): TemplateResult {
    const { view } = this;
    const options = view?.options ?? [];
    const open = this.open && view !== null && view.query.trim() !== '';
    return html`<div class="field" @focusin=${this.onFocusIn} @focusout=${this.onFocusOut}>
        ${icon('search', 15)}
        <input
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-label=${this.say('places.label')}
          title=${this.say('places.label')}
          placeholder=${this.say('places.placeholder')}
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls="places"
          aria-activedescendant=${open && this.active >= 0 ? `place-${this.active}` : nothing}
          .value=${view?.query ?? ''}
          @input=${this.onInput}
          @keydown=${this.onKey}
        />
        ${
          view?.query
            ? html`<button
                class="icon-button"
                type="button"
                aria-label=${this.say('places.clear')}
                title=${this.say('places.clear')}
                @click=${this.clear}
              >
                ${icon('x', 14)}
              </button>`
            : html`<kbd aria-hidden="true">/</kbd>`
        }
      </div>
      <div
        class="popup"
        ?hidden=${!open}
        @mousedown=${this.keepFocus}
        @focusout=${this.onFocusOut}
        @keydown=${this.onPopupKey}
      >
        ${view?.lead ? html`<p class="lead small">${view.lead}</p>` : nothing}
        <div id="places" role="listbox" aria-label=${this.say('places.results')}>
          ${options.map((option, i) => this.option(option, i))}
        </div>
        <p class="small quiet" role="status">${open ? view.status : ''}</p>
        ${view?.gap ? html`<p class="small gap">${view.gap}</p>` : nothing}
        ${
          view?.isSearched
            ? html`<div class="more">
                <button
                  class="link small"
                  type="button"
                  @click=${() => {
                    this.open = false;
                    emit(this, 'sanxian-layer-search', { query: view.query.trim() });
                  }}
                >
                  ${icon('layers', 14)}${this.say('places.more')}
                </button>
              </div>`
            : nothing
        }
      </div>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('view') && this.active >= (this.view?.options.length ?? 0)) this.active = -1;
  }

  private option({ title, detail, kind }: PlaceOption, i: number): TemplateResult {
    return html`<div
      id=${`place-${i}`}
      role="option"
      aria-selected=${i === this.active}
      @click=${() => this.go(i)}
    >
      ${kind ? swatch(kind) : icon('crosshair', 15)}
      <span>
        <span class="title">${title}</span>
        ${detail ? html`<span class="small quiet">${detail}</span>` : nothing}
      </span>
    </div>`;
  }

  private readonly onInput = (event: Event): void => {
    this.active = -1;
    this.open = true;
    emit(this, 'sanxian-place-query', { query: (event.target as HTMLInputElement).value });
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const count = this.view?.options.length ?? 0;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.open && this.view?.query) this.open = false;
      else this.leave();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.open = true;
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0)
        this.active = (this.active + by + count + (this.active < 0 && by < 0 ? 1 : 0)) % count;
      void this.updateComplete.then(() =>
        this.renderRoot
          .querySelector(`#place-${this.active}`)
          ?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && !event.isComposing) {
      this.open = true;
      if (this.active >= 0) this.go(this.active);
      else if (count === 1) this.go(0);
      else if (count > 1) this.active = 0;
    } else return;
    event.preventDefault();
  };

  private readonly onPopupKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.open = false;
    this.focusField();
  };

  private readonly clear = (): void => {
    this.active = -1;
    emit(this, 'sanxian-place-query', { query: '' });
    this.focusField();
  };

  private go(i: number): void {
    const option = this.view?.options[i];
    if (!option) return;
    this.active = i;
    this.open = false;
    emit(this, 'sanxian-place-go', { key: option.key });
  }

  private leave(): void {
    this.renderRoot.querySelector('input')?.blur();
    emit(this, 'sanxian-place-leave');
  }

  private readonly onFocusIn = (): void => {
    this.open = true;
  };

  private readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !this.renderRoot.contains(relatedTarget)) {
      this.open = false;
    }
  };

  /** A press in the list leaves the focus in the field; buttons take it. */
  private readonly keepFocus = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('button')) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-search': SanxianPlaceSearch;
  }
}
