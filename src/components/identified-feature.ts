import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import {
  type AttributeRow,
  allRows,
  attributeText,
  featureName,
  type IdentifiedRow,
  mainRows,
  sourceRows,
} from './identified-rows.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/**
 * One identified feature: what a planner looks for, where it comes from, and every attribute of the file.
 * Events: `sanxian-layer-found`, `sanxian-copy`, `sanxian-feature-check`. Slot `head`: beside the title.
 */
@element('sanxian-identified-feature')
export class SanxianIdentifiedFeature extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        padding: 2px 8px 2px 14px;
      }
      h3 {
        flex: 1;
        min-width: 0;
        font-weight: 600;
      }
      .edge {
        padding: 0 14px;
        color: var(--sx-warn-fg);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
        gap: 1px 12px;
        padding: 2px 14px 4px;
      }
      dt {
        color: var(--sx-text-2);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .empty {
        color: var(--sx-text-3);
      }
      .source {
        padding-top: 4px;
        border-top: 1px solid var(--sx-line);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
      }
      details {
        padding: 0 14px;
      }
      details dl {
        padding: 2px 0 6px;
        gap: 3px 12px;
      }
      summary {
        display: list-item;
        min-height: 24px;
        padding: 2px 0;
        color: var(--sx-link);
        cursor: pointer;
      }
      :host([touch]) summary {
        padding: 12px 0;
      }
      .field {
        display: block;
        color: var(--sx-text-2);
        font-family: var(--sx-font-mono);
        font-size: var(--sx-fs-0);
        line-height: 14px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        padding: 0 14px 6px;
        font-size: var(--sx-fs-1);
      }
      :host([touch]) .actions .link {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) row: IdentifiedRow | null = null;
  /** Without the list of all attributes. */
  @property({ type: Boolean }) brief = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult | typeof nothing {
    const { row, lang } = this;
    if (!row) return nothing;
    const { entry, feature } = row;
    const name = featureName(row, lang);
    const all = this.brief ? [] : allRows(row, lang);
    return html`<header>
        ${swatch(entry.kind)}
        <h3 class="ellipsis" title=${this.text(entry.title)}>${this.text(KINDS[entry.kind].title)}</h3>
        <slot name="head"></slot>
      </header>
      ${
        feature.place === 'boundary'
          ? html`<p class="edge small">${this.say('identify.boundary')}</p>`
          : nothing
      }
      <dl>${mainRows(row, lang).map(pair)}</dl>
      <dl class="source">${sourceRows(row, lang).map(pair)}</dl>
      ${
        all.length === 0
          ? nothing
          : html`<details>
              <summary>${this.say('identify.all', { n: all.length })}</summary>
              <dl>
                ${all.map(
                  ({ name, code, value, isEmpty }) => html`<dt>
                      ${name}${name === code ? nothing : html`<span class="field">${code}</span>`}
                    </dt>
                    <dd class=${isEmpty ? 'empty' : ''}>${value}</dd>`,
                )}
              </dl>
            </details>`
      }
      <div class="actions">
        <button
          class="link"
          type="button"
          aria-label=${this.say('identify.zoom.label', { name })}
          @click=${() => emit(this, 'sanxian-layer-found', { bbox: feature.bbox })}
        >
          ${icon('crosshair', 14)}${this.say('identify.zoom')}
        </button>
        <button
          class="link"
          type="button"
          aria-label=${this.say('identify.copy.label', { name })}
          @click=${() => emit(this, 'sanxian-copy', { text: attributeText(row, lang) })}
        >
          ${icon('copy', 14)}${this.say('identify.copy')}
        </button>
        <button
          class="link"
          type="button"
          data-act="check"
          aria-label=${this.say('identify.check.label', { name })}
          @click=${() =>
            emit(this, 'sanxian-feature-check', { layer: feature.layer, index: feature.index })}
        >
          ${icon('scan-search', 14)}${this.say('identify.check')}
        </button>
      </div>`;
  }
}

function pair({ name, value, isEmpty }: AttributeRow): TemplateResult {
  return html`<dt>${name}</dt>
    <dd class=${isEmpty ? 'empty' : ''}>${value}</dd>`;
}
