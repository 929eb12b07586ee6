import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { type IdentifyView, singleRow } from './review-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import './identified-feature.ts';
import '../text/words/later.ts';

const WIDTH = 268;
/** Room between the place and the card, and between the card and the edge of the map, px. */
const GAP = 14;
const EDGE = 8;

/** Where the place stands in the map area, px. */
export interface PopoverPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The identified feature at its place on the map: above it where there is more room, else below; within the
 * map. With more than one feature it says so and leads to the list. Not modal: the map stays in hand.
 */
@element('sanxian-identify-popover')
export class SanxianIdentifyPopover extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 4;
        overflow: hidden;
        pointer-events: none;
      }
      .dot {
        position: absolute;
        left: var(--x);
        top: var(--y);
        width: 12px;
        height: 12px;
        margin: -6px 0 0 -6px;
        border: 3px solid var(--sx-focus);
        border-radius: 50%;
        background: var(--sx-bg-panel);
        box-shadow: 0 0 0 2px var(--sx-focus-gap);
      }
      section {
        position: absolute;
        left: var(--left);
        top: var(--top, auto);
        bottom: var(--bottom, auto);
        width: ${WIDTH}px;
        max-height: var(--room);
        overflow-y: auto;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-2);
        pointer-events: auto;
      }
      .more {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        padding: 4px 14px;
        border-top: 1px solid var(--sx-line);
      }
      .icon-button {
        width: 24px;
        height: 24px;
      }
    `,
  ];

  @property({ attribute: false }) view: IdentifyView | null = null;
  /** null: off the screen, or not known yet. */
  @property({ attribute: false }) place: PopoverPlace | null = null;
  /** The list is not beside the map: it is offered. */
  @property({ type: Boolean }) alone = false;

  override render(): TemplateResult | typeof nothing {
    const { view, place } = this;
    if (!view || !place || view.busy) return nothing;
    const { x, y, width, height } = place;
    if (x < 0 || y < 0 || x > width || y > height) return nothing;
    const row = this.alone ? (singleRow(view) ?? view.rows[0]) : singleRow(view);
    const others = view.rows.length - 1;
    const dot = html`<i class="dot" .style=${`--x:${x}px;--y:${y}px`}></i>`;
    if (!row) return dot;
    const above = y > height - y;
    const left = Math.max(EDGE, Math.min(x - 24, width - WIDTH - EDGE));
    const room = (above ? y : height - y) - GAP - EDGE;
    const side = above ? `--bottom:${height - y + GAP}px` : `--top:${y + GAP}px`;
    return html`${dot}
      <section
        aria-label=${this.say('identify.popover')}
        .style=${`--left:${left}px;--room:${Math.max(120, room)}px;${side}`}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            emit(this, 'sanxian-identify-close');
          }
        }}
      >
        <sanxian-identified-feature .lang=${this.lang} .row=${row} brief>
          <button
            slot="head"
            class="icon-button"
            type="button"
            aria-label=${this.say('identify.close')}
            title=${this.say('identify.close')}
            @click=${() => emit(this, 'sanxian-identify-close')}
          >
            ${icon('x')}
          </button>
        </sanxian-identified-feature>
        ${
          this.alone
            ? html`<div class="more small">
                <span
                  >${others > 0 ? this.say('identify.more', { n: others }) : nothing}</span
                >
                <button class="link" type="button" @click=${() => emit(this, 'sanxian-identify-open')}>
                  ${this.say('identify.open')}
                </button>
              </div>`
            : nothing
        }
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-identify-popover': SanxianIdentifyPopover;
  }
}
