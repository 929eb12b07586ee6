import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import type { Progress } from '../domain/progress.ts';
import { MAIN_LINES } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/**
 * The places of the cards while the first check runs: which line waits, is being looked at, or has been.
 * Nothing here looks like a result: no number, no tick, no tone.
 */
@element('sanxian-finding-placeholders')
export class SanxianFindingPlaceholders extends SanxianElement {
  static override styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      article {
        padding: 10px 14px 14px;
        border-bottom: 1px solid var(--sx-line);
        border-left: 4px solid var(--sx-line);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h3 {
        flex: 1;
        min-width: 0;
        font-size: var(--sx-fs-3);
        line-height: var(--sx-lh-3);
        font-weight: 600;
      }
      .now {
        color: var(--sx-text);
        font-weight: 600;
      }
      i {
        display: block;
        height: 8px;
        margin-top: 10px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-sunken);
      }
      i + i {
        width: 62%;
      }
      p {
        padding: 10px 14px;
        color: var(--sx-text-2);
      }
    `,
  ];

  @property({ attribute: false }) progress: Progress | 'starting' | null = null;
  /** Kinds whose layers the check has come to, the present one last. */
  #told: LayerKind[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('progress')) return;
    const { progress } = this;
    if (progress === 'starting' || progress === null) this.#told = [];
    else if (progress.step === 'layer') {
      this.#told = [...this.#told.filter((kind) => kind !== progress.kind), progress.kind];
    }
  }

  override render(): TemplateResult {
    return html`<div class="section"><h2>${this.say('findings.lines')}</h2></div>
      ${MAIN_LINES.map((kind) => this.place(kind))}
      <p class="small">${this.say('findings.running')}</p>`;
  }

  private place(kind: LayerKind): TemplateResult {
    const state = this.stateOf(kind);
    return html`<article aria-labelledby=${`name-${kind}`} data-state=${state}>
      <header>
        ${swatch(kind)}
        <h3 id=${`name-${kind}`}>${this.text(KINDS[kind].short)}</h3>
        <span class="small quiet ${state === 'running' ? 'now' : ''}"
          >${this.say(`placeholder.${state}`)}</span
        >
      </header>
      <i aria-hidden="true"></i><i aria-hidden="true"></i>
    </article>`;
  }

  private stateOf(kind: LayerKind): 'waiting' | 'running' | 'read' {
    const { progress } = this;
    const isPast =
      progress !== null &&
      progress !== 'starting' &&
      (progress.step === 'judging' || progress.step === 'done');
    if (isPast) return 'read';
    if (!this.#told.includes(kind)) return 'waiting';
    return this.#told.at(-1) === kind ? 'running' : 'read';
  }
}
