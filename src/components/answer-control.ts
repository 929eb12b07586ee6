import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { choicesOf, type Question, questionWords } from './questions.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * One answer. Nothing is preselected but 不清楚, which is never read as 否.
 * Events: `sanxian-answer`, with value undefined for 不清楚.
 */
@element('sanxian-answer-control')
export class SanxianAnswerControl extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      .switch {
        display: inline-flex;
        max-width: 100%;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
      }
      label {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: 26px;
        padding: 0 13px;
        cursor: pointer;
        white-space: nowrap;
      }
      label + label {
        border-left: 1px solid var(--sx-line-control);
      }
      label:hover {
        background: var(--sx-bg-hover);
      }
      input[type='radio'] {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        cursor: pointer;
      }
      label.on {
        background: var(--sx-accent);
        color: var(--sx-on-accent);
        font-weight: 600;
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--sx-focus);
        outline-offset: 1px;
        z-index: 1;
      }
      select,
      .field {
        width: 100%;
        min-height: var(--sx-control);
        padding: 0 8px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        text-overflow: ellipsis;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      :host([touch]) .switch {
        display: flex;
      }
      :host([touch]) label {
        flex: 1;
        min-height: 42px;
      }
      :host([touch]) select,
      :host([touch]) .field {
        min-height: var(--sx-control-touch);
      }
      @media (forced-colors: active) {
        label.on {
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property() field: Question = 'temporaryLand';
  @property({ attribute: false }) value: unknown = undefined;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const choices = choicesOf(this.field, this.lang);
    if (this.field === 'kind9Basis') return this.lawFields();
    if (choices.length === 0) return this.freeField();
    return choices.length === 2 ? this.switch(choices) : this.list(choices);
  }

  private switch(choices: ReturnType<typeof choicesOf>): TemplateResult {
    const all = [...choices, { value: '', label: this.say('q.unknown') }];
    const current = this.value ?? '';
    return html`<div class="switch" role="radiogroup" aria-label=${this.question()}>
      ${all.map(
        ({ value, label }) => html`<label class=${value === current ? 'on' : ''}
          ><input
            type="radio"
            name="answer"
            .checked=${value === current}
            @change=${() => this.answer(value === '' ? undefined : value)}
          />${label}</label
        >`,
      )}
    </div>`;
  }

  private list(choices: ReturnType<typeof choicesOf>): TemplateResult {
    return html`<select
      aria-label=${this.question()}
      .value=${String(this.value ?? '')}
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        this.answer(choices.find(({ value }) => String(value) === chosen)?.value);
      }}
    >
      <option value="" ?selected=${this.value === undefined}>${this.say('q.unknown')}</option>
      ${choices.map(
        ({ value, label }) =>
          html`<option value=${value} ?selected=${value === this.value}>${label}</option>`,
      )}
    </select>`;
  }

  private freeField(): TemplateResult {
    const numeric = this.field === 'buildingHeightM' || this.field === 'temporaryMonths';
    return html`<input
      class="field"
      type=${numeric ? 'number' : 'text'}
      min=${numeric ? '0' : nothing}
      aria-label=${this.question()}
      .value=${String(this.value ?? '')}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        this.answer(text === '' ? undefined : numeric ? Number(text) : text);
      }}
    />`;
  }

  private lawFields(): TemplateResult {
    const basis = (this.value ?? {}) as { law?: string; article?: string };
    const read = () => {
      const [law, article] = [...this.renderRoot.querySelectorAll('input')].map((input) =>
        input.value.trim(),
      );
      this.answer(law && article ? { law, article } : undefined);
    };
    const names =
      this.lang === 'zh' ? (['法律法规名称', '条款'] as const) : (['Law', 'Article'] as const);
    return html`<div class="pair">
      <input class="field" placeholder=${names[0]} aria-label=${names[0]} .value=${basis.law ?? ''} @change=${read} />
      <input class="field" placeholder=${names[1]} aria-label=${names[1]} .value=${basis.article ?? ''} @change=${read} />
    </div>`;
  }

  private question(): string {
    return this.text(questionWords(this.field).question);
  }

  private answer(value: unknown): void {
    if (value !== this.value) emit(this, 'sanxian-answer', { field: this.field, value });
  }
}
