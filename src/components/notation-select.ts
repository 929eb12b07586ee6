import { html, type TemplateResult } from 'lit';
import { NOTATIONS, type Notation } from '../crs/notation-names.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { emit } from './events.ts';

/** Chooses how coordinates are written, here and everywhere. */
export function notationSelect(
  host: EventTarget,
  chosen: Notation,
  lang: Language,
): TemplateResult {
  return html`<select
    class="notation"
    aria-label=${say('notation.label', lang)}
    title=${say('notation.label', lang)}
    @change=${(event: Event) =>
      emit(host, 'sanxian-notation', {
        notation: (event.target as HTMLSelectElement).value as Notation,
      })}
  >
    ${NOTATIONS.map(
      (notation) =>
        html`<option value=${notation} ?selected=${notation === chosen}>
          ${say(`notation.${notation}`, lang)}
        </option>`,
    )}
  </select>`;
}
