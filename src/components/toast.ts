import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import type { HelpSwitch } from './help/help-parts.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/** How long a toast stays, ms. */
const STAY_MS = 6000;

/** One line at the bottom of the map; waits while pointed at or focused. Never for decisions. */
@element('sanxian-toast')
export class SanxianToast extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        position: absolute;
        left: 0;
        right: 0;
        bottom: 20px;
        display: flex;
        justify-content: center;
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: center;
        gap: 10px;
        max-width: calc(100% - 24px);
        min-height: 34px;
        padding: 4px 6px 4px 14px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-tip);
        color: var(--sx-text-tip);
        box-shadow: var(--sx-shadow-2);
        pointer-events: auto;
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid CanvasText;
        }
      }
      .link {
        flex: none;
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .icon-button {
        color: inherit;
      }
      .act {
        min-height: 28px;
        padding: 0 8px;
        border: 1px solid currentColor;
        border-radius: var(--sx-r-1);
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      .icon-button:hover {
        background: none;
        color: inherit;
      }
    `,
  ];

  @property() message = '';
  /** What the message offers to switch on. */
  @property({ attribute: false }) offer: HelpSwitch | null = null;
  /** The message is about a version of the app that waits. */
  @property({ type: Boolean }) offersUpdate = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.message) return nothing;
    return html`<div
      part="toast"
      @mouseenter=${this.hold}
      @mouseleave=${this.start}
      @focusin=${this.hold}
      @focusout=${this.start}
    >
      <span>${this.message}</span>
      ${
        this.offersUpdate
          ? html`<button class="act" type="button" @click=${() => emit(this, 'sanxian-update')}>
              ${this.say('version.update')}
            </button>`
          : nothing
      }
      ${
        this.offer
          ? html`<button class="link" type="button" @click=${this.accept}>
              ${this.say(`offer.${this.offer}`)}
            </button>`
          : nothing
      }
      <button
        class="icon-button"
        type="button"
        aria-label=${this.say('button.close')}
        @click=${() => emit(this, 'sanxian-dismiss')}
      >
        ${icon('x', 14)}
      </button>
    </div>`;
  }

  override updated(): void {
    this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hold();
  }

  private accept(): void {
    if (this.offer) emit(this, 'sanxian-switch', { name: this.offer, on: true });
    emit(this, 'sanxian-dismiss');
  }

  private start(): void {
    this.hold();
    if (this.message) this.timer = setTimeout(() => emit(this, 'sanxian-dismiss'), STAY_MS);
  }

  private hold(): void {
    clearTimeout(this.timer);
  }
}
