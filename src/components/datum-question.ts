import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DatumShift, ImportAnswers } from '../domain/import-answers.ts';
import type { Text } from '../text/text.ts';
import type { UiWord } from '../text/words/ui.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

const PARAMETERS = [
  ['dxM', 'datum.dx'],
  ['dyM', 'datum.dy'],
  ['dzM', 'datum.dz'],
  ['rxSec', 'datum.rx'],
  ['rySec', 'datum.ry'],
  ['rzSec', 'datum.rz'],
  ['scalePpm', 'datum.scale'],
] as const satisfies readonly (readonly [keyof DatumShift, UiWord])[];

/** All seven, each a number; undefined while one is open. */
export function readDatumShift(texts: readonly string[]): DatumShift | undefined {
  const numbers = texts.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  if (numbers.length !== PARAMETERS.length || !numbers.every(Number.isFinite)) return undefined;
  const entries = PARAMETERS.map(([name], i) => [name, numbers[i]!] as const);
  return Object.fromEntries(entries) as unknown as DatumShift;
}

/**
 * Xi'an 80 and Beijing 54 have no exact shift of their own: asks for the seven parameters. Nothing is
 * filled in, zero neither. Events: `sanxian-import-draft`.
 */
@element('sanxian-datum-question')
export class SanxianDatumQuestion extends SanxianElement {
  static override styles = [sharedStyles, panelStyles, questionStyles];

  @property() datum = '';
  /** null: which system of the datum is open too. */
  @property({ type: Number }) epsg: number | null = null;
  @property({ attribute: false }) draft: ImportAnswers = {};
  @property({ attribute: false }) lead: Text | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;
  /** As typed, numbers or not. */
  @state() private typed: readonly string[] | null = null;

  override render(): TemplateResult {
    const datum = this.datumName();
    const { datumShift, crs } = this.draft;
    return html`<div class="scroll" tabindex="-1">
      <div class="lead">
        <h2 id="title">${this.say('datum.title', { datum })}</h2>
        <p class="small quiet">
          ${this.lead ? this.text(this.lead) : nothing} ${this.say('datum.lead', { datum })}
        </p>
      </div>
      <div class="fields three" role="group" aria-labelledby="title" aria-describedby="how">
        ${PARAMETERS.map(
          ([name, word], i) => html`<label>
            ${this.say(word)}
            <input
              class="field"
              data-parameter=${name}
              type="number"
              step="any"
              inputmode="decimal"
              .value=${this.typed?.[i] ?? (datumShift ? String(datumShift[name]) : '')}
              @change=${() => this.tell()}
            />
          </label>`,
        )}
        ${
          this.epsg === null
            ? html`<label>
                ${this.say('datum.epsg')}
                <input
                  class="field"
                  type="number"
                  min="1"
                  .value=${crs === undefined ? '' : String(crs)}
                  @change=${(event: Event) => {
                    const code = (event.target as HTMLInputElement).valueAsNumber;
                    const change = { crs: Number.isInteger(code) ? code : undefined };
                    emit(this, 'sanxian-import-draft', { change });
                  }}
                />
              </label>`
            : nothing
        }
      </div>
      <p class="none small">${this.say('datum.open')}</p>
      <p class="none small" id="how">${this.say('datum.convention', { datum })}</p>
    </div>`;
  }

  private datumName(): string {
    if (this.datum === 'xian80') return this.say('datum.xian80');
    return this.datum === 'beijing54' ? this.say('datum.beijing54') : this.datum;
  }

  /** Only a whole set is an answer. */
  private tell(): void {
    const inputs = this.renderRoot.querySelectorAll<HTMLInputElement>('[data-parameter]');
    this.typed = [...inputs].map(({ value }) => value);
    const datumShift = readDatumShift(this.typed);
    if (datumShift || this.draft.datumShift) {
      emit(this, 'sanxian-import-draft', { change: { datumShift } });
    }
  }
}
