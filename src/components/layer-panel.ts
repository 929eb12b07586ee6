import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CatalogLayer } from '../domain/catalog.ts';
import { emit } from './events.ts';
import { figure } from './figures.ts';
import { icon } from './icons.ts';
import { layerPanelStyles } from './layer-panel-styles.ts';
import { LAYER_GROUPS, type LayerGroup, type LayerRow } from './layer-row.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';

/** Layers in fixed groups: switch, real symbol, name, edition or why it cannot answer. */
@element('sanxian-layer-panel')
export class SanxianLayerPanel extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, layerPanelStyles];

  @property({ attribute: false }) rows: readonly LayerRow[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private filter = '';
  @state() private selected = '';

  override render(): TemplateResult {
    const wanted = this.filter.trim().toLowerCase();
    const rows = this.rows.filter(({ name }) => name.toLowerCase().includes(wanted));
    return html`
      <header>
        <h2>${this.say('region.layers')}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('layers.collapse')}
          title=${this.say('layers.collapse')}
          @click=${() => emit(this, 'sanxian-layers-close')}
        >
          ${icon(this.touch ? 'x' : 'panel-close')}
        </button>
      </header>
      <div class="filter">
        ${icon('list-filter', 14)}
        <input
          type="search"
          aria-label=${this.say('layers.filter')}
          placeholder=${this.say('layers.filter')}
          .value=${this.filter}
          @input=${(event: Event) => {
            this.filter = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      <div class="scroll" tabindex="-1">
        ${
          rows.length === 0
            ? html`<p class="empty">
                ${this.say(this.rows.length === 0 ? 'layers.empty' : 'layers.none')}
              </p>`
            : LAYER_GROUPS.map((group) => this.group(group, rows))
        }
      </div>
    `;
  }

  private group(group: LayerGroup, rows: readonly LayerRow[]): unknown {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return nothing;
    return html`<h3 class="small">${this.say(`group.${group}`)}</h3>
      <ul>
        ${own.map((row) => this.row(row))}
      </ul>`;
  }

  private row(row: LayerRow): TemplateResult {
    const open = row.id === this.selected;
    return html`<li class="${open ? 'open' : ''} ${row.visible ? '' : 'off'}">
      <div class="row">
        <input
          type="checkbox"
          aria-label=${this.say('layer.show', { name: row.name })}
          .checked=${row.visible}
          @change=${(event: Event) =>
            emit(this, 'sanxian-layer-change', {
              id: row.id,
              visible: (event.target as HTMLInputElement).checked,
            })}
        />
        <button
          class="name"
          type="button"
          aria-expanded=${open}
          @click=${() => {
            this.selected = open ? '' : row.id;
          }}
        >
          ${swatch(row.kind)}
          <span class="words">
            <span class="title ellipsis" title=${row.name}>${row.name}</span>
            ${this.second(row)}
          </span>
          <span class="more">${icon('ellipsis', 15)}</span>
        </button>
      </div>
      ${this.faults(row)} ${open ? this.detail(row) : nothing}
    </li>`;
  }

  /** Tiles that failed, in the place of the second line, with a way to try again. */
  private faults({ id, name, faults }: LayerRow): unknown {
    if (faults.length === 0) return nothing;
    return html`<div class="faults small gap">
      ${faults.map((why) => html`<p>${why}</p>`)}
      <button
        class="link small"
        type="button"
        aria-label=${this.say('layer.retry.label', { name })}
        @click=${() => emit(this, 'sanxian-layer-retry', { id })}
      >
        ${icon('refresh', 14)}${this.say('layer.retry')}
      </button>
    </div>`;
  }

  private second({ gap, entry, group, faults }: LayerRow): unknown {
    if (gap) return html`<span class="small second gap" title=${gap}>${gap}</span>`;
    if (!entry || group === 'base' || faults.length > 0) return nothing;
    const words = this.say('layer.edition', {
      edition: entry.edition,
      n: figure(entry.features, 0),
    });
    return html`<span class="small second quiet ellipsis">${words}</span>`;
  }

  private detail(row: LayerRow): TemplateResult {
    return html`<div class="detail small">
      ${row.entry ? this.opacity(row) : nothing}
      <div class="buttons">
        <button
          class="link"
          type="button"
          @click=${() => emit(this, 'sanxian-layer-zoom', { id: row.id })}
        >
          ${this.say('layer.zoom')}
        </button>
        ${
          row.entry
            ? html`<button
                class="link"
                type="button"
                @click=${() => emit(this, 'sanxian-layer-only', { id: row.id })}
              >
                ${this.say('layer.only')}
              </button>`
            : nothing
        }
      </div>
      ${row.entry ? this.metadata(row.entry) : nothing}
    </div>`;
  }

  private opacity(row: LayerRow): TemplateResult {
    return html`<label
        >${this.say('layer.opacity')}
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(Math.round(row.opacity * 100))}
          aria-valuetext=${`${Math.round(row.opacity * 100)} %`}
          @input=${(event: Event) =>
            emit(this, 'sanxian-layer-change', {
              id: row.id,
              opacity: Number((event.target as HTMLInputElement).value) / 100,
            })}
        />
        <span class="value">${Math.round(row.opacity * 100)}%</span></label
      >`;
  }

  private metadata(entry: CatalogLayer): TemplateResult {
    const facts: [string, string][] = [
      [this.say('layer.owner'), entry.owner],
      [this.say('layer.approval'), entry.approval ?? ''],
      ['CRS', entry.crs],
      [this.say('layer.accuracy'), `${entry.accuracyM} m`],
      [this.say('layer.security'), this.say(`security.${entry.security}`)],
      [this.say('layer.sha'), entry.sha256.slice(0, 12)],
    ];
    return html`<dl>
      ${facts
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>`;
  }
}
