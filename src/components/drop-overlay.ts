import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** Covers everything while a file is dragged over the window. */
@element('sanxian-drop-overlay')
export class SanxianDropOverlay extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        background: var(--sx-scrim);
        pointer-events: none;
      }
      .frame {
        position: absolute;
        inset: 12px;
        border: 3px dashed #ffffff;
        border-radius: var(--sx-r-3);
      }
      .box {
        position: relative;
        max-width: calc(100% - 64px);
        padding: 26px 40px;
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-2);
        text-align: center;
      }
      .box > svg {
        margin: 0 auto 10px;
        color: var(--sx-accent);
      }
      h2 {
        font-size: var(--sx-fs-6);
        line-height: var(--sx-lh-6);
        font-weight: 600;
      }
      p {
        margin-top: 8px;
        color: var(--sx-text-2);
      }
    `,
  ];

  /** 0 while the browser does not say how many. */
  @property({ type: Number }) count = 0;

  override render(): TemplateResult {
    return html`<div class="frame"></div>
      <div class="box" part="box">
        ${icon('file-down', 40)}
        <h2>${this.count > 0 ? this.say('drop', { n: this.count }) : this.say('drop.any')}</h2>
        <p>${this.say('formats')}</p>
        <p class="small">${this.say('drop.local')}</p>
      </div>`;
  }
}
