import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SHEET_FILES, SHEET_PAPERS, type SheetFile, type SheetPaper } from './choices.ts';
import { dialogStyles } from './dialog-styles.ts';
import { emit } from './events.ts';
import { figure } from './figures.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** Round scales of working drawings. */
const SCALES = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/**
 * Asks for scale, paper and file of a printed map, as a dialog. Events: `sanxian-print` with `open: false`
 * when it closes, `sanxian-print-make`.
 */
@element('sanxian-print-sheet')
export class SanxianPrintSheet extends SanxianElement {
  static override styles = [
    sharedStyles,
    dialogStyles,
    css`
      dialog {
        width: min(440px, calc(100vw - 24px));
        max-height: calc(100vh - 48px);
      }
      form {
        display: grid;
        grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
        gap: 10px 14px;
        align-items: center;
        padding: 14px 16px;
        overflow-y: auto;
      }
      form > label {
        color: var(--sx-text-2);
      }
      input[type='text'],
      select {
        width: 100%;
        min-height: var(--sx-control);
        padding: 0 8px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
      }
      .check {
        grid-column: 2;
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 24px;
        color: var(--sx-text);
      }
      .check input {
        width: 16px;
        height: 16px;
        accent-color: var(--sx-accent);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .failed {
        color: var(--sx-stop-fg);
        overflow-wrap: anywhere;
      }
      .actions {
        grid-column: 1 / -1;
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
      :host([touch]) input[type='text'],
      :host([touch]) select,
      :host([touch]) .check,
      :host([touch]) .button {
        min-height: var(--sx-control-touch);
      }
      :host([touch]) .icon-button {
        width: var(--sx-control-touch);
        height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) busy = false;
  /** What became of the last one. */
  @property({ attribute: false }) said = '';
  @property({ attribute: false }) failure = '';
  /** How many layers will be on the sheet. */
  @property({ attribute: false }) layers = 0;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        if (this.open) emit(this, 'sanxian-print', { open: false });
      }}
    >
      ${this.open ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    return html`<div class="head">
        <h2 id="title">${this.say('print.title')}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('print.close')}
          title=${this.say('print.close')}
          @click=${() => this.dialog?.close()}
        >
          ${icon('x')}
        </button>
      </div>
      <form @submit=${(event: SubmitEvent) => this.make(event)}>
        <label for="name">${this.say('print.what')}</label>
        <input id="name" name="title" type="text" maxlength="60" .value=${this.say('print.name')} />
        <label for="scale">${this.say('print.scale')}</label>
        <select id="scale" name="scale">
          <option value="">${this.say('print.scale.auto')}</option>
          ${SCALES.map((scale) => html`<option value=${scale}>1:${figure(scale, 0)}</option>`)}
        </select>
        <label for="paper">${this.say('print.paper')}</label>
        <select id="paper" name="paper">
          ${SHEET_PAPERS.map(
            (paper) =>
              html`<option value=${paper} ?selected=${paper === 'a4l'}>${this.say(`print.paper.${paper}`)}</option>`,
          )}
        </select>
        <label for="format">${this.say('print.format')}</label>
        <select id="format" name="format">
          ${SHEET_FILES.map((format) => html`<option value=${format}>${format.toUpperCase()}</option>`)}
        </select>
        <label class="check"
          ><input name="grey" type="checkbox" />${this.say('print.grey')}</label
        >
        <p class="wide small quiet">
          ${this.say('print.source')} ${this.say('print.layers', { n: this.layers })}
        </p>
        <p class="wide small" role="status">
          ${this.busy ? this.say('print.making') : this.said}
          ${this.failure ? html`<span class="failed">${this.failure}</span>` : nothing}
        </p>
        <div class="actions">
          <button class="button primary" type="submit" aria-disabled=${this.busy}>
            ${icon('printer')}${this.say('print.make')}
          </button>
        </div>
      </form>`;
  }

  private make(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const data = new FormData(event.target as HTMLFormElement);
    const scale = Number(data.get('scale'));
    emit(this, 'sanxian-print-make', {
      title: String(data.get('title') ?? '').trim() || this.say('print.name'),
      scale: scale > 0 ? scale : null,
      paper: data.get('paper') as SheetPaper,
      format: data.get('format') as SheetFile,
      grey: data.get('grey') !== null,
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog?.open) this.dialog?.showModal();
    if (!this.open && this.dialog?.open) this.dialog.close();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}
