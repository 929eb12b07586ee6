import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CheckReport } from '../domain/report.ts';
import { toHectares } from '../units/area.ts';
import { difference, hectares, mu } from './figures.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** One line of areas; opened, all areas with the formula's name. */
@element('sanxian-facts-line')
export class SanxianFactsLine extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--sx-line);
        container-type: inline-size;
      }
      summary {
        display: flex;
        align-items: baseline;
        gap: 0 10px;
        min-height: 30px;
        padding: 5px 12px 5px 14px;
        cursor: pointer;
        list-style: none;
        overflow: hidden;
        white-space: nowrap;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--sx-bg-hover);
      }
      summary > :last-child {
        margin-left: auto;
      }
      b {
        font-weight: 600;
        font-size: var(--sx-fs-3);
      }
      .method,
      .unit,
      .diff {
        font-size: var(--sx-fs-1);
        color: var(--sx-text-2);
      }
      @container (max-width: 376px) {
        .method {
          display: none;
        }
      }
      @container (max-width: 430px) {
        .method.long {
          display: none;
        }
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto auto;
        gap: 4px 12px;
        padding: 4px 14px 10px;
      }
      dd {
        text-align: right;
      }
      dd.note {
        grid-column: 1 / -1;
        text-align: left;
        color: var(--sx-text-2);
      }
    `,
  ];

  @property({ attribute: false }) report: CheckReport | null = null;

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const { areaM2, planeAreaM2, declaredAreaM2 } = report.project;
    return html`<details>
      <summary title=${this.say('facts.all')}>
        <span
          >${this.say('facts.site')} <b>${hectares(areaM2)}</b>
          <span class="unit">${this.say('unit.ha')}</span></span
        >
        <span><b>${mu(areaM2)}</b> <span class="unit">${this.say('unit.mu')}</span></span>
        <span class="method ${this.lang === 'en' ? 'long' : ''}">${this.say('area.ellipsoidal')}</span>
        ${
          declaredAreaM2 === null
            ? nothing
            : html`<span class="diff"
                >${this.say('facts.declared')}
                ${difference(toHectares(areaM2) - toHectares(declaredAreaM2), 4)}
                ${this.say('unit.ha')}</span
              >`
        }
      </summary>
      <dl>
        ${this.row('area.ellipsoidal', areaM2)} ${this.row('area.plane', planeAreaM2)}
        ${this.row('area.declared', declaredAreaM2)}
        <dd class="note small">${this.say('area.formula')}</dd>
      </dl>
    </details>`;
  }

  private row(
    word: 'area.ellipsoidal' | 'area.plane' | 'area.declared',
    areaM2: number | null,
  ): TemplateResult {
    return html`<dt>${this.say(word)}</dt>
      <dd>${hectares(areaM2)} ${this.say('unit.ha')}</dd>
      <dd>${mu(areaM2)} ${this.say('unit.mu')}</dd>`;
  }
}
