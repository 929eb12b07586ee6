import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Claim } from '../domain/claim.ts';
import type { PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import type { CheckReport } from '../domain/report.ts';
import { describeQuestion } from '../policy/questions.ts';
import type { Text } from '../text/text.ts';
import { claimFields } from './claim-fields.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import './answer-control.ts';
import '../text/words/later.ts';

/**
 * What the applicant says of the project, asked only where a line that is hit needs it, each question
 * with its clause. An open answer is "not known" and never "no". Events: `sanxian-answer`.
 */
@element('sanxian-claim-form')
export class SanxianClaimForm extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      .question {
        display: grid;
        gap: 4px;
        padding: 9px 12px 10px 14px;
        border-bottom: 1px solid var(--sx-line);
      }
      .ask {
        font-weight: 600;
      }
      .clause {
        color: var(--sx-text-2);
        overflow-wrap: anywhere;
      }
      .place {
        white-space: nowrap;
      }
      details {
        color: var(--sx-text-2);
      }
      summary {
        min-height: 24px;
        color: var(--sx-link);
        cursor: pointer;
      }
      details li {
        padding: 2px 0 4px;
        overflow-wrap: anywhere;
      }
      details b {
        color: var(--sx-text);
        font-weight: 600;
      }
      :host([touch]) summary {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) pack: PolicyPack | null = null;
  /** Why the rules, and with them the questions, are not there. */
  @property({ attribute: false }) failure: Text | null = null;
  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ attribute: false }) claim: Claim = {};
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { pack, report, claim, failure } = this;
    const { deciding, extra } = pack
      ? claimFields(report, claim, pack)
      : { deciding: [], extra: [] };
    return html`<div class="section">
        <h2>${this.say('claim.title')}</h2>
        <span>${deciding.length > 0 ? this.say('q.hint') : nothing}</span>
      </div>
      ${
        failure
          ? html`<p class="plain small" role="alert">
              ${this.say('claim.pack.failed', { why: this.text(failure) })}
            </p>`
          : deciding.length === 0
            ? html`<p class="plain small">${this.say(report ? 'claim.none' : 'claim.later')}</p>`
            : nothing
      }
      ${pack ? deciding.map((field) => this.question(field, pack)) : nothing}
      ${
        pack && extra.length > 0
          ? html`<div class="section">
                <h2>${this.say('claim.extra')}</h2>
                <span>${this.say('claim.extra.hint')}</span>
              </div>
              ${extra.map((field) => this.question(field, pack))}`
          : nothing
      }`;
  }

  private question(field: QuestionField, pack: PolicyPack): TemplateResult {
    const { ask, hint, choices, citation } = describeQuestion(field, pack, this.lang);
    return html`<div class="question">
      <p class="ask">${ask}</p>
      <sanxian-answer-control
        .lang=${this.lang}
        .field=${field}
        .ask=${ask}
        .choices=${choices}
        .value=${this.claim[field]}
        .touch=${this.touch}
      ></sanxian-answer-control>
      ${hint ? html`<p class="small quiet">${hint}</p>` : nothing}
      ${
        citation
          ? html`<p class="clause small" lang="zh">
              <span class="place">${citation.section ?? citation.document}</span>：“${citation.quote}”
            </p>`
          : nothing
      }
      ${this.kinds(field, pack)}
    </div>`;
  }

  /** The kinds of a list in the words of the paper, to be compared one by one. */
  private kinds(field: QuestionField, pack: PolicyPack): unknown {
    const list =
      field === 'limitedActivity' || field === 'nationalMajor' ? pack.lists[field] : undefined;
    if (!list) return nothing;
    const zh = this.lang === 'zh';
    return html`<details class="small">
      <summary>
        ${this.say('claim.list')} · ${list.citation.section}
      </summary>
      <ol>
        ${list.items.map(
          ({ number, title, quote, english, note }) => html`<li>
            <b>${number}. ${this.text(title)}</b><br />
            <span lang="zh">“${quote}”</span>
            ${zh ? nothing : html`<br />${english}`}
            ${note ? html`<br />${this.text(note)}` : nothing}
          </li>`,
        )}
      </ol>
    </details>`;
  }
}
