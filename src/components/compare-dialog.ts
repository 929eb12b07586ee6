import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ComparisonView, DifferenceRow, ReportHead } from './comparison-view.ts';
import { dialogStyles } from './dialog-styles.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** Rows of a group that are drawn; the table that is copied has all. */
const MOST_ROWS = 100;

/**
 * What differs between two reports of one project, as a dialog; `view` null: closed. Events:
 * `sanxian-compare`, `sanxian-copy`.
 */
@element('sanxian-compare-dialog')
export class SanxianCompareDialog extends SanxianElement {
  static override styles = [
    sharedStyles,
    dialogStyles,
    css`
      dialog {
        --side: 18px;
        width: min(860px, calc(100vw - 16px));
        max-height: calc(100vh - 32px);
      }
      .scroll {
        min-height: 0;
        overflow-y: auto;
      }
      .scroll:focus-visible {
        outline-offset: -2px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        border-bottom: 1px solid var(--sx-line);
      }
      .pair > * {
        min-width: 0;
        padding: 10px 18px;
        overflow-wrap: anywhere;
      }
      .pair > * + * {
        border-left: 1px solid var(--sx-line);
      }
      .pair .which {
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
      }
      .pair b {
        font-weight: 600;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        margin-top: 4px;
      }
      .said {
        padding: 12px 18px;
        font-size: var(--sx-fs-3);
        line-height: var(--sx-lh-3);
        font-weight: 600;
      }
      .warning {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        padding: 6px 18px;
        border-left: 4px solid var(--sx-warn-line);
        background: var(--sx-warn-bg);
        color: var(--sx-text);
        overflow-wrap: anywhere;
      }
      .warning svg {
        margin-top: 2px;
        color: var(--sx-warn-fg);
      }
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: separate;
        border-spacing: 0;
      }
      .c-what {
        width: 40%;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--sx-bg-sunken);
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        font-weight: 600;
      }
      th,
      td {
        padding: 5px 8px;
        border-bottom: 1px solid var(--sx-line);
        text-align: left;
        vertical-align: top;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      th:first-child,
      td:first-child {
        padding-left: 18px;
      }
      .group th {
        padding-top: 12px;
        font-weight: 600;
      }
      .group .count {
        color: var(--sx-text-2);
        font-weight: 400;
      }
      .is {
        font-weight: 600;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        padding: 10px 14px 12px 18px;
        border-top: 1px solid var(--sx-line);
      }
      .foot .link {
        margin-right: auto;
      }
      :host([touch]) :is(.button, .icon-button, .link) {
        min-width: var(--sx-control-touch);
        min-height: var(--sx-control-touch);
      }
      :host([touch]) .pair {
        grid-template-columns: minmax(0, 1fr);
      }
      :host([touch]) .pair > * + * {
        border-top: 1px solid var(--sx-line);
        border-left: 0;
      }
    `,
  ];

  @property({ attribute: false }) view: ComparisonView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.tellClosed()}>
        ${this.view ? this.content(this.view) : nothing}
      </dialog>
      <input
        id="reports"
        hidden
        type="file"
        multiple
        accept=".json,.html,.htm,.zip"
        tabindex="-1"
        aria-label=${this.say('compare.pick')}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          const files = [...(input.files ?? [])];
          input.value = '';
          if (files.length > 0) emit(this, 'sanxian-compare', { act: 'files', files });
        }}
      />`;
  }

  /** Asks for a report file. */
  pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#reports')?.click();
  }

  private content(view: ComparisonView): TemplateResult {
    const { was, is, groups } = view;
    const title = this.say(is ? 'compare.title' : 'compare.title.one');
    return html`<div class="head">
        <h2 id="title">${title}</h2>
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
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <div class="pair">
          ${this.report(was, 'compare.was')} ${is ? this.report(is, 'compare.is') : nothing}
        </div>
        ${view.warnings.map(
          (text) =>
            html`<p class="warning">${icon('triangle-alert')}<span>${this.text(text)}</span></p>`,
        )}
        <p class="said" role="status">${this.text(view.said)}</p>
        ${groups.length > 0 ? this.table(view) : nothing}
      </div>
      <div class="foot">
        ${
          groups.length > 0
            ? html`<button
                class="link"
                type="button"
                @click=${() => emit(this, 'sanxian-copy', { text: this.tableText(view) })}
              >
                ${icon('copy')}${this.say('compare.copy')}
              </button>`
            : nothing
        }
        ${
          view.canRecheck
            ? html`<button
                class="button ${is ? '' : 'primary'}"
                type="button"
                @click=${() => emit(this, 'sanxian-compare', { act: 'recheck' })}
              >
                ${icon('refresh')}${this.say('compare.recheck')}
              </button>`
            : nothing
        }
        <button
          class="button"
          type="button"
          @click=${() => emit(this, 'sanxian-compare', { act: 'pick' })}
        >
          ${icon('folder-open')}${this.say('compare.pick.other')}
        </button>
      </div>`;
  }

  private report(head: ReportHead, which: 'compare.was' | 'compare.is'): TemplateResult {
    return html`<div>
      <p class="which">
        ${this.say(which)}${head.file === null ? ` · ${this.say('compare.present')}` : ` · ${head.file}`}
      </p>
      <p><b>${head.name}</b></p>
      <p class="chips">
        <sanxian-verdict-chip .lang=${this.lang} .verdict=${head.chip}></sanxian-verdict-chip>
        <span class=${head.complete ? 'quiet small' : 'gap small'}
          >${this.say(head.complete ? 'compare.complete' : 'compare.incomplete')}</span
        >
      </p>
      <p class="small quiet">
        ${this.say('compare.made', { when: head.createdAt.slice(0, 16).replace('T', ' ') })} ·
        ${this.say('compare.editions', { editions: head.editions })}
      </p>
      <p class="small quiet">${this.say('compare.number', { number: head.number })}</p>
    </div>`;
  }

  private table({ groups }: ComparisonView): TemplateResult {
    return html`<table>
      <colgroup>
        <col class="c-what" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">${this.say('compare.what')}</th>
          <th scope="col">${this.say('compare.was')}</th>
          <th scope="col">${this.say('compare.is')}</th>
        </tr>
      </thead>
      ${groups.map(
        ({ title, rows }) => html`<tbody>
          <tr class="group">
            <th colspan="3" scope="rowgroup">
              ${this.text(title)}
              <span class="count small">${this.say('compare.count', { n: rows.length })}</span>
            </th>
          </tr>
          ${rows.slice(0, MOST_ROWS).map((row) => this.row(row))}
          ${
            rows.length > MOST_ROWS
              ? html`<tr>
                  <td colspan="3" class="quiet">
                    ${this.say('compare.more', { n: rows.length - MOST_ROWS })}
                  </td>
                </tr>`
              : nothing
          }
        </tbody>`,
      )}
    </table>`;
  }

  private row({ label, was, is }: DifferenceRow): TemplateResult {
    return html`<tr>
      <th scope="row">${this.text(label)}</th>
      <td>${this.text(was)}</td>
      <td class="is">${this.text(is)}</td>
    </tr>`;
  }

  /** Tab-separated, for a spreadsheet; every difference. */
  private tableText({ groups }: ComparisonView): string {
    const flat = (text: string): string => text.replace(/\s+/g, ' ');
    const lines = groups.flatMap(({ title, rows }) =>
      rows.map((row) =>
        [title, row.label, row.was, row.is].map((one) => flat(this.text(one))).join('\t'),
      ),
    );
    const titles = [' ', this.say('compare.what'), this.say('compare.was'), this.say('compare.is')];
    return [titles.join('\t'), ...lines].join('\n');
  }

  /** As a modal dialog it keeps the focus inside, and gives it back when it closes. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('view')) return;
    if (this.view && !this.dialog?.open) this.dialog?.showModal();
    if (!this.view && this.dialog?.open) this.dialog.close();
  }

  private tellClosed(): void {
    if (this.view) emit(this, 'sanxian-compare', { act: 'close' });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-compare-dialog': SanxianCompareDialog;
  }
}
