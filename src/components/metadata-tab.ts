import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Integrity } from '../domain/layer-source.ts';
import { emit } from './events.ts';
import { factRowsStyles } from './fact-rows-styles.ts';
import { icon } from './icons.ts';
import { type LayerFact, layerFacts } from './layer-facts.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/**
 * Everything the catalog says of one layer, whether its file was compared with that, and its former editions.
 * Events: `sanxian-review-layer`, `sanxian-copy`, `sanxian-layer-sheet`.
 */
@element('sanxian-metadata-tab')
export class SanxianMetadataTab extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    swatchStyles,
    factRowsStyles,
    css`
      :host {
        flex: 1;
      }
      .pick {
        display: grid;
        grid-template-columns: 26px minmax(0, 1fr);
        align-items: center;
        gap: 0 10px;
        padding: 8px 14px;
        border-bottom: 1px solid var(--sx-line);
      }
      select {
        width: 100%;
        min-height: var(--sx-control);
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
      }
      :host([touch]) select,
      :host([touch]) .link {
        min-height: var(--sx-control-touch);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(84px, 124px) minmax(0, 1fr);
        padding: 2px 14px 8px;
      }
      .code .lines p:first-child {
        font-family: var(--sx-font-mono);
        font-size: var(--sx-fs-1);
      }
      :host([touch]) dd .icon-button {
        width: var(--sx-control-touch);
        height: var(--sx-control-touch);
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        padding: 4px 14px;
        border-bottom: 1px solid var(--sx-line);
      }
    `,
  ];

  @property({ attribute: false }) layers: readonly CatalogLayer[] = [];
  /** Id of the layer shown; the first where there is none of it. */
  @property({ attribute: false }) shown: string | null = null;
  /** How far files were compared with the catalog in this session, by layer id. */
  @property({ attribute: false }) verified: ReadonlyMap<string, Integrity> = new Map();
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const current = this.layers.filter(({ role }) => role === 'current');
    const entry = current.find(({ id }) => id === this.shown) ?? current[0];
    if (!entry) return html`<p class="plain">${this.say('meta.empty')}</p>`;
    const former = this.layers.filter((one) => one.role === 'reference' && isFormer(one, entry));
    return html`<div class="pick">
        ${swatch(entry.kind)}
        <select
          aria-label=${this.say('meta.pick')}
          @change=${(event: Event) =>
            emit(this, 'sanxian-review-layer', { id: (event.target as HTMLSelectElement).value })}
        >
          ${current.map(
            ({ id, title }) =>
              html`<option value=${id} ?selected=${id === entry.id}>${this.text(title)}</option>`,
          )}
        </select>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label=${this.text(entry.title)}>
        <div class="section"><span>${this.say('meta.current')}</span></div>
        <dl>
          ${layerFacts(entry, this.lang).map((fact) => this.fact(fact, entry))}
        </dl>
        <div class="section"><span>${this.say('meta.former')}</span></div>
        ${
          former.length === 0
            ? html`<p class="plain">${this.say('meta.former.none')}</p>`
            : html`<ul>
                ${former.map(
                  ({ id, edition, features }) => html`<li>
                    <button
                      class="link"
                      type="button"
                      @click=${() => emit(this, 'sanxian-layer-sheet', { id })}
                    >
                      ${edition}
                    </button>
                    <span class="quiet">${this.say('meta.features', { n: features })}</span>
                  </li>`,
                )}
              </ul>`
        }
      </div>`;
  }

  private fact({ field, term, lines, isCode, isGap }: LayerFact, entry: CatalogLayer) {
    const verified = this.verified.get(entry.id);
    const compared =
      verified === 'full'
        ? 'meta.verified.full'
        : verified === 'size+header+index'
          ? 'meta.verified.part'
          : 'meta.declared';
    return html`<dt>${term}</dt>
      <dd class="${isCode ? 'code' : ''} ${isGap ? 'gap' : ''}">
        <div class="lines">
          ${lines.map((line) => html`<p>${line}</p>`)}
          ${field === 'sha256' ? html`<p class="small quiet">${this.say(compared)}</p>` : nothing}
        </div>
        ${
          isCode
            ? html`<button
                class="icon-button"
                type="button"
                aria-label=${this.say('sheet.copy', { what: term })}
                title=${this.say('sheet.copy', { what: term })}
                @click=${() => emit(this, 'sanxian-copy', { text: lines.join('\n') })}
              >
                ${icon('copy', 14)}
              </button>`
            : nothing
        }
      </dd>`;
  }
}

/** `layers build` gives a former edition the id of its layer, an @ and the edition. */
function isFormer(one: CatalogLayer, { id }: CatalogLayer): boolean {
  return one.id.startsWith(`${id}@`);
}
