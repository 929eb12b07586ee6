import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Notation } from '../crs/notation.ts';
import type { SecurityLevel } from '../domain/catalog.ts';
import type { Position } from '../geometry/shapes.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { notationSelect, placeText } from './notation-select.ts';
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
      .end {
        margin-left: auto;
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

  /** Where the pointer was last; null: nowhere yet. */
  @property({ attribute: false }) cursor: Position | null = null;
  @property({ attribute: false }) notation: Notation = 'degrees';
  @property() crs = '';
  @property({ type: Boolean }) crsOpen = false;
  @property() scale = '';
  @property({ attribute: false }) security: SecurityLevel | null = null;
  @property() edition = '';

  override render(): TemplateResult {
    return html`
      ${
        this.cursor
          ? html`<button
              type="button"
              aria-label=${`${this.say('status.copy')}: ${this.cursorText()}`}
              title=${this.say('status.copy')}
              @click=${() =>
                emit(this, 'sanxian-copy', { text: placeText(this.cursor!, this.notation) })}
            >
              ${icon('crosshair', 14)}${this.cursorText()}
            </button>`
          : nothing
      }
      ${notationSelect(this, this.notation, this.lang)}
      ${this.crs ? html`<span class=${this.crsOpen ? 'open' : ''}>${this.crs}</span>` : nothing}
      ${this.scale ? html`<span>${this.scale}</span>` : nothing}
      <span class="end"></span>
      ${
        this.security
          ? html`<span class="security"
              >${icon('lock', 13)}${this.say(`status.security.${this.security}`)}</span
            >`
          : nothing
      }
      <span>${icon('wifi-off', 14)}${this.say('status.local')}</span>
      ${this.edition ? html`<span>${this.say('status.edition', { d: this.edition })}</span>` : nothing}
    `;
  }

  /** Short enough to be read while it changes. */
  private cursorText(): string {
    const at = this.cursor!;
    if (this.notation !== 'degrees') return placeText(at, this.notation);
    return `${at[0].toFixed(6)}°E ${at[1].toFixed(6)}°N`;
  }
}
