import { html, nothing, type TemplateResult } from 'lit';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { lineChip } from './chip-name.ts';
import { distance, hectares, mu, percent } from './figures.ts';
import { FindingCard } from './finding-card.ts';
import { lineOf, wasWhollyLookedAt } from './report-reading.ts';
import { element } from './sanxian-element.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** Below this distance a clear line is worth a second look in the field, m. */
export const NEAR_M = 50;

/** Farmland or the red line: how much is occupied, what follows, what has to be known. */
@element('sanxian-line-card')
export class SanxianLineCard extends FindingCard {
  protected override measured(line: ReportLine, report: CheckReport): unknown {
    if (line.state === 'overlap') return this.occupied(line, report);
    // A zero stands only where it is one: met nothing, looked at everywhere, position known.
    return line.state === 'clear' && lineChip(line, report) !== 'undetermined'
      ? this.nothingThere(line)
      : nothing;
  }

  private occupied(line: ReportLine, report: CheckReport): TemplateResult {
    const share = percent(line.shareOfProject);
    return html`<p class="figures">
        <span
          ><span class="big">${hectares(line.areaM2)}</span>
          <span class="unit">${this.say('unit.ha')}</span></span
        >
        <span>${mu(line.areaM2)} <span class="unit">${this.say('unit.mu')}</span></span>
        <span>${share} <span class="unit">%</span></span>
        <span class="remark">${this.remark(line, report)}</span>
      </p>
      <div class="bar" role="img" aria-label=${this.say('share.bar', { p: share })}>
        <i class="over" .style=${`--part:${line.shareOfProject * 100}%`}></i>
      </div>`;
  }

  private nothingThere(line: ReportLine): TemplateResult {
    const { nearestM, nearestBeyondM } = line;
    return html`<p class="figures">
      <span class="zero">${hectares(0)} <span class="unit">${this.say('unit.ha')}</span></span>
      ${
        nearestM === null
          ? nearestBeyondM === null
            ? nothing
            : html`<span class="remark">
                ${this.say('near.beyond', { d: distance(nearestBeyondM) })}
              </span>`
          : html`<span class="remark">
              ${this.say('near', { d: distance(nearestM) })}${
                nearestM < NEAR_M ? html` · <b>${this.say('near.advice')}</b>` : nothing
              }
            </span>`
      }
    </p>`;
  }

  private remark(line: ReportLine, report: CheckReport): unknown {
    if (line.kind === 'ecological-red-line') return this.coreRemark(line, report);
    const overlaps = report.layers
      .filter(({ kind }) => kind === line.kind)
      .flatMap((layer) => layer.overlaps);
    if (overlaps.length === 0 || overlaps.some(({ netAreaM2 }) => netAreaM2 === null)) {
      return nothing;
    }
    const net = overlaps.reduce((sum, { netAreaM2 }) => sum + (netAreaM2 ?? 0), 0);
    return html`${this.say('area.net')} ${hectares(net)} ${this.say('unit.ha')}`;
  }

  /** "Outside the core" is said only where the core layer was looked at everywhere. */
  private coreRemark(line: ReportLine, report: CheckReport): unknown {
    const area = (id: string) => line.zones.find((zone) => zone.id === id)?.areaM2 ?? 0;
    if (area('core') > 0) return this.say('core.part', { ha: hectares(area('core')) });
    const core = lineOf(report, 'nature-reserve-core');
    const looked = core && wasLookedAt(core.state) && wasWhollyLookedAt(report, core);
    if (!looked || area('unknown') > 0) {
      return html`<span class="gap">${this.say('core.unknown')}</span>`;
    }
    return this.say('core.none');
  }
}
