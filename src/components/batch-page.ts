import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { batchHead } from './batch-head.ts';
import { noteOf } from './batch-note.ts';
import { batchPageStyles } from './batch-page-styles.ts';
import { type BatchRow, type NumberedRow, type Pill, pillCounts, shownRows } from './batch-rows.ts';
import { type BatchView, NO_BATCH } from './batch-view.ts';
import { CHIP_WORDS } from './chip-name.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { verdictMark } from './verdict-mark.ts';
import './batch-preview.ts';
import './batch-table.ts';
import './batch-totals.ts';
import '../text/words/later.ts';

const COMMAND = 'npx sanxian check *.txt --out reports --format json,html';

/**
 * Batch mode: many projects in one table, the one looked at beside it. Files come by button or are dropped
 * on the window. Events: `sanxian-batch`, `sanxian-copy`.
 */
@element('sanxian-batch-page')
export class SanxianBatchPage extends SanxianElement {
  static override styles = [sharedStyles, batchPageStyles];

  @property({ attribute: false }) view: BatchView = NO_BATCH;
  /** Formats that reports are made in, by name. */
  @property({ attribute: false }) formats: readonly string[] = [];
  /** Beside the table is no room: what is looked at stands over it. */
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private clearing = false;
  #shown: readonly NumberedRow[] = [];
  #of: readonly unknown[] = [];

  override render(): TemplateResult {
    const { view } = this;
    if (view.rows.length === 0) return this.empty();
    const over = this.narrow || this.touch;
    const row = view.rows.find(({ key }) => key === view.selected) ?? null;
    return html`<div class="page">
      <section aria-label=${this.say('batch.title')}>
        ${batchHead(this, view, {
          clearing: this.clearing,
          setClearing: (clearing) => {
            this.clearing = clearing;
          },
        })}
        ${this.saidStrip()} ${this.pills()} ${view.tab === 'totals' ? this.totals() : this.table()}
        ${over && (view.checked.size > 0 || view.making) ? this.footer() : nothing}
      </section>
      ${over && !row ? nothing : this.aside(row, over)}
    </div>`;
  }

  private empty(): TemplateResult {
    return html`<div class="empty">
      ${this.saidStrip()}
      <div class="drop">
        ${icon('list-checks', 26)}
        <h2>${this.say('batch.empty')}</h2>
        <p class="small">${this.say('formats')}</p>
        <div class="buttons">
          <button class="button primary" type="button" @click=${() => this.pick('files')}>
            ${icon('folder-open')}${this.say('batch.files')}
          </button>
          <button class="button" type="button" @click=${() => this.pick('folder')}>
            ${this.say('batch.folder')}
          </button>
        </div>
        <p class="small quiet">${this.say('batch.empty.lead')}</p>
        <div class="command">
          <span class="small quiet">${this.say('batch.command')}</span>
          <span class="copied"><code>${COMMAND}</code><button
            class="icon-button"
            type="button"
            aria-label=${this.say('action.copy')}
            title=${this.say('action.copy')}
            @click=${() => emit(this, 'sanxian-copy', { text: COMMAND })}
          >
            ${icon('copy')}
          </button></span>
        </div>
      </div>
      ${this.inputs()}
    </div>`;
  }

  /** Real inputs, one for files and one for a folder. */
  inputs(): TemplateResult {
    const change = ({ target }: Event) => {
      const input = target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      input.value = '';
      if (files.length > 0) emit(this, 'sanxian-batch', { act: 'files', files });
    };
    return html`<input
        id="files"
        class="hidden-text"
        type="file"
        multiple
        tabindex="-1"
        aria-label=${this.say('batch.add')}
        @change=${change}
      /><input
        id="folder"
        class="hidden-text"
        type="file"
        webkitdirectory
        multiple
        tabindex="-1"
        aria-label=${this.say('batch.add.folder')}
        @change=${change}
      />`;
  }

  pick(id: 'files' | 'folder'): void {
    this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.click();
  }

  private saidStrip(): TemplateResult | typeof nothing {
    const { said } = this.view;
    if (said.length === 0) return nothing;
    return html`<div class="said" role="status">
      ${icon('info')}
      <div>${said.map((text) => html`<p>${this.text(text)}</p>`)}</div>
      <button
        class="link"
        type="button"
        @click=${() => emit(this, 'sanxian-batch', { act: 'said' })}
      >
        ${this.say('batch.said.close')}
      </button>
    </div>`;
  }

  private pills(): TemplateResult {
    const { rows, look, tab } = this.view;
    const counts = pillCounts(rows);
    return html`<div class="line-2">
      <div class="pills" role="group" aria-label=${this.say('batch.pills')}>
        <button
          class="pill small"
          type="button"
          aria-pressed=${look.pills.size === 0}
          @click=${() => this.setPills(new Set())}
        >
          ${this.say('batch.all')} ${rows.length}
        </button>
        ${counts.map(
          ([pill, count]) => html`<button
            class="pill small"
            type="button"
            aria-pressed=${look.pills.has(pill)}
            @click=${() => this.togglePill(pill)}
          >
            ${pillMark(pill)}${this.pillWord(pill)} ${count}
          </button>`,
        )}
      </div>
      <div class="tabs" role="group" aria-label=${this.say('batch.tabs')}>
        ${(['projects', 'totals'] as const).map(
          (one) => html`<button
            class="small"
            type="button"
            aria-pressed=${tab === one}
            @click=${() => emit(this, 'sanxian-batch', { act: 'tab', tab: one })}
          >
            ${this.say(`batch.tab.${one}`)}
          </button>`,
        )}
      </div>
    </div>`;
  }

  private pillWord(pill: Pill): string {
    if (pill === 'waiting' || pill === 'asks' || pill === 'failed')
      return this.say(`batch.${pill}`);
    return this.text(CHIP_WORDS[pill]);
  }

  private togglePill(pill: Pill): void {
    const pills = new Set(this.view.look.pills);
    if (!pills.delete(pill)) pills.add(pill);
    this.setPills(pills);
  }

  private setPills(pills: ReadonlySet<Pill>): void {
    emit(this, 'sanxian-batch', { act: 'look', look: { pills } });
  }

  private table(): TemplateResult {
    const { look, selected, checked } = this.view;
    return html`<sanxian-batch-table
      .lang=${this.lang}
      .rows=${this.shown}
      .sort=${look.sort}
      .selected=${selected}
      .checked=${checked}
      ?touch=${this.touch}
    ></sanxian-batch-table>`;
  }

  private totals(): TemplateResult {
    const { rows, totals } = this.view;
    const open = rows.filter(({ state: rowState }) => rowState !== 'done').length;
    return html`<sanxian-batch-totals
      tabindex="0"
      role="group"
      aria-label=${this.say('batch.totals')}
      .lang=${this.lang}
      .totals=${totals}
      .open=${open}
    ></sanxian-batch-totals>`;
  }

  private aside(row: BatchRow | null, over: boolean): TemplateResult {
    return html`<aside class=${over ? 'over' : ''} aria-label=${this.say('batch.preview')}>
      <sanxian-batch-preview
        .lang=${this.lang}
        .row=${row}
        .figure=${this.view.figure}
        .splitBy=${this.view.splitBy}
        ?over=${over}
        ?touch=${this.touch}
      ></sanxian-batch-preview>
      ${over ? nothing : this.footer()}
    </aside>`;
  }

  private footer(): TemplateResult {
    const { checked, making, rows } = this.view;
    const n = rows.filter(
      ({ key, state: rowState }) => checked.has(key) && rowState === 'done',
    ).length;
    const ready = n > 0 && this.formats.length > 0 && !making;
    return html`<div class="footer">
      <p class="small quiet" role="status">
        ${
          making
            ? this.say('batch.reports.making', {
                i: Math.min(making.done + 1, making.of),
                n: making.of,
              })
            : n > 0
              ? html`${this.say('batch.selected', { n })}<br />${this.say('batch.reports.formats', {
                  formats: this.formats.join('、'),
                })}`
              : this.say('batch.selected.none')
        }
      </p>
      <div class="buttons">
        <button
          class="button main ${n > 0 ? 'primary' : ''}"
          type="button"
          aria-disabled=${!ready}
          @click=${() => ready && emit(this, 'sanxian-batch', { act: 'reports' })}
        >
          ${icon('file-text')}${n > 0 ? this.say('batch.reports', { n }) : this.say('button.report')}
        </button>
        ${
          making
            ? html`<button
                class="button"
                type="button"
                @click=${() => emit(this, 'sanxian-batch', { act: 'reports-cancel' })}
              >
                ${this.say('batch.cancel')}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** Sorting thousands of rows is for a change of rows or of what is asked for, not for every drawing. */
  private get shown(): readonly NumberedRow[] {
    const { rows, look } = this.view;
    const of = [rows, look, this.lang];
    if (of.some((one, i) => one !== this.#of[i])) {
      this.#of = of;
      this.#shown = shownRows(rows, look, (row) => noteOf(row, this.lang));
    }
    return this.#shown;
  }

  /** Whoever comes back from the site check comes back to the row. */
  protected override firstUpdated(_changed: PropertyValues): void {
    if (this.view.selected !== null) {
      void this.renderRoot.querySelector('sanxian-batch-table')?.focusSelected();
    }
  }
}

function pillMark(pill: Pill): TemplateResult | typeof nothing {
  if (pill === 'waiting') return nothing;
  if (pill === 'asks') return icon('help', 14);
  if (pill === 'failed') return icon('file-x', 14);
  return verdictMark(pill, 14);
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-batch-page': SanxianBatchPage;
    'sanxian-batch-table': import('./batch-table.ts').SanxianBatchTable;
  }
}
