import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Claim } from '../domain/claim.ts';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { CheckReport, Finding, ReportLine } from '../domain/report.ts';
import { type CardSection, cardSection } from './card-details.ts';
import { cardStyles } from './card-styles.ts';
import { lineChip } from './chip-name.ts';
import { emit } from './events.ts';
import { coveragePercent, figure, hectares } from './figures.ts';
import { type IconName, icon } from './icons.ts';
import { opinions } from './opinions.ts';
import { isQuestion, questionWords } from './questions.ts';
import { askingFinding, findingsOf, gapOf, lineOf, wasWhollyLookedAt } from './report-reading.ts';
import { SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import { toneClass } from './verdict-chip.ts';
import { verdictMark } from './verdict-mark.ts';
import './answer-control.ts';
import '../text/words/later.ts';

/**
 * The anatomy every card has: tone edge, name and chip, what was measured, what it means, the
 * question that decides, and the ways to clause, procedure, path and pieces.
 */
export abstract class FindingCard extends SanxianElement {
  static override styles = [sharedStyles, cardStyles, swatchStyles];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property() kind: LayerKind = 'permanent-basic-farmland';
  @property({ attribute: false }) claim: Claim = {};
  /** Questions that a card above already asks; each is asked once. */
  @property({ attribute: false }) asked: readonly string[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;
  @property({ type: Boolean }) stale = false;
  @state() private open: CardSection | null = null;

  /** What was measured: numbers, bar, remarks. */
  protected abstract measured(line: ReportLine, report: CheckReport): unknown;

  /** Words between name and chip. */
  protected tag(_line: ReportLine): unknown {
    return nothing;
  }

  override render(): TemplateResult | typeof nothing {
    const { report, kind } = this;
    const line = report && lineOf(report, kind);
    if (!report || !line) return nothing;
    const findings = findingsOf(report, kind);
    const chip = lineChip(line, report);
    return html`<article
      class="${toneClass(chip)} ${this.stale ? 'stale' : ''}"
      aria-labelledby="name"
      part="card"
      tabindex="-1"
      @focusin=${() => emit(this, 'sanxian-line-hover', { kind })}
      @focusout=${() => emit(this, 'sanxian-line-hover', { kind: null })}
      @mouseenter=${() => emit(this, 'sanxian-line-hover', { kind })}
      @mouseleave=${() => emit(this, 'sanxian-line-hover', { kind: null })}
    >
      <header>
        ${swatch(kind)}
        <h3 id="name" title=${this.text(KINDS[kind].title)}>${this.text(KINDS[kind].short)}</h3>
        <span class="spare"
          >${this.stale ? html`<span class="tag small stale-word">${this.say('stale')}</span>` : this.tag(line)}</span
        >
        <sanxian-verdict-chip .lang=${this.lang} .verdict=${chip}></sanxian-verdict-chip>
      </header>
      ${this.opinions(findings, report)} ${this.border(line, report)} ${wasLookedAt(line.state) ? this.measured(line, report) : nothing}
      ${this.gap(line, report)} ${this.marginal(line)} ${this.sentences(findings)} ${this.question(findings)}
      ${this.actions(line, report, findings)}
      ${
        this.open
          ? html`<div class="details" id="details">
              ${cardSection(this.open, findings, report, this.lang)}
            </div>`
          : nothing
      }
    </article>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('article')?.focus();
  }

  /** Opens a section, or closes it; false where the card has none of that name. */
  toggleSection(section: CardSection): boolean {
    const button = this.renderRoot.querySelector(`[data-section=${section}]`);
    if (button) this.open = this.open === section ? null : section;
    return button !== null;
  }

  /** What people hold stands before what the rule says. */
  private opinions(findings: readonly Finding[], report: CheckReport): unknown {
    const gap = gapOf(report, this.kind);
    return (gap ? [gap, ...findings] : findings).map((finding) => {
      const held = opinions(report, finding, this.lang);
      if (held.length === 0) return nothing;
      const rule = this.say('override.rule', { rule: finding.rule });
      return html`${held}
        ${
          finding.verdict
            ? html`<p class="rule-says small">
                ${rule}<sanxian-verdict-chip
                  .lang=${this.lang}
                  .verdict=${finding.verdict}
                ></sanxian-verdict-chip>
              </p>`
            : nothing
        }`;
    });
  }

  /** Met at the border only: said in words, with the area where there is one. */
  private border({ state, areaM2 }: ReportLine, { parameters }: CheckReport): unknown {
    if (state === 'touch') return html`<p class="sentence">${this.say('state.touch')}</p>`;
    if (state !== 'below-threshold') return nothing;
    return html`<p class="sentence">
      ${this.say('state.below', { m2: figure(areaM2, 2), t: parameters.thresholdM2 })}
    </p>`;
  }

  private gap(line: ReportLine, report: CheckReport): unknown {
    if (wasWhollyLookedAt(report, line)) return nothing;
    const covered = wasLookedAt(line.state) && line.coverageShare > 0;
    const finding = gapOf(report, line.kind);
    const sentence =
      covered && finding
        ? this.say('gap.coverage', {
            p: coveragePercent(line.coverageShare),
            ha: hectares(finding.areaM2),
          })
        : this.text(line.reason ?? finding?.text ?? report.findings[0]!.text);
    const share = coveragePercent(line.coverageShare);
    return html`<p class="gap-sentence">${verdictMark('undetermined', 14)}<span>${sentence}</span></p>
      ${
        covered
          ? html`<div class="bar" role="img" aria-label=${this.say('gap.bar', { p: share })}>
              <i class="looked" .style=${`--part:${line.coverageShare * 100}%`}></i>
              <i class="unlooked" .style=${`--part:${100 - line.coverageShare * 100}%`}></i>
            </div>`
          : nothing
      }`;
  }

  /** A result that the accuracy of the data could turn. */
  private marginal({ stability }: ReportLine): unknown {
    if (stability?.state !== 'marginal' || stability.flipsAtM === null) return nothing;
    return html`<p class="sentence small quiet">
      ${
        stability.flipsAtM > 0
          ? this.say('state.marginal', { d: `${figure(stability.flipsAtM, 3)} m` })
          : this.say('near.advice')
      }
    </p>`;
  }

  private sentences(findings: readonly Finding[]): unknown {
    const judged = findings.filter(({ verdict }) => verdict !== null);
    // A question box says by itself what is open.
    if (judged.length === 1 && judged[0]!.missing.some(isQuestion)) return nothing;
    return judged.map((finding) =>
      judged.length === 1
        ? html`<p class="sentence">${this.text(finding.text)}</p>`
        : html`<p class="sentence with-mark ${toneClass(finding.verdict!)}">
            ${verdictMark(finding.verdict!, 14)}<span>${this.text(finding.text)}</span>
          </p>`,
    );
  }

  private question(findings: readonly Finding[]): unknown {
    const asking = askingFinding(findings);
    const fields = asking?.missing.filter(isQuestion) ?? [];
    const field = fields[0];
    if (!asking || !field) return nothing;
    const { question } = questionWords(field);
    if (this.asked.includes(field)) {
      return html`<p class="sentence quiet">
        ${this.say('q.above', { question: this.text(question) })}
      </p>`;
    }
    const citation = asking.citations[0];
    const clause = citation && `${citation.section ?? citation.document}：${citation.quote}`;
    return html`<div class="question">
      <p>${this.text(question)}</p>
      ${
        clause
          ? html`<p class="small quiet ${this.touch ? '' : 'ellipsis'}" title=${clause} lang="zh">
              ${clause}
            </p>`
          : nothing
      }
      <div class="answer">
        <sanxian-answer-control
          .lang=${this.lang}
          .field=${field}
          .value=${this.claim[field]}
          .touch=${this.touch}
        ></sanxian-answer-control>
        ${
          fields.length > 1
            ? html`<span class="small quiet">${this.say('q.more', { n: fields.length - 1 })}</span>`
            : nothing
        }
      </div>
    </div>`;
  }

  private actions(line: ReportLine, report: CheckReport, findings: readonly Finding[]): unknown {
    const judged = findings.some(({ verdict }) => verdict !== null);
    const pieces = numberedPieces(report).filter(({ kind }) => kind === line.kind).length;
    const quoted = findings.some(({ citations }) => citations.length > 0);
    const partly = wasLookedAt(line.state) && !wasWhollyLookedAt(report, line);
    return html`<div class="actions">
      ${
        partly
          ? html`<button class="link" type="button" @click=${() => this.showGap()}>
              ${icon('layers', 14)}${this.say('action.gap')}
            </button>`
          : nothing
      }
      ${quoted ? this.toggle('clause', 'quote', this.say('action.clause')) : nothing}
      ${judged ? this.toggle('procedure', 'list-checks', this.say('action.procedure')) : nothing}
      ${
        judged || partly || gapOf(report, line.kind)
          ? html`<button
              class="link"
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
        pieces > 0 || line.state === 'overlap'
          ? html`<button
              class="link"
              type="button"
              data-command="fly"
              @click=${() => emit(this, 'sanxian-line-fly', { kind: line.kind })}
            >
              ${icon('crosshair', 14)}${this.say('action.pieces', { n: pieces || line.hits })}
            </button>`
          : nothing
      }
    </div>`;
  }

  private showGap(): void {
    emit(this, 'sanxian-layer-change', { id: 'coverage', visible: true });
    emit(this, 'sanxian-line-fly', { kind: this.kind });
  }

  private toggle(section: CardSection, name: IconName, label: string): TemplateResult {
    const open = this.open === section;
    return html`<button
      class="link"
      type="button"
      aria-expanded=${open}
      aria-controls=${open ? 'details' : nothing}
      data-section=${section}
      data-command=${section === 'clause' ? 'clause' : nothing}
      @click=${() => {
        this.open = open ? null : section;
      }}
    >
      ${icon(name, 14)}${label}
    </button>`;
  }
}
