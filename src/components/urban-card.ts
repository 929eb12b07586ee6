import { css, html, nothing, type TemplateResult } from 'lit';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { figure } from './figures.ts';
import { FindingCard } from './finding-card.ts';
import { isAcross } from './report-reading.ts';
import { element } from './sanxian-element.ts';
import { levelledZones, type ZoneRow } from './urban-zones.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** The urban boundary has no big number: its zones stand line by line and add up to the site. */
@element('sanxian-urban-card')
export class SanxianUrbanCard extends FindingCard {
  static override styles = [
    ...FindingCard.styles,
    css`
      .bar > .concentrated,
      .key.concentrated {
        background: var(--sx-udb);
      }
      .bar > .flexible,
      .key.flexible {
        background: repeating-linear-gradient(
          90deg,
          var(--sx-udb) 0 2px,
          var(--sx-bg-panel) 2px 4px
        );
      }
      .bar > .special-use,
      .key.special-use {
        background: repeating-linear-gradient(
          0deg,
          var(--sx-udb) 0 1.5px,
          var(--sx-bg-panel) 1.5px 3px
        );
      }
      .bar > .unknown,
      .key.unknown {
        background: repeating-linear-gradient(
          135deg,
          var(--sx-udb) 0 1.5px,
          var(--sx-bg-panel) 1.5px 4px
        );
      }
      .bar > .outside,
      .key.outside {
        background: var(--sx-bg-panel);
      }
      .bar > .not-covered,
      .key.not-covered {
        background: repeating-linear-gradient(
          135deg,
          var(--sx-gap-line) 0 3px,
          var(--sx-gap-bg) 3px 7px
        );
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        font-weight: 400;
        text-align: left;
      }
      td {
        text-align: right;
        white-space: nowrap;
      }
      td:last-child {
        width: 66px;
        color: var(--sx-text-2);
      }
      .key {
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-right: 6px;
        border: 1px solid var(--sx-udb);
      }
      .key.not-covered {
        border: 1px dashed var(--sx-gap-line);
      }
      .row-gap {
        color: var(--sx-gap-fg);
      }
    `,
  ];

  protected override tag(line: ReportLine): unknown {
    return isAcross(line, this.report?.parameters.thresholdM2 ?? 0)
      ? html`<span class="tag small">${this.say('state.across')}</span>`
      : nothing;
  }

  protected override measured(line: ReportLine, report: CheckReport): unknown {
    const rows = levelledZones(line, report.project.areaM2);
    if (rows.length === 0) return nothing;
    const words = rows.map(
      ({ zone, share }) => `${this.say(`zone.${zone}`)} ${figure(share, 2)} %`,
    );
    return html`<div class="bar" role="img" aria-label=${words.join(', ')}>
        ${rows.map(({ zone, share }) => html`<i class=${zone} .style=${`--part:${share}%`}></i>`)}
      </div>
      <table class="small">
        <tbody>
          ${rows.map((row) => this.row(row))}
        </tbody>
      </table>`;
  }

  private row({ zone, hectares, share }: ZoneRow): TemplateResult {
    return html`<tr class=${zone === 'not-covered' ? 'row-gap' : ''}>
      <th scope="row"><i class="key ${zone}"></i>${this.say(`zone.${zone}`)}</th>
      <td>${figure(hectares, 4)} ${this.say('unit.ha')}</td>
      <td>${figure(share, 2)} %</td>
    </tr>`;
  }
}
