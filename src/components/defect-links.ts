import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Text } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { emit } from './events.ts';

export interface ListedDefect {
  readonly text: Text | null;
  readonly at: readonly [number, number] | null;
}

/** Every defect of a file: its sentence where there are several, and the way to its place. */
export function defectLinks(
  defects: readonly ListedDefect[],
  language: Language,
): TemplateResult | typeof nothing {
  if (defects.length === 0) return nothing;
  return html`<ol class="defects small">
    ${defects.map(({ text, at }, i) => {
      const label = say('import.place', language, { n: i + 1 });
      return html`<li>
        ${text && defects.length > 1 ? html`<span>${text[language]}</span> ` : nothing}
        ${
          at
            ? html`<button
                class="link small"
                type="button"
                @click=${({ currentTarget }: Event) =>
                  emit(currentTarget!, 'sanxian-locate', { at })}
              >
                ${label}
              </button>`
            : nothing
        }
      </li>`;
    })}
  </ol>`;
}
