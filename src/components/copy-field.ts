import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toolStyles } from './tool-styles.ts';
import '../text/words/later.ts';

/**
 * A text to be copied by hand, selected already, where the browser keeps the clipboard to itself.
 *
 * @fires sanxian-by-hand-close
 */
@element('sanxian-copy-field')
export class SanxianCopyField extends SanxianElement {
  static override styles = [
    sharedStyles,
    toolStyles,
    css`
      .card {
        width: 100%;
      }
      textarea {
        flex: 1;
        min-width: 0;
        padding: 4px 6px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false }) value: string | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult | typeof nothing {
    if (this.value === null) return nothing;
    return html`<div class="card" role="group" aria-label=${this.say('byhand.label')}>
      <p class="hint small" role="status">${this.say('byhand.title')}</p>
      <div class="row">
        <textarea
          readonly
          rows="2"
          aria-label=${this.say('byhand.label')}
          .value=${this.value}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            emit(this, 'sanxian-by-hand-close');
          }}
        ></textarea>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('button.close')}
          title=${this.say('button.close')}
          @click=${() => emit(this, 'sanxian-by-hand-close')}
        >
          ${icon('x')}
        </button>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('value') || this.value === null) return;
    const field = this.renderRoot.querySelector('textarea');
    field?.focus();
    field?.select();
  }
}
