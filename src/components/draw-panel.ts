import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import type { DrawingWord } from '../text/words/drawing.ts';
import { toHectares, toMu } from '../units/area.ts';
import { drawStyles } from './draw-styles.ts';
import {
  type BoardLine,
  type BoardView,
  type DrawAct,
  type Ends,
  FORMATS,
  type FormatName,
} from './drawing-board.ts';
import { emit } from './events.ts';
import { figure, hectares, NO_FIGURE } from './figures.ts';
import { icon } from './icons.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import './vertex-list.ts';
import '../text/words/later.ts';

/**
 * What is being drawn, in numbers: its areas, what it occupies at this moment, exact input, and every
 * vertex of it.
 *
 * @fires sanxian-draw - what is asked for
 */
@element('sanxian-draw-panel')
export class SanxianDrawPanel extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    swatchStyles,
    drawStyles,
    css`
      :host {
        flex: 1;
      }
      .area {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
        padding: 8px 14px;
        border-bottom: 1px solid var(--sx-line);
      }
      .area b {
        font-size: 18px;
        line-height: 26px;
        font-weight: 600;
      }
      .lines td,
      .lines th {
        padding: 2px 12px 2px 8px;
      }
      .lines th {
        white-space: nowrap;
      }
      .lines th > span {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .lines .gap {
        color: var(--sx-gap-fg);
        font-weight: 600;
      }
      .lines .hit {
        font-weight: 600;
      }
      .lines .zero {
        color: var(--sx-text-3);
      }
      .lines .more {
        display: block;
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
      }
      .note-line {
        padding: 4px 14px 6px;
        color: var(--sx-text-2);
      }
      .footer {
        flex: none;
        padding: 8px 12px 10px;
        border-top: 1px solid var(--sx-line-2);
        background: var(--sx-bg-panel);
      }
      .buttons {
        display: flex;
        gap: 8px;
        margin-top: 6px;
      }
      .buttons .main {
        flex: 1;
        min-height: 34px;
      }
      .buttons .button:not(.main) {
        min-height: 34px;
      }
      form {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) board: BoardView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  /** Into the first cell of the list of vertices, or the field for the next point. */
  focusList(): void {
    const list = this.renderRoot.querySelector('sx-vertex-list');
    if (list?.focusFirst()) return;
    this.renderRoot.querySelector<HTMLInputElement>('form.point input')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { board } = this;
    if (!board) return nothing;
    return html`<div class="scroll" tabindex="-1">
        <div class="section"><h2>${this.say('draw.areas')}</h2></div>
        ${this.area(board.areaM2)} ${this.live(board)} ${this.exact(board)}
        <sx-vertex-list .lang=${this.lang} .board=${board} ?touch=${this.touch}></sx-vertex-list>
      </div>
      ${this.footer(board)}`;
  }

  private area(areaM2: number | null): TemplateResult {
    const of = (value: number | null, decimals: number) =>
      value === null ? NO_FIGURE : figure(value, decimals);
    return html`<p class="area" data-area=${areaM2 ?? ''}>
      <b>${of(areaM2 === null ? null : toHectares(areaM2), 4)}</b> ${this.say('draw.unit.ha')}
      <span>${of(areaM2 === null ? null : toMu(areaM2), 2)} ${this.say('draw.unit.mu')}</span>
      <span>${of(areaM2, 2)} m²</span>
    </p>`;
  }

  private live({ lines, liveFailure, piecesShown, piecesLeftOut }: BoardView): TemplateResult {
    return html`<div class="section">
        <h2>${this.say('draw.live')}</h2>
        <span>${this.say('draw.live.note')}</span>
      </div>
      ${
        liveFailure
          ? html`<p class="note-line" role="alert">
              ${this.say('draw.live.failed', { why: this.text(liveFailure) })}
            </p>`
          : nothing
      }
      ${
        lines === null
          ? html`<p class="plain small">${this.say('draw.live.none')}</p>`
          : html`<table class="lines">
              <caption class="hidden-text">
                ${this.say('draw.live')}
              </caption>
              <tbody>
                ${lines.filter(isWorthARow).map((line) => this.line(line, liveFailure !== null))}
              </tbody>
            </table>`
      }
      ${
        piecesLeftOut > 0
          ? html`<p class="note-line small">
              ${this.say('draw.live.more', { n: piecesShown, m: piecesLeftOut })}
            </p>`
          : nothing
      }`;
  }

  private line(line: BoardLine, isFailed: boolean): TemplateResult {
    const { kind } = line;
    return html`<tr data-kind=${kind} data-state=${isFailed ? 'failed' : line.state}>
      <th scope="row"><span>${swatch(kind)}${KINDS[kind].short[this.lang]}</span></th>
      <td>${isFailed ? this.gap('draw.live.gap') : this.figures(line)}</td>
    </tr>`;
  }

  /** Never a number where nobody looked. */
  private figures({ kind, state, areaM2, uncoveredM2, outsideM2 }: BoardLine): TemplateResult {
    switch (state) {
      case 'loading':
      case 'failed':
      case 'not-covered':
      case 'not-loaded':
      case 'invalid':
        return this.gap(`draw.live.gap.${state}`);
      default:
    }
    const more =
      uncoveredM2 > 0
        ? html`<span class="more gap"
            >${this.say('draw.live.gap.part', { ha: hectares(uncoveredM2) })}</span
          >`
        : nothing;
    if (kind === 'urban-development-boundary') {
      return html`${this.say('draw.live.inside')} ${hectares(areaM2)} ${this.say('draw.unit.ha')}
        ${
          outsideM2
            ? html`<span class="more"
                >${this.say('draw.live.outside', { ha: hectares(outsideM2) })}</span
              >`
            : nothing
        }${more}`;
    }
    if (state === 'touch') return html`${this.say('draw.live.touch')}${more}`;
    if (state === 'below-threshold') {
      return html`${this.say('draw.live.below', { m2: figure(areaM2, 2) })}${more}`;
    }
    if (!areaM2) return html`<span class="zero">0.0000 ${this.say('draw.unit.ha')}</span>${more}`;
    return html`<span class="hit">${hectares(areaM2)} ${this.say('draw.unit.ha')}</span>${more}`;
  }

  private gap(word: DrawingWord): TemplateResult {
    return html`<span class="gap">${this.say(word)}</span>`;
  }

  private exact(board: BoardView): TemplateResult {
    const { tool, format, zoneName } = board;
    const isDrawing = tool !== 'select';
    return html`<div class="section"><h2>${this.say('draw.exact')}</h2></div>
      <div class="fields">
        <label
          >${this.say('draw.exact.format')}
          <select
            @change=${({ target }: Event) =>
              this.ask({
                act: 'format',
                format: (target as HTMLSelectElement).value as FormatName,
              })}
          >
            ${FORMATS.map(
              (name) => html`<option value=${name} ?selected=${name === format}>
                ${this.say(`draw.format.${name}`, { name: this.text(zoneName) })}
              </option>`,
            )}
          </select>
        </label>
      </div>
      ${isDrawing ? this.points(board) : this.motions(board)}
      ${tool === 'corridor' ? this.corridor(board) : nothing}`;
  }

  private points({ isDegrees, draft }: BoardView): TemplateResult {
    return html`<form class="point" @submit=${this.submit(({ x = '', y = '' }) => pointAct(x, y, draft.length))}>
        <div class="fields">
          ${this.field('x', isDegrees ? 'draw.lon' : 'draw.east')}
          ${this.field('y', isDegrees ? 'draw.lat' : 'draw.north')} ${this.go('draw.add-point')}
        </div>
      </form>
      ${
        draft.length === 0
          ? nothing
          : html`<form
              class="edge"
              @submit=${this.submit(({ lengthM = '', bearingDeg = '' }) => ({
                act: 'edge',
                lengthM,
                bearingDeg,
              }))}
            >
              <div class="fields">
                ${this.field('lengthM', 'draw.length')} ${this.field('bearingDeg', 'draw.bearing')}
                ${this.go('draw.add-point')}
              </div>
            </form>`
      }`;
  }

  private motions({ chosen }: BoardView): TemplateResult | typeof nothing {
    if (chosen.length === 0) return nothing;
    return html`<form
        class="move"
        @submit=${this.submit(({ east = '', north = '' }) => ({ act: 'move', east, north }))}
      >
        <div class="fields">
          ${this.field('east', 'draw.move.east')} ${this.field('north', 'draw.move.north')}
          ${this.go('draw.move')}
        </div>
      </form>
      <form class="turn" @submit=${this.submit(({ degrees = '' }) => ({ act: 'turn', degrees }))}>
        <div class="fields">
          ${this.field('degrees', 'draw.turn.degrees')} ${this.go('draw.turn')}
        </div>
      </form>`;
  }

  private corridor({ widthM, ends }: BoardView): TemplateResult {
    return html`<form
      class="corridor"
      @change=${({ currentTarget }: Event) => {
        const fields = fieldsOf(currentTarget as HTMLFormElement);
        this.ask({
          act: 'corridor',
          widthM: fields.widthM ?? '',
          ends: fields.ends === 'round' ? 'round' : 'flat',
        });
      }}
      @submit=${(event: Event) => event.preventDefault()}
    >
      <div class="fields">
        ${this.field('widthM', 'draw.width', String(widthM))}
        <label
          >${this.say('draw.ends')}
          <select name="ends">
            ${(['flat', 'round'] as const satisfies readonly Ends[]).map(
              (name) => html`<option value=${name} ?selected=${name === ends}>
                ${this.say(`draw.ends.${name}`)}
              </option>`,
            )}
          </select>
        </label>
      </div>
    </form>`;
  }

  private field(name: string, word: DrawingWord, value = ''): TemplateResult {
    return html`<label
      >${this.say(word)}
      <input type="text" inputmode="decimal" autocomplete="off" name=${name} .value=${value} />
    </label>`;
  }

  private go(word: DrawingWord): TemplateResult {
    return html`<button class="button" type="submit">${this.say(word)}</button>`;
  }

  /** What a form asks for; its fields are empty for the next one. */
  private submit(act: (fields: Readonly<Record<string, string>>) => DrawAct) {
    return (event: Event): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      this.ask(act(fieldsOf(form)));
      form.reset();
      form.querySelector('input')?.focus();
    };
  }

  private footer({ canFinish, crosses, parcels, draft }: BoardView): TemplateResult {
    const word = crosses
      ? 'draw.next.mend'
      : parcels.length === 0 || draft.length > 0
        ? 'draw.next.draw'
        : 'draw.next.hint';
    return html`<div class="footer">
      <p class="small ellipsis">${this.say(word)}</p>
      <div class="buttons">
        <button
          class="button main primary"
          type="button"
          aria-disabled=${!canFinish}
          @click=${() => {
            if (canFinish) this.ask({ act: 'finish' });
          }}
        >
          ${icon('scan-search')}${this.say('draw.finish')}
        </button>
        <button class="button" type="button" @click=${() => this.ask({ act: 'discard' })}>
          ${this.say('draw.cancel')}
        </button>
      </div>
    </div>`;
  }

  private ask(act: DrawAct): void {
    emit(this, 'sanxian-draw', act);
  }
}

const MAIN: readonly string[] = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
];

/** An empty line after the last point ends the shape, as in a table. */
function pointAct(x: string, y: string, points: number): DrawAct {
  return x === '' && y === '' && points > 1 ? { act: 'finish-shape' } : { act: 'point', x, y };
}

/** The three lines always; others where something is said of them. */
function isWorthARow({ kind, state, areaM2, uncoveredM2 }: BoardLine): boolean {
  return MAIN.includes(kind) || state !== 'measured' || areaM2 !== 0 || uncoveredM2 > 0;
}

function fieldsOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-draw-panel': SanxianDrawPanel;
  }
}
