import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SecurityLevel } from '../domain/catalog.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/** Quiet facts; nothing here is needed to work. */
@element('sanxian-status-bar')
export class SanxianStatusBar extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 16px;
        height: var(--sx-status-h);
        padding: 0 12px;
        border-top: 1px solid var(--sx-line-2);
        background: var(--sx-bg-panel);
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
        white-space: nowrap;
        overflow: hidden;
        container-type: inline-size;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      span {
        flex: none;
      }
      .crs {
        display: block;
        flex: 0 1 auto;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .end {
        margin-left: auto;
      }
      @container (max-width: 720px) {
        .local {
          display: none;
        }
      }
      .security {
        color: var(--sx-stop-fg);
        font-weight: 600;
      }
      .open {
        color: var(--sx-text);
        font-weight: 600;
      }
    `,
  ];

  @property() cursor = '';
  @property() crs = '';
  @property({ type: Boolean }) crsOpen = false;
  @property() scale = '';
  @property({ attribute: false }) security: SecurityLevel | null = null;
  @property() edition = '';

  override render(): TemplateResult {
    return html`
      ${
        this.cursor
          ? html`<span title=${this.say('status.cursor')}>${icon('crosshair', 14)}${this.cursor}</span>`
          : nothing
      }
      ${this.crs ? html`<span class="crs ${this.crsOpen ? 'open' : ''}" title=${this.crs}>${this.crs}</span>` : nothing}
      ${this.scale ? html`<span>${this.scale}</span>` : nothing}
      <span class="end"></span>
      ${
        this.security
          ? html`<span class="security"
              >${icon('lock', 13)}${this.say(`status.security.${this.security}`)}</span
            >`
          : nothing
      }
      <span class="local">${icon('wifi-off', 14)}${this.say('status.local')}</span>
      ${this.edition ? html`<span>${this.say('status.edition', { d: this.edition })}</span>` : nothing}
    `;
  }
}
