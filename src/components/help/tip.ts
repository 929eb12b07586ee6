import { css, html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/popup/popup.js';
import { property } from 'lit/decorators.js';
import { element, SanxianElement } from '../sanxian-element.ts';
import { sharedStyles } from '../shared-styles.ts';

/** What a control is called and which key does the same. For the eye only: the control has its name. */
@element('sanxian-tip')
export class SanxianTip extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      .tip {
        display: flex;
        align-items: center;
        gap: 8px;
        max-width: 280px;
        padding: 3px 8px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-tip);
        color: var(--sx-text-tip);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
        box-shadow: var(--sx-shadow-2);
        pointer-events: none;
      }
      kbd {
        min-width: 17px;
        padding: 0 4px;
        border: 1px solid currentColor;
        border-radius: var(--sx-r-1);
        font: var(--sx-fs-0) / 15px var(--sx-font-mono);
        text-align: center;
        white-space: nowrap;
      }
      @media (forced-colors: active) {
        .tip {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) keys: readonly string[] = [];
  /** Beside this; null: hidden. */
  @property({ attribute: false }) anchor: Element | null = null;

  override render(): TemplateResult | typeof nothing {
    if (!this.anchor) return nothing;
    return html`<wa-popup
      .anchor=${this.anchor}
      .active=${true}
      placement="bottom"
      .distance=${6}
      .flip=${true}
      .shift=${true}
      .shiftPadding=${6}
    >
      <div class="tip" aria-hidden="true">
        <span>${this.label}</span>${this.keys.map((key) => html`<kbd>${key}</kbd>`)}
      </div></wa-popup
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-tip': SanxianTip;
  }
}
