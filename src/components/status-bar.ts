import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Notation } from '../crs/notation-names.ts';
import type { SecurityLevel } from '../domain/catalog.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { notationSelect } from './notation-select.ts';
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
      button,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        height: 24px;
        padding: 0 4px;
        border: 0;
        border-radius: var(--sx-r-1);
        background: none;
        color: inherit;
        font-size: inherit;
        cursor: pointer;
      }
      button:hover,
      select:hover {
        background: var(--sx-bg-hover);
        color: var(--sx-text);
      }
      select {
        field-sizing: content;
        max-width: 150px;
        margin-left: -12px;
      }
      option {
        background: var(--sx-bg-panel);
        color: var(--sx-text);
      }
      :focus-visible {
        outline-offset: -2px;
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

  /** Where the pointer was last, in words; '' for nowhere yet. */
  @property() cursor = '';
  /** The same place as it is copied. */
  @property() cursorCopy = '';
  @property({ attribute: false }) notation: Notation = 'degrees';
  @property() crs = '';
  @property({ type: Boolean }) crsOpen = false;
  @property() scale = '';
  @property({ attribute: false }) security: SecurityLevel | null = null;
  @property() edition = '';
  /** No map is in sight: nothing of a pointer or a scale. */
  @property({ type: Boolean }) noMap = false;

  override render(): TemplateResult {
    return html`
      ${
        this.cursor && !this.noMap
          ? html`<button
              type="button"
              aria-label=${`${this.say('status.copy')}: ${this.cursor}`}
              title=${this.say('status.copy')}
              @click=${() => emit(this, 'sanxian-copy', { text: this.cursorCopy })}
            >
              ${icon('crosshair', 14)}${this.cursor}
            </button>`
          : nothing
      }
      ${this.noMap ? nothing : notationSelect(this, this.notation, this.lang)}
      ${this.crs ? html`<span class="crs ${this.crsOpen ? 'open' : ''}" title=${this.crs}>${this.crs}</span>` : nothing}
      ${this.scale && !this.noMap ? html`<span>${this.scale}</span>` : nothing}
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
