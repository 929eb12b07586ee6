import { html, type TemplateResult } from 'lit';
import { NOTATIONS, type Notation, writePlace } from '../crs/notation.ts';
import type { Position } from '../geometry/shapes.ts';
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

/** A place as it is copied: what a reader of files, and the search here, take. */
export function placeText(at: Position, notation: Notation, decimals?: number): string {
  const { east, north } = writePlace(at, notation, decimals);
  return `${east}, ${north}`;
}

/** Which number is which, and of which zone. */
export function axesText(at: Position, notation: Notation, lang: Language): string {
  const { zone } = writePlace(at, notation);
  if (zone === null) return say('notation.axes.degrees', lang);
  return say('notation.axes.metres', lang, { w: notation.startsWith('zone3') ? 3 : 6, zone });
}
