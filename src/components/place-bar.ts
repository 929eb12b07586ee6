import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Notation } from '../crs/notation-names.ts';
import type { Position } from '../geometry/shapes.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { notationSelect } from './notation-select.ts';
import { axesText, placeText } from './place-words.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toolStyles } from './tool-styles.ts';
import '../text/words/later.ts';

/**
 * The place that is marked on the map, in the notation of choice, to be copied.
 *
 * @fires sanxian-copy
 * @fires sanxian-notation
 * @fires sanxian-place-clear - the mark goes, and the tool with it
 */
@element('sanxian-place-bar')
export class SanxianPlaceBar extends SanxianElement {
  static override styles = [
    sharedStyles,
    toolStyles,
    css`
      .row {
        flex-wrap: nowrap;
      }
      .value {
        white-space: nowrap;
      }
    `,
  ];

  /** null: nothing was picked yet. */
  @property({ attribute: false }) place: Position | null = null;
  @property({ attribute: false }) notation: Notation = 'degrees';
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { place, notation, lang } = this;
    const text = place && placeText(place, notation);
    return html`<div class="card" role="group" aria-label=${this.say('pick.title')}>
      <div class="row">
        ${
          text
            ? html`<span class="value">${text}</span>`
            : html`<span>${this.say(this.touch ? 'pick.hint.touch' : 'pick.hint')}</span>`
        }
        <span class="end">
          ${
            text
              ? html`<button
                  class="icon-button"
                  type="button"
                  aria-label=${this.say('pick.copy')}
                  title=${this.say('pick.copy')}
                  @click=${() => emit(this, 'sanxian-copy', { text })}
                >
                  ${icon('copy')}
                </button>`
              : nothing
          }
          <button
            class="icon-button"
            type="button"
            aria-label=${this.say('pick.clear')}
            title=${this.say('pick.clear')}
            @click=${() => emit(this, 'sanxian-place-clear')}
          >
            ${icon('x')}
          </button>
        </span>
      </div>
      <div class="row">
        ${notationSelect(this, notation, lang)}
        ${
          place
            ? html`<span class="small quiet">${axesText(place, notation, lang)}</span>`
            : nothing
        }
      </div>
    </div>`;
  }
}
