import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MODES, type Mode, THEMES, type ThemeChoice } from './choices.ts';
import { emit } from './events.ts';
import { type IconName, icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

const MODE_ICONS = {
  check: 'scan-search',
  review: 'layers',
  batch: 'list-checks',
} as const satisfies Record<Mode, IconName>;

/** The one dark bar: brand, region, three modes, language and theme. */
@element('sanxian-bar')
export class SanxianBar extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: stretch;
        height: var(--sx-bar-h);
        background: var(--sx-bar);
        color: var(--sx-on-bar);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 0 14px 0 12px;
        font-size: var(--sx-fs-4);
        font-weight: 600;
        white-space: nowrap;
        margin: 0;
      }
      .region {
        display: flex;
        align-items: center;
        align-self: center;
        height: 20px;
        padding: 0 14px 0 12px;
        border-left: 1px solid var(--sx-on-bar-2);
        color: var(--sx-on-bar-2);
        max-width: 240px;
        min-width: 0;
      }
      nav {
        display: flex;
        margin-left: 8px;
      }
      nav a {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 3px 14px 0;
        border-bottom: 3px solid transparent;
        color: var(--sx-on-bar-2);
        font-size: var(--sx-fs-3);
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--sx-on-bar);
      }
      nav a[aria-current] {
        border-bottom-color: #6db2f6;
        background: var(--sx-bar-2);
        color: var(--sx-on-bar);
        font-weight: 600;
      }
      .end {
        display: flex;
        align-items: center;
        gap: 4px;
        min-width: 0;
        margin-left: auto;
        padding-right: 8px;
      }
      .end > :not(slot) {
        flex: none;
      }
      .end button,
      .end label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-width: 30px;
        height: 30px;
        padding: 0 7px;
        border: 0;
        border-radius: var(--sx-r-1);
        background: none;
        color: var(--sx-on-bar);
        cursor: pointer;
      }
      .end button:hover,
      .end label:hover {
        background: var(--sx-bar-2);
      }
      .end label {
        position: relative;
      }
      select {
        appearance: none;
        field-sizing: content;
        border: 0;
        background: none;
        color: var(--sx-on-bar);
        cursor: pointer;
      }
      option {
        background: var(--sx-bg-panel);
        color: var(--sx-text);
      }
      :focus-visible {
        outline-color: #ffffff;
        box-shadow: none;
      }
      :host([compact]) .region,
      :host([narrow]) .region {
        display: none;
      }
      :host([narrow]) nav a:not([aria-current]) span,
      :host([narrow]) .end button span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      :host([phone]) nav {
        margin-left: 0;
      }
      :host([phone]) nav a span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      :host([phone]) nav a {
        min-width: 44px;
        justify-content: center;
      }
      :host([phone]) .end button,
      :host([phone]) .end label {
        min-width: 44px;
        height: 44px;
        justify-content: center;
        padding: 0;
      }
      :host([phone]) .region,
      :host([phone]) .end button span {
        display: none;
      }
      :host(:is([narrow], [phone])) select {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
      }
      @media (forced-colors: active) {
        nav a {
          border-bottom-color: Canvas;
        }
      }
    `,
  ];

  @property() mode: Mode = 'check';
  @property() region = '';
  @property() theme: ThemeChoice = 'system';
  @property({ type: Boolean, reflect: true }) compact = false;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ type: Boolean, reflect: true }) phone = false;

  override render(): TemplateResult {
    return html`
      <h1 class="brand">${BRAND_MARK}<span>${this.say('app.name')}</span></h1>
      ${
        this.region
          ? html`<div class="region" title=${this.region}>
              <span class="ellipsis">${this.region}</span>
            </div>`
          : nothing
      }
      <nav aria-label=${this.say('mode.nav')}>
        ${MODES.map(
          (mode) => html`<a
            href=${`#${mode}`}
            aria-current=${mode === this.mode ? 'page' : nothing}
            title=${this.say(`mode.${mode}`)}
            data-command=${`mode-${mode}`}
            @click=${(event: Event) => {
              event.preventDefault();
              emit(this, 'sanxian-mode', { mode });
            }}
            >${icon(MODE_ICONS[mode])}<span>${this.say(`mode.${mode}`)}</span></a
          >`,
        )}
      </nav>
      <div class="end">
        <slot name="search"></slot>
        <button
          type="button"
          aria-label=${this.say('language.label')}
          title=${this.say('language.label')}
          lang=${this.lang === 'zh' ? 'en' : 'zh'}
          @click=${() =>
            emit(this, 'sanxian-language', { language: this.lang === 'zh' ? 'en' : 'zh' })}
        >
          ${icon('languages')}<span>${this.say('language')}</span>
        </button>
        <label title=${this.themeName()}>
          ${icon('contrast')}
          <select aria-label=${this.themeName()} @change=${this.onTheme}>
            ${THEMES.map(
              (theme) =>
                html`<option value=${theme} ?selected=${theme === this.theme}>
                  ${this.say(`theme.${theme}`)}
                </option>`,
            )}
          </select>
        </label>
        <button
          type="button"
          data-command="help"
          aria-haspopup="dialog"
          aria-label=${this.say('help.label')}
          title=${this.say('help.label')}
          @click=${() => emit(this, 'sanxian-help', { page: 'keys' })}
        >
          ${icon('help')}
        </button>
      </div>
    `;
  }

  private themeName(): string {
    return this.say('theme.label', { theme: this.say(`theme.${this.theme}`) });
  }

  private onTheme(event: Event): void {
    const theme = (event.target as HTMLSelectElement).value as ThemeChoice;
    emit(this, 'sanxian-theme', { theme });
  }
}

/** Three strokes: yellow farmland, green red line, dash-dot rose boundary. */
const BRAND_MARK = html`<svg
  width="20"
  height="16"
  viewBox="0 0 20 16"
  aria-hidden="true"
  focusable="false"
  fill="none"
  stroke-width="3"
>
  <path d="M1 2.5h18" stroke="#FFD84A" />
  <path d="M1 8h18" stroke="#54C784" />
  <path d="M1 13.5h18" stroke="#F48AC0" stroke-dasharray="7 2 2 2" />
</svg>`;
