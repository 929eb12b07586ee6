import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { minorPieces, numberedPieces, type Piece } from '../domain/pieces.ts';
import type { CheckReport } from '../domain/report.ts';
import { emit } from './events.ts';
import { figure, hectares, mu } from './figures.ts';
import { icon } from './icons.ts';
import { type ColumnId, columnsOf, sortPieces, tableText } from './pieces-columns.ts';
import { piecesTableStyles } from './pieces-table-styles.ts';
import { isComplete } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';

const PAGE_ROWS = 200;

/** Mean width under which a piece is called a sliver, m. */
const SLIVER_M = 0.5;

/**
 * The table of occupied pieces, the map's equal. Rows take the focus one at a time: arrows move,
 * Enter flies, Ctrl+C copies. Events: `sanxian-piece-select`, `-piece-fly`, `-drawer`, `-copy`.
 */
@element('sanxian-pieces-table')
export class SanxianPiecesTable extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, piecesTableStyles];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ type: Number }) selected: number | null = null;
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private filter: LayerKind | 'all' | 'below' = 'all';
  @state() private sort: { column: ColumnId; down: boolean } = { column: 'number', down: false };
  @state() private limit = PAGE_ROWS;

  override render(): TemplateResult {
    const pieces = this.report ? numberedPieces(this.report) : [];
    const minor = this.report ? minorPieces(this.report) : [];
    const rows = sortPieces(this.filtered(pieces, minor), this.sort.column, this.sort.down);
    return html`
      <header>
        <h2>${this.say('region.pieces')}</h2>
        <div class="pills">${this.pills(pieces, minor)}</div>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('pieces.copy')}
          title=${this.say('pieces.copy')}
          ?disabled=${rows.length === 0}
          @click=${() => emit(this, 'sanxian-copy', { text: tableText(rows, this.lang) })}
        >
          ${icon('copy')}
        </button>
        <button
          class="icon-button"
          type="button"
          aria-expanded=${this.open}
          aria-label=${this.say(this.open ? 'pieces.close' : 'pieces.open')}
          title=${this.say(this.open ? 'pieces.close' : 'pieces.open')}
          @click=${() => emit(this, 'sanxian-drawer', { open: !this.open })}
        >
          ${icon(this.open ? 'chevron-down' : 'chevron-up')}
        </button>
      </header>
      ${this.open ? this.table(rows) : nothing}
    `;
  }

  private filtered(pieces: readonly Piece[], minor: readonly Piece[]): readonly Piece[] {
    if (this.filter === 'below') return minor;
    if (this.filter === 'all') return pieces;
    return pieces.filter(({ kind }) => kind === this.filter);
  }

  private pills(pieces: readonly Piece[], minor: readonly Piece[]): unknown {
    if (!this.report) return nothing;
    const kinds = [...new Set(pieces.map(({ kind }) => kind))];
    return [
      this.pill('all', `${this.say('pieces.all')} ${pieces.length}`),
      ...kinds.map((kind) => {
        const count = pieces.filter((piece) => piece.kind === kind).length;
        return this.pill(kind, `${this.text(KINDS[kind].short)} ${count}`);
      }),
      minor.length > 0
        ? this.pill('below', `${this.say('pieces.below')} ${minor.length}`)
        : nothing,
    ];
  }

  private pill(filter: LayerKind | 'all' | 'below', label: string): TemplateResult {
    return html`<button
      class="pill small"
      type="button"
      aria-pressed=${this.filter === filter}
      @click=${() => {
        this.filter = filter;
        this.limit = PAGE_ROWS;
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
    const current = rows.find(({ number }) => number === this.selected) ?? rows[0]!;
    const sum = rows.reduce((total, { overlap }) => total + overlap.areaM2, 0);
    return html`<div class="scroll" tabindex="-1">
      <table>
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
            <td colspan="3"></td>
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

  private row(piece: Piece, reachable: boolean): TemplateResult {
    const { number, kind, overlap } = piece;
    const sliver = overlap.widthM !== null && overlap.widthM < SLIVER_M;
    return html`<tr
      tabindex=${reachable ? 0 : -1}
      data-number=${number}
      aria-selected=${number === this.selected}
      @click=${() => emit(this, 'sanxian-piece-select', { number })}
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

  private onKey(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLTableRowElement>('tr[data-number]');
    if (!row) return;
    const number = Number(row.dataset.number);
    const to =
      event.key === 'ArrowDown'
        ? row.nextElementSibling
        : event.key === 'ArrowUp'
          ? row.previousElementSibling
          : null;
    if (to instanceof HTMLElement && to.dataset.number) {
      event.preventDefault();
      to.tabIndex = 0;
      to.focus();
      emit(this, 'sanxian-piece-select', { number: Number(to.dataset.number) });
    } else if (event.key === 'Enter') {
      emit(this, 'sanxian-piece-fly', { number });
    } else if (event.key === ' ') {
      event.preventDefault();
      emit(this, 'sanxian-piece-select', { number: number === this.selected ? null : number });
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
      const piece = this.report && numberedPieces(this.report).find((one) => one.number === number);
      if (piece) emit(this, 'sanxian-copy', { text: tableText([piece], this.lang) });
    }
  }
}

/** "6403032101000412" as "640303…0412"; the whole code is in the title. */
function shortCode(code: string): string {
  return code.length > 14 ? `${code.slice(0, 6)}…${code.slice(-4)}` : code;
}
