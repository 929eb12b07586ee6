import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toolStyles } from './tool-styles.ts';
import '../text/words/later.ts';

/** A layer, or a former edition of one. */
export interface SwipeChoice {
  readonly id: string;
  /** In the list. */
  readonly name: string;
  /** At the line. */
  readonly short: string;
}

/** Two pictures of one place. */
export interface SwipeView {
  readonly choices: readonly SwipeChoice[];
  readonly left: string;
  readonly right: string;
  /** Share of the map that the left picture takes, 0 to 1. */
  readonly part: number;
}

/** Of the width of the map, by one key press. */
const STEP = 0.02;

/**
 * The line between two pictures of one place, with their names at it; what stands left and right is
 * chosen in the bar above.
 *
 * @fires sanxian-swipe - detail: what changes
 * @fires sanxian-tool - the tool is put away
 */
@element('sanxian-swipe')
export class SanxianSwipe extends SanxianElement {
  static override styles = [
    sharedStyles,
    toolStyles,
    css`
      :host {
        position: absolute;
        z-index: 2;
        inset: 0;
      }
      .line {
        position: absolute;
        top: 0;
        bottom: 0;
        left: var(--at);
        width: 2px;
        margin-left: -1px;
        background: var(--sx-accent);
        box-shadow: 0 0 0 1px var(--sx-bg-panel);
      }
      .handle {
        position: absolute;
        top: 50%;
        left: var(--at);
        display: grid;
        place-items: center;
        width: 30px;
        height: 30px;
        margin: -15px 0 0 -15px;
        border: 2px solid var(--sx-bg-panel);
        border-radius: 50%;
        background: var(--sx-accent);
        color: var(--sx-on-accent);
        cursor: ew-resize;
        touch-action: none;
        pointer-events: auto;
      }
      .handle:focus-visible {
        border-radius: 50%;
        outline-offset: 2px;
      }
      /* a finger reaches further than the disc */
      .handle::after {
        content: '';
        position: absolute;
        inset: -9px;
        border-radius: 50%;
      }
      .label {
        position: absolute;
        bottom: 46px;
        max-width: calc(var(--room) - 12px);
        padding: 2px 8px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-tip);
        color: var(--sx-text-tip);
      }
      .label.left {
        right: calc(100% - var(--at) + 8px);
        --room: var(--at);
      }
      .label.right {
        left: calc(var(--at) + 8px);
        --room: calc(100% - var(--at));
      }
      .bar {
        position: absolute;
        left: 10px;
        top: 44px;
        max-width: calc(100% - 64px);
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
        color: var(--sx-text-2);
      }
      label select {
        field-sizing: fixed;
        width: 196px;
        min-width: 0;
      }
      /* the buttons of the map stand at the left, a panel lies over the right */
      :host([aside]) .bar {
        left: 52px;
        max-width: calc(100% - 424px);
      }
      :host([touch]) .bar {
        left: 8px;
        right: 8px;
        top: auto;
        bottom: 14px;
        max-width: none;
      }
      :host([touch]) .label {
        top: 64px;
        bottom: auto;
      }
      :host([touch]) label {
        flex: 1 1 120px;
      }
      :host([touch]) label span {
        display: none;
      }
      :host([touch]) label select {
        width: 100%;
      }
      :host([touch]) .handle {
        top: 40%;
      }
      @media (forced-colors: active) {
        .line {
          background: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: SwipeView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;
  @property({ type: Boolean, reflect: true }) aside = false;

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const nameOf = (id: string) => view.choices.find((one) => one.id === id)?.short ?? id;
    const [left, right] = [nameOf(view.left), nameOf(view.right)];
    const percent = Math.round(view.part * 100);
    return html`<div class="frame" .style=${`--at:${view.part * 100}%`}>
      <div class="line"></div>
      <p class="label left small ellipsis">${left}</p>
      <p class="label right small ellipsis">${right}</p>
      <div
        class="handle"
        role="slider"
        tabindex="0"
        aria-label=${this.say('swipe.handle')}
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${this.say('swipe.at', { left, right, p: percent })}
        @keydown=${this.onKey}
        @pointerdown=${this.onDown}
      >
        ${icon('move-horizontal')}
      </div>
      <div class="bar">
        <div class="card" role="group" aria-label=${this.say('tool.swipe')}>
          ${this.side('left', view)}
          <button
            class="icon-button"
            type="button"
            aria-label=${this.say('swipe.toggle')}
            title=${this.say('swipe.toggle')}
            @click=${this.toggle}
          >
            ${icon('swap')}
          </button>
          ${this.side('right', view)}
          <button
            class="icon-button"
            type="button"
            aria-label=${this.say('tool.close')}
            title=${this.say('tool.close')}
            @click=${() => emit(this, 'sanxian-tool', { tool: null })}
          >
            ${icon('x')}
          </button>
        </div>
      </div>
    </div>`;
  }

  private side(side: 'left' | 'right', view: SwipeView): TemplateResult {
    return html`<label
      ><span>${this.say(`swipe.${side}`)}</span>
      <select
        aria-label=${this.say(`swipe.${side}`)}
        @change=${(event: Event) =>
          emit(this, 'sanxian-swipe', { [side]: (event.target as HTMLSelectElement).value })}
      >
        ${view.choices.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === view[side]}>${name}</option>`,
        )}
      </select></label
    >`;
  }

  private readonly toggle = (): void => {
    const { left, right } = this.view!;
    emit(this, 'sanxian-swipe', { left: right, right: left });
  };

  private onKey(event: KeyboardEvent): void {
    const part = this.view!.part;
    const to = {
      ArrowLeft: part - STEP,
      ArrowDown: part - STEP,
      ArrowRight: part + STEP,
      ArrowUp: part + STEP,
      Home: 0,
      End: 1,
    }[event.key];
    if (to !== undefined) this.move(to);
    else if ((event.key === 'm' || event.key === 'M') && !event.ctrlKey) this.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onDown(down: PointerEvent): void {
    const handle = down.currentTarget as HTMLElement;
    const { left, width } = this.getBoundingClientRect();
    handle.setPointerCapture(down.pointerId);
    const onMove = (move: PointerEvent) => this.move((move.clientX - left) / width);
    handle.addEventListener('pointermove', onMove);
    const end = () => handle.removeEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', end, { once: true });
  }

  private move(part: number): void {
    const kept = Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
    emit(this, 'sanxian-swipe', { part: kept });
  }
}
