import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CheckReport } from '../domain/report.ts';
import { HEADLINE_WORDS, headlineChip } from './chip-name.ts';
import { hectares, mu } from './figures.ts';
import { isComplete, isHeadlineWithheld, packNumber, uncheckedLines } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toneClass } from './verdict-chip.ts';
import { verdictMark } from './verdict-mark.ts';
import '../text/words/later.ts';

/** The headline: shape, verdict, one line on how much took part. Incomplete has its own words. */
@element('sanxian-verdict-block')
export class SanxianVerdictBlock extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      .block {
        display: grid;
        grid-template-columns: 34px minmax(0, 1fr) auto;
        gap: 0 12px;
        align-items: center;
        min-height: 62px;
        padding: 7px 12px;
        border-bottom: 1px solid var(--sx-line);
        background: var(--tone-bg);
        color: var(--tone-fg);
        --mark-ground: var(--tone-bg);
      }
      h2 {
        font-size: var(--sx-fs-5);
        line-height: 26px;
        font-weight: 600;
      }
      .sub {
        color: var(--sx-text-2);
      }
      .sub:not(.ellipsis) {
        overflow-wrap: anywhere;
        text-wrap: balance;
        word-break: keep-all;
      }
      .also {
        grid-column: 2 / -1;
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--sx-gap-fg);
        font-weight: 600;
        --mark-ground: var(--sx-gap-bg);
      }
    `,
  ];

  @property({ attribute: false }) report: CheckReport | null = null;
  /** Older than the answers or the project: dimmed, and said. */
  @property({ type: Boolean }) stale = false;
  /** Carries the areas too, where no facts line stands below. */
  @property({ type: Boolean }) touch = false;

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const withheld = isHeadlineWithheld(report);
    const complete = isComplete(report);
    const chip = headlineChip(report);
    const sub = this.subtitle(report);
    const unchecked = Math.max(1, uncheckedLines(report).length);
    return html`<div class="block ${toneClass(chip)} ${this.stale ? 'stale' : ''}" part="verdict">
      ${verdictMark(chip, 34)}
      <div>
        <h2>
          ${withheld ? this.say('verdict.incomplete') : this.text(HEADLINE_WORDS[chip])}
        </h2>
        <p class="small sub ${complete ? 'ellipsis' : ''}" title=${sub}>${sub}</p>
      </div>
      ${this.stale ? html`<span class="tag small stale-word">${this.say('stale')}</span>` : nothing}
      ${
        complete || withheld
          ? nothing
          : html`<p class="small also">
              ${verdictMark('undetermined', 14)}${this.say('also.unchecked', { n: unchecked })}
            </p>`
      }
    </div>`;
  }

  private subtitle(report: CheckReport): string {
    const n = report.lines.length;
    const { areaM2 } = report.project;
    const complete = isComplete(report);
    if (complete && this.touch) {
      return this.say('verdict.sub.phone', { ha: hectares(areaM2), mu: mu(areaM2), n });
    }
    if (complete) return this.say('verdict.sub', { n, no: packNumber(report) });
    const m = uncheckedLines(report).length;
    if (m === 0) return this.say('verdict.incomplete.position');
    return this.say('verdict.incomplete.sub', { n, m });
  }
}
