import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { drawStyles } from './draw-styles.ts';
import type { BoardParcel, BoardRing, BoardView, DrawAct, VertexRef } from './drawing-board.ts';
import { emit } from './events.ts';
import { figure, hectares } from './figures.ts';
import { icon } from './icons.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** Rows at a time; the rest is a page further. */
const PAGE = 50;

/**
 * Every parcel, ring and vertex as a table that can be edited: the equal of the map for whoever works by
 * keyboard or by numbers.
 *
 * @fires sanxian-draw - what is asked for
 */
@element('sx-vertex-list')
export class SxVertexList extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    drawStyles,
    css`
      :host {
        display: block;
      }
      .parcel {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--sx-row);
        padding: 0 12px 0 14px;
        border-bottom: 1px solid var(--sx-line);
      }
      .parcel.chosen {
        background: var(--sx-bg-selected);
      }
      .parcel label {
        display: flex;
        flex: 1;
        min-width: 0;
        align-items: center;
        gap: 8px;
        min-height: 28px;
      }
      .bad {
        color: var(--sx-stop-fg);
      }
      table {
        table-layout: fixed;
      }
      caption {
        padding: 6px 12px 4px 14px;
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
        text-align: left;
      }
      caption .link {
        float: right;
      }
      th,
      td {
        padding: 0 2px;
      }
      th:first-child {
        width: 38px;
        padding-left: 14px;
        overflow: hidden;
      }
      .edge {
        width: 64px;
      }
      .acts {
        width: 60px;
        white-space: nowrap;
      }
      .cell {
        padding: 0 3px;
        text-align: right;
        border-color: transparent;
        background: none;
      }
      .cell:hover,
      .cell:focus {
        border-color: var(--sx-line-control);
      }
      thead td {
        background: var(--sx-bg-sunken);
      }
      tr.chosen {
        background: var(--sx-bg-selected);
      }
      .pages {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        padding: 4px 14px;
      }
    `,
  ];

  @property({ attribute: false }) board: BoardView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;
  /** First row shown, by ring. */
  @state() private from: ReadonlyMap<string, number> = new Map();

  /** Into the first cell; false where there is none. */
  focusFirst(): boolean {
    const cell = this.renderRoot.querySelector<HTMLInputElement>('input.cell');
    cell?.focus();
    cell?.select();
    return cell !== null;
  }

  override render(): TemplateResult | typeof nothing {
    const { board } = this;
    if (!board) return nothing;
    const n = board.draft.length;
    return html`<div class="section">
        <h2>${this.say('draw.list.parcels')}</h2>
        <span>${n > 0 ? this.say('draw.list.draft', { n }) : nothing}</span>
      </div>
      ${board.parcels.map((parcel) => this.parcel(parcel, board))}`;
  }

  private parcel(parcel: BoardParcel, board: BoardView): TemplateResult {
    const { id, name, areaM2 } = parcel;
    const isChosen = board.chosen.includes(id);
    return html`<div class="parcel ${isChosen ? 'chosen' : ''}">
        <label>
          <input
            type="checkbox"
            aria-label=${this.say('draw.list.choose', { name })}
            .checked=${isChosen}
            @change=${() =>
              this.ask({
                act: 'choose',
                parcels: isChosen
                  ? board.chosen.filter((one) => one !== id)
                  : [...board.chosen, id],
              })}
          />
          <span class="ellipsis">${name}</span>
        </label>
        <span class=${areaM2 === null ? 'bad' : ''}
          >${
            areaM2 === null
              ? this.say('draw.live.gap.invalid')
              : `${hectares(areaM2)} ${this.say('draw.unit.ha')}`
          }</span
        >
      </div>
      ${isChosen ? parcel.rings.map((ring, i) => this.ring(parcel, ring, i, board)) : nothing}`;
  }

  private ring(
    parcel: BoardParcel,
    { hole, vertices }: BoardRing,
    ring: number,
    board: BoardView,
  ): TemplateResult {
    const key = `${parcel.id} ${ring}`;
    const from = Math.min(this.from.get(key) ?? 0, Math.max(0, vertices.length - 1));
    const shown = vertices.slice(from, from + PAGE);
    const word = hole ? 'draw.list.hole.n' : ring === 0 ? 'draw.list.ring' : 'draw.list.ring.n';
    const name = this.say(word, { n: ring + 1 });
    const n = vertices.length;
    const axes = board.isDegrees
      ? (['draw.lon', 'draw.lat'] as const)
      : (['draw.east', 'draw.north'] as const);
    return html`<table>
        <caption>
          ${this.say('draw.list.caption', { parcel: parcel.name, ring: name, n })}
          ${
            parcel.rings.length > 1
              ? html`<button
                  class="link"
                  type="button"
                  @click=${() => this.ask({ act: 'remove-ring', parcel: parcel.id, ring })}
                >
                  ${this.say('draw.list.remove.ring')}
                </button>`
              : nothing
          }
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.say('draw.list.point')}</th>
            <th scope="col">${this.say(axes[0])}</th>
            <th scope="col">${this.say(axes[1])}</th>
            <th scope="col" class="edge">${this.say('draw.list.edge')}</th>
            <td class="acts"></td>
          </tr>
        </thead>
        <tbody>
          ${shown.map((vertex, i) => {
            const at = from + i;
            const ref: VertexRef = { parcel: parcel.id, ring, at };
            const isChosen = isSame(board.vertex, ref);
            const cells = board.cells(vertex);
            const next = vertices[(at + 1) % n]!;
            return html`<tr class=${isChosen ? 'chosen' : ''}>
              <th scope="row">${vertex.name || at + 1}</th>
              ${([0, 1] as const).map(
                (axis) => html`<td>
                  <input
                    class="cell"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label=${this.say('draw.list.cell', { n: at + 1, axis: this.say(axes[axis]) })}
                    .value=${cells[axis]}
                    @focus=${() => {
                      if (!isSame(this.board?.vertex ?? null, ref))
                        this.ask({ act: 'vertex', ref });
                    }}
                    @keydown=${(event: KeyboardEvent) => this.onCellKey(event, cells[axis], axis)}
                    @change=${(event: Event) => this.onCell(event, ref, axis, cells[axis])}
                  />
                </td>`,
              )}
              <td class="edge">${figure(board.edgeM(vertex, next), 2)}</td>
              <td class="acts">
                <button
                  class="icon-button"
                  type="button"
                  aria-label=${this.say('draw.list.insert', { n: at + 1 })}
                  title=${this.say('draw.list.insert', { n: at + 1 })}
                  @click=${() => this.ask({ act: 'insert', ref })}
                >
                  ${icon('plus')}</button
                ><button
                  class="icon-button"
                  type="button"
                  aria-label=${this.say('draw.list.remove', { n: at + 1 })}
                  title=${this.say('draw.list.remove', { n: at + 1 })}
                  @click=${() => this.ask({ act: 'remove', ref })}
                >
                  ${icon('trash')}
                </button>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${n > PAGE ? this.pages(key, from, n) : nothing}`;
  }

  private pages(key: string, from: number, n: number): TemplateResult {
    const to = Math.min(n, from + PAGE);
    const turn = (first: number) => {
      this.from = new Map(this.from).set(key, Math.max(0, first));
    };
    return html`<div class="pages small">
      <button class="link" type="button" ?hidden=${from === 0} @click=${() => turn(from - PAGE)}>
        ${this.say('draw.list.less', { n: Math.min(PAGE, from) })}
      </button>
      <span>${this.say('draw.list.range', { from: from + 1, to, n })}</span>
      <button class="link" type="button" ?hidden=${to === n} @click=${() => turn(from + PAGE)}>
        ${this.say('draw.list.more', { n: Math.min(PAGE, n - to) })}
      </button>
    </div>`;
  }

  /** Up and down walk the column; Escape puts back what was there. */
  private onCellKey(event: KeyboardEvent, given: string, axis: 0 | 1): void {
    const cell = event.target as HTMLInputElement;
    if (event.key === 'Escape' && cell.value !== given) {
      cell.value = given;
      event.stopPropagation();
      return;
    }
    const by =
      event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const cells = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input.cell')];
    const next = cells[cells.indexOf(cell) + 2 * by];
    if (event.key === 'Enter') cell.dispatchEvent(new Event('change'));
    // leaving the cell takes what was typed
    if (next) {
      next.focus();
      next.select();
    } else if (axis === 0 && event.key === 'ArrowDown') cell.blur();
  }

  private onCell(event: Event, ref: VertexRef, axis: 0 | 1, given: string): void {
    const cell = event.target as HTMLInputElement;
    const text = cell.value;
    if (text === given) return;
    this.ask({ act: 'cell', ref, axis, text });
    // what was refused does not stay as if it were taken
    void this.updateComplete.then(() => {
      const now = this.board?.problem === 'draw.problem.number';
      if (now) cell.value = given;
    });
  }

  private ask(act: DrawAct): void {
    emit(this, 'sanxian-draw', act);
  }
}

function isSame(a: VertexRef | null, b: VertexRef): boolean {
  return a !== null && a.parcel === b.parcel && a.ring === b.ring && a.at === b.at;
}

declare global {
  interface HTMLElementTagNameMap {
    'sx-vertex-list': SxVertexList;
  }
}
