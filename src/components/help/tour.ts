import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/popup/popup.js';
import { property, state } from 'lit/decorators.js';
import { TOUR_STEP_WORDS, TOUR_WORDS } from '../../text/words/tour.ts';
import { emit } from '../events.ts';
import { element, SanxianElement } from '../sanxian-element.ts';
import { sharedStyles } from '../shared-styles.ts';

/** Under the tag of demonstration data, px. */
const CLEAR_OF_TAG = 44;

export type TourPlacement = 'left-start' | 'left-end' | 'right-start' | 'top-start' | 'bottom';

/**
 * A few steps through the sample: a frame around a region, and beside it what it is for. Nothing is locked
 * meanwhile. Event: `sanxian-tour` with the step, null to end it.
 */
@element('sanxian-tour')
export class SanxianTour extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      .frame {
        position: fixed;
        z-index: 50;
        left: calc(var(--x) * 1px);
        top: calc(var(--y) * 1px);
        width: calc(var(--w) * 1px);
        height: calc(var(--h) * 1px);
        border: 2px solid var(--sx-focus);
        border-radius: var(--sx-r-1);
        box-shadow: 0 0 0 2px var(--sx-focus-gap);
        pointer-events: none;
      }
      wa-popup {
        --arrow-color: var(--sx-bg-panel);
      }
      .card {
        width: min(340px, calc(100vw - 24px));
        padding: 12px 14px;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-2);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        box-shadow: var(--sx-shadow-2);
      }
      .heading {
        display: flex;
        align-items: baseline;
        gap: 10px;
      }
      h2 {
        flex: 1;
        font-size: var(--sx-fs-4);
        line-height: var(--sx-lh-4);
        font-weight: 600;
      }
      p {
        margin-top: 4px;
      }
      .buttons {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      .skip {
        margin-right: auto;
      }
      :host([touch]) :is(.button, .link) {
        min-height: var(--sx-control-touch);
        min-width: var(--sx-control-touch);
      }
    `,
  ];

  /** Index into `TOUR_STEP_WORDS`; null: no tour. */
  @property({ attribute: false }) step: number | null = null;
  @property({ attribute: false }) target: Element | null = null;
  /** On which side of it the card stands, as far as there is room. */
  @property({ attribute: false }) placement: TourPlacement = 'left-start';
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private box: DOMRect | null = null;
  #sizes: ResizeObserver | null = null;

  override render(): TemplateResult | typeof nothing {
    const { step, target } = this;
    const words = step === null ? undefined : TOUR_STEP_WORDS[step];
    if (step === null || !words) return nothing;
    const isLast = step === TOUR_STEP_WORDS.length - 1;
    return html`${this.frame()}<wa-popup
        .anchor=${target ?? this}
        .active=${true}
        .placement=${this.placement}
        .distance=${10}
        .skidding=${this.placement === 'right-start' ? CLEAR_OF_TAG : 0}
        .flip=${true}
        .shift=${true}
        .shiftPadding=${12}
        @wa-reposition=${() => this.measure()}
      >
        <div class="card" role="dialog" aria-labelledby="title" aria-describedby="body">
          <div class="heading">
            <h2 id="title">${words.title[this.lang]}</h2>
            <span class="small quiet">${step + 1} / ${TOUR_STEP_WORDS.length}</span>
          </div>
          <p id="body">${words.body[this.lang]}</p>
          <div class="buttons">
            <button class="link skip" type="button" @click=${() => this.go(null)}>
              ${TOUR_WORDS.skip[this.lang]}
            </button>
            ${
              step > 0
                ? html`<button class="button" type="button" @click=${() => this.go(step - 1)}>
                    ${TOUR_WORDS.back[this.lang]}
                  </button>`
                : nothing
            }
            <button
              class="button next"
              type="button"
              @click=${() => this.go(isLast ? null : step + 1)}
            >
              ${isLast ? TOUR_WORDS.done[this.lang] : TOUR_WORDS.next[this.lang]}
            </button>
          </div>
        </div></wa-popup
      >`;
  }

  private frame(): unknown {
    if (!this.box || this.box.width === 0) return nothing;
    const { x, y, width, height } = this.box;
    return html`<div
      class="frame"
      .style=${`--x:${x};--y:${y};--w:${width};--h:${height}`}
    ></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('step') && !changed.has('target')) return;
    this.#sizes?.disconnect();
    if (this.target) {
      this.#sizes = new ResizeObserver(() => this.measure());
      this.#sizes.observe(this.target);
    }
    this.measure();
    if (changed.has('step') && this.step !== null) void this.focusNext();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
  }

  private async focusNext(): Promise<void> {
    // the popup shows its content one turn later
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    this.renderRoot.querySelector<HTMLElement>('.next')?.focus();
  }

  private measure(): void {
    const box = this.target?.getBoundingClientRect() ?? null;
    const before = this.box;
    const isSame =
      box?.x === before?.x &&
      box?.y === before?.y &&
      box?.width === before?.width &&
      box?.height === before?.height;
    if (!isSame) this.box = box;
  }

  private go(step: number | null): void {
    emit(this, 'sanxian-tour', { step });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-tour': SanxianTour;
  }
}
