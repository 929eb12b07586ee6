import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Claim } from '../domain/claim.ts';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import type { CheckReport, Finding } from '../domain/report.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import type { DecisionPath } from '../policy/decision-path.ts';
import { cardSection, citationPlace } from './card-details.ts';
import { cardStyles } from './card-styles.ts';
import { dialogStyles } from './dialog-styles.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { opinions } from './opinions.ts';
import { pathBoxes } from './path-boxes.ts';
import { pathStyles } from './path-styles.ts';
import { findingsOf, gapOf } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import './override-form.ts';
import '../text/words/later.ts';

/** Below this width the boxes stand one under another, px. */
const NARROW = 600;

/**
 * How the verdict on a line came about, one screen for each control line: facts, answers that can be
 * changed in place, the roads not taken, the clause, procedure and papers. Events: `sanxian-path` with
 * null when it closes, `sanxian-answer`, `sanxian-override`, `sanxian-withdraw`, `sanxian-copy`.
 */
@element('sanxian-path-dialog')
export class SanxianPathDialog extends SanxianElement {
  static override styles = [
    sharedStyles,
    dialogStyles,
    swatchStyles,
    cardStyles,
    pathStyles,
    css`
      dialog {
        --side: 18px;
        width: min(700px, calc(100vw - 16px));
        max-height: calc(100vh - 32px);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 10px;
        padding: 10px 14px 10px 18px;
        border-top: 1px solid var(--sx-line);
      }
      .foot .link {
        margin-right: auto;
      }
      .scroll {
        min-height: 0;
        overflow-y: auto;
        padding: 8px 18px 16px;
      }
      .scroll > section + section {
        margin-top: 18px;
        padding-top: 12px;
        border-top: 1px solid var(--sx-line-2);
      }
      h3 {
        margin-top: 4px;
        font-size: var(--sx-fs-3);
        line-height: var(--sx-lh-3);
        font-weight: 600;
      }
      .outcome-text {
        margin-top: 12px;
      }
      .details {
        border: 0;
        padding: 0;
        background: none;
      }
      .clauses figure {
        margin-top: 10px;
        padding: 0 0 0 12px;
        border: 0;
        border-left: 3px solid var(--sx-accent);
      }
      .plain li {
        margin-top: 3px;
        padding-left: 14px;
        position: relative;
      }
      .plain li::before {
        content: '·';
        position: absolute;
        left: 4px;
        font-weight: 600;
      }
      .way {
        margin-top: 10px;
        columns: 2 240px;
        column-gap: 24px;
      }
      .way > :is(ol, ul) {
        break-inside: avoid;
      }
      .changes {
        margin-top: 10px;
      }
      .changes h4 {
        font-weight: 600;
      }
      .hints {
        color: var(--sx-text-2);
      }
      .busy {
        opacity: 1;
        filter: grayscale(1);
      }
      :host([touch]) :is(.icon-button, .button) {
        min-width: var(--sx-control-touch);
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) kind: LayerKind | null = null;
  @property({ attribute: false }) report: CheckReport | null = null;
  /** The ways behind this report, or behind the one before it while they are worked out. */
  @property({ attribute: false }) paths: readonly DecisionPath[] | null = null;
  /** The paths belong to the report, and the pack is the one it was judged by. */
  @property({ type: Boolean }) agrees = false;
  @property({ attribute: false }) claim: Claim = {};
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private editing: string | null = null;
  @state() private disagreeing = false;
  @state() private narrow = false;
  #answered: string | null = null;
  #sizes: ResizeObserver | null = null;

  override render(): TemplateResult {
    const { kind, report } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.tellClosed()}>
      ${kind && report ? this.content(kind, report) : nothing}
    </dialog>`;
  }

  private content(kind: LayerKind, report: CheckReport): TemplateResult {
    const gap = gapOf(report, kind);
    const judged = findingsOf(report, kind).filter(({ verdict }) => verdict !== null);
    const findings = gap ? [gap, ...judged] : judged;
    return html`<div class="head">
        ${swatch(kind)}
        <h2 id="title">${this.say('path.title', { line: this.text(KINDS[kind].short) })}</h2>
        <span class="small quiet" role="status">
          ${this.busy ? this.say('path.working') : nothing}
        </span>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('path.close')}
          title=${this.say('path.close')}
          @click=${() => this.dialog?.close()}
        >
          ${icon('x')}
        </button>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        ${this.agrees ? nothing : html`<p class="small quiet">${this.say('path.recorded')}</p>`}
        ${findings.map((finding) => this.section(finding, report, findings.length > 1))}
      </div>
      <div class="foot">
        ${
          this.disagreeing
            ? html`<sanxian-override-form
                .lang=${this.lang}
                .findings=${findings}
                ?touch=${this.touch}
                @done=${() => this.closeForm()}
              ></sanxian-override-form>`
            : this.footer(findings)
        }
      </div>`;
  }

  private footer(findings: readonly Finding[]): TemplateResult {
    return html`${
      this.readonly || findings.length === 0
        ? nothing
        : html`<button
              class="link"
              id="disagree"
              type="button"
              @click=${() => {
                this.disagreeing = true;
              }}
            >
              ${icon('pencil')}${this.say('override.open')}
            </button>`
    }
      <button class="button" type="button" @click=${() => this.copyClauses(findings)}>
        ${this.say('path.copy')}
      </button>
      <button class="button primary" type="button" @click=${() => this.dialog?.close()}>
        ${this.say('path.close')}
      </button>`;
  }

  /** One finding of the line: a zone, or the whole of it. */
  private section(finding: Finding, report: CheckReport, named: boolean): TemplateResult {
    const path = this.paths?.find(
      ({ rule, line, zone }) =>
        rule === finding.rule && line === finding.line && zone === finding.zone,
    );
    const name = finding.zone ? this.text(ZONE_WORDS[finding.zone]) : null;
    const from = this.readonly ? null : this;
    return html`<section aria-label=${name ?? finding.rule}>
      <h3 class=${named ? '' : 'hidden-text'}>
        ${name ?? this.say('path.rule', { rule: finding.rule })}
      </h3>
      ${opinions(report, finding, this.lang, from)}
      <div class=${this.busy ? 'busy' : ''}>
        ${
          path
            ? pathBoxes(path, {
                lang: this.lang,
                claim: this.claim,
                touch: this.touch,
                down: this.narrow,
                editing: this.editing,
                edit: (field) => {
                  this.editing = this.readonly ? null : field;
                },
              })
            : html`<div class="details">${cardSection('path', [finding], report, this.lang)}</div>`
        }
        <p class="outcome-text">${this.text(finding.text)}</p>
        <div class="details clauses">${cardSection('clause', [finding], report, this.lang)}</div>
        <div class="details way">${cardSection('procedure', [finding], report, this.lang)}</div>
        ${path ? this.changes(path) : nothing}
        ${this.hints(finding)}
      </div>
    </section>`;
  }

  private changes({ roads, steps }: DecisionPath): unknown {
    if (roads.length === 0 && steps.every(({ branches }) => branches.length === 0)) return nothing;
    return html`<div class="changes">
      <h4>${this.say('path.roads')}</h4>
      ${
        roads.length === 0
          ? html`<p class="small">${this.say('path.roads.none')}</p>`
          : html`<ul class="plain small">
              ${roads.map(({ text }) => html`<li>${this.text(text)}</li>`)}
            </ul>`
      }
    </div>`;
  }

  private hints({ hints = [] }: Finding): unknown {
    if (hints.length === 0) return nothing;
    return html`<div class="changes hints">
      <h4>${this.say('path.hints')}</h4>
      <ul class="plain small">
        ${hints.map(({ text }) => html`<li>${this.text(text)}</li>`)}
      </ul>
    </div>`;
  }

  private copyClauses(findings: readonly Finding[]): void {
    const clauses = findings.flatMap(({ citations }) =>
      citations.map((citation) => `“${citation.quote}”\n${citationPlace(citation)}`),
    );
    emit(this, 'sanxian-copy', { text: [...new Set(clauses)].join('\n\n') });
  }

  /** As a modal dialog it keeps the focus inside, and gives it back when it closes. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('claim') && this.editing !== null) this.settle();
    else if (changed.has('paths')) this.refocus();
    if (!changed.has('kind')) return;
    this.disagreeing = false;
    this.editing = null;
    if (this.kind && !this.dialog?.open) this.dialog?.showModal();
    if (!this.kind && this.dialog?.open) this.dialog.close();
    if (this.kind) this.renderRoot.querySelector<HTMLElement>('.foot .primary')?.focus();
  }

  /** The answer was given: its box closes and keeps the focus, now and when the new way is drawn. */
  private settle(): void {
    this.#answered = this.editing;
    this.editing = null;
    void this.updateComplete.then(() => this.focusAnswered());
  }

  private refocus(): void {
    this.focusAnswered();
    this.#answered = null;
  }

  private focusAnswered(): void {
    if (this.#answered === null) return;
    const box = this.renderRoot.querySelector<HTMLElement>(`[data-field='${this.#answered}']`);
    (box ?? this.renderRoot.querySelector<HTMLElement>('.foot .primary'))?.focus();
  }

  private closeForm(): void {
    this.disagreeing = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#disagree')?.focus(),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(() => {
      this.narrow = window.innerWidth < NARROW;
    });
    this.#sizes.observe(document.documentElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
  }

  private tellClosed(): void {
    if (this.kind) emit(this, 'sanxian-path', { kind: null });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}
