import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BaseEntry } from '../domain/basemap.ts';
import { unshowable } from '../domain/unshowable.ts';
import type { Text } from '../text/text.ts';
import { BASE_WORDS, type BaseWord } from '../text/words/base.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * A button of the map and, beside it, the maps that may lie beneath the layers: each with whose it is,
 * its 审图号, and why it is not shown where that is so.
 *
 * @fires sanxian-base - detail: { id }, null for our own layers alone
 * @fires sanxian-print-look - detail: { on }
 */
@element('sanxian-base-chooser')
export class SanxianBaseChooser extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        position: relative;
        display: block;
      }
      .toggle {
        width: 32px;
        height: 32px;
      }
      :host([touch]) .toggle {
        width: 44px;
        height: 44px;
      }
      .panel {
        position: absolute;
        top: -1px;
        right: calc(100% + 8px);
        width: min(290px, 70vw);
        max-height: 60vh;
        overflow: auto;
        padding: 10px 12px;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-2);
      }
      :host([aside]) .panel {
        right: auto;
        left: calc(100% + 8px);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      label {
        display: grid;
        grid-template-columns: 16px 1fr;
        gap: 0 8px;
        align-items: start;
        padding: 5px 0;
      }
      label input {
        margin: 3px 0 0;
      }
      .note {
        grid-column: 2;
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
      }
      .note.gap {
        color: var(--sx-gap-fg);
      }
      .link {
        grid-column: 2;
        justify-self: start;
      }
      hr {
        margin: 6px 0;
        border: 0;
        border-top: 1px solid var(--sx-line);
      }
      @media (forced-colors: active) {
        .panel {
          border-color: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) maps: readonly BaseEntry[] = [];
  @property({ attribute: false }) shown: string | null = null;
  @property({ attribute: false }) opening: string | null = null;
  @property({ attribute: false }) failures: ReadonlyMap<string, Text> = new Map();
  @property({ type: Boolean }) forPrint = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  /** The buttons of the map stand at the left. */
  @property({ type: Boolean, reflect: true }) aside = false;
  @state() private open = false;

  override render(): TemplateResult {
    const shown = this.maps.find(({ id }) => id === this.shown);
    const name = this.base('button').replace('{name}', shown?.title[this.lang] ?? this.base('own'));
    return html`<button
        class="icon-button toggle"
        type="button"
        aria-expanded=${this.open}
        aria-label=${name}
        title=${name}
        @click=${() => {
          this.open = !this.open;
        }}
      >
        ${icon('map')}
      </button>
      ${this.open ? this.panel() : nothing}`;
  }

  private panel(): TemplateResult {
    return html`<div class="panel" part="panel" @keydown=${this.onKey}>
      <fieldset>
        <legend>${this.base('title')}</legend>
        ${this.choice(null, this.base('own'), this.base('ownNote'))}
        ${this.maps.map((entry) => this.entry(entry))}
      </fieldset>
      <hr />
      <label
        ><input
          type="checkbox"
          .checked=${this.forPrint}
          @change=${(event: Event) =>
            emit(this, 'sanxian-print-look', { on: (event.target as HTMLInputElement).checked })}
        />${this.base('print')}</label
      >
    </div>`;
  }

  private entry(entry: BaseEntry): TemplateResult {
    const { id, title, attribution, approval } = entry;
    const facts = [
      attribution,
      approval ? approvalText(approval, this.lang) : this.base('unreviewed'),
    ];
    const failure = this.failures.get(id);
    const never = unshowable(entry) !== null;
    return html`${this.choice(id, title[this.lang], facts.filter(Boolean).join(' · '), never)}
      ${
        failure
          ? html`<p class="note gap">
              ${this.text(failure)}
              ${
                never || this.shown === id
                  ? nothing
                  : html`<button class="link small" type="button" @click=${() => emit(this, 'sanxian-base', { id })}>
                      ${icon('refresh', 14)}${this.base('retry')}
                    </button>`
              }
            </p>`
          : nothing
      }`;
  }

  private choice(id: string | null, name: string, note: string, never = false): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="base"
        ?disabled=${never}
        .checked=${(this.opening ?? this.shown) === id}
        @change=${() => emit(this, 'sanxian-base', { id })}
      />
      <span>${name}${this.opening === id && id !== null ? ` · ${this.base('loading')}` : ''}</span>
      <span class="note">${note}</span>
    </label>`;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  }

  private base(word: BaseWord): string {
    return BASE_WORDS[word][this.lang];
  }
}

function approvalText(number: string, lang: 'zh' | 'en'): string {
  return BASE_WORDS.approval[lang].replace('{number}', number);
}
