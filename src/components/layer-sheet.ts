import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CatalogLayer } from '../domain/catalog.ts';
import { dialogStyles } from './dialog-styles.ts';
import { emit } from './events.ts';
import { factRowsStyles } from './fact-rows-styles.ts';
import { icon } from './icons.ts';
import { type LayerFact, layerFacts } from './layer-facts.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/**
 * Everything the catalog says of one layer, as a dialog; null: closed. Events: `sanxian-layer-sheet` with
 * null when it closes, `sanxian-copy`, `sanxian-layer-zoom`.
 */
@element('sanxian-layer-sheet')
export class SanxianLayerSheet extends SanxianElement {
  static override styles = [
    sharedStyles,
    dialogStyles,
    factRowsStyles,
    swatchStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
        max-height: calc(100vh - 48px);
      }
      .scroll {
        overflow-y: auto;
        min-height: 0;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(84px, 136px) minmax(0, 1fr);
        padding: 4px 16px 12px;
      }
      .code .lines {
        font-family: var(--sx-font-mono);
        font-size: var(--sx-fs-1);
      }
      :host([touch]) .icon-button {
        width: var(--sx-control-touch);
        height: var(--sx-control-touch);
      }
      @media (max-width: 480px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dt {
          padding-bottom: 0;
          border-bottom: 0;
        }
        dd {
          padding-top: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) entry: CatalogLayer | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { entry } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.tellClosed()}>
      ${entry ? this.content(entry) : nothing}
    </dialog>`;
  }

  private content(entry: CatalogLayer): TemplateResult {
    return html`<div class="head">
        ${swatch(entry.kind)}
        <h2 id="title">${this.text(entry.title)}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('sheet.close')}
          title=${this.say('sheet.close')}
          @click=${() => this.dialog?.close()}
        >
          ${icon('x')}
        </button>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <dl>
          ${layerFacts(entry, this.lang).map((fact) => this.fact(fact))}
        </dl>
      </div>`;
  }

  private fact({ term, lines, isCode, isGap }: LayerFact): TemplateResult {
    return html`<dt>${term}</dt>
      <dd class="${isCode ? 'code' : ''} ${isGap ? 'gap' : ''}">
        <div class="lines">${lines.map((line) => html`<p>${line}</p>`)}</div>
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

  /** As a modal dialog it keeps the focus inside, and gives it back when it closes. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('entry')) return;
    if (this.entry && !this.dialog?.open) this.dialog?.showModal();
    if (!this.entry && this.dialog?.open) this.dialog.close();
  }

  private tellClosed(): void {
    if (this.entry) emit(this, 'sanxian-layer-sheet', { id: null });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}
