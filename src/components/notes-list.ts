import { html, nothing, type TemplateResult } from 'lit';
import type { Note, Severity } from '../domain/note.ts';
import type { Language, Text } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { type IconName, icon } from './icons.ts';
import '../text/words/later.ts';

/** A note with its words. Those about a place on the map can be shown there. */
export interface WordedNote {
  readonly severity: Severity;
  readonly text: Text;
  readonly at?: Note['at'];
}

const ICONS = {
  info: 'info',
  warning: 'triangle-alert',
  error: 'octagon-x',
} as const satisfies Record<Severity, IconName>;

export function noteRow(
  { severity, text, at }: WordedNote,
  language: Language,
  onLocate: (at: readonly [number, number]) => void,
): TemplateResult {
  return html`<div class="note ${severity}">
    ${icon(ICONS[severity])}
    <p>
      <span class="hidden-text">${say(`severity.${severity}`, language)}：</span>${text[language]}
    </p>
    ${
      at
        ? html`<button
            class="link small"
            type="button"
            aria-label=${say('import.locate.note', language, { note: text[language] })}
            @click=${() => onLocate(at)}
          >
            ${say('action.locate', language)}
          </button>`
        : nothing
    }
  </div>`;
}
