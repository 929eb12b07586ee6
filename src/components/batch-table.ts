import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { batchChip, batchChipStyles } from './batch-chip.ts';
import { noteOf } from './batch-note.ts';
import {
  areaOf,
  type BatchRow,
  COLUMNS,
  type ColumnName,
  LINE_COLUMNS,
  type NumberedRow,
  sumsOf,
  type TableLook,
} from './batch-rows.ts';
import { batchTableStyles } from './batch-table-styles.ts';
import { emit } from './events.ts';
import { hectares } from './figures.ts';
import { icon } from './icons.ts';
import { ALL_ROWS, rowWindow } from './row-window.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

const ROW_PX = 28;
const CARD_PX = 116;
const NUMERIC: readonly ColumnName[] = ['area', ...LINE_COLUMNS];

/**
 * The rows of a batch, as a table or, `touch`, as cards. Rows take the focus one at a time: arrows move, Enter
 * opens, Space selects. Beyond 200 rows only those in sight are drawn. Events: `sanxian-batch`.
 */
@element('sanxian-batch-table')
export class SanxianBatchTable extends SanxianElement {
  static override styles = [sharedStyles, batchChipStyles, batchTableStyles];

  @property({ attribute: false }) rows: readonly NumberedRow[] = [];
  @property({ attribute: false }) sort: TableLook['sort'] = { column: 'number', down: false };
  @property({ type: Number }) selected: number | null = null;
  @property({ attribute: false }) checked: ReadonlySet<number> = new Set();
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private seen = { top: 0, height: 800 };

  override render(): TemplateResult {
    const count = this.rows.length;
    const part = rowWindow(count, this.rowPx, this.seen);
    const shown = this.rows.slice(part.from, part.to);
    return html`<div class="scroll" tabindex="-1" @scroll=${this.look}>
      ${this.touch ? this.cards(shown, part) : this.table(shown, part)}
      ${
        count === 0
          ? html`<p class="none">
              ${this.say('batch.none')}
              <button
                class="link"
                type="button"
                @click=${() => emit(this, 'sanxian-batch', { act: 'look', look: { query: '', pills: new Set() } })}
              >
                ${this.say('batch.none.all')}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Puts the row that is looked at into sight, and the focus on it. */
  async focusSelected(): Promise<void> {
    await this.updateComplete;
    const at = this.rows.findIndex(({ row }) => row.key === this.selected);
    if (at >= 0) await this.focusAt(at);
  }

  private table(
    shown: readonly NumberedRow[],
    part: { readonly from: number; readonly above: number; readonly below: number },
  ): TemplateResult {
    const many = this.rows.length > ALL_ROWS;
    return html`<table
      aria-label=${this.say('batch.table')}
      aria-rowcount=${many ? this.rows.length + 2 : nothing}
    >
      <colgroup>
        <col class="c-check" />
        ${COLUMNS.map((column) => html`<col class=${`c-${column}`} />`)}
      </colgroup>
      <thead>
        <tr aria-rowindex=${many ? 1 : nothing}>
          <td class="check">${this.checkAll()}</td>
          ${COLUMNS.map((column) => this.heading(column))}
        </tr>
      </thead>
      ${spacer(part.above)}
      <tbody class="rows" @keydown=${this.onKey}>
        ${shown.map((one, i) => this.row(one, part.from + i, many))}
      </tbody>
      ${spacer(part.below)}
      ${this.rows.length > 0 ? this.foot(many) : nothing}
    </table>`;
  }

  private heading(column: ColumnName): TemplateResult {
    const { sort } = this;
    const own = sort.column === column;
    return html`<th
      scope="col"
      class=${NUMERIC.includes(column) ? 'number' : ''}
      aria-sort=${own ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        @click=${() =>
          emit(this, 'sanxian-batch', {
            act: 'look',
            look: { sort: { column, down: own && !sort.down } },
          })}
      >
        <span>${this.say(`batch.col.${column}`)}</span>${
          own ? icon(sort.down ? 'chevron-down' : 'chevron-up', 12) : nothing
        }
      </button>
    </th>`;
  }

  private row({ row, number }: NumberedRow, at: number, many: boolean): TemplateResult {
    const { key, name, from } = row;
    const note = noteOf(row, this.lang);
    const reachable = key === this.reachable;
    return html`<tr
      tabindex=${reachable ? 0 : -1}
      data-at=${at}
      aria-rowindex=${many ? at + 2 : nothing}
      aria-selected=${key === this.selected}
      @click=${() => this.pick(key)}
      @dblclick=${() => emit(this, 'sanxian-batch', { act: 'open', key })}
    >
      <td class="check">${this.checkOne(row)}</td>
      <td class="quiet">${number}</td>
      <td class="name" title=${name ?? ''}>${name ?? ''}</td>
      <td class="quiet" title=${from.file}>${from.file}</td>
      <td>${batchChip(row, this.lang)}</td>
      <td class="number">${row.item?.areaM2 == null ? '' : hectares(row.item.areaM2)}</td>
      ${LINE_COLUMNS.map((column) => this.areaCell(areaOf(row, column), row))}
      <td class="note" title=${note}>${note}</td>
    </tr>`;
  }

  private areaCell(area: number | null | undefined, { state: rowState }: BatchRow): TemplateResult {
    if (rowState !== 'done') return html`<td></td>`;
    // not looked at is a word of its own, never a zero
    if (area === null || area === undefined) return html`<td class="number gap">—</td>`;
    return html`<td class="number ${area === 0 ? 'zero' : ''}">${hectares(area)}</td>`;
  }

  private foot(many: boolean): TemplateResult {
    const sums = sumsOf(this.rows);
    return html`<tfoot>
      <tr aria-rowindex=${many ? this.rows.length + 2 : nothing}>
        <td></td>
        <td></td>
        <th scope="row" colspan="3">${this.say('batch.sum', { n: sums.checked })}</th>
        <td class="number">${hectares(sums.areaM2)}</td>
        ${LINE_COLUMNS.map((column) => {
          const { areaM2, notLookedAt } = sums.lines[column];
          const open = this.say('batch.sum.open', { n: notLookedAt });
          return html`<td class="number">
            ${hectares(areaM2)}${
              notLookedAt > 0 ? html`<br /><span class="gap small">${open}</span>` : nothing
            }
          </td>`;
        })}
        <td></td>
      </tr>
    </tfoot>`;
  }

  private cards(
    shown: readonly NumberedRow[],
    part: { readonly above: number; readonly below: number },
  ): TemplateResult {
    return html`<ul
      aria-label=${this.say('batch.table')}
      .style=${`padding:${part.above}px 0 ${part.below}px`}
    >
      ${shown.map(({ row, number }) => this.card(row, number))}
    </ul>`;
  }

  private card(row: BatchRow, number: number): TemplateResult {
    const done = row.state === 'done';
    return html`<li class="card" data-key=${row.key}>
      ${this.checkOne(row)}
      <button type="button" aria-pressed=${row.key === this.selected} @click=${() => this.pick(row.key)}>
        <span class="top"
          ><b class="ellipsis">${number}. ${row.name ?? row.from.file}</b>${batchChip(row, this.lang)}</span
        >
        <span class="ellipsis quiet small"
          >${row.from.file}${
            row.item?.areaM2 == null
              ? nothing
              : html` · ${this.say('batch.ha', { ha: hectares(row.item.areaM2) })}`
          }</span
        >
        ${
          done
            ? html`<span class="areas small"
                >${LINE_COLUMNS.map((column) => {
                  const area = areaOf(row, column);
                  const looked = area !== null && area !== undefined;
                  return html`<span
                    ><span class="quiet">${this.say(`batch.col.${column}`)}</span>
                    <span class=${looked ? (area === 0 ? 'zero' : '') : 'gap'}
                      >${looked ? hectares(area) : '—'}</span
                    ></span
                  >`;
                })}</span
              >`
            : html`<span class="why small">${noteOf(row, this.lang)}</span>`
        }
      </button>
    </li>`;
  }

  private checkAll(): TemplateResult {
    const keys = this.rows.filter(({ row }) => row.state === 'done').map(({ row }) => row.key);
    const on = keys.filter((key) => this.checked.has(key)).length;
    return html`<label
      ><span class="hidden-text">${this.say('batch.check.all')}</span
      ><input
        type="checkbox"
        .checked=${on > 0 && on === keys.length}
        .indeterminate=${on > 0 && on < keys.length}
        ?disabled=${keys.length === 0}
        @change=${() => emit(this, 'sanxian-batch', { act: 'check', keys, on: on < keys.length })}
    /></label>`;
  }

  private checkOne({ key, name, from, state: rowState }: BatchRow): TemplateResult {
    return html`<label @click=${(event: Event) => event.stopPropagation()}
      ><span class="hidden-text">${this.say('batch.check.row', { name: name ?? from.file })}</span
      ><input
        type="checkbox"
        tabindex=${this.touch ? nothing : -1}
        .checked=${this.checked.has(key)}
        ?disabled=${rowState !== 'done'}
        @change=${({ target }: Event) =>
          emit(this, 'sanxian-batch', {
            act: 'check',
            keys: [key],
            on: (target as HTMLInputElement).checked,
          })}
    /></label>`;
  }

  /** Key of the row that Tab comes to. */
  private get reachable(): number | undefined {
    const selected = this.rows.find(({ row }) => row.key === this.selected);
    return (selected ?? this.rows[0])?.row.key;
  }

  private get rowPx(): number {
    return this.touch ? CARD_PX : ROW_PX;
  }

  private get scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroll');
  }

  private pick(key: number): void {
    emit(this, 'sanxian-batch', { act: 'select', key });
  }

  private readonly look = (): void => {
    const { scroller } = this;
    if (!scroller || this.rows.length <= ALL_ROWS) return;
    const { scrollTop: top, clientHeight: height } = scroller;
    const moved = Math.abs(top - this.seen.top) >= this.rowPx * 4 || height !== this.seen.height;
    if (moved) this.seen = { top, height };
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has('rows')) this.look();
  }

  private onKey(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-at]');
    if (!row || event.target !== row) return;
    const at = Number(row.dataset.at);
    const one = this.rows[at];
    if (!one) return;
    const { key, state: rowState } = one.row;
    const page = Math.max(1, Math.floor((this.scroller?.clientHeight ?? 0) / ROW_PX) - 3);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const place = Math.max(0, Math.min(this.rows.length - 1, to));
      this.pick(this.rows[place]!.row.key);
      void this.focusAt(place);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      emit(this, 'sanxian-batch', { act: 'open', key });
    } else if (event.key === ' ') {
      event.preventDefault();
      const on = !this.checked.has(key);
      if (rowState === 'done') emit(this, 'sanxian-batch', { act: 'check', keys: [key], on });
    }
  }

  private async focusAt(at: number): Promise<void> {
    const { scroller } = this;
    if (!scroller) return;
    const head = this.touch ? 0 : ROW_PX;
    const top = at * this.rowPx;
    const foot = this.touch ? 0 : ROW_PX * 2;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.rowPx + head > scroller.scrollTop + scroller.clientHeight - foot) {
      scroller.scrollTop = top + this.rowPx + head - scroller.clientHeight + foot;
    }
    this.seen = { top: scroller.scrollTop, height: scroller.clientHeight };
    await this.updateComplete;
    const key = this.rows[at]?.row.key;
    this.renderRoot
      .querySelector<HTMLElement>(`tr[data-at="${at}"], li[data-key="${key}"] > button`)
      ?.focus({ preventScroll: true });
  }
}

function spacer(px: number): TemplateResult | typeof nothing {
  if (px === 0) return nothing;
  return html`<tbody aria-hidden="true">
    <tr class="spacer" .style=${`height:${px}px`}></tr>
  </tbody>`;
}
