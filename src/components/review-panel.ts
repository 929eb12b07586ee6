import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LayerKind } from '../domain/kinds.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';

/** A feature under the last click, with the layer it belongs to. */
export interface IdentifiedRow {
  readonly kind: LayerKind;
  readonly layer: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** Review mode: what lies at a place, with every attribute. null: nothing was clicked yet. */
@element('sanxian-review-panel')
export class SanxianReviewPanel extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    swatchStyles,
    css`
      h2 {
        padding: 11px 14px 10px;
        border-bottom: 1px solid var(--sx-line);
        font-size: var(--sx-fs-3);
        font-weight: 600;
      }
      section {
        padding: 8px 14px 10px;
        border-bottom: 1px solid var(--sx-line);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(90px, auto) minmax(0, 1fr);
        gap: 2px 12px;
        margin-top: 4px;
      }
      dt {
        color: var(--sx-text-2);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) hits: readonly IdentifiedRow[] | null = null;

  override render(): TemplateResult {
    const { hits } = this;
    return html`<h2>${this.say('review.title')}</h2>
      <div class="scroll" tabindex="-1" aria-live="polite">
        ${
          !hits || hits.length === 0
            ? html`<p class="plain">${this.say(hits ? 'review.nothing' : 'review.empty')}</p>`
            : html`<p class="plain small">${this.say('review.here', { n: hits.length })}</p>
                ${hits.map(
                  ({ kind, layer, properties }) => html`<section>
                    <h3>${swatch(kind)}${layer}</h3>
                    <dl>
                      ${properties.map(
                        ([name, value]) =>
                          html`<dt>${name}</dt>
                            <dd>${value}</dd>`,
                      )}
                    </dl>
                  </section>`,
                )}`
        }
        <slot name="bookmarks"></slot>
      </div>`;
  }
}
