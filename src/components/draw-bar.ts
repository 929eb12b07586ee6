import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DrawingWord } from '../text/words/drawing.ts';
import type { BoardView, DrawAct, Tool } from './drawing-board.ts';
import { emit } from './events.ts';
import { figure } from './figures.ts';
import { type IconName, icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

const TOOL_ICONS: Readonly<Record<Tool, IconName>> = {
  select: 'pointer',
  polygon: 'pentagon',
  part: 'copy-plus',
  hole: 'square-dashed',
  corridor: 'spline',
  split: 'scissors',
};

/**
 * The tools of the drawing board, on the map.
 *
 * @fires sanxian-draw - what is asked for
 */
@element('sanxian-draw-bar')
export class SanxianDrawBar extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 6px;
        pointer-events: none;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-1);
        pointer-events: auto;
      }
      .icon-button {
        width: 32px;
        height: 32px;
      }
      /* on a phone one row that can be pushed along, at the foot of the map */
      :host([touch]) {
        flex-direction: column-reverse;
      }
      :host([touch]) .tools {
        flex-wrap: nowrap;
        max-width: 100%;
        overflow-x: auto;
        scrollbar-width: none;
        -webkit-mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
        mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
      }
      :host([touch]) .icon-button {
        flex: none;
        width: 44px;
        height: 44px;
      }
      :host([touch]) .rule {
        flex: none;
      }
      .icon-button[aria-pressed='true'] {
        background: var(--sx-accent);
        color: var(--sx-on-accent);
      }
      .icon-button[aria-disabled='true'] {
        color: var(--sx-line-control);
        cursor: default;
      }
      .rule {
        width: 1px;
        margin: 5px 2px;
        background: var(--sx-line-2);
      }
      .hint {
        max-width: 460px;
        padding: 3px 8px;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-text-2);
      }
      .hint b {
        color: var(--sx-text);
        font-weight: 600;
      }
      .hint.bad {
        border-color: var(--sx-stop-line);
        background: var(--sx-stop-bg);
        color: var(--sx-stop-fg);
      }
      @media (forced-colors: active) {
        .icon-button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: BoardView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult | typeof nothing {
    const { board } = this;
    if (!board) return nothing;
    const drawing = board.draft.length > 0;
    return html`<div class="tools" role="group" aria-label=${this.say('draw.tools')}>
        ${(Object.keys(TOOL_ICONS) as Tool[]).map((tool) => this.tool(tool, board))}
        <span class="rule"></span>
        ${this.button('combine', 'draw.merge', { act: 'merge' }, board.chosen.length > 1)}
        ${this.button('trash', 'draw.delete', { act: 'delete' }, drawing || board.chosen.length > 0)}
        <span class="rule"></span>
        ${this.button('undo', 'draw.undo', { act: 'undo' }, board.canUndo)}
        ${this.button('redo', 'draw.redo', { act: 'redo' }, board.canRedo)}
        <span class="rule"></span>
        ${this.button('waypoints', 'draw.list', { act: 'list' }, true)}
        ${drawing ? this.button('check', 'draw.finish.shape', { act: 'finish-shape' }, true) : nothing}
      </div>
      ${this.hint(board)}`;
  }

  private tool(tool: Tool, board: BoardView): TemplateResult {
    const label = this.say(`draw.tool.${tool}`);
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${board.tool === tool}
      @click=${() => emit(this, 'sanxian-draw', { act: 'tool', tool })}
    >
      ${icon(TOOL_ICONS[tool])}
    </button>`;
  }

  private button(
    name: IconName,
    word: DrawingWord,
    act: DrawAct,
    isPossible: boolean,
  ): TemplateResult {
    const label = this.say(word);
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${!isPossible}
      @click=${() => {
        if (isPossible) emit(this, 'sanxian-draw', act);
      }}
    >
      ${icon(name)}
    </button>`;
  }

  /** What can be done now; what is wrong comes first. */
  private hint({ problem, crosses, tool, draft, edge, snap }: BoardView): TemplateResult {
    const wrong = problem ?? (crosses ? 'draw.problem.cross' : null);
    if (wrong) return html`<p class="hint small bad" role="alert">${this.say(wrong)}</p>`;
    if (this.touch && tool !== 'select' && draft.length === 0) return html`${nothing}`;
    if (edge) {
      const m = figure(edge.lengthM, 2);
      const deg = figure(edge.bearingDeg, 2);
      return html`<p class="hint small">
        <b>${this.say('draw.edge', { m, deg })}</b>
        ${snap ? html` · ${this.say(`draw.snap.${snap}`)}` : nothing}
      </p>`;
    }
    if (this.touch) return html`${nothing}`;
    const word =
      tool === 'select'
        ? 'draw.hint.select'
        : tool === 'corridor' || tool === 'split'
          ? 'draw.hint.line'
          : 'draw.hint.ring';
    return html`<p class="hint small">
      ${this.say(word)}${snap ? html` <b>${this.say(`draw.snap.${snap}`)}</b>` : nothing}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-draw-bar': SanxianDrawBar;
  }
}
