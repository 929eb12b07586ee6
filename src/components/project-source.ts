import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FieldChoice, ImportAnswers } from '../domain/import-answers.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import type { ShiftAnswer } from './shift-choice.ts';
import './shift-choice.ts';
import '../text/words/later.ts';

/**
 * What may be said of a file that could be read without asking: how it falls into projects, and whether
 * its coordinates come from an internet map. Events: `sanxian-import-reread`.
 */
@element('sanxian-project-source')
export class SanxianProjectSource extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    questionStyles,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--sx-line);
      }
      .split {
        display: grid;
        gap: 4px;
        padding: 8px 12px 10px 14px;
        color: var(--sx-text-2);
      }
      .split select {
        width: 100%;
        color: var(--sx-text);
        text-overflow: ellipsis;
      }
      details summary {
        display: flex;
        align-items: center;
        min-height: 30px;
        padding: 0 12px 0 14px;
        color: var(--sx-link);
        cursor: pointer;
      }
      :host([touch]) summary {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) answers: ImportAnswers = {};
  @property({ attribute: false }) fields: readonly FieldChoice[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { shift, shiftSource } = this.answers;
    return html`${this.fields.length > 0 ? this.split() : nothing}
      <details ?open=${shift !== undefined}>
        <summary class="small">${this.say('shift.title')}</summary>
        <sanxian-shift-choice
          .lang=${this.lang}
          .shift=${shift}
          .source=${shiftSource ?? ''}
          .touch=${this.touch}
          @sanxian-shift=${({ detail }: CustomEvent<ShiftAnswer>) =>
            emit(this, 'sanxian-import-reread', { change: detail })}
        ></sanxian-shift-choice>
      </details>`;
  }

  private split(): TemplateResult {
    const { nameField } = this.answers;
    return html`<label class="split small">
      ${this.say('split.label')}
      <select
        class="field"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const change = { nameField: value === '' ? undefined : value.slice(1) };
          emit(this, 'sanxian-import-reread', { change });
        }}
      >
        <option value="" ?selected=${nameField === undefined}>${this.say('split.one')}</option>
        ${this.fields.map(
          ({ name, values, examples }) => html`<option
            value=${`=${name}`}
            ?selected=${name === nameField}
          >
            ${this.say('split.by', { field: name, n: values, examples: shown(examples, values) })}
          </option>`,
        )}
      </select>
    </label>`;
  }
}

function shown(examples: readonly string[], values: number): string {
  return `${examples.join('、')}${values > examples.length ? '…' : ''}`;
}
