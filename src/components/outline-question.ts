import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Text } from '../text/text.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/**
 * Lines and points have no area: are they a boundary left open, or does a width make them one? Nothing is
 * preselected. Events: `sanxian-import-draft`.
 */
@element('sanxian-outline-question')
export class SanxianOutlineQuestion extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    questionStyles,
    css`
      .fields {
        padding: 0 0 0 26px;
      }
      .ends {
        display: flex;
        gap: 12px;
        align-items: center;
        min-height: var(--sx-control);
        color: var(--sx-text);
        font-size: var(--sx-fs-2);
      }
      .ends label {
        display: flex;
        align-items: center;
        gap: 6px;
        color: inherit;
        font-size: inherit;
      }
      .ends input {
        width: 16px;
        height: 16px;
        accent-color: var(--sx-accent);
      }
    `,
  ];

  @property({ type: Number }) lines = 0;
  @property({ type: Number }) points = 0;
  @property({ attribute: false }) draft: ImportAnswers = {};
  @property({ attribute: false }) lead: Text | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { lines, points, draft } = this;
    const widened = draft.bufferM !== undefined || draft.ends !== undefined;
    return html`<div class="scroll" tabindex="-1">
      <div class="lead">
        <h2 id="title">
          ${this.say(lines > 0 ? 'outline.title' : 'outline.title.points')}
        </h2>
        <p class="small quiet">
          ${(this.lead && this.text(this.lead)) || this.say('outline.counts', { lines, points })}
        </p>
      </div>
      <div class="options" role="radiogroup" aria-labelledby="title">
        ${lines > 0 ? this.closing(draft.closeLines === true) : nothing}
        ${this.widening(widened, lines > 0)}
      </div>
    </div>`;
  }

  private closing(on: boolean): TemplateResult {
    const change = { closeLines: true, bufferM: undefined, ends: undefined };
    return html`<label class="option ${on ? 'on' : ''}">
      <input
        type="radio"
        name="way"
        .checked=${on}
        @change=${() => emit(this, 'sanxian-import-draft', { change })}
      />
      <span class="title">${this.say('outline.close')}</span>
      <span class="reason small">${this.say('outline.close.more')}</span>
    </label>`;
  }

  private widening(on: boolean, corridor: boolean): TemplateResult {
    const { draft } = this;
    // The width of a corridor is asked in full, as roads have it; the answer is the half.
    const metres = draft.bufferM === undefined ? '' : draft.bufferM * (corridor ? 2 : 1);
    const start = { closeLines: undefined, ends: corridor ? ('flat' as const) : undefined };
    return html`<label class="option ${on ? 'on' : ''}">
        <input
          type="radio"
          name="way"
          .checked=${on}
          @change=${() => {
            emit(this, 'sanxian-import-draft', { change: start });
            void this.updateComplete.then(() => this.field?.focus());
          }}
        />
        <span class="title">${this.say(corridor ? 'outline.corridor' : 'outline.disc')}</span>
        ${
          corridor
            ? html`<span class="reason small">${this.say('outline.corridor.more')}</span>`
            : nothing
        }
      </label>
      ${
        on || !corridor
          ? html`<div class="fields">
              <label>
                ${this.say(corridor ? 'outline.width' : 'outline.radius')}
                <input
                  class="field"
                  type="number"
                  min="0"
                  step="any"
                  inputmode="decimal"
                  .value=${String(metres)}
                  @input=${(event: Event) => this.setWidth(event, corridor)}
                />
              </label>
              ${corridor ? this.ends() : nothing}
            </div>`
          : nothing
      }`;
  }

  private ends(): TemplateResult {
    return html`<div class="pair" role="radiogroup" aria-label=${this.say('outline.ends')}>
      ${this.say('outline.ends')}
      <span class="ends">
        ${(['flat', 'round'] as const).map(
          (ends) => html`<label>
            <input
              type="radio"
              name="ends"
              .checked=${(this.draft.ends ?? 'flat') === ends}
              @change=${() => emit(this, 'sanxian-import-draft', { change: { ends } })}
            />${this.say(`outline.ends.${ends}`)}
          </label>`,
        )}
      </span>
    </div>`;
  }

  private setWidth(event: Event, corridor: boolean): void {
    const metres = (event.target as HTMLInputElement).valueAsNumber;
    const bufferM = metres > 0 ? metres / (corridor ? 2 : 1) : undefined;
    emit(this, 'sanxian-import-draft', { change: { bufferM, closeLines: undefined } });
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('.field');
  }
}
