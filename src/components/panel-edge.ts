import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

const STEP_PX = 16;

/**
 * The edge of a panel towards the map; stands inside the panel. Drag it, or focus it and use the arrow
 * keys; Home gives the usual size again, a double click or Enter puts the panel away. Events:
 * `sanxian-resize` with the width or height, null for the usual one, and `sanxian-edge-close`.
 */
@element('sanxian-panel-edge')
export class SanxianPanelEdge extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        position: absolute;
        z-index: 2;
        top: 0;
        bottom: 0;
        width: 7px;
      }
      :host([side='left']) {
        right: -4px;
      }
      :host([side='right']) {
        left: -4px;
      }
      :host([side='bottom']) {
        top: -4px;
        bottom: auto;
        left: 0;
        right: 0;
        width: auto;
        height: 7px;
      }
      :host([side='bottom']) div {
        cursor: row-resize;
      }
      div {
        height: 100%;
        cursor: col-resize;
        touch-action: none;
      }
      div:hover,
      div:active {
        background: var(--sx-line-control);
        opacity: 0.5;
      }
    `,
  ];

  /** The panel that changes lies at this side. */
  @property({ reflect: true }) side: 'left' | 'right' | 'bottom' = 'left';
  @property() label = '';
  /** Of the panel: its height where it lies at the bottom, px. */
  @property({ type: Number }) width = 256;
  @property({ type: Number }) min = 240;
  @property({ type: Number }) max = 400;
  private from: { at: number; width: number } | null = null;

  override render(): TemplateResult {
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation=${this.side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-label=${this.label}
      aria-valuenow=${this.width}
      aria-valuemin=${this.min}
      aria-valuemax=${this.max}
      @keydown=${this.onKey}
      @dblclick=${() => emit(this, 'sanxian-edge-close')}
      @pointerdown=${this.onDown}
      @pointermove=${this.onMove}
      @pointerup=${() => {
        this.from = null;
      }}
    ></div>`;
  }

  private onKey(event: KeyboardEvent): void {
    const [outward, inward] = {
      left: ['ArrowRight', 'ArrowLeft'],
      right: ['ArrowLeft', 'ArrowRight'],
      bottom: ['ArrowUp', 'ArrowDown'],
    }[this.side];
    if (event.key === outward) this.resize(this.width + STEP_PX);
    else if (event.key === inward) this.resize(this.width - STEP_PX);
    else if (event.key === 'Home') emit(this, 'sanxian-resize', { width: null });
    else if (event.key === 'Enter') emit(this, 'sanxian-edge-close');
    else return;
    event.preventDefault();
  }

  private onDown(event: PointerEvent): void {
    (event.target as Element).setPointerCapture(event.pointerId);
    this.from = { at: this.along(event), width: this.width };
  }

  private onMove(event: PointerEvent): void {
    if (!this.from) return;
    const moved = this.along(event) - this.from.at;
    this.resize(this.from.width + (this.side === 'left' ? moved : -moved));
  }

  private along({ clientX, clientY }: PointerEvent): number {
    return this.side === 'bottom' ? clientY : clientX;
  }

  private resize(width: number): void {
    const within = Math.min(this.max, Math.max(this.min, Math.round(width)));
    if (within !== this.width) emit(this, 'sanxian-resize', { width: within });
  }
}
