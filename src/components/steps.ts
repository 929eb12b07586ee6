import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { STEPS, type StepName } from './choices.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/** The three steps as tabs. All are reachable; a step that is not ready says so inside. */
@element('sanxian-steps')
export class SanxianSteps extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        background: var(--sx-bg-sunken);
      }
      .tabs {
        display: flex;
        height: 44px;
        border-bottom: 1px solid var(--sx-line);
      }
      button {
        flex: 1;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 7px;
        min-width: 0;
        padding: 0 6px;
        border: 0;
        border-bottom: 2px solid transparent;
        background: none;
        color: var(--sx-text-2);
        font-size: var(--sx-fs-3);
        cursor: pointer;
      }
      button:hover {
        color: var(--sx-text);
      }
      button[aria-selected='true'] {
        border-bottom-color: var(--sx-accent);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        font-weight: 600;
      }
      .circle {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        width: 20px;
        height: 20px;
        border: 1.5px solid var(--sx-line-control);
        border-radius: 50%;
        font-size: var(--sx-fs-1);
        flex: none;
      }
      .done .circle {
        border-color: var(--sx-accent);
        color: var(--sx-accent);
      }
      [aria-selected='true'] .circle {
        border-color: var(--sx-accent);
        background: var(--sx-accent);
        color: var(--sx-on-accent);
      }
    `,
  ];

  @property() step: StepName = 'project';
  @property({ attribute: false }) done: readonly StepName[] = [];

  override render(): TemplateResult {
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${this.say('step.nav')}
      @keydown=${this.onKey}
    >
      ${STEPS.map((step, index) => {
        const selected = step === this.step;
        const done = this.done.includes(step);
        return html`<button
          type="button"
          role="tab"
          id=${`tab-${step}`}
          class=${done ? 'done' : ''}
          aria-selected=${selected}
          tabindex=${selected ? 0 : -1}
          @click=${() => emit(this, 'sanxian-step', { step })}
        >
          <span class="circle" aria-hidden="true"
            >${done && !selected ? icon('check', 13) : index + 1}</span
          >
          <span class="ellipsis">${this.say(`step.${step}`)}</span>
          ${done ? html`<span class="hidden-text">${this.say('step.done')}</span>` : nothing}
        </button>`;
      })}
    </div>`;
  }

  private onKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = STEPS[(STEPS.indexOf(this.step) + by + STEPS.length) % STEPS.length]!;
    emit(this, 'sanxian-step', { step: next });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
}
