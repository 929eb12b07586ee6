import { html, type TemplateResult } from 'lit';
import type { Language } from '../../text/text.ts';
import type { HelpSection } from '../../text/words/help-pages.ts';

/** Headings with their paragraphs. */
export function sections(all: readonly HelpSection[], lang: Language): TemplateResult[] {
  return all.map(
    ({ title, lines }) => html`<section>
      <h3>${title[lang]}</h3>
      ${lines.map((line) => html`<p>${line[lang]}</p>`)}
    </section>`,
  );
}
