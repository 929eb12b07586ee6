import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** The first minute: what is seen here, and how to bring an own file. Closing keeps the sample. */
@element('sanxian-first-run')
export class SanxianFirstRun extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        width: min(476px, 100%);
        max-height: 100%;
        overflow-y: auto;
        padding: 14px 18px 14px;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-2);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        font-size: var(--sx-fs-5);
        line-height: var(--sx-lh-5);
        font-weight: 600;
      }
      p {
        margin-top: 6px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }
      .button {
        min-height: 34px;
      }
      .buttons .link {
        padding: 0 8px;
      }
      :host([touch]) :is(.button, .link, .icon-button) {
        min-width: var(--sx-control-touch);
        min-height: var(--sx-control-touch);
      }
      :host([touch]) :is(.formats, .button:not(.primary) svg) {
        display: none;
      }
      :host([touch]) .buttons {
        flex-wrap: nowrap;
        justify-content: space-between;
        gap: 4px;
      }
      :host([touch]) .button {
        padding: 0 10px;
      }
      :host([touch]) .buttons .link {
        justify-content: center;
        padding: 0 4px;
        white-space: nowrap;
      }
      :host([touch]) h2 {
        font-size: var(--sx-fs-4);
        line-height: var(--sx-lh-4);
      }
      :host([touch]) {
        padding: 8px 12px 12px;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) touch = false;
  /** The sample stands behind it; else a person's own project, or none. */
  @property({ type: Boolean }) sample = true;

  /** The first visit begins here, unless the focus is somewhere already. */
  protected override firstUpdated(): void {
    if (document.activeElement === document.body) {
      this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
    }
  }

  override render(): TemplateResult {
    const { sample } = this;
    return html`
      <header>
        <h2>${this.say(sample ? 'first.title' : 'first.title.own')}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('first.close')}
          title=${this.say('first.close')}
          @click=${() => emit(this, 'sanxian-first-close')}
        >
          ${icon('x')}
        </button>
      </header>
      <p>${this.say(sample ? 'first.body' : 'first.body.own')}</p>
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          @click=${() => emit(this, 'sanxian-open-request')}
        >
          ${icon('folder-open')}${this.say('button.open')}
        </button>
        <button class="button" type="button" @click=${() => emit(this, 'sanxian-paste-open')}>
          ${icon('clipboard-paste')}${this.say('paste.button')}
        </button>
        <button
          class="button"
          type="button"
          @click=${() => emit(this, 'sanxian-draw', { act: 'begin', fresh: true })}
        >
          ${icon('pentagon')}${this.say('draw.begin')}
        </button>
        <button class="link" type="button" @click=${() => emit(this, 'sanxian-tour', { step: 0 })}>
          ${this.say('first.tour')}
        </button>
      </div>
      <p class="small quiet formats">${this.say('first.formats', { formats: this.say('formats') })}</p>
    `;
  }
}
