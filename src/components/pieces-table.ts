import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { minorPieces, numberedPieces, type Piece } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';
import type { UiWord } from '../text/words/ui.ts';
import { dataProblems, problemsTable } from './data-problems.ts';
import { emit } from './events.ts';
import { figure, hectares, mu } from './figures.ts';
import { type IconName, icon } from './icons.ts';
import { type ColumnId, columnsOf, sortPieces, tableText } from './pieces-columns.ts';
import { piecesTableStyles } from './pieces-table-styles.ts';
import { isComplete, uncheckedLines } from './report-reading.ts';
import { all, extended, NO_ROWS, only, type RowSelection, toggled } from './row-selection.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

const PAGE_ROWS = 100;

/** Mean width under which a piece is called a sliver, m. */
const SLIVER_M = 0.5;

type Filter = LayerKind | 'all' | 'below' | 'problems';

/**
 * The table of occupied pieces, the map's equal. Rows take the focus one at a time: arrows move, Shift
 * extends, Space lights a piece on the map, Enter flies, Ctrl+C copies. What lies below the threshold and
 * problems of the data stand behind pills of their own. Events: `sanxian-piece-select`, `-piece-fly`,
 * `-pieces-light`, `-pieces-save`, `-drawer`, `-copy`.
 */
@element('sanxian-pieces-table')
export class SanxianPiecesTable extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, piecesTableStyles];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ type: Number }) selected: number | null = null;
  @property({ type: Boolean, reflect: true }) open = false;
  /** Older than the answers or the project: dimmed, and said. */
  @property({ type: Boolean }) stale = false;
  @state() private filter: Filter = 'all';
  @state() private sort: { column: ColumnId; down: boolean } = { column: 'number', down: false };
  @state() private limit = PAGE_ROWS;
  @state() private rows: RowSelection = NO_ROWS;
  /** The piece that was told of last. */
  #told: number | null = null;

  override render(): TemplateResult {
    const shown = this.shown();
    const problems = dataProblems(this.report);
    const isProblems = this.filter === 'problems' && problems.length > 0;
    return html`
      <header>
        <h2>${this.say('region.pieces')}</h2>
        ${this.stale ? html`<span class="tag small stale stale-word">${this.say('stale')}</span>` : nothing}
        <div class="pills">${this.pills(problems.length)}</div>
        ${this.headButton('copy', 'pieces.copy', shown.length === 0 || isProblems, () =>
          emit(this, 'sanxian-copy', { text: tableText(shown, this.lang) }),
        )}
        ${this.headButton('download', 'pieces.save', shown.length === 0 || isProblems, () =>
          emit(this, 'sanxian-pieces-save', { text: tableText(shown, this.lang) }),
        )}
        <button
          class="icon-button"
          type="button"
          data-command="pieces"
          aria-expanded=${this.open}
          aria-label=${this.say(this.open ? 'pieces.close' : 'pieces.open')}
          title=${this.say(this.open ? 'pieces.close' : 'pieces.open')}
          @click=${() => emit(this, 'sanxian-drawer', { open: !this.open })}
        >
          ${icon(this.open ? 'chevron-down' : 'chevron-up')}
        </button>
      </header>
      ${this.open ? (isProblems ? problemsTable(problems, this.lang) : this.table(shown)) : nothing}
    `;
  }

  /** The row of the selected piece, or the first, takes the focus. */
  focusRow(): void {
    void this.updateComplete.then(() =>
      (
        this.renderRoot.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ??
        this.renderRoot.querySelector<HTMLElement>('[data-command=pieces]')
      )?.focus(),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('report')) this.rows = NO_ROWS;
    // chosen on the map, or elsewhere
    if (changed.has('selected') && this.selected !== this.#told) {
      this.rows = this.selected === null ? NO_ROWS : only(this.selected);
      this.#told = this.selected;
    }
  }

  private headButton(
    name: IconName,
    word: UiWord,
    disabled: boolean,
    onClick: () => void,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${this.say(word)}
      title=${this.say(word)}
      ?disabled=${disabled}
      @click=${onClick}
    >
      ${icon(name)}
    </button>`;
  }

  /** The pieces of the filter, in the order of the table. */
  private shown(): readonly Piece[] {
    const { report, filter } = this;
    if (!report) return [];
    const pieces =
      filter === 'below'
        ? minorPieces(report)
        : numberedPieces(report).filter(
            ({ kind }) => kind === filter || filter === 'all' || filter === 'problems',
          );
    return sortPieces(pieces, this.sort.column, this.sort.down);
  }

  private pills(problems: number): unknown {
    const { report } = this;
    if (!report) return nothing;
    const pieces = numberedPieces(report);
    const minor = minorPieces(report).length;
    const kinds = [...new Set(pieces.map(({ kind }) => kind))];
    return [
      this.pill('all', `${this.say('pieces.all')} ${pieces.length}`),
      ...kinds.map((kind) => {
        const count = pieces.filter((piece) => piece.kind === kind).length;
        return this.pill(kind, `${this.text(KINDS[kind].short)} ${count}`);
      }),
      minor > 0 ? this.pill('below', `${this.say('pieces.below')} ${minor}`) : nothing,
      problems > 0 ? this.pill('problems', `${this.say('conflicts.title')} ${problems}`) : nothing,
    ];
  }

  private pill(filter: Filter, label: string): TemplateResult {
    return html`<button
      class="pill small"
      type="button"
      aria-pressed=${this.filter === filter}
      @click=${() => {
        this.filter = filter;
        this.limit = PAGE_ROWS;
        if (!this.open) emit(this, 'sanxian-drawer', { open: true });
      }}
    >
      ${label}
    </button>`;
  }

  private table(rows: readonly Piece[]): TemplateResult {
    if (rows.length === 0) {
      const word = !this.report
        ? 'pieces.before'
        : isComplete(this.report)
          ? 'pieces.none'
          : 'pieces.none.part';
      return html`<p class="empty">${this.say(word)}</p>`;
    }
    const current = rows.find(({ number }) => number === this.rows.focus) ?? rows[0]!;
    const sum = rows.reduce((total, { overlap }) => total + overlap.areaM2, 0);
    return html`<div class="scroll ${this.stale ? 'stale' : ''}" tabindex="-1">
      <table
        role="grid"
        aria-label=${this.say('region.pieces')}
        aria-multiselectable="true"
        aria-rowcount=${rows.length + 2}
      >
        <thead>
          <tr>
            ${columnsOf(this.lang).map(
              ({ id, title, numeric }) => html`<th
                scope="col"
                class=${numeric ? 'number' : ''}
                aria-sort=${
                  this.sort.column === id ? (this.sort.down ? 'descending' : 'ascending') : 'none'
                }
              >
                <button type="button" @click=${() => this.sortBy(id)}>
                  ${title}${
                    this.sort.column === id
                      ? icon(this.sort.down ? 'chevron-down' : 'chevron-up', 12)
                      : nothing
                  }
                </button>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody @keydown=${this.onKey}>
          ${rows.slice(0, this.limit).map((piece) => this.row(piece, piece === current))}
        </tbody>
        <tfoot>
          <tr>
            <td></td>
            <th scope="row" colspan="4">${this.say('pieces.sum', { n: rows.length })}</th>
            <td class="number">${hectares(sum)}</td>
            <td class="number">${mu(sum)}</td>
            <td colspan="3">${this.unchecked()}</td>
          </tr>
        </tfoot>
      </table>
      ${
        rows.length > this.limit
          ? html`<button
              class="link more"
              type="button"
              @click=${() => {
                this.limit += PAGE_ROWS;
              }}
            >
              ${this.say('pieces.more', { n: Math.min(PAGE_ROWS, rows.length - this.limit) })}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** A sum over what was checked never passes for the whole. */
  private unchecked(): unknown {
    if (!this.report || isComplete(this.report)) return nothing;
    const n = Math.max(1, uncheckedLines(this.report).length);
    return html`<span class="gap">${this.say('also.unchecked', { n })}</span>`;
  }

  private row(piece: Piece, reachable: boolean): TemplateResult {
    const { number, kind, overlap } = piece;
    const sliver = overlap.widthM !== null && overlap.widthM < SLIVER_M;
    return html`<tr
      tabindex=${reachable ? 0 : -1}
      data-number=${number}
      aria-selected=${this.rows.marked.has(number)}
      @click=${(event: MouseEvent) => this.onClick(number, event)}
      @dblclick=${() => emit(this, 'sanxian-piece-fly', { number })}
    >
      <td class="quiet">${number}</td>
      <td>
        <span class="line-name">${swatch(kind)}<span>${this.text(KINDS[kind].short)}</span></span>
      </td>
      <td title=${overlap.featureId}>${shortCode(overlap.featureId)}</td>
      <td>${overlap.feature.landClass ?? overlap.feature.name ?? '—'}</td>
      <td>${overlap.parcel}</td>
      <td class="number">${hectares(overlap.areaM2)}</td>
      <td class="number">${mu(overlap.areaM2)}</td>
      <td class="number">${hectares(overlap.netAreaM2)}</td>
      <td class="number">${figure(overlap.shareOfFeature * 100, 2)}</td>
      <td class="number">
        ${figure(overlap.widthM, 1)}${
          sliver ? html` <span class="sliver">${this.say('pieces.sliver')}</span>` : nothing
        }
      </td>
    </tr>`;
  }

  private sortBy(column: ColumnId): void {
    this.sort = { column, down: this.sort.column === column ? !this.sort.down : false };
  }

  private onClick(number: number, { shiftKey, ctrlKey, metaKey }: MouseEvent): void {
    if (ctrlKey || metaKey) this.choose(toggled(this.rows, number));
    else if (shiftKey) this.choose(extended(this.rows, number, this.order()));
    else this.choose(only(number));
  }

  private onKey(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLTableRowElement>('tr[data-number]');
    if (!row) return;
    const number = Number(row.dataset.number);
    const ctrl = event.ctrlKey || event.metaKey;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !ctrl && !event.altKey) this.step(number, by, event.shiftKey);
    else if (event.key === 'Enter') emit(this, 'sanxian-piece-fly', { number });
    else if (event.key === ' ') this.choose(toggled(this.rows, number));
    else if (ctrl && event.key.toLowerCase() === 'a') this.choose(all(this.order(), number));
    else if (ctrl && event.key.toLowerCase() === 'c') this.copy(number);
    else return;
    event.preventDefault();
  }

  private step(number: number, by: number, extend: boolean): void {
    const order = this.order();
    const next = order[order.indexOf(number) + by];
    if (next === undefined) return;
    const from = this.rows.focus === null ? only(number) : this.rows;
    this.choose(extend ? extended(from, next, order) : only(next));
    const to = this.renderRoot.querySelector<HTMLElement>(`tr[data-number='${next}']`);
    to?.focus();
  }

  /** The numbers of the rows on screen, top to bottom. */
  private order(): number[] {
    return this.shown()
      .slice(0, this.limit)
      .map(({ number }) => number);
  }

  /** One row: its piece is outlined on the map. Several: they stand out together. */
  private choose(rows: RowSelection): void {
    const before = this.rows;
    this.rows = rows;
    const { marked, focus } = rows;
    this.#told =
      focus !== null && marked.has(focus) ? focus : marked.size === 1 ? [...marked][0]! : null;
    emit(this, 'sanxian-piece-select', { number: this.#told });
    if (rows.marked.size > 1 || before.marked.size > 1) {
      emit(this, 'sanxian-pieces-light', {
        numbers: rows.marked.size > 1 ? [...rows.marked] : [],
      });
    }
  }

  /** The marked rows as they stand; where none is, the one in focus. */
  private copy(number: number): void {
    const { marked } = this.rows;
    const rows = this.shown().filter((piece) =>
      marked.size > 0 ? marked.has(piece.number) : piece.number === number,
    );
    emit(this, 'sanxian-copy', { text: tableText(rows, this.lang) });
  }
}

/** "6403032101000412" as "640303…0412"; the whole code is in the title. */
function shortCode(code: string): string {
  return code.length > 14 ? `${code.slice(0, 6)}…${code.slice(-4)}` : code;
}
