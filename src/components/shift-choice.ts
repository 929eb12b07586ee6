import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ImportAnswers } from '../domain/import-answers.ts';
import { icon } from './icons.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

const SHIFTS = ['gcj02', 'bd09'] as const;

export interface ShiftAnswer {
  readonly shift: ImportAnswers['shift'];
  readonly shiftSource: string | undefined;
}

/**
 * Whether coordinates come from an internet map. Never suggested, never preselected. Events:
 * `sanxian-shift` with a `ShiftAnswer`.
 */
@element('sanxian-shift-choice')
export class SanxianShiftChoice extends SanxianElement {
  static override styles = [
    sharedStyles,
    questionStyles,
    css`
      :host {
        display: block;
      }
      fieldset {
        gap: 0;
      }
      legend {
        padding: 6px 2px 2px;
        font-weight: 600;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        cursor: pointer;
      }
      .row input {
        width: 16px;
        height: 16px;
        flex: none;
        margin: 0;
        accent-color: var(--sx-accent);
      }
      p.hint {
        padding: 2px 2px 4px;
        color: var(--sx-text-2);
      }
      .caution {
        margin: 6px 0 8px;
      }
      :host([touch]) .row {
        min-height: var(--sx-control-touch);
      }
      label.source {
        display: grid;
        gap: 2px;
        color: var(--sx-text-2);
      }
    `,
  ];

  @property({ attribute: false }) shift: ImportAnswers['shift'] = undefined;
  @property() source = '';
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<fieldset class="options">
      <legend>${this.say('shift.title')}</legend>
      <p class="hint small">${this.say('shift.hint')}</p>
      ${[undefined, ...SHIFTS].map(
        (shift) => html`<label class="row">
          <input
            type="radio"
            name="shift"
            .checked=${this.shift === shift}
            @change=${() => this.tell({ shift, shiftSource: shift && this.typed() })}
          />
          <span>${this.say(shift === undefined ? 'shift.none' : `shift.${shift}`)}</span>
        </label>`,
      )}
      ${this.shift === undefined ? nothing : this.warned()}
    </fieldset>`;
  }

  private warned(): TemplateResult {
    return html`<p class="caution small">
        ${icon('triangle-alert')}<span>${this.say('shift.warning')}</span>
      </p>
      <label class="source small">
        ${this.say('shift.source')}
        <input
          class="field"
          .value=${this.source}
          @change=${() => this.tell({ shift: this.shift, shiftSource: this.typed() })}
        />
      </label>`;
  }

  private typed(): string | undefined {
    return this.renderRoot.querySelector<HTMLInputElement>('.field')?.value.trim() || undefined;
  }

  private tell(detail: ShiftAnswer): void {
    this.dispatchEvent(new CustomEvent<ShiftAnswer>('sanxian-shift', { detail }));
  }
}
