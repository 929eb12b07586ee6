import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import type { Summary } from '../domain/summary.ts';
import { hectares } from './figures.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/** What the projects of each county occupy of each line; what was not looked at is counted beside it. */
@element('sanxian-batch-totals')
export class SanxianBatchTotals extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
        background: var(--sx-bg-panel);
      }
      table {
        width: min(900px, 100%);
        border-collapse: separate;
        border-spacing: 0;
      }
      caption,
      .note {
        padding: 10px 14px;
        color: var(--sx-text-2);
        text-align: left;
      }
      .gap {
        color: var(--sx-gap-fg);
      }
      th,
      td {
        height: 28px;
        padding: 0 12px;
        border-bottom: 1px solid var(--sx-line);
        text-align: left;
        font-weight: 400;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--sx-bg-sunken);
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        font-weight: 600;
      }
      tbody th {
        font-weight: 600;
      }
      th.number,
      td.number {
        text-align: right;
        white-space: nowrap;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) totals: Summary['totals'] = [];
  /** Rows that are in none of the sums. */
  @property({ type: Number }) open = 0;

  override render(): TemplateResult {
    const note =
      this.open > 0
        ? html`<p class="note gap">${this.say('batch.totals.note', { n: this.open })}</p>`
        : '';
    return html`${note}
      <table aria-label=${this.say('batch.totals')}>
        <thead>
          <tr>
            <th scope="col">${this.say('batch.totals.county')}</th>
            <th scope="col">${this.say('batch.totals.line')}</th>
            <th scope="col" class="number">${this.say('batch.totals.projects')}</th>
            <th scope="col" class="number">${this.say('batch.totals.area')}</th>
            <th scope="col" class="number">${this.say('batch.totals.open')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.totals.map(({ county, kind, projects, areaM2, notLookedAt }, i) => {
            const first = i === 0 || this.totals[i - 1]!.county !== county;
            const rows = this.totals.filter((one) => one.county === county).length;
            return html`<tr>
              ${
                first
                  ? html`<th scope="rowgroup" rowspan=${rows}>
                      ${county ?? this.say('batch.totals.nowhere')}
                    </th>`
                  : ''
              }
              <td><span class="line">${swatch(kind)}${this.text(KINDS[kind].short)}</span></td>
              <td class="number">${projects}</td>
              <td class="number ${areaM2 === 0 ? 'zero' : ''}">${hectares(areaM2)}</td>
              <td class="number ${notLookedAt > 0 ? 'gap' : 'zero'}">${notLookedAt}</td>
            </tr>`;
          })}
        </tbody>
      </table>`;
  }
}
