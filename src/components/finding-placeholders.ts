import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { LAYER_STATE_WORDS, wasLookedAt } from '../domain/layer-state.ts';
import type { MeasuredLine, Progress } from '../domain/progress.ts';
import { coveragePercent, figure, hectares, mu, percent } from './figures.ts';
import { MAIN_LINES } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';

import { levelledZones } from './urban-zones.ts';
import { verdictMark } from './verdict-mark.ts';

import '../text/words/later.ts';

/**
 * The places of the cards while the first check runs: which line waits, is being looked at, or has been.
 *
 * As soon as the layers of a line are through, what they measured stands here: areas are facts, the same that
 * the card will show. No verdict does. It takes all layers (the red line is judged with the core reserves,
 * farmland with land use), so one that were given early might grow worse under the reader's eyes. What is
 * not occupied, and what touches, is said only when it is judged: no zero, no tick, no tone but that of
 * 未核查, which nothing that comes later takes back.
 */
@element('sanxian-finding-placeholders')
export class SanxianFindingPlaceholders extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      article {
        padding: 10px 14px 14px;
        border-bottom: 1px solid var(--sx-line);
        border-left: 4px solid var(--sx-line);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h3 {
        flex: 1;
        min-width: 0;
        font-size: var(--sx-fs-3);
        line-height: var(--sx-lh-3);
        font-weight: 600;
      }
      .now {
        color: var(--sx-text);
        font-weight: 600;
      }
      i {
        display: block;
        height: 8px;
        margin-top: 10px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-sunken);
      }
      i + i {
        width: 62%;
      }
      .after {
        padding: 10px 14px;
        color: var(--sx-text-2);
      }
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        margin-top: 6px;
        color: var(--sx-text-2);
      }
      .figures b {
        color: var(--sx-text);
        font-weight: 600;
      }
      ul {
        margin: 6px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto 66px;
        gap: 8px;
        text-align: right;
      }
      li > :first-child {
        text-align: left;
      }
      .gap {
        display: flex;
        gap: 6px;
        margin-top: 6px;
        color: var(--sx-gap-fg);
        --mark-ground: var(--sx-bg-panel);
      }
      .gap svg {
        flex: none;
        margin-top: 3px;
      }
    `,
  ];

  @property({ attribute: false }) progress: Progress | 'starting' | null = null;
  /** What was measured so far. */
  @property({ attribute: false }) measured: ReadonlyMap<LayerKind, MeasuredLine> = new Map();

  override render(): TemplateResult {
    return html`<div class="section"><h2>${this.say('findings.lines')}</h2></div>
      ${MAIN_LINES.map((kind) => this.place(kind))}
      <p class="small after">${this.say('findings.running')}</p>`;
  }

  private place(kind: LayerKind): TemplateResult {
    const state = this.stateOf(kind);
    const line = this.measured.get(kind);
    const facts = line ? [this.area(line), this.gap(line)].filter((one) => one !== nothing) : [];
    return html`<article aria-labelledby=${`name-${kind}`} data-state=${state}>
      <header>
        ${swatch(kind)}
        <h3 id=${`name-${kind}`}>${this.text(KINDS[kind].short)}</h3>
        <span class="small quiet ${state === 'running' ? 'now' : ''}"
          >${this.say(`placeholder.${state}`)}</span
        >
      </header>
      ${facts.length > 0 ? facts : html`<i aria-hidden="true"></i><i aria-hidden="true"></i>`}
    </article>`;
  }

  /** What is occupied is known by now. That nothing is, is for the judgement to say. */
  private area(line: MeasuredLine): TemplateResult | typeof nothing {
    const { areaM2, shareOfProject, siteM2 } = line;
    if (line.state !== 'overlap') return nothing;
    const zones = levelledZones(line, siteM2).filter(({ zone }) => zone !== 'not-covered');
    if (zones.length > 0) {
      return html`<ul>
        ${zones.map(
          ({ zone, hectares, share }) => html`<li>
            <span>${this.say(`zone.${zone}`)}</span>
            <span>${figure(hectares, 4)} ${this.say('unit.ha')}</span>
            <span>${figure(share, 2)} %</span>
          </li>`,
        )}
      </ul>`;
    }
    return html`<p class="figures">
      <span><b>${hectares(areaM2)}</b> ${this.say('unit.ha')}</span>
      <span>${mu(areaM2)} ${this.say('unit.mu')}</span>
      <span>${percent(shareOfProject)} %</span>
    </p>`;
  }

  private gap(line: MeasuredLine): TemplateResult | typeof nothing {
    const { state, isWhole, coverageShare, uncoveredM2 } = line;
    if (isWhole) return nothing;
    const isPart = wasLookedAt(state) && uncoveredM2 > 0;
    const p = coveragePercent(coverageShare);
    return html`<p class="gap">
      ${verdictMark('undetermined', 14)}<span
        >${
          isPart
            ? this.say('gap.coverage', { p, ha: hectares(uncoveredM2) })
            : this.text(wasLookedAt(state) ? LAYER_STATE_WORDS.failed : LAYER_STATE_WORDS[state])
        }</span
      >
    </p>`;
  }

  private stateOf(kind: LayerKind): 'waiting' | 'running' | 'read' {
    const { progress } = this;
    if (this.measured.has(kind)) return 'read';
    if (progress === 'starting' || progress === null) return 'waiting';
    if (progress.step === 'layer') return progress.kind === kind ? 'running' : 'waiting';
    return progress.step === 'judging' || progress.step === 'done' ? 'read' : 'waiting';
  }
}
