import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import { panelStyles } from './panel-styles.ts';
import type { IdentifyView } from './review-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import { verdictMark } from './verdict-mark.ts';
import './identified-feature.ts';
import '../text/words/later.ts';

/** What lies at the place that was clicked, layer by layer; also which layers could say nothing. */
@element('sanxian-identify-tab')
export class SanxianIdentifyTab extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    swatchStyles,
    css`
      sanxian-identified-feature {
        border-bottom: 1px solid var(--sx-line);
      }
      .silent {
        display: grid;
        grid-template-columns: 16px 26px minmax(0, 1fr);
        gap: 0 8px;
        padding: 7px 14px;
        border-bottom: 1px solid var(--sx-line);
        color: var(--sx-gap-fg);
      }
      .silent svg {
        margin-top: 2px;
      }
      .silent p {
        overflow-wrap: anywhere;
      }
      .silent b {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) view: IdentifyView | null = null;
  @property({ type: Boolean }) touch = false;

  override render(): TemplateResult {
    const { view } = this;
    if (!view) {
      return html`<p class="plain">${this.say('identify.empty')}</p>
        ${this.touch ? nothing : html`<p class="plain small">${this.say('identify.keys')}</p>`}`;
    }
    const [lon, lat] = view.at;
    const { rows, failed, uncovered } = view;
    const n = rows.length;
    const count = n === 1 ? this.say('identify.count.one') : this.say('identify.count', { n });
    return html`<div class="section">
        <span>${lon.toFixed(6)}°E ${lat.toFixed(6)}°N</span>
        <span>${view.busy ? this.say('identify.running') : n > 0 ? count : nothing}</span>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label=${this.say('review.tab.identify')}>
        ${view.busy || n > 0 ? nothing : html`<p class="plain">${this.say('identify.none')}</p>`}
        ${rows.map(
          (row) => html`<sanxian-identified-feature
            .lang=${this.lang}
            .row=${row}
            .touch=${this.touch}
          ></sanxian-identified-feature>`,
        )}
        ${failed.map(
          ({ entry, why }) => html`<div class="silent">
            ${verdictMark('undetermined')}${swatch(entry.kind)}
            <p>
              <b>${this.text(KINDS[entry.kind].short)}</b> ${this.say('identify.failed')}<br /><span
                class="small"
                >${this.text(why)}</span
              >
            </p>
          </div>`,
        )}
        ${uncovered.map(
          (entry) => html`<div class="silent">
            ${verdictMark('undetermined')}${swatch(entry.kind)}
            <p>
              <b>${this.text(KINDS[entry.kind].short)}</b> ${this.say('identify.uncovered')}
            </p>
          </div>`,
        )}
        ${
          view.busy
            ? nothing
            : html`<p class="plain small">
                ${this.say('identify.asked', { n: view.asked })}${
                  view.hidden > 0
                    ? html` · ${this.say('identify.hidden', { n: view.hidden })}`
                    : nothing
                }
              </p>`
        }
      </div>`;
  }
}
