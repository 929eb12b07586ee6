import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { CrsCandidate } from '../domain/project.ts';
import type { Text } from '../text/text.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import type { ShiftAnswer } from './shift-choice.ts';
import './shift-choice.ts';

/**
 * Which coordinate system? Nothing is checked before an answer, and nothing is preselected unless a
 * single candidate is possible. Events: `sanxian-crs-show` on choosing, `sanxian-import-draft` on saying
 * that the coordinates come from an internet map.
 */
@element('sanxian-crs-question')
export class SanxianCrsQuestion extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    questionStyles,
    css`
      .title {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .title .words {
        flex: 1;
        min-width: 0;
      }
      .ghost {
        flex: none;
        width: 22px;
        border-top: 3px dashed var(--ghost);
      }
      .likely {
        padding: 1px 6px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-accent);
      }
    `,
  ];

  @property({ attribute: false }) candidates: readonly CrsCandidate[] = [];
  /** What was said so far. */
  @property({ attribute: false }) draft: ImportAnswers = {};
  /** What the file lacks, in words. */
  @property({ attribute: false }) lead: Text | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<div class="scroll" tabindex="-1">
      <div class="lead">
        <h2 id="title">${this.say('crs.title')}</h2>
        <p class="small quiet">
          ${this.lead ? this.text(this.lead) : nothing} ${this.say('crs.lead')}
        </p>
      </div>
      <div class="options" role="radiogroup" aria-labelledby="title">
        ${this.candidates.map((candidate, index) => this.option(candidate, index))}
      </div>
      <p class="none small">${this.say('crs.others')}</p>
      <sanxian-shift-choice
        .lang=${this.lang}
        .shift=${this.draft.shift}
        .source=${this.draft.shiftSource ?? ''}
        .touch=${this.touch}
        @sanxian-shift=${({ detail }: CustomEvent<ShiftAnswer>) =>
          emit(this, 'sanxian-import-draft', { change: detail })}
      ></sanxian-shift-choice>
    </div>`;
  }

  private option(candidate: CrsCandidate, index: number): TemplateResult {
    const on = candidate.epsg === this.draft.crs;
    const code = `EPSG:${candidate.epsg}`;
    const named = this.text(candidate.title).includes(code);
    const show = () => emit(this, 'sanxian-crs-show', { epsg: candidate.epsg });
    return html`<label class="option ${on ? 'on' : ''}">
      <input type="radio" name="crs" .checked=${on} @change=${show} />
      <span class="title">
        <span class="ghost" .style=${`--ghost:var(--sx-ghost-${(index % 4) + 1})`}></span>
        <span class="words">${index + 1} · ${this.text(candidate.title)}</span>
        ${candidate.likely ? html`<span class="likely small">${this.say('crs.likely')}</span>` : nothing}
      </span>
      <span class="reason small">${named ? '' : `${code} · `}${this.text(candidate.reason)}</span>
    </label>`;
  }
}
