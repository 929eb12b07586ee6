import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { citationPlace } from './card-details.ts';
import { type ChipName, lineChip } from './chip-name.ts';
import { emit } from './events.ts';
import { distance, figure, hectares } from './figures.ts';
import { icon } from './icons.ts';
import { NEAR_M } from './line-card.ts';
import { companionsOf, findingsOf, gapOf, wasWhollyLookedAt } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import { toneClass } from './verdict-chip.ts';
import '../text/words/later.ts';

/** The other layers as rows: occupied, not checked, touching, clear; each opens to its sentences. */
@element('sanxian-companion-rows')
export class SanxianCompanionRows extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        padding: 6px 14px 2px;
        color: var(--sx-text-2);
      }
      details {
        border-bottom: 1px solid var(--sx-line);
      }
      summary,
      .plain {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--sx-row);
        padding: 4px 12px 4px 14px;
        list-style: none;
      }
      summary {
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--sx-bg-hover);
      }
      .plain {
        border-bottom: 1px solid var(--sx-line);
      }
      .name {
        flex: 1;
        min-width: 0;
      }
      .value {
        color: var(--sx-text-2);
        white-space: nowrap;
      }
      .value.near {
        color: var(--sx-text);
        font-weight: 600;
      }
      .inside {
        padding: 0 14px 10px 48px;
      }
      .inside p + p {
        margin-top: 4px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        margin-top: 4px;
      }
      .inside blockquote {
        font: 400 15px / 25px var(--sx-font-doc);
      }
      .mark-line {
        padding: 6px 14px 0;
      }
      .word {
        color: var(--sx-gap-fg);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ type: Boolean }) stale = false;

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const lines = companionsOf(report);
    const unchecked = lines.filter(
      (line) =>
        line.state !== 'overlap' &&
        (!wasWhollyLookedAt(report, line) || lineChip(line, report) === 'undetermined'),
    );
    const rest = lines.filter((line) => !unchecked.includes(line));
    const occupied = rest.filter(({ state }) => state === 'overlap');
    const near = rest.filter(({ state }) => state === 'touch' || state === 'below-threshold');
    const clear = rest.filter(({ state }) => state === 'clear');
    return html`<div class=${this.stale ? 'stale' : ''}>
      ${this.stale ? html`<p class="mark-line"><span class="tag small stale-word">${this.say('stale')}</span></p>` : nothing}
      ${this.group('companions.occupied', occupied)} ${this.group('companions.unchecked', unchecked)}
      ${this.group('companions.near', near)} ${this.group('companions.clear', clear)}
      ${
        report.notChecked.length > 0
          ? html`<h3 class="small">${this.say('companions.not-in-check')}</h3>
              ${report.notChecked.map(
                ({ kind, reason }) => html`<div class="plain">
                  ${swatch(kind)}
                  <span class="name ellipsis">${this.text(KINDS[kind].short)}</span>
                  <span class="word small ellipsis" title=${this.text(reason)}
                    >${this.text(reason)}</span
                  >
                </div>`,
              )}`
          : nothing
      }
    </div>`;
  }

  private group(
    title: 'companions.occupied' | 'companions.unchecked' | 'companions.near' | 'companions.clear',
    lines: readonly ReportLine[],
  ): unknown {
    if (lines.length === 0) return nothing;
    return html`<h3 class="small">${this.say(title)}</h3>
      ${lines.map((line) => this.row(line, lineChip(line, this.report!)))}`;
  }

  private row(line: ReportLine, chip: ChipName): TemplateResult {
    return html`<details
      class=${toneClass(chip)}
      data-kind=${line.kind}
      @focusin=${() => this.hover(line.kind)}
      @focusout=${() => this.hover(null)}
      @mouseenter=${() => this.hover(line.kind)}
      @mouseleave=${() => this.hover(null)}
    >
      <summary>
        ${swatch(line.kind)}
        <span class="name ellipsis" title=${this.text(line.title)}
          >${this.text(KINDS[line.kind].short)}</span
        >
        ${this.value(line)}
        <sanxian-verdict-chip .lang=${this.lang} .verdict=${chip}></sanxian-verdict-chip>
      </summary>
      <div class="inside">${this.inside(line)}</div>
    </details>`;
  }

  private value(line: ReportLine): unknown {
    if (line.state === 'overlap') {
      return html`<span class="value">${hectares(line.areaM2)} ${this.say('unit.ha')}</span>`;
    }
    if (line.state === 'touch') {
      return html`<span class="value">${this.say('state.touch')}</span>`;
    }
    if (line.state === 'below-threshold') {
      return html`<span class="value">${figure(line.areaM2, 2)} m²</span>`;
    }
    if (line.state === 'clear' && line.nearestM !== null && this.isWhole(line)) {
      const words = this.say('near', { d: distance(line.nearestM) });
      return html`<span class="value ${line.nearestM < NEAR_M ? 'near' : ''}">${words}</span>`;
    }
    return nothing;
  }

  private isWhole(line: ReportLine): boolean {
    const { report } = this;
    return (
      report !== null &&
      wasWhollyLookedAt(report, line) &&
      lineChip(line, report) !== 'undetermined'
    );
  }

  private inside(line: ReportLine): unknown {
    const report = this.report!;
    const gap = gapOf(report, line.kind);
    const findings = findingsOf(report, line.kind);
    const citations = findings.flatMap((finding) => finding.citations);
    return html`
      ${
        gap || !wasLookedAt(line.state)
          ? html`<p class="gap">${this.text(gap?.text ?? line.reason ?? line.title)}</p>`
          : nothing
      }
      ${
        line.state === 'below-threshold'
          ? html`<p>
              ${this.say('state.below', {
                m2: figure(line.areaM2, 2),
                t: report.parameters.thresholdM2,
              })}
            </p>`
          : nothing
      }
      ${
        line.state === 'clear' && this.isWhole(line)
          ? html`<p>${this.distanceSentence(line)}</p>`
          : nothing
      }
      ${findings.map((finding) => html`<p>${this.text(finding.text)}</p>`)}
      ${citations.map(
        (citation) => html`<blockquote lang="zh">“${citation.quote}”</blockquote>
          <p class="small quiet">${citationPlace(citation)}</p>`,
      )}
      <div class="actions">
        ${
          gap || findings.some(({ verdict }) => verdict !== null)
            ? html`<button
                class="link small"
                type="button"
                aria-haspopup="dialog"
                data-command="path"
                @click=${() => emit(this, 'sanxian-path', { kind: line.kind })}
              >
                ${icon('git-branch', 14)}${this.say('action.path')}
              </button>`
            : nothing
        }
        ${
          line.state === 'overlap'
            ? html`<button
                class="link small"
                type="button"
                data-command="fly"
                @click=${() => emit(this, 'sanxian-line-fly', { kind: line.kind })}
              >
                ${icon('crosshair', 14)}${this.say('action.pieces', { n: line.hits })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private distanceSentence({ nearestM, nearestBeyondM }: ReportLine): string {
    if (nearestM !== null) {
      const near = this.say('near', { d: distance(nearestM) });
      return nearestM < NEAR_M ? `${near} · ${this.say('near.advice')}` : near;
    }
    return nearestBeyondM === null ? '' : this.say('near.beyond', { d: distance(nearestBeyondM) });
  }

  /** Rows as the keyboard goes through them. */
  stops(): { element: HTMLElement; kind: LayerKind; hasFocus: boolean }[] {
    const { activeElement } = this.renderRoot as ShadowRoot;
    return [...this.renderRoot.querySelectorAll<HTMLElement>('details')].map((row) => ({
      element: row.querySelector('summary')!,
      kind: row.dataset.kind as LayerKind,
      hasFocus: row.contains(activeElement),
    }));
  }

  private hover(kind: LayerKind | null): void {
    emit(this, 'sanxian-line-hover', { kind });
  }
}
