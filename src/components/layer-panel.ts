import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { type DropPlace, followDrag } from './layer-drag.ts';
import { layerPanelStyles } from './layer-panel-styles.ts';
import { isMovable, LAYER_GROUPS, type LayerGroup, type LayerRow } from './layer-row.ts';
import { layerRowView, type RowHost } from './layer-row-view.ts';
import type { LayerSearch } from './layer-search-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatchStyles } from './swatch.ts';

/**
 * Layers in fixed groups, each in an order one can change; one field that filters them and looks up codes
 * and names. Events: `sanxian-layer-…`, `sanxian-layers-close`, `sanxian-catalog-retry`.
 */
@element('sanxian-layer-panel')
export class SanxianLayerPanel extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, layerPanelStyles];

  @property({ attribute: false }) rows: readonly LayerRow[] = [];
  /** Groups that have another order than the usual one. */
  @property({ attribute: false }) ordered: readonly LayerGroup[] = [];
  @property({ attribute: false }) search: LayerSearch | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;
  /** The catalog is being read. */
  @property({ type: Boolean }) loading = false;
  /** Why there is no catalog. */
  @property() failure = '';
  @state() private query = '';
  @state() private selected = '';
  @state() private drop: DropPlace | null = null;
  /** The control that gets the focus back once its row has moved. */
  private refocus: { readonly id: string; readonly selector: string } | null = null;

  override render(): TemplateResult {
    return html`
      <header>
        <h2>${this.say('region.layers')}</h2>
        <button
          class="icon-button"
          type="button"
          data-command="layers"
          aria-label=${this.say('layers.collapse')}
          title=${this.say('layers.collapse')}
          @click=${() => emit(this, 'sanxian-layers-close')}
        >
          ${icon(this.touch ? 'x' : 'panel-close')}
        </button>
      </header>
      ${this.field()}
      ${
        this.search
          ? html`<sanxian-layer-search
              .lang=${this.lang}
              .search=${this.search}
              .touch=${this.touch}
            ></sanxian-layer-search>`
          : html`<div class="scroll" tabindex="-1">${this.list()}<slot name="after"></slot></div>`
      }
    `;
  }

  private field(): TemplateResult {
    return html`<form
      class="filter"
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.find();
      }}
    >
      ${icon('list-filter', 14)}
      <input
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.say('layers.query.label')}
        placeholder=${this.say('layers.query')}
        .value=${this.query}
        @input=${(event: Event) => {
          this.query = (event.target as HTMLInputElement).value;
          if (this.query === '' && this.search) emit(this, 'sanxian-layer-search-close');
        }}
      />
      <button class="button" type="submit">${this.say('layers.find')}</button>
    </form>`;
  }

  private list(): unknown {
    if (this.loading) return this.skeleton();
    const noCatalog = this.failure !== '';
    const wanted = this.query.trim().toLowerCase();
    const rows = this.rows.filter(({ name }) => name.toLowerCase().includes(wanted));
    return html`
      ${noCatalog ? this.failed() : nothing}
      ${
        rows.length === 0 && !noCatalog
          ? html`<p class="empty">
              ${this.say(this.rows.length === 0 ? 'layers.empty' : 'layers.none')}
            </p>`
          : LAYER_GROUPS.map((group) => this.group(group, rows))
      }
      ${
        wanted === ''
          ? nothing
          : html`<button class="link find" type="button" @click=${() => this.find()}>
              ${icon('scan-search', 14)}
              <span>${this.say('layers.find.query', { q: this.query.trim() })}</span>
            </button>`
      }
    `;
  }

  private skeleton(): TemplateResult {
    return html`<div class="skeleton" role="status">
      <span class="hidden-text">${this.say('layers.loading')}</span>
      ${[1, 2, 3].map(() => html`<div aria-hidden="true"><i></i><i></i><i></i></div>`)}
    </div>`;
  }

  private failed(): TemplateResult {
    return html`<div class="faults no-catalog gap">
      <p><b>${this.say('layers.failed')}</b></p>
      <p class="small">${this.failure}</p>
      <button class="link" type="button" @click=${() => emit(this, 'sanxian-catalog-retry')}>
        ${icon('refresh', 14)}${this.say('layer.retry')}
      </button>
    </div>`;
  }

  private group(group: LayerGroup, rows: readonly LayerRow[]): unknown {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return nothing;
    const counted = own.some(({ inView }) => inView !== null);
    const name = this.say(`group.${group}`);
    return html`<div class="group small">
        <h3>${name}</h3>
        ${
          this.ordered.includes(group)
            ? html`<button
                class="link small"
                type="button"
                aria-label=${this.say('layers.order.usual.label', { group: name })}
                @click=${() => emit(this, 'sanxian-layer-order-usual', { group })}
              >
                ${this.say('layers.order.usual')}
              </button>`
            : nothing
        }
        ${counted ? html`<span class="in-view" aria-hidden="true">${this.say('layers.in-view')}</span>` : nothing}
      </div>
      <ul>
        ${repeat(
          own,
          ({ id }) => id,
          (row) => layerRowView(row, this.hostOf(row)),
        )}
      </ul>`;
  }

  private hostOf(row: LayerRow): RowHost {
    const { id } = row;
    const ids = this.idsBeside(row);
    return {
      element: this,
      isOpen: id === this.selected,
      mark: this.drop?.id === id ? this.drop.side : null,
      isFirst: ids[0] === id,
      isLast: ids.at(-1) === id,
      toggle: () => {
        this.selected = id === this.selected ? '' : id;
      },
      move: (by, from) => {
        const at = ids.indexOf(id);
        if (at + by < 0 || at + by >= ids.length) return;
        const before = by < 0 ? ids[at - 1]! : (ids[at + 2] ?? null);
        this.refocus = { id, selector: from === 'name' ? '.name' : `[data-act='${from}']` };
        emit(this, 'sanxian-layer-move', { id, before });
      },
      startDrag: (event) => this.follow(event, row),
    };
  }

  /** Layers that a row can change places with, itself among them: also those a filter hides. */
  private idsBeside({ group }: LayerRow): string[] {
    return this.rows.filter((row) => row.group === group && isMovable(row)).map(({ id }) => id);
  }

  private follow(event: PointerEvent, row: LayerRow): void {
    const ids = this.idsBeside(row);
    const shown = () =>
      [...this.renderRoot.querySelectorAll<HTMLElement>('li[data-layer]')].filter((one) =>
        ids.includes(one.dataset.layer ?? ''),
      );
    const over = (place: DropPlace | null) => {
      this.drop = place;
    };
    followDrag(event, row.id, shown, over, (place) => {
      this.drop = null;
      if (!place) return;
      const after = ids[ids.indexOf(place.id) + 1] ?? null;
      const before = place.side === 'above' ? place.id : after;
      emit(this, 'sanxian-layer-move', { id: row.id, before });
    });
  }

  private find(): void {
    const query = this.query.trim();
    if (query !== '') emit(this, 'sanxian-layer-search', { query });
  }

  /** Back from a search the whole list stands there again. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.get('search') && !this.search) this.query = '';
  }

  /** A row that moves within the page loses the focus. */
  protected override updated(): void {
    const { refocus } = this;
    if (!refocus) return;
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>('li[data-layer]')].find(
      (one) => one.dataset.layer === refocus.id,
    );
    row?.querySelector<HTMLElement>(refocus.selector)?.focus();
    this.refocus = null;
  }
}
