import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Language } from '../text/text.ts';
import type { TOOL_BARS_WORDS } from '../text/words/tool-bars.ts';
import { say } from '../text/words/ui.ts';
import { emit } from './events.ts';
import { figure, hectares, mu } from './figures.ts';
import { type IconName, icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { toolStyles } from './tool-styles.ts';
import '../text/words/later.ts';

export type MeasureKind = 'length' | 'area';

/** What is measured now. */
export interface MeasureView {
  readonly kind: MeasureKind;
  /** Set so far. */
  readonly points: number;
  /** Of the way, and of the whole outline where an area is measured; to the pointer while it is drawn. */
  readonly lengthM: number;
  /** null: there is none, or the outline crosses itself. */
  readonly areaM2: number | null;
  readonly crosses: boolean;
  readonly done: boolean;
}

export type MeasureAct =
  | { readonly act: 'kind'; readonly kind: MeasureKind }
  | { readonly act: 'undo' | 'finish' | 'clear' | 'copy' };

/** What was measured, as it is shown, said and copied; '' while there is nothing. */
export function measureText(view: MeasureView, lang: Language): string {
  const { kind, lengthM, areaM2, crosses } = view;
  if (kind === 'area') {
    if (crosses) return say('measure.cross', lang);
    if (areaM2 === null) return '';
    const value = say('measure.area.value', lang, {
      ha: hectares(areaM2),
      mu: mu(areaM2),
      m2: figure(areaM2, 2),
    });
    return `${value} · ${say('measure.perimeter', lang, { m: figure(lengthM, 2) })}`;
  }
  if (lengthM === 0) return '';
  return say('measure.length.value', lang, {
    m: figure(lengthM, 2),
    km: figure(lengthM / 1000, 3),
  });
}

/**
 * Length or area, live while it is drawn, and what can be done with it.
 *
 * @fires sanxian-measure - what is asked for
 * @fires sanxian-tool - the tool is put away
 */
@element('sanxian-measure-bar')
export class SanxianMeasureBar extends SanxianElement {
  static override styles = [sharedStyles, toolStyles];

  @property({ attribute: false }) view: MeasureView | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const some = view.points > 0;
    const text = measureText(view, this.lang);
    return html`<div class="card" role="group" aria-label=${this.say('tool.measure')}>
      <div class="row">
        <span class="kinds" role="group" aria-label=${this.say('measure.kind')}>
          ${(['length', 'area'] as const).map(
            (kind) => html`<button
              type="button"
              aria-pressed=${view.kind === kind}
              @click=${() => emit(this, 'sanxian-measure', { act: 'kind', kind })}
            >
              ${this.say(`measure.${kind}`)}
            </button>`,
          )}
        </span>
        <span class="end">
          ${this.act('undo', 'undo', 'measure.undo', some && !view.done)}
          ${this.act('check', 'finish', 'measure.finish', view.points > 1 && !view.done)}
          ${this.act('copy', 'copy', 'measure.copy', text !== '' && !view.crosses)}
          ${this.act('trash', 'clear', 'measure.clear', some)}
          <button
            class="icon-button"
            type="button"
            aria-label=${this.say('tool.close')}
            title=${this.say('tool.close')}
            @click=${() => emit(this, 'sanxian-tool', { tool: null })}
          >
            ${icon('x')}
          </button>
        </span>
      </div>
      ${text ? html`<p class="value ${view.crosses ? 'bad' : ''}">${text}</p>` : nothing}
      <p class="hint small">
        ${
          some
            ? `${this.say('measure.points', { n: view.points })} · ${this.say('measure.how')}`
            : this.say(this.touch ? 'measure.hint.touch' : 'measure.hint')
        }
      </p>
    </div>`;
  }

  private act(
    name: IconName,
    act: Exclude<MeasureAct['act'], 'kind'>,
    word: keyof typeof TOOL_BARS_WORDS,
    isPossible: boolean,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${this.say(word)}
      title=${this.say(word)}
      aria-disabled=${!isPossible}
      @click=${() => {
        if (isPossible) emit(this, 'sanxian-measure', { act });
      }}
    >
      ${icon(name)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-measure-bar': SanxianMeasureBar;
  }
}
