import { css, html, type TemplateResult } from 'lit';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

const COMMAND = 'npx sanxian check *.txt --out reports --format json,html';

/** Batch mode: many files are checked by the command line; this page says how. */
@element('sanxian-batch-page')
export class SanxianBatchPage extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        padding: 24px;
        overflow: auto;
        background: var(--sx-bg-sunken);
      }
      section {
        width: min(560px, 100%);
        padding: 24px 28px;
        border: 1px solid var(--sx-line);
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: var(--sx-fs-5);
        line-height: var(--sx-lh-5);
        font-weight: 600;
      }
      p {
        margin-top: 8px;
        color: var(--sx-text-2);
      }
      .command {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 12px 0 16px;
        padding: 6px 6px 6px 12px;
        border: 1px solid var(--sx-line);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-sunken);
      }
      code {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
        font: 13px / 20px var(--sx-font-mono);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<section>
      <h2>${icon('list-checks', 22)}${this.say('batch.title')}</h2>
      <p>${this.say('batch.body')}</p>
      <div class="command">
        <code>${COMMAND}</code>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('action.copy')}
          title=${this.say('action.copy')}
          @click=${() => emit(this, 'sanxian-copy', { text: COMMAND })}
        >
          ${icon('copy')}
        </button>
      </div>
      <button
        class="button"
        type="button"
        @click=${() => emit(this, 'sanxian-mode', { mode: 'check' })}
      >
        ${this.say('batch.back')}
      </button>
    </section>`;
  }
}
