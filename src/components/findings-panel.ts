import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Claim } from '../domain/claim.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { CheckReport } from '../domain/report.ts';
import { lineChip } from './chip-name.ts';
import type { SanxianCompanionRows } from './companion-rows.ts';
import { FindingCard } from './finding-card.ts';
import { icon } from './icons.ts';
import { isQuestion } from './questions.ts';
import {
  askingFinding,
  findingsOf,
  lineOf,
  MAIN_LINES,
  wasWhollyLookedAt,
} from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toneClass } from './verdict-chip.ts';
import { verdictMark } from './verdict-mark.ts';
import './companion-rows.ts';
import './facts-line.ts';
import './line-card.ts';
import './urban-card.ts';
import './verdict-block.ts';
import '../text/words/later.ts';

/** The findings step: headline, areas, three cards, companions. The parts below the areas scroll. */
@element('sanxian-findings-panel')
export class SanxianFindingsPanel extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        background: var(--sx-bg-panel);
      }
      .general p {
        display: flex;
        gap: 6px;
        padding: 8px 12px 8px 10px;
        border-left: 4px solid var(--tone-line, transparent);
        border-bottom: 1px solid var(--sx-line);
      }
      .general svg {
        margin-top: 3px;
        color: var(--tone-fg);
      }
    `,
  ];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ attribute: false }) claim: Claim = {};
  @property({ type: Boolean }) stale = false;
  @property({ type: Boolean }) touch = false;

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    return html`
      <sanxian-verdict-block
        .lang=${this.lang}
        .report=${report}
        .stale=${this.stale}
        .touch=${this.touch}
      ></sanxian-verdict-block>
      ${
        this.touch
          ? nothing
          : html`<sanxian-facts-line .lang=${this.lang} .report=${report}></sanxian-facts-line>`
      }
      <div class="scroll" tabindex="-1">
        <div class="section">
          <h2>${this.say('findings.lines')}</h2>
          <span>${this.count(report)}</span>
        </div>
        ${MAIN_LINES.map((kind, place) =>
          kind === 'urban-development-boundary'
            ? html`<sanxian-urban-card
                .lang=${this.lang}
                .kind=${kind}
                .report=${report}
                .claim=${this.claim}
                .asked=${this.askedBefore(report, place)}
                .touch=${this.touch}
                .stale=${this.stale}
              ></sanxian-urban-card>`
            : html`<sanxian-line-card
                .lang=${this.lang}
                .kind=${kind}
                .report=${report}
                .claim=${this.claim}
                .asked=${this.askedBefore(report, place)}
                .touch=${this.touch}
                .stale=${this.stale}
              ></sanxian-line-card>`,
        )}
        ${this.general(report, 'judged')}
        ${this.problems(report)}
        <div class="section"><h2>${this.say('findings.companions')}</h2></div>
        <sanxian-companion-rows .lang=${this.lang} .report=${report} .stale=${this.stale}></sanxian-companion-rows>
        ${this.general(report, 'duties')}
      </div>
    `;
  }

  // ---- by keyboard ---------------------------------------------------------------------------

  /** The next card or row takes the focus; false where there is none that way. */
  walk(by: 1 | -1): boolean {
    const stops = this.stops();
    const at = stops.findIndex(({ hasFocus }) => hasFocus);
    const next = stops[at === -1 ? (by === 1 ? 0 : stops.length - 1) : at + by];
    next?.element.focus();
    next?.element.scrollIntoView({ block: 'nearest' });
    return next !== undefined;
  }

  /** Of the card or row that has the focus. */
  get currentKind(): LayerKind | null {
    return this.stops().find(({ hasFocus }) => hasFocus)?.kind ?? null;
  }

  /** Opens or closes the clause of the card that has the focus. */
  toggleClause(): boolean {
    const card = this.stops().find(({ hasFocus }) => hasFocus)?.element;
    return card instanceof FindingCard && card.toggleSection('clause');
  }

  private stops(): { element: HTMLElement; kind: LayerKind; hasFocus: boolean }[] {
    const within = this.renderRoot as ShadowRoot;
    const cards = [
      ...this.renderRoot.querySelectorAll<FindingCard>('sanxian-line-card, sanxian-urban-card'),
    ].map((element) => ({
      element,
      kind: element.kind,
      hasFocus: within.activeElement === element,
    }));
    const rows = this.renderRoot.querySelector<SanxianCompanionRows>('sanxian-companion-rows');
    return [...cards, ...(rows?.stops() ?? [])];
  }

  /** Lines that overlap each other under the site: the data's fault, beside the result. */
  private problems({ notes }: CheckReport): unknown {
    const found = notes.filter(({ code }) => code === 'data-conflict' || code === 'data-gap');
    if (found.length === 0) return nothing;
    return html`<div class="section"><h2>${this.say('conflicts.title')}</h2></div>
      <div class="general warn" data-problems>
        ${found.map(({ text }) => html`<p>${icon('triangle-alert', 14)}<span>${this.text(text)}</span></p>`)}
      </div>`;
  }

  /** First questions of the cards above a place. */
  private askedBefore(report: CheckReport, place: number): string[] {
    return MAIN_LINES.slice(0, place).flatMap((kind) => {
      const field = askingFinding(findingsOf(report, kind))?.missing.find(isQuestion);
      return field ? [field] : [];
    });
  }

  /** "occupied 2 · not checked 1": an unlooked line is never counted as not occupied. */
  private count(report: CheckReport): string {
    const lines = MAIN_LINES.map((kind) => lineOf(report, kind));
    const n = lines.filter((line) => line?.state === 'overlap').length;
    const m = lines.filter(
      (line) =>
        !line || !wasWhollyLookedAt(report, line) || lineChip(line, report) === 'undetermined',
    ).length;
    return m > 0
      ? this.say('findings.occupied.gap', { n, m })
      : this.say('findings.occupied', { n, of: lines.length });
  }

  /** Findings about the whole site: an uncertain position stands high, general duties come last. */
  private general(report: CheckReport, which: 'judged' | 'duties'): unknown {
    const findings = findingsOf(report, null).filter(
      ({ verdict }) => (verdict !== null) === (which === 'judged'),
    );
    if (findings.length === 0) return nothing;
    return html`<div class="section"><h2>${this.say(which === 'judged' ? 'findings.general' : 'findings.duties')}</h2></div>
      <div class="general">
        ${findings.map(
          ({ verdict, text }) => html`<p class=${verdict ? toneClass(verdict) : ''}>
            ${verdict ? verdictMark(verdict, 14) : nothing}<span>${this.text(text)}</span>
          </p>`,
        )}
      </div>`;
  }
}
