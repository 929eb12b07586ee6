import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Text } from '../text/text.ts';
import { dialogStyles } from './dialog-styles.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** What a text is recognised as. */
export interface SheetPreview {
  /** In a sentence: what was recognised, or why nothing was. */
  readonly summary: Text;
  readonly readable: boolean;
  /** Headings, and the first rows under them; none where it is no table. */
  readonly heads: readonly Text[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Coordinates as text, with what is recognised of them, as a dialog; `text` null: closed. Events:
 * `sanxian-paste` with the text, `sanxian-paste-close`.
 */
@element('sanxian-paste-sheet')
export class SanxianPasteSheet extends SanxianElement {
  static override styles = [
    sharedStyles,
    dialogStyles,
    css`
      dialog {
        width: min(620px, calc(100vw - 24px));
        max-height: calc(100vh - 48px);
      }
      .body {
        display: grid;
        gap: 8px;
        min-height: 0;
        padding: 10px 16px;
        overflow-y: auto;
      }
      textarea {
        width: 100%;
        height: 148px;
        padding: 6px 8px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        font-family: var(--sx-font-mono);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
        resize: vertical;
        white-space: pre;
        tab-size: 12;
      }
      .table {
        max-height: 220px;
        overflow: auto;
        border: 1px solid var(--sx-line);
      }
      table {
        border-collapse: collapse;
        min-width: 100%;
      }
      th,
      td {
        height: 24px;
        padding: 0 8px;
        border-bottom: 1px solid var(--sx-line);
        font-size: var(--sx-fs-1);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      thead th {
        background: var(--sx-bg-sunken);
        color: var(--sx-text-2);
        font-weight: 600;
      }
      tbody th {
        color: var(--sx-text-2);
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        padding: 8px 16px 12px;
        border-top: 1px solid var(--sx-line);
      }
      :host([touch]) .button,
      :host([touch]) .icon-button {
        min-width: var(--sx-control-touch);
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  /** How text will be read; given by whoever knows the formats. */
  static preview: (text: string) => SheetPreview = () => ({
    summary: { zh: '', en: '' },
    readable: false,
    heads: [],
    rows: [],
  });

  @property({ attribute: false }) pasted: string | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.tellClosed()}>
      ${this.pasted === null ? nothing : this.content(this.pasted)}
    </dialog>`;
  }

  private content(text: string): TemplateResult {
    const preview = SanxianPasteSheet.preview(text);
    return html`<div class="head">
        <h2 id="title">${this.say('paste.title')}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('button.close')}
          title=${this.say('button.close')}
          @click=${() => this.dialog?.close()}
        >
          ${icon('x')}
        </button>
      </div>
      <div class="body">
        <p class="small quiet" id="lead">${this.say('paste.lead')}</p>
        <textarea
          aria-label=${this.say('paste.text')}
          aria-describedby="lead"
          spellcheck="false"
          .value=${text}
          @input=${(event: Event) => {
            this.pasted = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
        <p class="small" role="status">${this.text(preview.summary)}</p>
        ${preview.heads.length > 0 ? this.table(preview) : nothing}
      </div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dialog?.close()}>
          ${this.say('button.cancel')}
        </button>
        <button
          class="button primary"
          type="button"
          aria-disabled=${!preview.readable}
          @click=${() => {
            if (preview.readable) emit(this, 'sanxian-paste', { text });
          }}
        >
          ${this.say('paste.import')}
        </button>
      </div>`;
  }

  private table({ heads, rows }: SheetPreview): TemplateResult {
    return html`<div class="table" tabindex="0" role="group" aria-label=${this.say('paste.text')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${this.say('paste.row')}</th>
            ${heads.map((head) => html`<th scope="col">${this.text(head)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, i) => html`<tr>
              <th scope="row">${i + 1}</th>
              ${heads.map((_, place) => html`<td>${row[place] ?? ''}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** As a modal dialog it keeps the focus inside, and gives it back when it closes. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('pasted')) return;
    if (this.pasted !== null && !this.dialog?.open) {
      this.dialog?.showModal();
      this.renderRoot.querySelector('textarea')?.focus();
    }
    if (this.pasted === null && this.dialog?.open) this.dialog.close();
  }

  private tellClosed(): void {
    if (this.pasted !== null) emit(this, 'sanxian-paste-close');
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}
