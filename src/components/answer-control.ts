import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { UiWord } from '../text/words/ui.ts';
import { emit } from './events.ts';
import {
  type AnswerField,
  type Choice,
  choicesOf,
  isQuestion,
  questionWords,
} from './questions.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** An answer of two fields. */
interface Pair {
  readonly names: readonly (readonly [name: string, word: UiWord])[];
  readonly needsBoth: boolean;
  readonly numeric?: string;
}

const PAIRS: Partial<Record<AnswerField, Pair>> = {
  kind9Basis: {
    names: [
      ['law', 'claim.law'],
      ['article', 'claim.article'],
    ],
    needsBoth: true,
  },
  nationalMajorEvidence: {
    names: [
      ['document', 'claim.document'],
      ['number', 'claim.number'],
    ],
    needsBoth: false,
  },
  unavoidable: {
    names: [
      ['alternatives', 'claim.alternatives'],
      ['document', 'claim.document'],
    ],
    needsBoth: false,
    numeric: 'alternatives',
  },
};

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
      @supports not selector(:has(a)) {
        label:focus-within {
          outline: 2px solid var(--sx-focus);
          outline-offset: 1px;
          z-index: 1;
        }
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
        gap: 4px 8px;
      }
      .pair label.named {
        display: grid;
        gap: 2px;
        justify-content: stretch;
        padding: 0;
        border: 0;
        color: var(--sx-text-2);
        white-space: normal;
        cursor: default;
      }
      .pair label.named:hover {
        background: none;
      }
      .named .field {
        color: var(--sx-text);
        font-size: var(--sx-fs-2);
      }
      .both {
        grid-column: 1 / -1;
        color: var(--sx-text-2);
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

  @property() field: AnswerField = 'temporaryLand';
  /** The question and its choices where a rule pack words them; else ours. */
  @property() ask = '';
  @property({ attribute: false }) choices: readonly Choice[] | null = null;
  @property({ attribute: false }) value: unknown = undefined;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const pair = PAIRS[this.field];
    if (pair) return this.pair(pair);
    const choices = this.choices ?? choicesOf(this.field, this.lang);
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

  /** Two fields that make one answer; the pair is told as soon as it is enough of one. */
  private pair({ names, needsBoth, numeric }: Pair): TemplateResult {
    const value = (this.value ?? {}) as Readonly<Record<string, unknown>>;
    const read = () => {
      const texts = [...this.renderRoot.querySelectorAll('input')].map((one) => one.value.trim());
      const given = names.flatMap(([name], i) => {
        const text = texts[i]!;
        return text === '' ? [] : [[name, name === numeric ? Number(text) : text] as const];
      });
      const enough = needsBoth ? given.length === names.length : given.length > 0;
      this.answer(enough ? Object.fromEntries(given) : undefined);
    };
    return html`<div class="pair" role="group" aria-label=${this.question()}>
      ${names.map(
        ([name, word]) => html`<label class="named small">
          ${this.say(word)}
          <input
            class="field"
            type=${name === numeric ? 'number' : 'text'}
            min=${name === numeric ? '0' : nothing}
            step=${name === numeric ? '1' : nothing}
            .value=${String(value[name] ?? '')}
            @change=${read}
          />
        </label>`,
      )}
      ${needsBoth ? html`<p class="small both">${this.say('claim.both')}</p>` : nothing}
    </div>`;
  }

  private question(): string {
    if (this.ask || !isQuestion(this.field)) return this.ask || this.field;
    return this.text(questionWords(this.field).question);
  }

  private answer(value: unknown): void {
    if (JSON.stringify(value) !== JSON.stringify(this.value))
      emit(this, 'sanxian-answer', { field: this.field, value });
  }
}
